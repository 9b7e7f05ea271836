package dev.docket.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.item.Items;
import dev.docket.item.SampleItems;
import dev.docket.storage.CanonicalJson;
import dev.docket.storage.Database;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {
    private static final Instant LATER = SampleItems.RECEIVED.plusSeconds(1000);
    private static final Tools FIRST = new Tools(Optional.of("c2pa 1"), Optional.empty(), List.of("metadata@1", "open@1-abc"));
    private static final Tools SECOND = new Tools(Optional.of("c2pa 1"), Optional.of("a".repeat(64)), List.of("metadata@1", "open@1-abc"));
    private static final String PLAIN = CanonicalJson.write(ProvenanceReport.NONE);
    private static final String OTHER = PLAIN.replace("\"gps\":false", "\"gps\":true");

    @TempDir
    private Path folder;
    private Database database;
    private final Items items = new Items();
    private final Reports reports = new Reports();

    @BeforeEach
    void open() {
        database = Database.openEmbedded(folder, new byte[32]);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aFurtherReportStandsBesideTheOneBeforeAndIsTheItems() {
        UUID item = item(1, PLAIN);
        database.transact(tx -> reports.add(tx, item, PLAIN, FIRST, SampleItems.RECEIVED));

        assertThat(replaced(item)).isTrue();

        assertThat(of(item)).containsExactly(
                new KeptReport(Reports.hash(PLAIN), ProvenanceReport.NONE, FIRST, SampleItems.RECEIVED),
                new KeptReport(Reports.hash(OTHER), ProvenanceReport.kept(OTHER), SECOND, LATER));
        String current = database.inTransaction(tx -> items.provenanceJson(tx, item));
        assertThat(current).isEqualTo(OTHER);
    }

    @Test
    void whatAnEarlierVersionFoundIsPutOnRecordAsItStood() {
        // a field that this version does not know: the hash is that of the text as verdicts carry it
        String old = PLAIN.replace("\"gps\":false", "\"gps\":false,\"unknown\":1");
        UUID item = item(1, old);

        assertThat(of(item)).singleElement().satisfies(only -> assertThat(only.hash()).isEqualTo(Reports.hash(old)));
        replaced(item);

        assertThat(of(item)).extracting(KeptReport::hash).containsExactly(Reports.hash(old), Reports.hash(OTHER));
        assertThat(of(item).getFirst().tools()).isEqualTo(Tools.UNKNOWN);
    }

    @Test
    void nothingIsPutOnRecordOfWhatIsQuarantined() {
        UUID item = item(1, PLAIN);
        database.transact(tx -> reports.add(tx, item, PLAIN, FIRST, SampleItems.RECEIVED));

        database.transact(tx -> items.quarantine(tx, item));
        database.transact(tx -> reports.add(tx, item, PLAIN, FIRST, LATER));

        assertThat(replaced(item)).isFalse();
        assertThat(of(item)).isEmpty();
        int left = database.inTransaction(tx -> tx.createQuery("select count(*) from provenance_report").mapTo(Integer.class).one());
        assertThat(left).isZero();
    }

    private UUID item(int number, String json) {
        database.transact(tx -> items.add(tx, SampleItems.item(number), json));
        return SampleItems.item(number).id();
    }

    private boolean replaced(UUID item) {
        return database.inTransaction(tx -> reports.replace(tx, item, OTHER, SECOND, LATER));
    }

    private List<KeptReport> of(UUID item) {
        return database.inTransaction(tx -> reports.of(tx, item));
    }
}
