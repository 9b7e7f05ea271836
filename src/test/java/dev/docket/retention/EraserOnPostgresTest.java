package dev.docket.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.storage.Database;
import dev.docket.storage.Postgres;
import dev.docket.team.Member;
import dev.docket.team.Role;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** As a lead who is logged in as themselves. */
class EraserOnPostgresTest extends EraserContract {
    private Postgres.Shared shared;
    private Member lead;
    private Database database;

    @Override
    Database owner() {
        shared = Postgres.shared();
        lead = shared.add("L-01", Role.LEAD);
        database = shared.as(lead);
        return shared.owner;
    }

    @Override
    Database lead() {
        return database;
    }

    @Override
    Database ownersDatabase() {
        return shared.owner;
    }

    @Override
    Member member() {
        return lead;
    }

    @AfterAll
    void close() {
        shared.close();
    }

    @Test
    void whoLiftedAHoldLeavesTheErasureToAnotherLead() throws Exception {
        UUID item = room.file("lifted");
        room.holds.place(item, "case-1");
        room.holds.lift(item, "case-1");

        assertThatThrownBy(() -> room.eraser.onRequest(item, "r", "b")).hasMessageContaining("another lead does");

        Member other = shared.add("L-02", Role.LEAD);
        ErasureRoom theirs = new ErasureRoom(shared.owner, shared.as(other), other, folder.resolve("images"));
        assertThat(theirs.eraser.onRequest(item, "r", "b").stone()).isPresent();
    }
}
