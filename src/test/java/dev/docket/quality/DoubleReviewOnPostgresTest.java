package dev.docket.quality;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Everybody logged in as themselves. */
class DoubleReviewOnPostgresTest extends DoubleReviewContract {
    @Override
    QualityHouse house() {
        return QualityHouse.shared();
    }

    @Test
    void noReviewerReadsWhatWasDrawnOrDrawsAnything() {
        assertThatThrownBy(() -> room.ben.database.transact(tx -> tx.execute("select * from review_sample"))).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> room.ben.database.transact(tx -> tx.execute("select * from quality_mark"))).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> room.lead.database.transact(tx -> tx.execute(
                "insert into review_sample values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'RANDOM', 0.5, now())"))).hasMessageContaining("second look that is filed with it");
    }
}
