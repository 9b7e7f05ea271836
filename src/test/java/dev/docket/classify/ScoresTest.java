package dev.docket.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.item.ImageItem;
import dev.docket.item.ItemFacts;
import dev.docket.item.Items;
import dev.docket.item.Source;
import dev.docket.storage.ContentHash;
import dev.docket.storage.Database;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoresTest {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    @TempDir
    private Path folder;
    private Database database;
    private final Scores scores = new Scores();
    private UUID item;

    @BeforeEach
    void openDatabaseWithOneItem() {
        database = Database.openEmbedded(folder, new byte[32]);
        Source source = new Source("feed", "1");
        item = Items.idOf(source);
        ImageItem image = new ImageItem(item, source, ContentHash.of(new byte[1]), 1, "image/png", 1, 1, NOW, NOW, ItemFacts.NONE);
        database.transact(tx -> new Items().add(tx, image, "{}"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void scoresComeBackByModelVersionAndFallingScore() {
        put(score("b", "1", "x", .1), score("a", "2", "low", .2), score("a", "2", "high", .9), score("a", "1", "y", .5));

        assertThat(stored()).extracting(score -> score.model() + score.version() + score.label()).containsExactly("a1y", "a2high", "a2low", "b1x");
    }

    @Test
    void scoringAgainReplacesOnlyTheSameModelVersionAndLabel() {
        put(score("a", "1", "x", .1), score("a", "1", "y", .2));

        put(score("a", "1", "x", .8), score("a", "2", "x", .3));

        assertThat(stored()).containsExactly(score("a", "1", "x", .8), score("a", "1", "y", .2), score("a", "2", "x", .3));
    }

    @Test
    void noScoresIsNoFault() {
        put();

        assertThat(stored()).isEmpty();
    }

    private void put(ModelScore... given) {
        database.transact(tx -> scores.put(tx, item, List.of(given)));
    }

    private List<ModelScore> stored() {
        return database.inTransaction(tx -> scores.of(tx, item));
    }

    private static ModelScore score(String model, String version, String label, double score) {
        return new ModelScore(model, version, label, score, .5);
    }
}
