package dev.docket.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.hash.NearDuplicates;
import dev.docket.hash.PerceptualHash;
import dev.docket.item.ImageItem;
import dev.docket.item.ItemFacts;
import dev.docket.item.Items;
import dev.docket.item.Source;
import dev.docket.storage.ContentHash;
import dev.docket.storage.Database;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Items whose hashes are all zero but for their last bits. */
class StacksTest {
    private static final UUID ANNA = new UUID(0, 1);
    private static final Instant FLAGGED = Instant.parse("2026-11-21T09:00:00Z");

    @TempDir
    private Path folder;
    private final ReviewQueue queue = new ReviewQueue();
    private final Items items = new Items();
    private final NearDuplicates nearDuplicates = new NearDuplicates();
    private final Stacks stacks = new Stacks();
    private Database database;

    @BeforeEach
    void open() {
        database = Database.openEmbedded(folder.resolve("database"), new byte[32]);
        database.transact(tx -> SamplePolicy.open(tx, queue));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void lookAlikesAndCopiesFormAStackAndLonersDoNot() {
        UUID first = file(1, "a", 0, 0, false);
        UUID copy = file(2, "a", 0, 0, false);
        UUID near = file(3, "b", 0xFF, 0, false);
        UUID loner = file(4, "c", 0, -1L, false);

        assertThat(all()).extracting(Stacks.Member::item).containsExactly(first, copy, near);
        assertThat(all()).extracting(Stacks.Member::group).containsOnly(all().getFirst().group());
        assertThat(all().getLast().hash().distance(all().getFirst().hash())).isEqualTo(8);
        assertThat(find(loner)).get().extracting(Stacks.Member::picture).isEqualTo(ContentHash.of("c".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void whatIsDecidedQuarantinedOrAQualityCheckIsInNoStack() {
        UUID gold = file(1, "a", 0, 0, true);
        UUID decided = file(2, "b", 1, 0, false);
        UUID quarantined = file(3, "c", 3, 0, false);
        UUID open = file(4, "d", 7, 0, false);
        database.transact(tx -> {
            queue.closeAll(tx, ANNA, List.of(ReviewQueue.taskId(decided, 1)));
            items.quarantine(tx, quarantined);
            queue.withdraw(tx, quarantined);
        });

        assertThat(all()).isEmpty();
        assertThat(find(gold)).isEmpty();
        assertThat(find(decided)).isEmpty();
        assertThat(find(quarantined)).isEmpty();
        assertThat(find(open)).isPresent();
    }

    @Test
    void whoHoldsAMemberIsTold() {
        UUID mine = file(1, "a", 0, 0, false);
        UUID free = file(2, "b", 1, 0, false);
        database.transact(tx -> assertThat(queue.take(tx, ANNA, List.of(ReviewQueue.taskId(mine, 1)))).hasSize(1));

        assertThat(all()).filteredOn(member -> member.holder().equals(Optional.of(ANNA))).extracting(Stacks.Member::item).containsExactly(mine);
        assertThat(all()).filteredOn(member -> member.holder().isEmpty()).extracting(Stacks.Member::item).containsExactly(free);
    }

    @Test
    void aTextThatPretendsToBeAQualityCheckIsNone() {
        file(1, "a", 0, 0, false);
        UUID sly = Items.idOf(new Source("feed", "2"));
        database.transact(tx -> add(tx, 2, "b", new PerceptualHash(0, 0, 0, 1, 100), new ItemFacts(Optional.of("\"gold\":true"), Optional.empty(), "*",
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(), Optional.empty(), false)));

        assertThat(find(sly)).isPresent();
    }

    private List<Stacks.Member> all() {
        return database.inTransaction(stacks::all);
    }

    private Optional<Stacks.Member> find(UUID item) {
        return database.inTransaction(tx -> stacks.find(tx, item));
    }

    private UUID file(int number, String picture, long last, long first, boolean gold) {
        ItemFacts facts = new ItemFacts(Optional.empty(), Optional.empty(), "*", Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), List.of(), Optional.empty(), gold);
        database.transact(tx -> add(tx, number, picture, new PerceptualHash(first, 0, 0, last, 100), facts));
        return Items.idOf(new Source("feed", Integer.toString(number)));
    }

    private void add(org.jdbi.v3.core.Handle tx, int number, String picture, PerceptualHash hash, ItemFacts facts) {
        Source source = new Source("feed", Integer.toString(number));
        byte[] bytes = picture.getBytes(StandardCharsets.UTF_8);
        ImageItem item = new ImageItem(Items.idOf(source), source, ContentHash.of(bytes), bytes.length, "image/png", 64, 48,
                FLAGGED.plusSeconds(number), FLAGGED.plusSeconds(number), facts);
        items.add(tx, item, "{}");
        nearDuplicates.add(tx, item.sha256(), hash);
        queue.enqueue(tx, item.id(), SamplePolicy.review("spam", 10));
    }
}
