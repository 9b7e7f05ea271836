package dev.docket.ui.finding;

import dev.docket.policy.Severity;
import dev.docket.ui.keys.KeyCommand;
import dev.docket.ui.keys.KeyMap.Binding;

/** The keys that put a verdict together, and those that mean something else while regions are drawn. JavaFX thread. */
public final class FindingKeys {
    private final PendingVerdict pending;
    private final RegionPen pen;

    public FindingKeys(PendingVerdict pending, RegionPen pen) {
        this.pending = pending;
        this.pen = pen;
    }

    /** Does what the key means here. False when it means nothing here. */
    public boolean take(Binding binding) {
        return switch (binding.command()) {
            case SEVERITY -> {
                pending.severity(Severity.values()[binding.step() - 1]);
                yield true;
            }
            case ADD_LABEL -> {
                binding.label().filter(label -> !(pen.isActive() && pen.label(label.id()))).ifPresent(pending::toggle);
                yield true;
            }
            default -> pen.isActive() && draw(binding);
        };
    }

    private boolean draw(Binding binding) {
        switch (binding.command()) {
            case LEFT -> pen.steer(-1, 0, binding.shift());
            case RIGHT -> pen.steer(1, 0, binding.shift());
            case UP -> pen.steer(0, -1, binding.shift());
            case DOWN -> pen.steer(0, 1, binding.shift());
            case OUTLINE -> pen.outline();
            case UNDO -> pen.back();
            case FRAME_BACK -> pen.selectNext(-1);
            case FRAME_ON -> pen.selectNext(1);
            default -> {
                return binding.command() == KeyCommand.GO_ON && pen.enter();
            }
        }
        return true;
    }
}
