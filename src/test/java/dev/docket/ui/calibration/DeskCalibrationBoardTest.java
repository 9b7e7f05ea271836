package dev.docket.ui.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.desk.Desk;
import dev.docket.item.ImageItem;
import dev.docket.item.ItemFacts;
import dev.docket.item.Items;
import dev.docket.item.Source;
import dev.docket.policy.Disposition;
import dev.docket.policy.PolicyDecision;
import dev.docket.policy.Severity;
import dev.docket.settings.NoHold;
import dev.docket.storage.ContentHash;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions over a real desk. */
class DeskCalibrationBoardTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void aLookInASessionCountsInOnesOwnMeter() throws Exception {
        try (Desk desk = Desk.open(NoHold.in(folder), Clock.fixed(NOW, ZoneOffset.UTC))) {
            DeskCalibrationBoard board = new DeskCalibrationBoard(desk);
            UUID item = admit(desk);

            board.seen(item, Duration.ofSeconds(7));
            board.seen(new UUID(1, 1), Duration.ofSeconds(7));

            assertThat(desk.care.hour().seen()).as("as the cover says, since the severity is hidden").containsOnlyKeys(Severity.S3);
            assertThat(desk.care.hour().of(Severity.S3).looks()).isEqualTo(1);
            assertThat(desk.care.hour().of(Severity.S3).open()).isEqualTo(Duration.ofSeconds(7));
        }
    }

    private static UUID admit(Desk desk) throws Exception {
        byte[] bytes = "a picture".getBytes(StandardCharsets.UTF_8);
        ContentHash address = desk.blobs.put(bytes);
        Source source = new Source("feed", "post-1");
        ImageItem item = new ImageItem(Items.idOf(source), source, address, bytes.length, "image/png", 2, 2, NOW.minusSeconds(60), NOW.minusSeconds(30), ItemFacts.NONE);
        PolicyDecision decision = new PolicyDecision(desk.policy.pack().ref(), Disposition.REVIEW, "general", "*", List.of(), "covered", Severity.S4,
                Optional.empty(), 1, List.of(), List.of());
        desk.database.transact(tx -> {
            desk.items.add(tx, item, "{}");
            desk.policies.put(tx, item.id(), decision);
        });
        return item.id();
    }
}
