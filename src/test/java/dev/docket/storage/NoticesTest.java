package dev.docket.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.team.Member;
import dev.docket.team.Role;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A reviewer's login that listens to a real PostgreSQL. */
class NoticesTest {
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private Postgres.Shared shared;
    private CutCable cable;
    private Notices notices;

    @BeforeEach
    void listen() throws IOException {
        shared = Postgres.shared();
        Member reviewer = shared.add("R-02", Role.REVIEWER);
        cable = shared.cable();
        var connection = shared.connection(reviewer, cable);
        notices = new Notices(connection.address().source(connection.login(), shared.password(reviewer)), heard::add);
    }

    @AfterEach
    void close() throws IOException {
        notices.close();
        cable.close();
        shared.close();
    }

    @Test
    void whatChangesIsToldAndWhatMayHaveBeenMissedToo() throws Exception {
        assertThat(next()).isEqualTo(Notices.ANYTHING);
        shared.owner.transact(tx -> tx.execute("insert into lane (lane_id, pack_id, jurisdiction, rule, title, severity, position) values (1, 'p', '*', 'r', 't', 'S0', 1)"));
        assertThat(next()).isEqualTo("lane");

        cable.cut();
        cable.mend();

        assertThat(next()).as("after some seconds it listens again").isEqualTo(Notices.ANYTHING);
    }

    private String next() throws InterruptedException {
        return heard.poll(20, TimeUnit.SECONDS);
    }
}
