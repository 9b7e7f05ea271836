package dev.docket.ui.queue;

import dev.docket.desk.Desk;
import dev.docket.item.ImageItem;
import dev.docket.policy.PolicyDecision;
import dev.docket.policy.Severity;
import dev.docket.queue.TaskFilter;
import dev.docket.queue.TaskFilter.Standing;
import dev.docket.queue.TaskRow;
import dev.docket.queue.TaskSearch;
import dev.docket.team.Member;
import dev.docket.ui.common.Text;
import dev.docket.ui.queue.ItemStory.Event;
import dev.docket.verdict.Finding;
import dev.docket.verdict.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The queue of one desk, as its screen reads it. Several threads. */
public final class DeskQueueBoard implements QueueBoard {
    private static final int MOST_ROWS = 500;

    private final Desk desk;
    private final TaskSearch search = new TaskSearch();

    public DeskQueueBoard(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Standing standing() {
        return desk.database.inTransaction(tx -> {
            desk.queue.reap(tx);
            return new Standing(desk.queue.lanes(tx), desk.queue.holders(tx));
        });
    }

    @Override
    public TaskSearch.Found find(TaskFilter filter) {
        return desk.database.inTransaction(tx -> search.find(tx, filter, MOST_ROWS));
    }

    @Override
    public Optional<ItemStory> story(UUID item) {
        return desk.database.inTransaction(tx -> desk.items.find(tx, item).map(known -> story(tx, known)));
    }

    private ItemStory story(Handle tx, ImageItem item) {
        Optional<PolicyDecision> decision = desk.policies.of(tx, item.id());
        List<TaskRow> tasks = search.of(tx, item.id());
        boolean open = tasks.stream().anyMatch(t -> t.standing() != TaskFilter.Standing.DECIDED);
        List<Event> events = new ArrayList<>();
        events.add(new Event(item.flaggedAt(), "mdal-flag", Text.of("queue.event.flagged"),
                Text.of("queue.event.flagged.detail", item.source().name(), item.source().externalId())));
        events.add(new Event(item.receivedAt(), "mdal-inbox", Text.of("queue.event.admitted"),
                decision.map(d -> Text.of("queue.event.admitted.detail", d.pack().id(), d.pack().version())).orElse("")));
        tasks.forEach(task -> events.add(new Event(task.queuedAt(), "mdal-low_priority",
                Text.of("queue.event.filed", task.lane()), Text.of(task.round() == 1 ? "queue.look.first" : "queue.look.later", task.round()))));
        desk.verdicts.history(tx, item.id()).forEach(verdict -> events.add(event(tx, verdict, open)));
        tasks.stream().filter(t -> t.standing() == TaskFilter.Standing.HELD).forEach(task -> events.add(new Event(
                desk.clock.instant(), "mdmz-person", Text.of("queue.event.held", task.holder().orElse("?")), "")));
        events.sort(Comparator.comparing(Event::at));
        return new ItemStory(item, decision.map(PolicyDecision::severity).orElse(Severity.S0), decision.flatMap(PolicyDecision::deadline), open, events);
    }

    /** Who still has to look must not read what others found. */
    private Event event(Handle tx, Verdict verdict, boolean hidden) {
        String who = desk.team.find(tx, verdict.reviewer()).map(Member::pseudonym).orElse("?");
        String kind = verdict.kind().name().toLowerCase(Locale.ROOT);
        String title = Text.of("queue.event.verdict", Text.of("queue.kind." + kind), who);
        return new Event(verdict.at(), icon(verdict), title, hidden ? Text.of("queue.event.hidden")
                : verdict.finding().map(this::words).or(verdict::reason).orElse(""));
    }

    private String words(Finding finding) {
        var pack = desk.policy.pack();
        String label = pack.find(finding.label()).map(l -> l.shortTitle()).orElse(finding.label());
        var action = pack.actions().get(finding.action());
        return Text.of(finding.sure() ? "queue.finding" : "queue.finding.unsure",
                finding.severity().name(), label, action == null ? finding.action() : action.title());
    }

    private static String icon(Verdict verdict) {
        return switch (verdict.kind()) {
            case DECIDED -> "mdal-check_circle_outline";
            case UNDONE -> "mdmz-undo";
            case SKIPPED -> "mdmz-skip_next";
            case ESCALATED -> "mdal-arrow_upward";
            default -> "mdal-info";
        };
    }
}
