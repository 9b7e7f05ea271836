package dev.docket.report;

import dev.docket.metrics.Estimate;
import dev.docket.metrics.Rating;
import dev.docket.metrics.TeamCheck;
import dev.docket.metrics.TeamCheck.Check;
import dev.docket.policy.Severity;
import dev.docket.report.PeriodFigures.Exposure;
import dev.docket.report.Sheet.Cell;
import dev.docket.report.Sheet.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** What concerns people: told of all together, or of somebody whose checks no chance explains. */
final class TeamSheets {
    private TeamSheets() {}

    static Exposure exposure(Gathered all) {
        List<Vote> votes = all.reviewed.stream().flatMap(item -> item.votes().stream()).filter(vote -> all.holds(vote.at())).toList();
        Set<?> people = votes.stream().map(Vote::person).collect(Collectors.toSet());
        List<Vote> severe = votes.stream().filter(vote -> vote.severity().compareTo(Severity.S3) >= 0).toList();
        return new Exposure(people.size(), severe.size(), severe.stream().filter(Vote::opened).count());
    }

    static Sheet exposureSheet(Gathered all) {
        Exposure exposure = exposure(all);
        List<List<Cell>> rows = all.whole && exposure.isTold() ? List.of(List.of(new Cell.Term("severe_decided"), new Cell.Count(exposure.decided())),
                List.of(new Cell.Term("severe_opened"), new Cell.Count(exposure.opened()))) : List.of();
        return new Sheet(Sheet.Kind.EXPOSURE, List.of(Sheet.column("what", Type.WORDS), Sheet.column("number", Type.COUNT)), rows);
    }

    /** The team, then those who stand out from it by golden items or by what others found, in order of their pseudonyms; nobody else. */
    static Sheet apart(Gathered all) {
        TeamCheck golden = TeamCheck.of(all.golden.stream().map(answer -> new Check(all.pseudonyms.getOrDefault(answer.reviewer(), answer.pseudonym()), answer.isRight())).toList(), Sheet.LEVEL);
        TeamCheck overlap = TeamCheck.of(all.reviewed.stream().filter(Reviewed::isDouble).flatMap(item -> checks(item, all.pseudonyms).stream()).toList(), Sheet.LEVEL);
        List<List<Cell>> rows = new ArrayList<>();
        if (all.whole && golden.team().n() + overlap.team().n() > 0) {
            rows.add(List.of(new Cell.Term("team"), new Cell.Count(golden.team().n()), Cell.of(golden.team()), new Cell.Count(overlap.team().n()), Cell.of(overlap.team())));
            Set<String> people = new TreeSet<>(golden.apart());
            people.addAll(overlap.apart());
            people.forEach(person -> rows.add(row(person, golden, overlap)));
        }
        return new Sheet(Sheet.Kind.APART, List.of(Sheet.column("who", Type.WORDS), Sheet.column("golden", Type.COUNT), Sheet.column("right", Type.RATE), Sheet.column("overlaps", Type.COUNT),
                Sheet.column("agrees", Type.RATE)), rows);
    }

    private static List<Cell> row(String person, TeamCheck golden, TeamCheck overlap) {
        Estimate right = golden.people().getOrDefault(person, Estimate.undefined("there is nothing to count", 0));
        Estimate agrees = overlap.people().getOrDefault(person, Estimate.undefined("there is nothing to count", 0));
        return List.of(new Cell.Words(person), new Cell.Count(right.n()), Cell.of(right), new Cell.Count(agrees.n()), Cell.of(agrees));
    }

    /** Held against a third person's finding where one settled it, else against one another. */
    private static List<Check> checks(Reviewed item, Map<UUID, String> pseudonyms) {
        Optional<Vote> third = item.deciding().filter(vote -> item.independent().stream().noneMatch(each -> each.person().equals(vote.person())));
        return third.isPresent() ? item.independent().stream().map(vote -> new Check(who(vote, pseudonyms), vote.label().equals(third.get().label()))).toList()
                : TeamCheck.overlaps(item.independent().stream().map(vote -> new Rating(item.item().toString(), who(vote, pseudonyms), vote.label())).toList());
    }

    private static String who(Vote vote, Map<UUID, String> pseudonyms) {
        return pseudonyms.getOrDefault(vote.person(), vote.person().toString());
    }
}
