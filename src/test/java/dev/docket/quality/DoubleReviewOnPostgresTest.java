package dev.docket.quality;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.storage.Database;
import dev.docket.storage.Postgres;
import dev.docket.team.Logins;
import dev.docket.team.Member;
import dev.docket.team.Role;
import org.junit.jupiter.api.Test;

/** Everybody logged in as themselves. */
class DoubleReviewOnPostgresTest extends DoubleReviewContract {
    private Postgres.Shared shared;

    @Override
    Database owner() {
        shared = Postgres.shared();
        return shared.owner;
    }

    @Override
    Member hire(String pseudonym, Role role) {
        Member member = shared.add(pseudonym, role);
        if (role == Role.REVIEWER) {
            shared.owner.transact(tx -> new Logins().grant(tx, pseudonym, "*"));
        }
        return member;
    }

    @Override
    Database as(Member member) {
        return shared.as(member);
    }

    @Override
    void close() {
        shared.close();
    }

    @Test
    void noReviewerReadsWhatWasDrawnOrDrawsAnything() {
        assertThatThrownBy(() -> room.ben.database.transact(tx -> tx.execute("select * from review_sample"))).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> room.ben.database.transact(tx -> tx.execute("select * from quality_mark"))).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> room.lead.database.transact(tx -> tx.execute(
                "insert into review_sample values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'RANDOM', 0.5, now())"))).hasMessageContaining("second look that is filed with it");
    }
}
