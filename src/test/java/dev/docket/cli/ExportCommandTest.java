package dev.docket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.desk.Desk;
import dev.docket.item.ImageItem;
import dev.docket.item.ItemFacts;
import dev.docket.item.Items;
import dev.docket.item.Source;
import dev.docket.policy.Disposition;
import dev.docket.policy.PolicyDecision;
import dev.docket.policy.PolicyPack;
import dev.docket.policy.Severity;
import dev.docket.provenance.ProvenanceReport;
import dev.docket.queue.LeasedTask;
import dev.docket.settings.NoHold;
import dev.docket.storage.CanonicalJson;
import dev.docket.storage.ContentHash;
import dev.docket.verdict.Finding;
import dev.docket.verdict.Shown;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictKind;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** {@code docket export} on a desk with four decided items. */
class ExportCommandTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    @TempDir
    private static Path profile;
    @TempDir
    private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void decideFour() throws Exception {
        try (Desk desk = Desk.open(NoHold.in(profile), Clock.fixed(NOW, ZoneOffset.UTC))) {
            for (int n = 0; n < 4; n++) {
                admit(desk, n);
            }
            desk.database.inTransaction(tx -> desk.queue.lanes(tx).stream().flatMap(l -> desk.queue.claim(tx, desk.self.id(), l.id(), 10).stream()).toList())
                    .forEach(task -> decide(desk, task));
        }
    }

    @Test
    void aSetIsPreviewedWrittenAndFoundSound() {
        Path set = folder.resolve("set");

        assertThat(run("export", "--out", set.toString(), "--profile", profile.toString())).isZero();
        assertThat(out.toString()).startsWith("4 items, 4 votes match (everything decided)").contains("docket export verify " + set);

        assertThat(run("export", "verify", set.toString(), "--json")).isZero();
        JsonNode told = CanonicalJson.MAPPER.readTree(out.toString());
        assertThat(told.at("/sound").asBoolean()).isTrue();
        assertThat(told.at("/rows").asInt()).isEqualTo(4);
    }

    @Test
    void aChangedSetAndAnotherKeyAreFindings() throws Exception {
        Path set = folder.resolve("set");
        run("export", "--out", set.toString(), "--format", "jsonl", "--json", "--profile", profile.toString());
        JsonNode told = CanonicalJson.MAPPER.readTree(out.toString());
        assertThat(told.at("/counts/rows").asInt()).isEqualTo(4);
        assertThat(run("export", "verify", set.toString(), "--key", told.at("/key_id").asString())).isZero();

        assertThat(run("export", "verify", set.toString(), "--key", "0123")).isEqualTo(1);
        assertThat(out.toString()).contains("not 0123");
        Files.writeString(set.resolve("data.jsonl"), "{}");
        assertThat(run("export", "verify", set.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("data.jsonl has 2 bytes");
    }

    @Test
    void nothingToExportSaysWhyAndExitsWithOne() {
        assertThat(run("export", "--out", folder.resolve("set").toString(), "--where", "decided<2026-01-01", "--profile", profile.toString())).isEqualTo(1);

        assertThat(out.toString()).contains("Nothing is left after: decided<=2025-12-31", "Nothing was written.");
        assertThat(folder.resolve("set")).doesNotExist();
    }

    @Test
    void whatCannotBeDoneAsAskedExitsWithTwo() throws Exception {
        Files.writeString(folder.resolve("mine"), "mine");
        assertThat(run("export", "--out", folder.toString(), "--profile", profile.toString())).isEqualTo(2);
        assertThat(err.toString()).contains(folder + " is not empty");
        assertThat(run("export", "--out", folder.resolve("set").toString(), "--where", "labl=x", "--profile", profile.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("No field 'labl'; the fields are lane, label, decided, pack, source, gold");
        assertThat(run("export", "verify", folder.resolve("nowhere").toString())).isEqualTo(2);
        assertThat(run("export")).isEqualTo(2);
        assertThat(err.toString()).contains("--out DIR");
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandLine command = DocketCommand.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return command.execute(arguments);
    }

    private static void admit(Desk desk, int n) throws IOException {
        byte[] picture = {1, 2, 3, (byte) n};
        ContentHash address = desk.blobs.put(picture);
        Source source = new Source("feed", "picture " + n);
        ImageItem item = new ImageItem(Items.idOf(source), source, address, picture.length, "image/png", 2, 2, NOW, NOW.plusSeconds(n), ItemFacts.NONE);
        PolicyDecision decision = new PolicyDecision(desk.policy.pack().ref(), Disposition.REVIEW, "general", "*", List.of(), "open", Severity.S0,
                Optional.empty(), 1, List.of(), List.of());
        desk.database.transact(tx -> {
            desk.items.add(tx, item, CanonicalJson.write(ProvenanceReport.NONE));
            desk.queue.enqueue(tx, item.id(), decision);
        });
    }

    private static void decide(Desk desk, LeasedTask task) {
        PolicyPack.Label label = desk.policy.pack().label("spam_scam");
        Finding finding = new Finding(label.id(), List.of(), label.severity(), label.defaultAction(), true, Optional.empty(), Optional.empty());
        Shown shown = new Shown(ContentHash.of(new byte[0]), true, List.of(), List.of(), "0".repeat(64), "open", true, List.of(), 5);
        desk.verdictDesk.record(new Verdict(UUID.randomUUID(), task.taskId(), task.itemId(), task.round(), 0, VerdictKind.DECIDED, desk.self.id(),
                task.epoch(), Optional.of(finding), Optional.empty(), desk.policy.pack().ref(), shown, NOW));
    }
}
