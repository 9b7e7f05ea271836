package dev.docket.queue;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * A further look that an event asks for.
 *
 * @param lane rule of its lane
 * @param filedBy the event, by which {@link ReviewQueue#withdrawFiledBy} finds the task again
 * @param notBy who is not given it
 * @param clock within which it is due
 */
public record Look(Stage stage, String lane, UUID filedBy, List<UUID> notBy, Duration clock) {
    public Look {
        notBy = List.copyOf(notBy);
    }

    public static Look second(UUID filedBy, List<UUID> notBy, Duration clock) {
        return new Look(Stage.SECOND, LaneKey.SECOND_OPINION, filedBy, notBy, clock);
    }

    /** @param ladder id of a ladder of the pack; one it does not have goes to the leads */
    public static Look ladder(String ladder, UUID filedBy, List<UUID> notBy, Duration clock) {
        return new Look(Stage.LADDER, LaneKey.ofLadder(ladder), filedBy, notBy, clock);
    }

    public static Look adjudication(UUID filedBy, List<UUID> notBy, Duration clock) {
        return new Look(Stage.ADJUDICATION, LaneKey.ADJUDICATION, filedBy, notBy, clock);
    }

    public static Look appeal(UUID filedBy, List<UUID> notBy, Duration clock) {
        return new Look(Stage.APPEAL, LaneKey.APPEALS, filedBy, notBy, clock);
    }
}
