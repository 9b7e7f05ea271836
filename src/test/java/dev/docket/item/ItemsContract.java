package dev.docket.item;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.storage.ContentHash;
import dev.docket.storage.Database;
import dev.docket.storage.EmptyTables;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the store of items promises on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ItemsContract {
    private Database database;
    private final Items items = new Items();

    abstract Database open();

    @BeforeAll
    void openDatabase() {
        database = open();
    }

    @BeforeEach
    void emptyDatabase() {
        EmptyTables.in(database);
    }

    @AfterAll
    void closeDatabase() {
        database.close();
    }

    @Test
    void theIdFollowsFromTheSourceAndIsAUuidOfVersion8() {
        Source source = new Source("feed", "a");

        assertThat(Items.idOf(source)).isEqualTo(Items.idOf(new Source("feed", "a"))).isNotEqualTo(Items.idOf(new Source("feeda", "a")));
        assertThat(Items.idOf(source).version()).isEqualTo(8);
        assertThat(Items.idOf(source).variant()).isEqualTo(2);
        // SHA-256 of "feed", a zero byte, "a"; sha256sum gives it too
        assertThat(Items.idOf(source)).hasToString("0f94fdf9-8d47-86be-a7c8-0751d73d90bb");
    }

    @Test
    void anItemComesBackAsItWasAdded() {
        ImageItem item = SampleItems.item(1);

        boolean isNew = database.inTransaction(tx -> items.add(tx, item, "{\"signals\":[]}"));

        assertThat(isNew).isTrue();
        assertThat(database.<Optional<ImageItem>>inTransaction(tx -> items.find(tx, item.id()))).contains(item);
        assertThat(database.<String>inTransaction(tx -> items.provenanceJson(tx, item.id()))).isEqualTo("{\"signals\":[]}");
        assertThat(database.<Boolean>inTransaction(tx -> items.contains(tx, item.source()))).isTrue();
        assertThat(database.<Boolean>inTransaction(tx -> items.contains(tx, new Source("feed", "other")))).isFalse();
    }

    @Test
    void addingTwiceIsAddingOnce() {
        database.transact(tx -> items.add(tx, SampleItems.item(1), "{}"));

        assertThat(database.<Boolean>inTransaction(tx -> items.add(tx, SampleItems.item(1), "{}"))).isFalse();
        assertThat(database.<List<UUID>>inTransaction(items::ids)).hasSize(1);
    }

    @Test
    void threadsThatAddTheSamePictureDoNotFailOneAnother() {
        List<Boolean> isNew = IntStream.range(0, 40).parallel()
                .mapToObj(n -> database.inTransaction(tx -> items.add(tx, SampleItems.item(n / 2, 0), "{}"))).toList();

        assertThat(isNew).filteredOn(each -> each).hasSize(20);
        assertThat(database.<List<UUID>>inTransaction(items::ids)).hasSize(20);
    }

    @Test
    void idsComeInOrderOfReceipt() {
        database.transact(tx -> List.of(3, 1, 2).forEach(n -> SampleItems.add(tx, n)));

        assertThat(database.<List<UUID>>inTransaction(items::ids))
                .containsExactly(SampleItems.item(1).id(), SampleItems.item(2).id(), SampleItems.item(3).id());
    }

    @Test
    void aQuarantinedItemIsInNoQueryAndKeepsNothingSaidOfIt() {
        ImageItem item = SampleItems.item(1);
        database.transact(tx -> items.add(tx, item, "{\"signals\":[]}"));

        Optional<ContentHash> erasable = database.inTransaction(tx -> items.quarantine(tx, item.id()));

        assertThat(erasable).contains(item.sha256());
        database.transact(tx -> {
            assertThat(items.find(tx, item.id())).isEmpty();
            assertThat(items.ids(tx)).isEmpty();
            assertThat(items.showing(tx, item.sha256())).isEmpty();
            assertThat(items.provenanceJson(tx, item.id())).isEqualTo("{}");
            assertThat(items.isQuarantined(tx, item.sha256())).isTrue();
            assertThat(items.contains(tx, item.source())).as("so that the feed's next copy is known").isTrue();
            assertThat(tx.createQuery("select facts_json || coalesce(uploader, '') from item").mapTo(String.class).one())
                    .doesNotContain("look:").doesNotContain("u-77");
        });
    }

    @Test
    void bytesThatALiveItemSharesAreNotGivenUpForErasing() {
        database.transact(tx -> {
            items.add(tx, SampleItems.item(1, 7), "{}");
            items.add(tx, SampleItems.item(2, 7), "{}");

            assertThat(items.quarantine(tx, SampleItems.item(1).id())).isEmpty();
            assertThat(items.toErase(tx)).isEmpty();
            assertThat(items.quarantine(tx, SampleItems.item(2).id())).contains(ContentHash.of(SampleItems.picture(7)));
            assertThat(items.toErase(tx)).containsExactly(ContentHash.of(SampleItems.picture(7)));
            items.erased(tx, ContentHash.of(SampleItems.picture(7)));
            assertThat(items.toErase(tx)).isEmpty();
        });
    }

    @Test
    void aQuarantinedPictureThatComesInAgainIsQuarantinedFromTheStart() {
        database.transact(tx -> {
            items.add(tx, SampleItems.item(1, 7), "{}");
            items.quarantine(tx, SampleItems.item(1).id());

            items.add(tx, SampleItems.item(2, 7), "{\"signals\":[]}");

            assertThat(items.find(tx, SampleItems.item(2).id())).isEmpty();
            assertThat(items.contains(tx, SampleItems.item(2).source())).isTrue();
        });
    }

    @Test
    void anItemQuarantinedOnArrivalTakesItsLikesWithIt() {
        database.transact(tx -> {
            items.add(tx, SampleItems.item(1, 7), "{}");

            assertThat(items.addQuarantined(tx, SampleItems.item(2, 7))).isTrue();
            assertThat(items.addQuarantined(tx, SampleItems.item(2, 7))).isFalse();

            assertThat(items.ids(tx)).isEmpty();
            assertThat(items.toErase(tx)).containsExactly(ContentHash.of(SampleItems.picture(7)));
        });
    }
}
