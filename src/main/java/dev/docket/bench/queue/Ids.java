package dev.docket.bench.queue;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The ids in what a query answers. */
final class Ids {
    private Ids() {}

    static <T> List<T> of(PreparedStatement query, String column, Class<T> type) throws SQLException {
        List<T> ids = new ArrayList<>();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getObject(column, type));
            }
        }
        return ids;
    }
}
