package dev.docket.ui.stack;

import dev.docket.ui.common.Text;
import dev.docket.ui.grid.Mark;
import dev.docket.verdict.Shown.Seen;
import java.util.Optional;
import java.util.UUID;

/** What a tile's mark says of an item of the open stack: ticked or left out, and how it was seen. */
final class TileMark {
    private TileMark() {}

    /** Null for an item of no open stack. */
    static Mark of(StackViewModel model, UUID item) {
        Ticks ticks = model.ticks();
        Optional<StackMember> member = Optional.ofNullable(model.openProperty().get()).flatMap(stack -> stack.find(item));
        if (ticks == null || member.isEmpty()) {
            return null;
        }
        boolean ticked = ticks.isTicked(item);
        Optional<Seen> seen = ticks.seen(item);
        String state = Text.of(seen.isEmpty() ? "stack.state.not" : seen.get() == Seen.FULL ? "stack.state.full" : "stack.state.gallery");
        return new Mark(member.get().canFollow(), ticked, !ticked, seen.isEmpty() ? "mdmz-visibility_off" : seen.get() == Seen.FULL ? "mdmz-visibility" : "mdal-check",
                ticked ? state : Text.of("stack.state.out", state));
    }
}
