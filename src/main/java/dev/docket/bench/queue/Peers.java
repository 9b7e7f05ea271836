package dev.docket.bench.queue;

import dev.docket.bench.server.BenchServer;
import java.sql.SQLException;

/** The job queues Docket is measured beside, in a database of their own on the same server. */
public record Peers(Crew river, Crew pgmq) implements AutoCloseable {

    /** With as much queued, and as many people. */
    public static Peers fill(BenchServer server, Load load) throws SQLException {
        String name = server.database();
        River.fill(server.owner(name), load.queued());
        Pgmq.fill(server.owner(name), load.queued());
        return new Peers(River.crew(server.owner(name), load.reviewers()), Pgmq.crew(server.owner(name), load.reviewers()));
    }

    @Override
    public void close() throws Exception {
        river.close();
        pgmq.close();
    }
}
