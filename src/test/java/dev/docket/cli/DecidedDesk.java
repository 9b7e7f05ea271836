package dev.docket.cli;

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
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A desk on which every picture was decided. */
final class DecidedDesk {
    static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    private DecidedDesk() {}

    /** @param pictures files, which need not be pictures */
    static void make(Path profile, List<byte[]> pictures) throws Exception {
        try (Desk desk = Desk.open(NoHold.in(profile), Clock.fixed(NOW, ZoneOffset.UTC))) {
            for (int n = 0; n < pictures.size(); n++) {
                admit(desk, pictures.get(n), n);
            }
            desk.database.inTransaction(tx -> desk.queue.lanes(tx).stream().flatMap(l -> desk.queue.claim(tx, desk.self.id(), l.id(), 10).stream()).toList())
                    .forEach(task -> decide(desk, task));
        }
    }

    private static void admit(Desk desk, byte[] picture, int n) throws IOException {
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
