package dev.docket.ui.stack;

import dev.docket.hash.NearDuplicates;
import dev.docket.policy.PropagationRule;
import dev.docket.ui.common.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** How many tiles lie how many bits from the seed: the ticked and the left out, the near range behind, the limit as a line. */
public final class DistanceHistogram extends Region {
    private static final int LAST = NearDuplicates.MAX_DISTANCE;
    /** Of the bars and the words over them, without the line of figures below. */
    private static final double HIGH = 66;
    private static final double GAP = 2;

    private record Bar(int bits, boolean ticked, int count, Region box) {}

    private final Region strong = styled("histogram-strong");
    private final Label strongWords = new Label(Text.of("stack.histogram.strong"));
    private final Region base = styled("histogram-base");
    private final Region limit = styled("histogram-limit");
    private final Label zero = new Label("0");
    private final Label ten = new Label(Integer.toString(PropagationRule.NEAREST));
    private final Label end = new Label(Text.of("stack.histogram.limit", LAST));
    private List<Bar> bars = List.of();
    private int most = 1;

    public DistanceHistogram() {
        getStyleClass().add("histogram");
        for (Label label : List.of(strongWords, zero, ten, end)) {
            label.getStyleClass().addAll("caption", "muted");
        }
        setMinHeight(USE_PREF_SIZE);
        getChildren().setAll(strong, strongWords, base, limit, zero, ten, end);
    }

    void show(OpenStack stack, Predicate<StackMember> ticked) {
        int[][] counts = new int[2][LAST + 1];
        stack.members().stream().filter(StackMember::canFollow)
                .forEach(member -> counts[ticked.test(member) ? 1 : 0][(int) Math.min(LAST, member.measure())]++);
        bars.forEach(bar -> getChildren().remove(bar.box()));
        List<Bar> drawn = new ArrayList<>();
        most = 1;
        for (int bits = 0; bits <= LAST; bits++) {
            for (int in = 0; in < 2; in++) {
                if (counts[in][bits] > 0) {
                    drawn.add(new Bar(bits, in == 1, counts[in][bits], styled(in == 1 ? "histogram-bar" : "histogram-out")));
                }
            }
            most = Math.max(most, counts[0][bits] + counts[1][bits]);
        }
        bars = drawn;
        bars.forEach(bar -> getChildren().add(bar.box()));
        long out = stack.members().stream().filter(StackMember::canFollow).filter(ticked.negate()).count();
        setAccessibleText(Text.of("stack.histogram.accessible", stack.members().size() - out, out, LAST));
        requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        return HIGH + GAP + line();
    }

    private double line() {
        return snapSizeY(zero.prefHeight(-1));
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() - snappedLeftInset() - snappedRightInset();
        double left = snappedLeftInset();
        double step = width / (LAST + 2);
        double line = line();
        strong.resizeRelocate(left, 0, step * (PropagationRule.NEAREST + 1), HIGH);
        strongWords.resizeRelocate(left + 4, 1, step * (PropagationRule.NEAREST + 1) - 4, line);
        base.resizeRelocate(left, HIGH, width, 1);
        limit.resizeRelocate(left + step * (LAST + 1), 0, 1, HIGH);
        double[] top = new double[LAST + 1];
        for (Bar bar : bars) {
            double tall = Math.max(3, (HIGH - line - GAP) * bar.count() / most);
            top[bar.bits()] += tall;
            bar.box().resizeRelocate(Math.round(left + step * bar.bits() + 1), Math.round(HIGH - top[bar.bits()]), Math.max(3, Math.round(step - 2)), Math.round(tall));
        }
        foot(zero, left, line);
        foot(ten, left + step * PropagationRule.NEAREST, line);
        foot(end, left + width - end.prefWidth(-1), line);
    }

    private static void foot(Label label, double x, double height) {
        label.resizeRelocate(x, HIGH + GAP, label.prefWidth(-1), height);
    }

    private static Region styled(String style) {
        Region region = new Region();
        region.getStyleClass().add(style);
        return region;
    }
}
