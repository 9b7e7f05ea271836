package dev.docket.ui.stack;

import dev.docket.ui.common.Text;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;

/** How the list of stacks is sorted. */
public enum StackOrder {
    DUE(Comparator.comparing((Stack stack) -> stack.due().orElse(Instant.MAX))),
    LARGEST(Comparator.comparingInt(Stack::open).reversed()),
    NEAREST(Comparator.comparingDouble(Stack::distance));

    private final Comparator<Stack> order;

    StackOrder(Comparator<Stack> order) {
        this.order = order;
    }

    Comparator<Stack> comparator() {
        return order.thenComparing(Comparator.comparingInt(Stack::open).reversed()).thenComparing(Stack::title).thenComparing(Stack::seed);
    }

    /** For the box to choose from. */
    @Override
    public String toString() {
        return Text.of("stack.order." + name().toLowerCase(Locale.ROOT));
    }
}
