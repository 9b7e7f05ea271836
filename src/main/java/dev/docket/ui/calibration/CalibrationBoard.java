package dev.docket.ui.calibration;

import dev.docket.decode.DecodedImage;
import dev.docket.policy.PolicyPack;
import dev.docket.quality.CalibrationAnswer;
import dev.docket.quality.CalibrationSession;
import dev.docket.quality.CalibrationSession.Outcome;
import dev.docket.report.Suspect;
import dev.docket.team.Member;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What calibration sessions ask of a desk. Slow: never on the JavaFX thread. What cannot be done is an {@link IllegalArgumentException} that says why. */
public interface CalibrationBoard {

    /**
     * A session as this person may see it.
     *
     * @param answers everybody's once they were shown; one's own before
     * @param left items that this person has yet to answer
     */
    record View(CalibrationSession session, List<CalibrationAnswer> answers, List<UUID> left) {
        public View {
            answers = List.copyOf(answers);
            left = List.copyOf(left);
        }
    }

    /** An item without what anybody or anything thinks of it. @param picture empty where it cannot be shown here @param words as they were posted */
    record Shown(Optional<DecodedImage> picture, String words) {}

    /** @param people who can be asked @param disputed items of the last weeks on which people differed */
    record Choice(List<Member> people, List<Suspect> disputed) {}

    /** The latest first. */
    List<View> sessions();

    Shown look(UUID item);

    /** The item's pixels were open on this screen until now; counts in this person's own meter and nowhere else. */
    void seen(UUID item, Duration open);

    void answer(UUID session, UUID item, String label, boolean sure, String why);

    /** @param anyway also where somebody has not answered yet */
    void reveal(UUID session, boolean anyway);

    void settle(UUID session, UUID item, Outcome outcome, String words);

    Choice choice();

    /** @param typed further items by the start of their ids, apart by spaces */
    void open(String title, Set<UUID> picked, String typed, List<Member> people);

    PolicyPack pack();

    /** Whether this person opens, shows and settles. */
    boolean leads();
}
