package dev.docket.crash;

import dev.docket.policy.PolicyPack;
import dev.docket.queue.LeasedTask;
import dev.docket.storage.ContentHash;
import dev.docket.team.Member;
import dev.docket.verdict.Finding;
import dev.docket.verdict.Shown;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictDesk;
import dev.docket.verdict.VerdictKind;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;

/** What a person might press on a task. */
final class Keystrokes {
    private static final int PERCENT = 100;
    private final SplittableRandom random;
    private final Member self;
    private final Clock clock;

    Keystrokes(SplittableRandom random, Member self, Clock clock) {
        this.random = random;
        this.self = self;
        this.clock = clock;
    }

    Verdict on(LeasedTask task) {
        int dice = random.nextInt(PERCENT);
        if (dice < 3) {
            return event(task, VerdictKind.SKIPPED, "unclear");
        }
        if (dice < 5) {
            return event(task, VerdictKind.ESCALATED, PolicyPack.LEAD);
        }
        if (dice < 7 && task.stage().ordinal() < 3) {
            return event(task, VerdictKind.ESCALATED, VerdictDesk.SECOND_OPINION);
        }
        return made(task, VerdictKind.DECIDED, Optional.of(finding(dice < 14 ? "spam_scam" : "benign").withSure(dice < 80)), Optional.empty());
    }

    private Verdict event(LeasedTask task, VerdictKind kind, String reason) {
        return made(task, kind, Optional.empty(), Optional.of(reason));
    }

    private Verdict made(LeasedTask task, VerdictKind kind, Optional<Finding> finding, Optional<String> reason) {
        Shown shown = new Shown(ContentHash.of(task.itemId().toString().getBytes(StandardCharsets.US_ASCII)), true, List.of(), List.of(), "0".repeat(64), "open", true, List.of(), 1);
        return new Verdict(UUID.randomUUID(), task.taskId(), task.itemId(), task.round(), 0, kind, self.id(), task.epoch(), finding, reason, Sitting.PACK.ref(), shown, clock.instant());
    }

    private static Finding finding(String label) {
        PolicyPack.Label known = Sitting.PACK.label(label);
        return Finding.of(label, known.severity(), known.defaultAction());
    }
}
