package dev.docket.ui.ladder;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Holds in memory, and a note of what was to be erased. */
public final class PaintedKeeping implements KeepingDesk {
    private static final Instant PLACED = Instant.parse("2026-11-20T10:30:00Z");

    public final List<String> erased = new ArrayList<>();
    public final List<Held> holds = new ArrayList<>();

    @Override
    public Standing standing(UUID item) {
        return new Standing(holds, 2);
    }

    @Override
    public boolean place(UUID item, String reference) {
        return holds.add(new Held(reference, "L-01", PLACED));
    }

    @Override
    public boolean lift(UUID item, String reference) {
        return holds.removeIf(hold -> hold.reference().equals(reference));
    }

    @Override
    public boolean erase(UUID item, String reason, String basis) {
        return erased.add(reason + ", " + basis);
    }
}
