package dev.docket.bench.queue;

import dev.docket.queue.ReviewQueue;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * What Docket's queue asks of PostgreSQL, sent as River's and pgmq's statements are: a claim, and a task closed under its epoch, each a transaction of its own.
 * As the tables' owner, without verdict and log, which those keep none of either.
 */
final class OwnStatements implements Hands<UUID> {
    private static final int PEEKED = 4;
    private static final int LEASE_SECONDS = 90;

    private final Connection connection;
    private final UUID me;
    private final List<Integer> lanes;
    private final PreparedStatement claim;
    private final PreparedStatement close;

    /** @param connection closed with this; every statement commits */
    OwnStatements(Connection connection, UUID me, List<Integer> lanes) throws SQLException {
        this.connection = connection;
        this.me = me;
        this.lanes = lanes;
        claim = connection.prepareStatement("select * from docket_claim(?, ?, ?, ?, ?, ?)");
        close = connection.prepareStatement(ReviewQueue.closing().replace(":task", "?").replace(":epoch", "1").replace(":me", "?"));
    }

    @Override
    public List<UUID> claim(int lane) throws SQLException {
        claim.setInt(1, lanes.get(lane));
        claim.setObject(2, me);
        claim.setString(3, "%" + me + "%");
        claim.setInt(4, PEEKED * Load.WINDOW);
        claim.setInt(5, Load.WINDOW);
        claim.setInt(6, LEASE_SECONDS);
        return Ids.of(claim, "task_id", UUID.class);
    }

    @Override
    public void finish(UUID task) throws SQLException {
        close.setObject(1, task);
        close.setObject(2, me);
        if (close.executeUpdate() != 1) {
            throw new IllegalStateException("A task in hand was not closed");
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
