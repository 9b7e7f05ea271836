package dev.docket.crash;

import dev.docket.desk.Desk;
import dev.docket.queue.Lane;
import dev.docket.queue.LeasedTask;
import dev.docket.storage.ContentHash;
import dev.docket.verdict.Finding;
import dev.docket.verdict.Shown;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictKind;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Decides everything in the queue as fast as it can and says each verdict's id once it was recorded. To be killed. */
final class ReviewerProcess {
    private ReviewerProcess() {}

    public static void main(String[] args) throws Exception {
        try (Desk desk = Desk.open(Path.of(args[0]), Clock.systemUTC())) {
            desk.database.transact(tx -> desk.queue.releaseAll(tx, desk.self.id()));
            System.out.println("OPEN");
            for (Lane lane : desk.database.inTransaction(desk.queue::lanes)) {
                List<LeasedTask> window = claim(desk, lane);
                while (!window.isEmpty()) {
                    for (LeasedTask task : window) {
                        Verdict verdict = verdict(desk, task);
                        System.out.println(desk.verdictDesk.record(verdict) + " " + verdict.id() + " " + task.taskId());
                    }
                    window = claim(desk, lane);
                }
            }
            System.out.println("EMPTY");
        }
    }

    private static List<LeasedTask> claim(Desk desk, Lane lane) {
        return desk.database.inTransaction(tx -> desk.queue.claim(tx, desk.self.id(), lane.id(), 4));
    }

    private static Verdict verdict(Desk desk, LeasedTask task) {
        var label = desk.policy.pack().label("benign");
        Finding finding = new Finding("benign", List.of(), label.severity(), label.defaultAction(), true, Optional.empty(), Optional.empty());
        Shown shown = new Shown(ContentHash.of(new byte[0]), true, List.of(), List.of(), "0".repeat(64), "open", true, List.of(), 1);
        int revision = desk.database.inTransaction(tx -> desk.verdicts.nextRevision(tx, task.taskId(), task.round()));
        return new Verdict(UUID.randomUUID(), task.taskId(), task.itemId(), task.round(), revision, VerdictKind.DECIDED, desk.self.id(),
                task.epoch(), Optional.of(finding), Optional.empty(), desk.policy.pack().ref(), shown, desk.clock.instant());
    }
}
