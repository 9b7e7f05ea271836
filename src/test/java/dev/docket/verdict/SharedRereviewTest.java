package dev.docket.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.queue.Stage;
import dev.docket.verdict.Rereview.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a team's server, where everybody is logged in as themselves, a lead sends labels back and a reviewer does not. */
class SharedRereviewTest {
    @TempDir
    private Path folder;

    @Test
    void aLeadSendsALabelBackAndAReviewerIsRefusedByTheServer() {
        try (SharedRoom room = new SharedRoom(folder)) {
            UUID item = room.file(1);
            Verdict doubted = room.ben.decide(item, Room.finding("spam_scam"));

            assertThatThrownBy(() -> rereview(room.ben).ask(doubted.id(), room.ben.id(), List.of("model"))).hasMessageContaining("does not permit");
            assertThat(rereview(room.lead).ask(doubted.id(), room.lead.id(), List.of("model"))).isEqualTo(Outcome.FILED);

            assertThat(rereview(room.ben).takeBack(doubted.id(), room.ben.id())).as("a reviewer has none to take back").isEqualTo(Rereview.Back.OVER);
            assertThat(rereview(room.lead).takeBack(doubted.id(), room.lead.id())).isEqualTo(Rereview.Back.TAKEN_BACK);
            assertThat(room.carla.claim(item)).isEmpty();
            assertThat(rereview(room.lead).ask(doubted.id(), room.lead.id(), List.of("model"))).isEqualTo(Outcome.FILED);

            assertThat(room.ben.claim(item)).isEmpty();
            assertThat(room.carla.claim(item).orElseThrow().stage()).isEqualTo(Stage.SECOND);
            assertThat(room.carla.history(item)).as("what was found is hidden from who looks again").isEmpty();
            assertThat(room.faultOfTheLog()).isEmpty();
        }
    }

    private static Rereview rereview(SharedRoom.Seat seat) {
        return new Rereview(seat.database, seat.queue, SharedRoom.PACK, seat.audit);
    }
}
