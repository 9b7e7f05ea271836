package dev.docket.report;

import dev.docket.classify.ModelScore;
import dev.docket.quality.GoldenAnswer;
import dev.docket.quality.Sample;
import dev.docket.queue.Backlog;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** What the statistics of a period are computed from, read in one go. One thread fills it; read-only afterwards. */
final class Gathered {
    /** The hearing of an appeal: what was appealed against, and whether it fell. */
    record Hearing(String label, boolean overturned) {}

    final Period period;
    /** Items that something happened to in the period, quality checks left out. */
    final List<Reviewed> reviewed = new ArrayList<>();
    final List<Hearing> hearings = new ArrayList<>();
    /** Items left for somebody else, by the reason given. */
    final Map<String, Long> left = new TreeMap<>();
    final Map<LocalDate, Long> decided = new TreeMap<>();
    final Map<UUID, List<ModelScore>> scores = new HashMap<>();
    /** What was found on golden items in the period. */
    final List<GoldenAnswer> golden = new ArrayList<>();
    /** Whether this is of the whole desk: of a part nothing is told of people, as what few of them saw could be worked out by taking parts from the whole. */
    boolean whole = true;
    /** First decisions that were drawn for a second look in the period. */
    final List<Sample> drawn = new ArrayList<>();
    /** Scores of what came in, in the period and before. */
    List<Scored> scored = List.of();
    Map<LocalDate, Long> arrived = Map.of();
    Map<String, Long> labels = Map.of();
    Map<String, Long> labelsBefore = Map.of();
    List<Backlog> backlog = List.of();
    Map<UUID, String> pseudonyms = Map.of();
    long propagated;
    long reversed;
    long halted;

    Gathered(Period period) {
        this.period = period;
    }

    /** @param history all events of one item @param others items that are none of these figures */
    void add(List<Verdict> history, Set<UUID> others) {
        if (others.contains(history.getFirst().itemId())) {
            return;
        }
        reviewed.add(Reviewed.of(history));
        Map<UUID, Verdict> byId = new HashMap<>();
        history.forEach(event -> byId.put(event.id(), event));
        history.stream().filter(event -> holds(event.at())).forEach(event -> {
            switch (event.kind()) {
                case UPHELD, OVERTURNED -> event.about().map(byId::get).flatMap(Verdict::finding)
                        .ifPresent(against -> hearings.add(new Hearing(against.label(), event.kind() == VerdictKind.OVERTURNED)));
                case SKIPPED -> left.merge(event.reason().orElse(""), 1L, Long::sum);
                default -> { }
            }
        });
    }

    boolean holds(Instant at) {
        return !at.isBefore(period.start()) && at.isBefore(period.end());
    }

    /** First looks that were taken in the period. */
    List<Reviewed> first() {
        return reviewed.stream().filter(item -> item.first().filter(vote -> holds(vote.at())).isPresent()).toList();
    }

    /** Items whose finding that counts was made in the period by somebody who looked. */
    List<Reviewed> settled() {
        return reviewed.stream().filter(item -> !item.propagated() && item.deciding().filter(vote -> holds(vote.at())).isPresent()).toList();
    }
}
