package dev.docket.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.audit.AuditLog;
import dev.docket.decode.DecodedImage;
import dev.docket.registry.ModelParts;
import dev.docket.registry.ModelRegistry;
import dev.docket.registry.ModelVersion;
import dev.docket.storage.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActiveModelsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T08:00:00Z"), ZoneOffset.UTC);
    private static final DecodedImage PICTURE = TestPictures.mixed(5, 300, 200);

    @TempDir
    private Path folder;
    private Database database;
    private ModelRegistry registry;
    private ActiveModels models;

    @BeforeEach
    void openDeskWithTheStarterModel() {
        database = Database.openEmbedded(folder.resolve("database"), new byte[32]);
        registry = new ModelRegistry(folder.resolve("models"), new byte[32], new AuditLog(UUID.randomUUID(), "desk", CLOCK), CLOCK);
        database.transact(tx -> StarterModel.install(tx, registry));
        models = new ActiveModels(database, registry);
    }

    @AfterEach
    void close() {
        models.close();
        database.close();
    }

    @Test
    void theStarterModelScoresFromTheFirstStart() {
        assertThat(models.names()).containsExactly("forensic-starter@1.0.0");
        assertThat(models.failures()).isEmpty();
        assertThat(models.score(PICTURE)).extracting(ModelScore::label).containsExactly("resampling_trace", "overlay", "render_like");
    }

    @Test
    void aSecondModelScoresBesideIt() throws Exception {
        addAndPromote("hue", "1");

        models.reload();

        assertThat(models.names()).containsExactly("forensic-starter@1.0.0", "hue@1");
        assertThat(models.score(PICTURE)).extracting(score -> score.model() + " " + score.label())
                .containsExactly("forensic-starter resampling_trace", "forensic-starter overlay", "forensic-starter render_like",
                        "hue red", "hue green", "hue blue");
    }

    @Test
    void aPromotedVersionReplacesTheFormerAndRollingBackBringsItBack() throws Exception {
        addAndPromote("hue", "1");
        addAndPromote("hue", "2");
        models.reload();
        assertThat(models.names()).containsExactly("forensic-starter@1.0.0", "hue@2");

        database.transact(tx -> registry.rollBack(tx, "hue"));
        models.reload();

        assertThat(models.names()).containsExactly("forensic-starter@1.0.0", "hue@1");
    }

    @Test
    void aModelChangedOnDiskIsLeftOutAndSaidToBe() throws Exception {
        ModelVersion hue = addAndPromote("hue", "1");
        Files.write(registry.folderOf(hue).resolve("model.onnx"), new byte[] {0}, StandardOpenOption.APPEND);

        models.reload();

        assertThat(models.names()).containsExactly("forensic-starter@1.0.0");
        assertThat(models.failures()).extracting(ActiveModels.Failure::model).containsExactly("hue@1");
        assertThat(models.failures().getFirst().reason()).contains("model.onnx");
        assertThat(models.score(PICTURE)).hasSize(3);
    }

    @Test
    void otherBytesThatAreASoundModelAreNotTakenForTheOneAdded() throws Exception {
        ModelVersion hue = addAndPromote("hue", "1");
        Files.write(registry.folderOf(hue).resolve("model.onnx"), TinyModel.withScores());

        models.reload();

        assertThat(models.failures()).singleElement().satisfies(failure -> assertThat(failure.reason()).contains("was changed"));
    }

    @Test
    void aMissingFolderIsSaidToBe() throws Exception {
        ModelVersion hue = addAndPromote("hue", "1");
        Files.move(registry.folderOf(hue), folder.resolve("elsewhere"));

        models.reload();

        assertThat(models.failures()).extracting(ActiveModels.Failure::model).containsExactly("hue@1");
    }

    @Test
    void reloadingWhileOthersScoreDisturbsNobody() throws Exception {
        addAndPromote("hue", "1");
        addAndPromote("hue", "2");
        models.reload();

        List<Integer> sizes = IntStream.range(0, 40).parallel().map(i -> {
            if (i % 8 == 0) {
                database.transact(tx -> registry.promote(tx, "hue", i % 16 == 0 ? "1" : "2"));
                models.reload();
            }
            return models.score(PICTURE).size();
        }).boxed().toList();

        assertThat(sizes).containsOnly(6);
    }

    @Test
    void installingAgainChangesNothingEvenWhenItWasRetired() {
        database.transact(tx -> registry.rollBack(tx, StarterModel.ID));

        database.transact(tx -> StarterModel.install(tx, registry));

        assertThat(database.inTransaction(registry::active)).isEmpty();
        assertThat(database.inTransaction(registry::all)).hasSize(1);
    }

    private ModelVersion addAndPromote(String id, String version) throws IOException, ModelRejectedException {
        Path given = TinyModel.write(folder.resolve("given-" + version));
        Files.writeString(given.resolve("docket.json"), "{\"id\": \"" + id + "\", \"version\": \"" + version + "\"}");
        ModelVersion checked = ModelFolder.check(ModelParts.in(given), CLOCK.instant());
        return database.inTransaction(tx -> {
            ModelVersion added = registry.add(tx, checked, ModelParts.in(given));
            registry.promote(tx, id, version);
            return registry.find(tx, id, version).orElseThrow();
        });
    }
}
