package dev.docket.ui.grid;

import java.util.BitSet;
import java.util.List;
import java.util.UUID;

/** The tiles a person has chosen: one, a range with Shift, single ones more with Ctrl. JavaFX thread. */
final class Chosen {
    private final BitSet chosen = new BitSet();
    private int anchor = -1;

    /** That one alone. */
    void only(int index) {
        chosen.clear();
        anchor = index;
        if (index >= 0) {
            chosen.set(index);
        }
    }

    /** Everything from where the range began. */
    void through(int index) {
        if (anchor < 0) {
            only(index);
        } else if (index >= 0) {
            chosen.clear();
            chosen.set(Math.min(anchor, index), Math.max(anchor, index) + 1);
        }
    }

    /** That one too, or not any more. */
    void flip(int index) {
        anchor = index;
        if (index >= 0) {
            chosen.flip(index);
        }
    }

    boolean has(int index) {
        return index >= 0 && chosen.get(index);
    }

    List<UUID> of(List<UUID> items) {
        return chosen.stream().filter(index -> index < items.size()).mapToObj(items::get).toList();
    }
}
