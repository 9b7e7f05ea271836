package dev.docket.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.metrics.TeamCheck.Check;
import dev.docket.metrics.aggregate.Aggregation;
import dev.docket.metrics.aggregate.Method;
import dev.docket.metrics.aggregate.Votes;
import dev.docket.progress.Progress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Eight reviewers whose skill is known, one of them careless, over 2 000 items of four labels, three votes an item. */
class SimulatedTeamTest {
    private static final int ITEMS = 2_000;
    private static final int VOTES = 3;
    /** One in twenty-five of what a person is served in some months. */
    private static final int GOLDEN = 90;
    private static final List<String> LABELS = List.of("benign", "hate_symbols", "privacy_doxxing", "spam_scam");
    private static final Map<String, Double> SKILL = Map.of("R-01", 0.95, "R-02", 0.9, "R-03", 0.88, "R-04", 0.86, "R-05", 0.84, "R-06", 0.82, "R-07", 0.8, "R-08", 0.4);
    private static final String CARELESS = "R-08";

    private final Map<String, String> truth = new HashMap<>();
    private final List<Rating> ratings = new ArrayList<>();
    private final List<Check> golden = new ArrayList<>();

    @BeforeEach
    void work() {
        SplittableRandom random = new SplittableRandom(20261122);
        List<String> people = SKILL.keySet().stream().sorted().toList();
        for (int i = 0; i < ITEMS; i++) {
            String item = "item-" + i;
            truth.put(item, LABELS.get(random.nextInt(LABELS.size())));
            List<String> left = new ArrayList<>(people);
            for (int v = 0; v < VOTES; v++) {
                String person = left.remove(random.nextInt(left.size()));
                ratings.add(new Rating(item, person, voted(random, person, truth.get(item))));
            }
        }
        for (String person : people) {
            for (int g = 0; g < GOLDEN; g++) {
                golden.add(new Check(person, random.nextDouble() < SKILL.get(person)));
            }
        }
    }

    private static String voted(SplittableRandom random, String person, String right) {
        if (random.nextDouble() < SKILL.get(person)) {
            return right;
        }
        List<String> wrong = LABELS.stream().filter(label -> !label.equals(right)).toList();
        return wrong.get(random.nextInt(wrong.size()));
    }

    @Test
    void posteriorsBeatTheMajority() {
        Votes votes = Votes.of(ratings);
        double majority = right(Method.MAJORITY.of(votes, 1, Progress.NONE));
        double oneCoin = right(Method.ONE_COIN.of(votes, 100, Progress.NONE));
        double full = right(Method.DAWID_SKENE.of(votes, 100, Progress.NONE));
        System.out.printf("simulated team: right by majority %.4f, one-coin %.4f, Dawid-Skene %.4f%n", majority, oneCoin, full);

        assertThat(oneCoin).isGreaterThan(majority + 0.01);
        assertThat(full).isGreaterThan(majority + 0.01);
    }

    @Test
    void theCarelessOneIsFoundByGoldenItemsAndByOverlapsAndNobodyElseIs() {
        TeamCheck byGold = TeamCheck.of(golden, 0.95);
        TeamCheck byOverlap = TeamCheck.of(TeamCheck.overlaps(ratings), 0.95);
        System.out.printf("simulated team: %s golden %s of a team at %s, overlaps %s of a team at %s%n", CARELESS, byGold.people().get(CARELESS).text(), byGold.team().text(),
                byOverlap.people().get(CARELESS).text(), byOverlap.team().text());

        for (TeamCheck check : List.of(byGold, byOverlap)) {
            assertThat(check.apart()).containsExactly(CARELESS);
            assertThat(check.people().get(CARELESS).interval().orElseThrow().high()).isLessThan(check.team().figure().number().orElseThrow());
        }
    }

    @Test
    void aTeamOfEqualsHasNobodyApart() {
        int named = 0;
        for (int seed = 0; seed < 100; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<Check> checks = IntStream.range(0, 800).mapToObj(i -> new Check("R-" + i % 8, random.nextDouble() < 0.88)).toList();
            named += TeamCheck.of(checks, 0.95).apart().isEmpty() ? 0 : 1;
        }
        assertThat(named).as("teams of 100 in which somebody is named").isLessThanOrEqualTo(5);
    }

    @Test
    void fewChecksSayNothingOfAnybody() {
        List<Check> checks = new ArrayList<>(IntStream.range(0, 500).mapToObj(_ -> new Check("R-01", true)).toList());
        IntStream.range(0, TeamCheck.LEAST - 1).forEach(_ -> checks.add(new Check("R-02", false)));

        assertThat(TeamCheck.of(checks, 0.95).apart()).isEmpty();
        checks.add(new Check("R-02", false));
        assertThat(TeamCheck.of(checks, 0.95).apart()).containsExactly("R-02");
        assertThat(TeamCheck.of(List.of(), 0.95).team().figure().whyUndefined()).isPresent();
    }

    @Test
    void whereTheOthersAreSplitAVoteIsNoCheck() {
        assertThat(TeamCheck.overlaps(List.of(new Rating("a", "x", "p"), new Rating("a", "y", "q"), new Rating("a", "z", "q"), new Rating("b", "x", "p"))))
                .containsExactly(new Check("x", false));
        assertThat(TeamCheck.overlaps(List.of(new Rating("a", "x", "p"), new Rating("a", "y", "p")))).containsExactly(new Check("x", true), new Check("y", true));
    }

    private double right(Aggregation together) {
        long right = IntStream.range(0, together.votes().items().size())
                .filter(item -> together.votes().labels().get(together.label(item)).equals(truth.get(together.votes().items().get(item)))).count();
        return (double) right / together.votes().items().size();
    }
}
