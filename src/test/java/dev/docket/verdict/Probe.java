package dev.docket.verdict;

import dev.docket.team.Member;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** One statement of somebody with a login, past Docket. */
final class Probe {
    private Probe() {}

    /** What came of it: {@code refused}, {@code failed}, {@code found nothing} or {@code let through}, and more words. */
    static String tried(SharedRoom where, Member who, String sql) throws SQLException {
        try (Connection connection = where.shared.source(who).getConnection(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                long rows = statement.execute(sql) ? statement.getResultSet().next() ? 1 : 0 : statement.getUpdateCount();
                connection.commit();
                return rows == 0 ? "found nothing" : "let through, " + rows + " rows";
            } catch (SQLException e) {
                connection.rollback();
                return (e.getSQLState().equals("42501") ? "refused " : "failed ") + e.getSQLState() + " " + e.getMessage();
            }
        }
    }
}
