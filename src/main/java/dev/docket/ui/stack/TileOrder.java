package dev.docket.ui.stack;

import dev.docket.ui.common.Text;
import java.util.Comparator;
import java.util.Locale;

/** How the tiles of a stack are sorted; the seed is always first. */
public enum TileOrder {
    DISTANCE(Comparator.comparing(StackMember::tie).thenComparing(member -> member.tie() == StackMember.Tie.ALIKE ? -member.measure() : member.measure())),
    FLAGGED(Comparator.comparing(member -> member.item().flaggedAt())),
    SENDER(Comparator.comparing(member -> member.item().facts().uploader().orElse("~")));

    private final Comparator<StackMember> order;

    TileOrder(Comparator<StackMember> order) {
        this.order = order;
    }

    Comparator<StackMember> comparator() {
        return Comparator.<StackMember, Boolean>comparing(member -> member.tie() != StackMember.Tie.SEED).thenComparing(order);
    }

    /** For the box to choose from. */
    @Override
    public String toString() {
        return Text.of("stack.sort." + name().toLowerCase(Locale.ROOT));
    }
}
