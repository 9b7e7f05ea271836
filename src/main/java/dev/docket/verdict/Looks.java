package dev.docket.verdict;

import dev.docket.policy.PolicyPack;
import dev.docket.policy.PolicyPack.Ladder;
import dev.docket.queue.LeasedTask;
import dev.docket.queue.Look;
import dev.docket.queue.ReviewQueue;
import dev.docket.queue.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * What a verdict is by the stage of its task, who may give it, and which further look it asks for. A second opinion, an
 * adjudication and the hearing of an appeal never go to somebody who found something on the item before.
 */
final class Looks {
    private final ReviewQueue queue;
    private final PolicyPack pack;
    private final Verdicts verdicts;

    Looks(ReviewQueue queue, PolicyPack pack, Verdicts verdicts) {
        this.queue = queue;
        this.pack = pack;
        this.verdicts = verdicts;
    }

    /** @throws IllegalArgumentException when the reviewer would judge a finding of their own */
    void refuseOwn(Handle tx, LeasedTask task, Verdict verdict) {
        boolean own = task.stage().judgesOthers() && foundElsewhere(tx, task, verdict.reviewer());
        if (own || task.stage() != Stage.FIRST && queue.isBarred(tx, task.taskId(), verdict.reviewer())) {
            throw new IllegalArgumentException("Nobody judges a finding of their own: task " + task.taskId() + " is for somebody else");
        }
    }

    /** The verdict, known for what it is at its stage: a decision on an appeal upholds or overturns. */
    Verdict named(Handle tx, LeasedTask task, Verdict verdict) {
        if (verdict.kind() == VerdictKind.ADJUDICATED && (task.stage() != Stage.ADJUDICATION || verdict.finding().isPresent())) {
            throw new IllegalArgumentException("Only an adjudication may be left grey, and it has no finding then");
        }
        if (verdict.kind() != VerdictKind.DECIDED) {
            return verdict;
        }
        return switch (task.stage()) {
            case FIRST, LADDER -> verdict;
            case SECOND -> compared(verdict, earlier(tx, task), VerdictKind.AGREED, VerdictKind.DISAGREED);
            case ADJUDICATION -> verdict.named(VerdictKind.ADJUDICATED, Optional.empty());
            case APPEAL -> compared(verdict, appealed(tx, task.itemId()), VerdictKind.UPHELD, VerdictKind.OVERTURNED);
        };
    }

    /** Files the look that the event asks for, if it asks for one. */
    void follow(Handle tx, LeasedTask task, Verdict event) {
        switch (event.kind()) {
            case ESCALATED -> handOn(tx, task, event);
            case DECIDED, REVISED, AGREED, DISAGREED, ADJUDICATED, UPHELD, OVERTURNED -> askAgain(tx, task, event);
            default -> { }
        }
        if (event.finding().isPresent() && task.stage() != Stage.FIRST) {
            queue.bar(tx, task, event.reviewer());
        }
    }

    /** Everybody who found something on the item, taken back or not, by id. */
    static List<UUID> judges(Handle tx, UUID item) {
        return tx.createQuery("select reviewer_id from item_judge where item_id = :item order by reviewer_id")
                .bind("item", item).mapTo(UUID.class).list();
    }

    /** In a look of their own, people may find something anew. */
    private static boolean foundElsewhere(Handle tx, LeasedTask task, UUID reviewer) {
        return tx.createQuery("""
                        select 1 from verdict_event where item_id = :item and reviewer_id = :me and finding_json is not null
                           and not (task_id = :task and round = :round) limit 1""")
                .bind("item", task.itemId()).bind("me", reviewer).bind("task", task.taskId()).bind("round", task.round())
                .mapTo(Integer.class).findOne().isPresent();
    }

    private Verdict compared(Verdict verdict, Optional<Verdict> with, VerdictKind same, VerdictKind other) {
        if (with.isEmpty()) {
            return verdict;
        }
        boolean agrees = with.get().finding().orElseThrow().agreesWith(verdict.finding().orElseThrow());
        return verdict.named(agrees ? same : other, with.map(Verdict::id));
    }

    private Optional<Verdict> earlier(Handle tx, LeasedTask task) {
        return verdicts.standing(tx, task.itemId()).votes().stream().filter(v -> v.round() < task.round()).reduce((_, later) -> later);
    }

    /** What the last appeal on the item is against. */
    private Optional<Verdict> appealed(Handle tx, UUID item) {
        return verdicts.history(tx, item).stream().filter(v -> v.kind() == VerdictKind.APPEALED).reduce((_, later) -> later)
                .flatMap(Verdict::about).flatMap(about -> verdicts.find(tx, about));
    }

    private void handOn(Handle tx, LeasedTask task, Verdict event) {
        String reason = event.reason().orElse(PolicyPack.LEAD);
        if (!reason.equals(VerdictDesk.SECOND_OPINION)) {
            up(tx, task, event, reason);
        } else if (task.stage() == Stage.ADJUDICATION || task.stage() == Stage.APPEAL) {
            throw new IllegalArgumentException("An adjudication or appeal is skipped for somebody else to take, not passed on for an opinion");
        } else {
            queue.file(tx, event.itemId(), Look.second(event.id(), andJudges(tx, event), pack.clocks().secondOpinion()));
        }
    }

    private void askAgain(Handle tx, LeasedTask task, Verdict event) {
        boolean unsure = event.finding().filter(finding -> !finding.sure()).isPresent();
        if (event.finding().filter(finding -> finding.action().equals(VerdictDesk.ESCALATE)).isPresent() && event.kind() != VerdictKind.DISAGREED) {
            up(tx, task, event, event.reason().orElse(PolicyPack.LEAD));
        } else if (event.kind() == VerdictKind.DISAGREED || event.kind() == VerdictKind.AGREED && unsure) {
            queue.file(tx, event.itemId(), Look.adjudication(event.id(), andJudges(tx, event), pack.clocks().adjudication()));
        } else if (unsure && (task.stage() == Stage.FIRST || task.stage() == Stage.SECOND)) {
            queue.file(tx, event.itemId(), Look.second(event.id(), andJudges(tx, event), pack.clocks().secondOpinion()));
        }
    }

    /** What is disputed is kept up the ladder too from those who disputed. */
    private void up(Handle tx, LeasedTask task, Verdict event, String name) {
        Optional<Ladder> ladder = Optional.ofNullable(pack.ladders().get(name));
        List<UUID> notBy = task.stage() == Stage.ADJUDICATION || task.stage() == Stage.APPEAL ? andJudges(tx, event)
                : ladder.filter(Ladder::fourEyes).map(_ -> List.of(event.reviewer())).orElse(List.of());
        queue.file(tx, event.itemId(), Look.ladder(name, event.id(), notBy, ladder.map(Ladder::clock).orElse(pack.clocks().secondOpinion())));
    }

    /** Who judged the item so far, this reviewer included. */
    private static List<UUID> andJudges(Handle tx, Verdict event) {
        List<UUID> judges = new ArrayList<>(judges(tx, event.itemId()));
        judges.addFirst(event.reviewer());
        return judges;
    }
}
