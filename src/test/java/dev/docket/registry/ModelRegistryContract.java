package dev.docket.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.audit.AuditLog;
import dev.docket.storage.ContentHash;
import dev.docket.storage.Database;
import dev.docket.storage.EmptyTables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the registry promises on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ModelRegistryContract {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00.123456789Z");
    private static final byte[] KEY = new byte[32];
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private Database database;
    private Path models;
    private Path folder;
    private ModelRegistry registry;

    abstract Database open();

    @BeforeAll
    void openDatabase() {
        database = open();
    }

    @BeforeEach
    void emptyRegistry(@TempDir Path temporary) throws IOException {
        EmptyTables.in(database);
        models = temporary.resolve("models");
        folder = Files.createDirectories(temporary.resolve("given"));
        registry = new ModelRegistry(models, KEY, new AuditLog(UUID.fromString("1a2b3c4d-0000-4000-8000-000000000001"), "desk", CLOCK), CLOCK);
    }

    @AfterAll
    void closeDatabase() {
        database.close();
    }

    @Test
    void whatIsAddedReadsBackAsACandidateLabelsInOutputOrder() throws IOException {
        ModelVersion added = add("1");

        ModelVersion read = database.inTransaction(tx -> registry.find(tx, "hue", "1")).orElseThrow();
        assertThat(read).isEqualTo(added);
        assertThat(read.stage()).isEqualTo(Stage.CANDIDATE);
        assertThat(read.thresholds().keySet()).containsExactly("zebra", "ant", "mole");
        assertThat(read.card().figures()).containsExactly(new ModelCard.Figure("AUC", "nothing", .75, Double.NaN, Double.NaN, 12));
        assertThat(read.addedAt()).isEqualTo(Instant.parse("2026-11-21T08:00:00.123456Z"));
        assertThat(registry.parts(read).names()).containsExactly("config.json", "model.onnx");
        assertThat(registry.parts(read).read("model.onnx")).asString().isEqualTo("model 1");
        assertThat(registry.parts(read).size("model.onnx")).isEqualTo(7);
        assertThat(auditKinds()).containsExactly("MODEL_ADDED");
    }

    @Test
    void addingTheSameAgainChangesNothing() throws IOException {
        ModelVersion first = add("1");

        assertThat(add("1")).isEqualTo(first);
        assertThat(auditKinds()).containsExactly("MODEL_ADDED");
    }

    @Test
    void anotherModelUnderTheSameNameIsRefused() throws IOException {
        add("1");
        Files.writeString(folder.resolve("model.onnx"), "something else");
        ModelVersion other = version("1", "something else");

        assertThatThrownBy(() -> database.inTransaction(tx -> registry.add(tx, other, ModelParts.in(folder))))
                .isInstanceOf(ModelConflictException.class).hasMessageContaining("hue@1 is another model already");
        assertThat(registry.parts(registry("1")).read("model.onnx")).asString().isEqualTo("model 1");
    }

    @Test
    void aModelThatChangesWhileItIsAddedIsNotKept() throws IOException {
        write("model 2");

        assertThatThrownBy(() -> database.inTransaction(tx -> registry.add(tx, version("1", "model 1"), ModelParts.in(folder))))
                .isInstanceOf(ModelConflictException.class).hasMessageContaining("changed while");
        assertThat(models).isEmptyDirectory();
        assertThat(database.inTransaction(registry::all)).isEmpty();
    }

    @Test
    void filesLeftByACrashAreReplaced() throws IOException {
        Path place = Files.createDirectories(registry.folderOf(version("1", "model 1")));
        Files.writeString(place.resolve("model.onnx"), "half a mod");

        add("1");

        assertThat(registry.parts(registry("1")).read("model.onnx")).asString().isEqualTo("model 1");
    }

    @Test
    void neitherItsNameNorItsFilesAreReadableOnTheDisk() throws IOException {
        add("1");

        try (Stream<Path> files = Files.walk(models)) {
            for (Path file : files.toList()) {
                assertThat(file.toString()).doesNotContain("hue");
                assertThat(Files.isRegularFile(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "").doesNotContain("model 1", "{}");
            }
        }
    }

    @Test
    void whatAnEarlierVersionKeptInClearIsSealedWhenItIsAskedFor() throws IOException {
        add("1");
        Path clear = Files.createDirectories(models.resolve("hue@1"));
        Files.writeString(clear.resolve("model.onnx"), "model 1");
        Files.writeString(clear.resolve("config.json"), "{}");
        try (Stream<Path> sealed = Files.list(registry.folderOf(registry("1")))) {
            for (Path file : sealed.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(registry.folderOf(registry("1")));

        assertThat(registry.parts(registry("1")).read("model.onnx")).asString().isEqualTo("model 1");
        assertThat(clear).doesNotExist();
    }

    private ModelVersion registry(String version) {
        return database.inTransaction(tx -> registry.find(tx, "hue", version)).orElseThrow();
    }

    @Test
    void promotingRetiresTheFormer() throws IOException {
        add("1");
        add("2");

        promote("1");
        promote("2");

        assertThat(stages()).containsExactlyInAnyOrder("1 RETIRED", "2 ACTIVE");
        assertThat(database.inTransaction(registry::active)).extracting(ModelVersion::version).containsExactly("2");
        assertThat(auditKinds()).containsExactly("MODEL_ADDED", "MODEL_ADDED", "MODEL_PROMOTED", "MODEL_PROMOTED");
    }

    @Test
    void promotingTheActiveOneChangesNothing() throws IOException {
        add("1");
        promote("1");

        promote("1");

        assertThat(stages()).containsExactly("1 ACTIVE");
        assertThat(auditKinds()).containsExactly("MODEL_ADDED", "MODEL_PROMOTED");
    }

    @Test
    void rollingBackFollowsTheOrderOfPromotions() throws IOException {
        add("1");
        add("2");
        add("3");
        promote("2");
        promote("1");
        promote("3");

        assertThat(rollBack()).contains("1");
        assertThat(rollBack()).contains("2");
        assertThat(rollBack()).isEmpty();
        assertThat(stages()).containsExactlyInAnyOrder("1 RETIRED", "2 RETIRED", "3 RETIRED");
        assertThatThrownBy(this::rollBack).isInstanceOf(ModelConflictException.class).hasMessageContaining("No version of hue is active");
    }

    @Test
    void aVersionPromotedAnewIsRolledBackToTheOneItReplaced() throws IOException {
        add("1");
        add("2");
        promote("1");
        promote("2");
        rollBack();
        promote("2");

        assertThat(rollBack()).contains("1");
    }

    @Test
    void modelsOfDifferentIdsAreActiveSideBySide() throws IOException {
        add("1");
        write("other");
        database.transact(tx -> {
            registry.add(tx, new ModelVersion("tone", "1", Stage.CANDIDATE, ContentHash.of("other".getBytes()), Map.of("a", .5),
                    Optional.of("tone@0"), Optional.of(ContentHash.of(new byte[1])), card(), NOW), ModelParts.in(folder));
            registry.promote(tx, "hue", "1");
            registry.promote(tx, "tone", "1");
        });

        List<ModelVersion> active = database.inTransaction(registry::active);
        assertThat(active).extracting(ModelVersion::name).containsExactly("hue@1", "tone@1");
        assertThat(active.get(1).parent()).contains("tone@0");
        assertThat(active.get(1).dataset()).contains(ContentHash.of(new byte[1]));
    }

    @Test
    void anUnknownVersionCannotBePromoted() {
        assertThatThrownBy(() -> promote("9")).isInstanceOf(ModelConflictException.class).hasMessageContaining("There is no model hue@9");
    }

    private ModelVersion add(String version) throws IOException {
        write("model " + version);
        return database.inTransaction(tx -> registry.add(tx, version(version, "model " + version), ModelParts.in(folder)));
    }

    private void write(String model) throws IOException {
        Files.writeString(folder.resolve("model.onnx"), model);
        Files.writeString(folder.resolve("config.json"), "{}");
        Files.writeString(folder.resolve("pytorch_model.bin"), "no");
    }

    private static ModelVersion version(String version, String model) {
        Map<String, Double> thresholds = new LinkedHashMap<>();
        thresholds.put("zebra", .5);
        thresholds.put("ant", .25);
        thresholds.put("mole", 1.0);
        return new ModelVersion("hue", version, Stage.CANDIDATE, ContentHash.of(model.getBytes()), thresholds, Optional.empty(), Optional.empty(), card(), NOW);
    }

    private static ModelCard card() {
        return new ModelCard("animals", "nothing", "none", List.of(new ModelCard.Figure("AUC", "nothing", .75, Double.NaN, Double.NaN, 12)),
                List.of("blind"), List.of("anything"), "CC0-1.0");
    }

    private void promote(String version) {
        database.transact(tx -> registry.promote(tx, "hue", version));
    }

    private Optional<String> rollBack() {
        return database.inTransaction(tx -> registry.rollBack(tx, "hue")).map(ModelVersion::version);
    }

    private List<String> stages() {
        return database.inTransaction(registry::all).stream().map(version -> version.version() + " " + version.stage()).toList();
    }

    private List<String> auditKinds() {
        return database.inTransaction(tx -> tx.createQuery("select kind from audit_entry order by writer_seq").mapTo(String.class).list());
    }
}
