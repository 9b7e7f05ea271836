package dev.docket.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.item.ImageItem;
import dev.docket.item.ItemFacts;
import dev.docket.item.Items;
import dev.docket.item.SampleItems;
import dev.docket.item.Source;
import dev.docket.queue.TaskFilter.Standing;
import dev.docket.storage.ContentHash;
import dev.docket.storage.Database;
import dev.docket.storage.EmptyTables;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What can be found, on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TaskSearchContract {
    private static final UUID ANNA = new UUID(0, 1);

    private final ReviewQueue queue = new ReviewQueue();
    private final TaskSearch search = new TaskSearch();
    private Database database;

    abstract Database open();

    @BeforeAll
    void openDatabase() {
        database = open();
    }

    @BeforeEach
    void fill() {
        EmptyTables.in(database);
        database.transact(tx -> {
            SamplePolicy.open(tx, queue);
            file(tx, 1, "spam", 10, "anna_b%");
            file(tx, 2, "spam", 500, "annaxbx");
            file(tx, 3, "general", 20, "carla");
        });
    }

    @AfterAll
    void closeDatabase() {
        database.close();
    }

    @Test
    void everythingStandsInTheOrderOfTheLanesAndTheirUrgency() {
        assertThat(find("", Standing.ANY).rows()).extracting(TaskRow::itemId).containsExactly(item(2), item(1), item(3));
    }

    @Test
    void whatIsBeyondTheListIsCountedNoFurtherThanItHasToBe() {
        assertThat(database.<TaskSearch.Found>inTransaction(tx -> search.find(tx, new TaskFilter("", Optional.empty(), Standing.ANY), 1, 10)).total()).isEqualTo(3);
        assertThat(database.<TaskSearch.Found>inTransaction(tx -> search.find(tx, new TaskFilter("", Optional.empty(), Standing.ANY), 1, 1)).total()).isEqualTo(2);
    }

    @Test
    void whatIsHeldIsToldFromWhatWaitsAndWhatIsDecided() {
        LeasedTask taken = database.inTransaction(tx -> queue.claim(tx, ANNA, lane("spam"), 1).getFirst());

        assertThat(find("", Standing.HELD).rows()).singleElement().satisfies(row -> {
            assertThat(row.taskId()).isEqualTo(taken.taskId());
            assertThat(row.leasedUntil()).isPresent();
        });
        assertThat(find("", Standing.WAITING).rows()).hasSize(2);

        assertThat(database.<Boolean>inTransaction(tx -> queue.close(tx, ANNA, taken.taskId(), taken.epoch()).isPresent())).isTrue();

        assertThat(find("", Standing.DECIDED).rows()).singleElement().extracting(TaskRow::itemId).isEqualTo(item(2));
        assertThat(find("", Standing.ANY).rows().getLast().itemId()).isEqualTo(item(2));
    }

    @Test
    void anItemIsFoundByItsIdShortOrWholeAndByItsPicturesHash() {
        String id = item(3).toString();

        assertThat(ids(id)).containsExactly(item(3));
        assertThat(ids(id.substring(0, 4) + "-" + id.substring(4, 8))).containsExactly(item(3));
        assertThat(ids(id.substring(0, 8).toUpperCase(java.util.Locale.ROOT))).containsExactly(item(3));
        assertThat(ids(ContentHash.of(SampleItems.picture(3)).hex())).containsExactly(item(3));
        assertThat(ids(ContentHash.of(SampleItems.picture(3)).hex().substring(0, 10))).containsExactly(item(3));
        assertThat(ids("ffff-ffff-ffff")).isEmpty();
    }

    @Test
    void anItemIsFoundByItsUploaderAndItsIdAtTheSourceAsWritten() {
        assertThat(ids("anna_b%")).containsExactly(item(1));
        assertThat(ids("anna")).containsExactlyInAnyOrder(item(1), item(2));
        assertThat(ids("item-3")).containsExactly(item(3));
        assertThat(ids("' or 1=1 --")).isEmpty();
    }

    @Test
    void conditionsInTheLanguageOfDecisionSetsNarrowTheSearch() {
        assertThat(ids("source=feed uploader=\"anna_b%\"")).containsExactly(item(1));
        assertThat(ids("lane=spam source=feed")).hasSize(2);
        assertThat(ids("source=elsewhere,other")).isEmpty();
        assertThat(ids("source=feed item-3")).containsExactly(item(3));
        assertThat(ids("flagged=feed")).as("no field of the search, so words").isEmpty();
    }

    @Test
    void aLaneNarrowsTheSearchAndACutListSaysHowMuchThereIs() {
        TaskFilter spam = new TaskFilter("", Optional.of(lane("spam")), Standing.ANY);

        TaskSearch.Found found = database.inTransaction(tx -> search.find(tx, spam, 1));

        assertThat(found.rows()).hasSize(1);
        assertThat(found.total()).isEqualTo(2);
    }

    @Test
    void aQuarantinedItemIsNeverFound() {
        database.transact(tx -> new Items().quarantine(tx, item(2)));

        assertThat(find("", Standing.ANY).rows()).extracting(TaskRow::itemId).doesNotContain(item(2));
        assertThat(ids(item(2).toString())).isEmpty();
        assertThat(database.<List<TaskRow>>inTransaction(tx -> search.of(tx, item(2)))).isEmpty();
    }

    @Test
    void theLooksOfAnItemStandInTheirOrder() {
        database.transact(tx -> queue.file(tx, item(1), Look.second(UUID.randomUUID(), List.of(ANNA), Duration.ofDays(1))));

        assertThat(database.<List<TaskRow>>inTransaction(tx -> search.of(tx, item(1)))).extracting(TaskRow::round).containsExactly(1, 2);
    }

    private void file(org.jdbi.v3.core.Handle tx, int number, String lane, double priority, String uploader) {
        ImageItem plain = SampleItems.item(number);
        ItemFacts facts = new ItemFacts(Optional.empty(), Optional.empty(), "*", Optional.of(uploader), Optional.empty(), Optional.empty(),
                Optional.empty(), List.of(), Optional.empty(), false);
        new Items().add(tx, new ImageItem(plain.id(), new Source("feed", "item-" + number), plain.sha256(), plain.byteLength(),
                plain.mediaType(), plain.width(), plain.height(), plain.flaggedAt(), plain.receivedAt(), facts), "{}");
        queue.enqueue(tx, plain.id(), SamplePolicy.review(lane, priority));
    }

    private static UUID item(int number) {
        return SampleItems.item(number).id();
    }

    private int lane(String key) {
        return database.<List<Lane>>inTransaction(queue::lanes).stream().filter(l -> l.key().equals(key)).findFirst().orElseThrow().id();
    }

    private TaskSearch.Found find(String words, Standing standing) {
        return database.inTransaction(tx -> search.find(tx, new TaskFilter(words, Optional.empty(), standing), 100));
    }

    private List<UUID> ids(String words) {
        return find(words, Standing.ANY).rows().stream().map(TaskRow::itemId).toList();
    }
}
