package dev.docket.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** How Docket's value types stand in columns, the same on H2 and PostgreSQL. */
final class ColumnTypes {
    private ColumnTypes() {}

    static void register(Jdbi jdbi) {
        jdbi.registerArgument(new InstantArgument());
        jdbi.registerArgument(new HashArgument());
        jdbi.registerArgument(new UuidArgument());
        jdbi.registerColumnMapper(Instant.class, new InstantColumn());
        jdbi.registerColumnMapper(ContentHash.class, new HashColumn());
        jdbi.registerArrayType(UUID.class, "uuid");
    }

    /** In UTC: java.sql.Timestamp goes by way of local time, which repeats an hour every autumn. */
    private static final class InstantArgument extends AbstractArgumentFactory<Instant> {
        InstantArgument() {
            super(Types.TIMESTAMP_WITH_TIMEZONE);
        }

        @Override
        protected Argument build(Instant value, ConfigRegistry config) {
            OffsetDateTime utc = value.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
            return (position, statement, _) -> statement.setObject(position, utc);
        }
    }

    private static final class HashArgument extends AbstractArgumentFactory<ContentHash> {
        HashArgument() {
            super(Types.BINARY);
        }

        @Override
        protected Argument build(ContentHash value, ConfigRegistry config) {
            return (position, statement, _) -> statement.setBytes(position, value.bytes());
        }
    }

    /** Jdbi's own sends a missing id as text, which PostgreSQL refuses. */
    private static final class UuidArgument extends AbstractArgumentFactory<UUID> {
        UuidArgument() {
            super(Types.OTHER);
        }

        @Override
        protected Argument build(UUID value, ConfigRegistry config) {
            return (position, statement, _) -> statement.setObject(position, value);
        }
    }

    private static final class InstantColumn implements ColumnMapper<Instant> {
        @Override
        public Instant map(ResultSet row, int column, StatementContext context) throws SQLException {
            OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
            return value == null ? null : value.toInstant();
        }
    }

    private static final class HashColumn implements ColumnMapper<ContentHash> {
        @Override
        public ContentHash map(ResultSet row, int column, StatementContext context) throws SQLException {
            byte[] value = row.getBytes(column);
            return value == null ? null : ContentHash.fromDigest(value);
        }
    }
}
