package dev.docket.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.classify.ModelScore;
import dev.docket.item.ImageItem;
import dev.docket.item.ItemFacts;
import dev.docket.item.Items;
import dev.docket.item.Source;
import dev.docket.provenance.ProvenanceReport;
import dev.docket.storage.ContentHash;
import dev.docket.storage.Database;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the store of packs and decisions promises on every database. */
abstract class PoliciesContract {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00.123456Z");
    private static final PolicyPack PACK = PolicyFile.shipped();
    private static final Policy POLICY = new Policy(PACK);

    @TempDir
    Path folder;
    private Database database;
    private final Policies policies = new Policies();

    abstract Database open();

    @BeforeEach
    void openDatabase() {
        database = open();
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Test
    void aPacksTextIsKeptForGoodUnderItsHash() throws PolicyFormatException {
        PolicyPack reworded = PolicyFile.parse("p", PACK.text() + "\n# reworded\n");
        database.transact(tx -> {
            policies.keep(tx, PACK);
            policies.keep(tx, PACK);
            policies.keep(tx, reworded);
        });

        assertThat(text(PACK.ref())).contains(PACK.text());
        assertThat(text(reworded.ref())).contains(reworded.text());
        assertThat(database.inTransaction(policies::kept)).extracting(Policies.Kept::ref).containsExactlyInAnyOrder(PACK.ref(), reworded.ref());
    }

    @Test
    void aDecisionReadsBackAsItWasAndTheLatestCounts() {
        UUID item = database.inTransaction(this::item);
        PolicyDecision first = decision("ncii", .7);
        PolicyDecision second = decision("spam_scam", .2);

        database.transact(tx -> policies.put(tx, item, first));
        assertThat(first.deadline()).isPresent();
        assertThat(stored(item)).contains(first);

        database.transact(tx -> policies.put(tx, item, second));
        assertThat(stored(item)).contains(second);
        assertThat(stored(UUID.randomUUID())).isEmpty();
    }

    private Optional<String> text(PackRef ref) {
        return database.inTransaction(tx -> policies.text(tx, ref));
    }

    private Optional<PolicyDecision> stored(UUID item) {
        return database.inTransaction(tx -> policies.of(tx, item));
    }

    private static PolicyDecision decision(String label, double score) {
        return POLICY.decide(List.of(new ModelScore("m", "1", label, score, .5)), ProvenanceReport.NONE, List.of(), ItemFacts.NONE, NOW);
    }

    private UUID item(Handle tx) {
        Source source = new Source("test", "1");
        UUID id = Items.idOf(source);
        new Items().add(tx, new ImageItem(id, source, ContentHash.of(new byte[1]), 1, "image/png", 1, 1, NOW, NOW, ItemFacts.NONE), "{}");
        return id;
    }
}
