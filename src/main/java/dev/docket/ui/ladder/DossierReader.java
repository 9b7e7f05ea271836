package dev.docket.ui.ladder;

import dev.docket.desk.Desk;
import dev.docket.policy.PolicyDecision;
import dev.docket.policy.PolicyPack;
import dev.docket.quality.Samples;
import dev.docket.queue.LeasedTask;
import dev.docket.queue.Stage;
import dev.docket.team.Role;
import dev.docket.ui.common.Text;
import dev.docket.verdict.Standing;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Reads dossiers of one desk. Several threads. */
public final class DossierReader {
    /** What the policy's sentence on a deadline begins with; then the time, a comma and the rule. */
    private static final String DUE = "Due by ";

    private final Desk desk;
    private final Samples samples = new Samples();

    public DossierReader(Desk desk) {
        this.desk = desk;
    }

    /** Whether scores, provenance and what others found stay hidden in a look of this kind, whatever the item. */
    public static boolean isBlind(Stage stage) {
        return stage == Stage.SECOND || stage == Stage.APPEAL;
    }

    /** @param blind whether what others found stays hidden until the verdict */
    public Dossier of(Handle tx, LeasedTask task, PolicyDecision decision, boolean blind) {
        return new Dossier(blind ? List.of() : before(tx, task), due(tx, task, decision, blind), came(tx, decision),
                desk.comments.of(tx, task.itemId()).size(), drawn(tx, task));
    }

    /** Leads alone read what was drawn. */
    private Optional<Dossier.Drawn> drawn(Handle tx, LeasedTask task) {
        return task.stage() != Stage.ADJUDICATION || desk.self.role() != Role.LEAD ? Optional.empty()
                : samples.of(tx, task.itemId()).map(sample -> new Dossier.Drawn(sample.rule(), sample.probability()));
    }

    private List<Verdict> before(Handle tx, LeasedTask task) {
        if (task.stage() != Stage.ADJUDICATION && task.stage() != Stage.LADDER) {
            return List.of();
        }
        List<Verdict> history = desk.verdicts.history(tx, task.itemId());
        List<UUID> votes = Standing.of(task.itemId(), history).votes().stream().map(Verdict::id).toList();
        return history.stream().filter(v -> v.round() < task.round())
                .filter(v -> votes.contains(v.id()) || task.stage() == Stage.LADDER && isLastOfItsTask(v, history) && v.kind() == VerdictKind.ESCALATED).toList();
    }

    private static boolean isLastOfItsTask(Verdict event, List<Verdict> history) {
        return history.stream().noneMatch(v -> v.taskId().equals(event.taskId()) && v.revision() > event.revision());
    }

    private Optional<Dossier.Due> due(Handle tx, LeasedTask task, PolicyDecision decision, boolean blind) {
        Optional<Instant> own = Optional.ofNullable(desk.queue.due(tx, List.of(task.taskId())).get(task.taskId()));
        return own.or(decision::deadline).map(at -> {
            boolean items = decision.deadline().equals(own) || own.isEmpty() || task.stage() == Stage.FIRST;
            return new Dossier.Due(at, items ? itemsRule(decision, blind) : looksRule(tx, task));
        });
    }

    /** The rule may name what is suspected. */
    private static String itemsRule(PolicyDecision decision, boolean blind) {
        if (blind) {
            return Text.of("ladder.due.hidden");
        }
        return decision.reasons().stream().filter(r -> r.startsWith(DUE)).map(r -> r.substring(r.indexOf(", ") + 2)).findFirst()
                .map(rule -> Character.toUpperCase(rule.charAt(0)) + rule.substring(1)).orElse(Text.of("ladder.due.item"));
    }

    private String looksRule(Handle tx, LeasedTask task) {
        PolicyPack.Clocks clocks = desk.policy.pack().clocks();
        return switch (task.stage()) {
            case SECOND -> Text.of("ladder.due.second", hours(clocks.secondOpinion()));
            case ADJUDICATION -> Text.of("ladder.due.adjudication", hours(clocks.adjudication()));
            case APPEAL -> Text.of("ladder.due.appeal", hours(clocks.appeal()));
            default -> Text.of("ladder.due.ladder", desk.queue.lanes(tx).stream().filter(l -> l.id() == task.laneId()).findFirst()
                    .map(l -> l.title()).orElse("?"));
        };
    }

    private static long hours(Duration clock) {
        return Math.max(1, clock.toHours());
    }

    private Optional<Dossier.Came> came(Handle tx, PolicyDecision decision) {
        return decision.pack().equals(desk.policy.pack().ref()) ? Optional.empty()
                : desk.policies.text(tx, decision.pack()).map(text -> new Dossier.Came(decision.pack(), text));
    }
}
