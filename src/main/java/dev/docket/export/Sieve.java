package dev.docket.export;

import dev.docket.policy.PackRef;
import dev.docket.verdict.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Sorts candidates into chosen, left out for a reason, and not reached by the selection. One thread. */
final class Sieve {

    /** @param training whether the policy lets its picture train a model */
    record Chosen(Candidate candidate, LabelRule.Resolved label, ExportMode mode, boolean training) {}

    /** A condition of the selection, how it reads, and how many decided items came through it. */
    private static final class Step {
        final String words;
        final Predicate<Decided> holds;
        long passed;

        Step(String words, Predicate<Decided> holds) {
            this.words = words;
            this.holds = holds;
        }
    }

    private record Decided(Candidate candidate, LabelRule.Resolved label) {}

    private final Selection selection;
    private final PackShelf packs;
    private final List<Step> steps = new ArrayList<>();
    private final List<Chosen> chosen = new ArrayList<>();
    private final SortedMap<LeftOut, Long> leftOut = new TreeMap<>();
    private long decided;

    Sieve(Selection selection, PackShelf packs) {
        this.selection = selection;
        this.packs = packs;
        step(Selection.ALL.withSources(List.copyOf(selection.sources())), d -> in(selection.sources(), d.candidate().known().source()));
        step(Selection.ALL.withUploaders(List.copyOf(selection.uploaders())), d -> byOneOf(d.candidate()));
        step(Selection.ALL.withLanes(List.copyOf(selection.lanes())), d -> in(selection.lanes(), d.candidate().lane()));
        step(Selection.ALL.withDecided(selection.from(), selection.to()), d -> decidedInTime(d.label().deciding()));
        step(Selection.ALL.withPacks(List.copyOf(selection.packs())), d -> packMatches(d.label().deciding()));
        step(Selection.ALL.withLabels(List.copyOf(selection.labels())), d -> in(selection.labels(), d.label().finding().label()));
    }

    /** @param alone the condition by itself; one that asks for nothing is no step */
    private void step(Selection alone, Predicate<Decided> holds) {
        if (!alone.where().isEmpty()) {
            steps.add(new Step(alone.where(), holds));
        }
    }

    void add(Candidate c) {
        boolean routed = in(selection.sources(), c.known().source()) && byOneOf(c) && in(selection.lanes(), c.lane());
        if (c.votes().isEmpty()) {
            if (routed) {
                count(LeftOut.UNDECIDED);
            }
            return;
        }
        decided++;
        Optional<LeftOut> unsettled = c.unsettled();
        if (unsettled.isPresent()) {
            if (routed && reachesOneOf(c.votes())) {
                count(unsettled.get());
            }
            return;
        }
        LabelRule.Resolved label = c.label().orElseThrow();
        if (passes(new Decided(c, label))) {
            choose(c, label);
        }
    }

    private void choose(Candidate c, LabelRule.Resolved label) {
        Optional<ExportMode> mode = packs.mode(c.votes(), label);
        if (c.split() == Split.GOLD && !selection.gold()) {
            count(LeftOut.QUALITY_CHECK);
        } else if (mode.isEmpty()) {
            count(LeftOut.UNKNOWN_LABEL);
        } else if (mode.get() == ExportMode.NEVER) {
            count(LeftOut.KEPT_HERE);
        } else {
            chosen.add(new Chosen(c, label, mode.get(), packs.mayTrain(c.votes(), label)));
        }
    }

    private boolean passes(Decided d) {
        for (Step step : steps) {
            if (!step.holds.test(d)) {
                return false;
            }
            step.passed++;
        }
        return true;
    }

    /** An unsettled item has no label of its own: it is reached when one of its votes is. */
    private boolean reachesOneOf(List<Verdict> votes) {
        return votes.stream().anyMatch(v -> in(selection.labels(), v.finding().orElseThrow().label()) && packMatches(v) && decidedInTime(v));
    }

    private boolean byOneOf(Candidate c) {
        return selection.uploaders().isEmpty() || c.known().uploader().filter(selection.uploaders()::contains).isPresent();
    }

    private boolean decidedInTime(Verdict v) {
        LocalDate day = RowMaker.day(v);
        return selection.from().map(first -> !day.isBefore(first)).orElse(true) && selection.to().map(last -> !day.isAfter(last)).orElse(true);
    }

    private boolean packMatches(Verdict v) {
        PackRef pack = v.pack();
        return selection.packs().isEmpty() || selection.packs().contains(pack.version()) || selection.packs().contains(pack.name());
    }

    private static boolean in(SortedSet<String> asked, String value) {
        return asked.isEmpty() || asked.contains(value);
    }

    void count(LeftOut reason) {
        leftOut.merge(reason, 1L, Long::sum);
    }

    List<Chosen> chosen() {
        return chosen;
    }

    SortedMap<LeftOut, Long> leftOut() {
        return leftOut;
    }

    /** What removed the last item, for a set that came out empty. */
    String emptiedBy() {
        if (decided == 0) {
            return "nothing is decided yet";
        }
        return steps.stream().filter(step -> step.passed == 0).map(step -> step.words).findFirst()
                .or(() -> leftOut.keySet().stream().filter(reason -> reason != LeftOut.UNDECIDED).map(LeftOut::sentence).findFirst())
                .orElse("nothing is decided yet");
    }
}
