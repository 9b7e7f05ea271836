package dev.docket.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.intake.IntakeSources;
import dev.docket.progress.Progress;
import dev.docket.provenance.ProvenanceReport;
import dev.docket.provenance.ProvenanceReport.State;
import dev.docket.provenance.c2pa.Signed;
import dev.docket.provenance.c2pa.TrustListException;
import dev.docket.storage.CanonicalJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustListOfADeskTest {
    @TempDir
    private Path folder;
    private Path profile;

    @BeforeEach
    void settings() throws Exception {
        profile = Files.createDirectories(folder.resolve("desk"));
        Files.writeString(profile.resolve("settings.json"), "{\"trustList\": \"trust.pem\"}");
    }

    @Test
    void intakeValidatesUnderTheListOfTheSettingsAndKeepsWhatItFound() throws Exception {
        Files.write(profile.resolve("trust.pem"), Signed.file("anchors.pem"));
        Path image = Files.write(folder.resolve("edited.jpg"), Signed.file("edited.jpg"));
        try (Desk desk = Desk.open(profile, Signed.LATER)) {
            desk.intake.admitAll(IntakeSources.open(image, IntakeSources.Format.AUTO, "test", Signed.LATER), Progress.NONE);

            List<UUID> items = desk.database.inTransaction(desk.items::ids);
            ProvenanceReport report = desk.database.inTransaction(tx -> CanonicalJson.read(desk.items.provenanceJson(tx, items.getFirst()), ProvenanceReport.class));
            assertThat(report.c2pa().state()).isEqualTo(State.TRUSTED);
            assertThat(report.c2pa().manifest().orElseThrow().ingredients()).hasSize(1);
        }
    }

    @Test
    void aListThatCannotBeReadIsAFaultOfTheSettings() throws Exception {
        Files.writeString(profile.resolve("trust.pem"), "nothing");

        assertThatThrownBy(() -> Desk.open(profile, Signed.LATER)).isInstanceOf(TrustListException.class).hasMessageContaining("trust.pem");
    }
}
