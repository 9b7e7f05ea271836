package dev.docket.ui.queue;

import dev.docket.desk.Desk;
import dev.docket.item.ImageItem;
import dev.docket.item.StandIns;
import dev.docket.item.Tombstone;
import dev.docket.item.Tombstones;
import dev.docket.policy.PolicyDecision;
import dev.docket.policy.Severity;
import dev.docket.quality.GoldenItems;
import dev.docket.queue.TaskFilter;
import dev.docket.queue.TaskRow;
import dev.docket.queue.TaskSearch;
import dev.docket.team.Member;
import dev.docket.team.Role;
import dev.docket.ui.common.Text;
import dev.docket.ui.ladder.FoundWords;
import dev.docket.ui.ladder.LadderDesk;
import dev.docket.ui.queue.ItemStory.Event;
import dev.docket.verdict.Comments;
import dev.docket.verdict.Standing;
import dev.docket.verdict.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Tells what happened to an item, from its flagging to now. Who still has to look must not read what others found or said. */
final class DeskStories {
    private final Desk desk;
    private final LadderDesk ladder;
    private final TaskSearch search = new TaskSearch();
    private final Tombstones stones = new Tombstones();
    private final GoldenItems goldens = new GoldenItems();

    DeskStories(Desk desk, LadderDesk ladder) {
        this.desk = desk;
        this.ladder = ladder;
    }

    ItemStory of(Handle tx, ImageItem item) {
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
        List<Verdict> history = desk.verdicts.history(tx, item.id());
        history.forEach(verdict -> events.add(event(tx, verdict, history, open)));
        tasks.stream().filter(t -> t.standing() == TaskFilter.Standing.HELD).forEach(task -> events.add(new Event(
                desk.clock.instant(), "mdmz-person", Text.of("queue.event.held", task.holder().orElse("?")), "")));
        stones.of(tx, item.id()).forEach(stone -> events.add(new Event(stone.at(), "mdal-delete_forever", Text.of("queue.event.erased", parts(stone), name(tx, stone.by())),
                stone.reason() + ", " + stone.basis())));
        // a lead and an auditor know; a reviewer's questions find it once they have answered
        StandIns.original(tx, item.id()).ifPresent(original -> events.add(new Event(item.receivedAt(), "mdal-info", Text.of("queue.event.standin"),
                Text.of("queue.event.standin.detail", original.toString().substring(0, 4) + "-" + original.toString().substring(4, 8)))));
        events.sort(Comparator.comparing(Event::at));
        return new ItemStory(item, decision.map(PolicyDecision::severity).orElse(Severity.S0), decision.flatMap(PolicyDecision::deadline), open, events,
                desk.comments.of(tx, item.id()).stream().map(comment -> event(tx, comment, open)).toList(),
                ladder.mayLodge() ? ladder.appealable(item.id()) : LadderDesk.Appealable.NOTHING, golden(tx, item, open));
    }

    private ItemStory.Golden golden(Handle tx, ImageItem item, boolean open) {
        if (desk.self.role() != Role.LEAD || open || StandIns.isOne(tx, item.id())) {
            return ItemStory.Golden.NOTHING;
        }
        return goldens.on(tx, item.id()).isPresent() ? ItemStory.Golden.MARKED
                : desk.verdicts.standing(tx, item.id()).state() == Standing.State.DECIDED ? ItemStory.Golden.MARKABLE : ItemStory.Golden.NOTHING;
    }

    private static String parts(Tombstone stone) {
        return stone.parts().stream().sorted().map(part -> Text.of("queue.part." + part.word())).collect(Collectors.joining(", "));
    }

    private Event event(Handle tx, Verdict verdict, List<Verdict> history, boolean hidden) {
        String title = Text.of("queue.event.verdict", kind(verdict), name(tx, verdict.reviewer()));
        return new Event(verdict.at(), icon(verdict), title, hidden ? Text.of("queue.event.hidden") : detail(tx, verdict, history));
    }

    private Event event(Handle tx, Comments.Comment comment, boolean open) {
        boolean hidden = open && !comment.author().equals(desk.self.id());
        return new Event(comment.at(), "mdal-comment", Text.of("queue.event.said", name(tx, comment.author())),
                hidden ? Text.of("queue.event.hidden") : comment.words());
    }

    private String detail(Handle tx, Verdict verdict, List<Verdict> history) {
        FoundWords words = new FoundWords(desk.policy.pack());
        Optional<String> about = verdict.about().flatMap(id -> history.stream().filter(v -> v.id().equals(id)).findFirst()).map(DeskStories::kind);
        return switch (verdict.kind()) {
            case UNDONE -> about.map(what -> Text.of("queue.detail.undone", what)).orElse("");
            case PROPAGATED -> Text.of("queue.detail.carried", words.brief(verdict.finding().orElseThrow()), seed(tx, verdict));
            case REVERSED -> Text.of("queue.detail.reversed");
            case APPEALED -> verdict.reason().map(r -> Text.of("ladder.source." + r)).orElse("")
                    + verdict.words().map(said -> ": " + Text.of("ladder.quote", said)).orElse("");
            case ESCALATED -> words.passedUp(verdict);
            case ADJUDICATED -> verdict.finding().map(words::brief).orElseGet(() -> Text.of("queue.detail.grey", verdict.words().orElse("")));
            default -> verdict.finding().map(f -> words.brief(f) + spread(verdict)).or(() -> verdict.reason().map(DeskStories::plain)).orElse("");
        };
    }

    /** How many look-alikes stand as this decision was made. */
    private String spread(Verdict verdict) {
        long items = desk.propagation.descendants(verdict.id());
        return items == 0 ? "" : ". " + Text.of("queue.detail.spread", items);
    }

    private String seed(Handle tx, Verdict carried) {
        return carried.about().flatMap(id -> desk.verdicts.find(tx, id)).flatMap(seed -> desk.items.find(tx, seed.itemId()))
                .map(ImageItem::shortId).orElse("?");
    }

    private String name(Handle tx, UUID person) {
        return desk.team.find(tx, person).map(Member::pseudonym).orElse("?");
    }

    private static String kind(Verdict verdict) {
        return Text.of("queue.kind." + verdict.kind().name().toLowerCase(Locale.ROOT));
    }

    private static String plain(String word) {
        return word.replace('_', ' ');
    }

    private static String icon(Verdict verdict) {
        return switch (verdict.kind()) {
            case DECIDED, REVISED, AGREED, UPHELD -> "mdal-check_circle_outline";
            case DISAGREED, OVERTURNED -> "mdal-compare_arrows";
            case ADJUDICATED, APPEALED -> "mdal-gavel";
            case UNDONE, REVERSED -> "mdmz-undo";
            case SKIPPED -> "mdmz-skip_next";
            case ESCALATED -> "mdal-arrow_upward";
            case PROPAGATED -> "mdal-call_split";
            case QUARANTINED -> "mdal-info";
        };
    }
}
