package dev.docket.bench.queue;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The ids in what a query answers. */
final class Ids {
    private Ids() {}

    static List<Long> of(PreparedStatement query, String column) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getLong(column));
            }
        }
        return ids;
    }
}
