package dev.docket.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Everybody logged in as themselves. */
class CalibrationOnPostgresTest extends CalibrationContract {
    @Override
    QualityHouse house() {
        return QualityHouse.shared();
    }

    @Test
    void nobodyReadsAnothersAnswerPastDocketEitherAndNobodyGivesIt() {
        UUID item = room.file("probed");
        UUID session = open(item);
        room.ben.calibrations.answer(session, item, "spam_scam", true, "");

        for (QualityRoom.Seat other : List.of(room.carla, room.lead, room.anna)) {
            assertThat(other.database.<Long>inTransaction(tx -> tx.createQuery("select count(*) from calibration_answer").mapTo(Long.class).one())).isZero();
        }
        String answer = "insert into calibration_answer values ('%s', '%s', '%s', 'benign', 1, '', now())";
        assertThatThrownBy(() -> room.lead.database.transact(tx -> tx.execute(answer.formatted(session, item, room.carla.id())))).hasMessageContaining("one's own");
        assertThatThrownBy(() -> room.anna.database.transact(tx -> tx.execute(answer.formatted(session, item, room.anna.id())))).hasMessageContaining("foreign key");
        assertThatThrownBy(() -> room.ben.database.transact(tx -> tx.execute("update calibration_answer set label = 'benign'"))).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> room.ben.calibrations.reveal(session, true)).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> room.anna.calibrations.open("t", java.util.Set.of(item), List.of(room.anna.member))).hasMessageContaining("permission denied");
        assertThat(room.anna.database.<Long>inTransaction(tx -> tx.createQuery("select count(*) from calibration_session").mapTo(Long.class).one())).as("not even that there is one").isZero();
    }
}
