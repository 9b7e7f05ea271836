package dev.docket.settings;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * From which of the lanes open to a reviewer they draw, and in which order. Lanes are named by their keys, as {@code spam/EU};
 * those that are not named come after those that are, in the order they come in.
 *
 * @param leftOut nothing is drawn from these
 */
public record OwnLanes(List<String> order, Set<String> leftOut) {
    public static final int MOST = 1000;

    /** All, in the pack's order. */
    public static final OwnLanes ALL = new OwnLanes(List.of(), Set.of());

    public OwnLanes {
        order = List.copyOf(new LinkedHashSet<>(order));
        leftOut = Collections.unmodifiableSet(new TreeSet<>(leftOut));
        if (order.size() > MOST || leftOut.size() > MOST) {
            throw new IllegalArgumentException("At most " + MOST + " lanes can be named");
        }
    }

    public OwnLanes withOrder(List<String> chosen) {
        return new OwnLanes(chosen, leftOut);
    }

    public OwnLanes withLeftOut(Set<String> chosen) {
        return new OwnLanes(order, chosen);
    }

    public boolean draws(String lane) {
        return !leftOut.contains(lane);
    }

    /** All of them, in this order. */
    public <T> List<T> ordered(Collection<T> lanes, Function<T, String> key) {
        return lanes.stream().sorted(Comparator.comparingInt(lane -> place(key.apply(lane)))).toList();
    }

    private int place(String lane) {
        int at = order.indexOf(lane);
        return at < 0 ? Integer.MAX_VALUE : at;
    }
}
