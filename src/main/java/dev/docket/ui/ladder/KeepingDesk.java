package dev.docket.ui.ladder;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What a lead asks of a desk about keeping an item or erasing it. Slow: never on the JavaFX thread. */
public interface KeepingDesk {

    /** A legal hold. @param by the pseudonym of whoever placed it */
    record Held(String reference, String by, Instant at) {}

    /**
     * How an item stands.
     *
     * @param sets how many decision sets carried it
     */
    record Standing(List<Held> holds, int sets) {
        public Standing {
            holds = List.copyOf(holds);
        }
    }

    Standing standing(UUID item);

    /** False when it is on hold for this case already. */
    boolean place(UUID item, String reference);

    /** False when it is not on hold for this case. */
    boolean lift(UUID item, String reference);

    /** Erases it for good. False when a hold or a quarantine came before, or it is gone. */
    boolean erase(UUID item, String reason, String basis);
}
