package dev.docket.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.policy.PackChanges.Kind;
import dev.docket.policy.PackChanges.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PackChangesTest {
    @Test
    void theSameTextHasNoChanges() {
        assertThat(PackChanges.between("a\nb\n", "a\nb\n")).isEmpty();
    }

    @Test
    void aChangedLineStandsBetweenTwoLinesEachWay() {
        String before = String.join("\n", IntStream.rangeClosed(1, 20).mapToObj(n -> "line " + n).toList());
        String after = before.replace("line 10", "line ten");

        assertThat(PackChanges.between(before, after)).containsExactly(
                new Line(Kind.SKIPPED, 0, ""),
                new Line(Kind.SAME, 8, "line 8"), new Line(Kind.SAME, 9, "line 9"),
                new Line(Kind.REMOVED, 10, "line 10"), new Line(Kind.ADDED, 10, "line ten"),
                new Line(Kind.SAME, 11, "line 11"), new Line(Kind.SAME, 12, "line 12"));
    }

    @Test
    void ofOneLabelOnlyItsOwnLinesAreCompared() {
        String before = "labels:\n  - id: spam\n    title: Spam\n    # said so\n  - id: civic\n    title: Civic\n    hotkey: 3\nscores: 1\n";
        String after = before.replace("title: Civic", "title: Civic events").replace("title: Spam", "title: Scam").replace("scores: 1", "scores: 2");

        assertThat(PackChanges.ofLabel(before, after, "civic")).containsExactly(
                new Line(Kind.SAME, 1, "  - id: civic"), new Line(Kind.REMOVED, 2, "    title: Civic"), new Line(Kind.ADDED, 2, "    title: Civic events"),
                new Line(Kind.SAME, 3, "    hotkey: 3"));
        assertThat(PackChanges.ofLabel(before, before.replace("scores: 1", "scores: 2"), "civic")).isEmpty();
        assertThat(PackChanges.ofLabel(before, "labels:\n", "civic")).as("it is gone").isEmpty();
    }

    @Test
    void linesAtBothEndsAreCompared() {
        assertThat(PackChanges.between("b\nc\n", "a\nb\nd\n")).containsExactly(
                new Line(Kind.ADDED, 1, "a"), new Line(Kind.SAME, 2, "b"),
                new Line(Kind.REMOVED, 2, "c"), new Line(Kind.ADDED, 3, "d"));
    }

    @Test
    void everyLineOfTheLaterTextStandsAtMostOnceAndInOrder() {
        Random random = new Random(3);
        for (int round = 0; round < 300; round++) {
            List<String> before = lines(random);
            List<String> after = new ArrayList<>(before);
            for (int edit = random.nextInt(4); edit > 0 && !after.isEmpty(); edit--) {
                int at = random.nextInt(after.size());
                if (random.nextBoolean()) {
                    after.remove(at);
                } else {
                    after.add(at, "new " + random.nextInt(5));
                }
            }
            List<Line> changes = PackChanges.between(String.join("\n", before), String.join("\n", after));

            List<Line> later = changes.stream().filter(l -> l.kind() == Kind.SAME || l.kind() == Kind.ADDED).toList();
            assertThat(later).extracting(Line::number).doesNotHaveDuplicates().isSorted();
            assertThat(later).allSatisfy(l -> assertThat(l.text()).isEqualTo(after.get(l.number() - 1)));
            assertThat(changes.stream().filter(l -> l.kind() == Kind.ADDED).count() - changes.stream().filter(l -> l.kind() == Kind.REMOVED).count())
                    .isEqualTo(after.size() - before.size());
        }
    }

    private static List<String> lines(Random random) {
        return random.ints(1 + random.nextInt(30), 0, 8).mapToObj(n -> "line " + n).toList();
    }
}
