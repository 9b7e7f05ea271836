package dev.docket.bench.queue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * What the job queue River (github.com/riverqueue/river, 0.43.0, main line of migrations up to 7) asks of PostgreSQL, in our words: its
 * table with its indexes, its fetch ({@code JobGetAvailable}), and a job completed in its caller's transaction ({@code JobCompleteTx}). A lane is a
 * queue. River's own workers complete jobs in batches later; work that has to be done once and for all takes this way.
 */
final class River implements Hands<Long> {
    private static final List<String> TABLE = List.of(
            "create type river_job_state as enum ('available', 'cancelled', 'completed', 'discarded', 'pending', 'retryable', 'running', 'scheduled')",
            """
            create table river_job (
              id bigserial primary key, state river_job_state not null default 'available', attempt smallint not null default 0,
              max_attempts smallint not null default 25, attempted_at timestamptz, created_at timestamptz not null default now(),
              finalized_at timestamptz, scheduled_at timestamptz not null default now(), priority smallint not null default 1,
              args jsonb not null, attempted_by text[], errors jsonb[], kind text not null, metadata jsonb not null default '{}',
              queue text not null default 'default', tags varchar(255)[] not null default '{}', unique_key bytea, unique_states bit(8),
              check ((finalized_at is null) = (state not in ('cancelled', 'completed', 'discarded'))), check (max_attempts > 0),
              check (priority between 1 and 4), check (char_length(queue) between 1 and 127), check (char_length(kind) between 1 and 127))""",
            """
            create function river_job_state_in_bitmask(bitmask bit(8), state river_job_state) returns boolean language sql immutable as
            $$ select get_bit(bitmask, 8 - array_position(array['available', 'cancelled', 'completed', 'discarded', 'pending', 'retryable', 'running', 'scheduled'], state::text)) = 1 $$""");

    /** Made once the table is full. */
    private static final List<String> INDEXES = List.of(
            "create index on river_job (kind)",
            "create index on river_job (state, finalized_at) where finalized_at is not null",
            "create index on river_job (state, queue, priority, scheduled_at, id)",
            "create index on river_job using gin (args)",
            "create index on river_job using gin (metadata)",
            "create unique index on river_job (unique_key) where unique_key is not null and unique_states is not null and river_job_state_in_bitmask(unique_states, state)",
            "vacuum analyze river_job");

    private static final String FILL = """
            insert into river_job (args, kind, queue, priority, scheduled_at)
            select jsonb_build_object('item', md5('item ' || n)), 'review', 'lane' || n % 12, 1 + (random() * 3)::int, now() - random() * interval '1 day'
              from generate_series(1, ?) n""";

    private static final String FETCH = """
            with mine as (select * from river_job where state = 'available' and queue = ? and scheduled_at <= coalesce(?, now())
                           order by priority, scheduled_at, id limit ? for update skip locked)
            update river_job set state = 'running', attempt = river_job.attempt + 1, attempted_at = coalesce(?, now()),
                   attempted_by = array_append(case when array_length(river_job.attempted_by, 1) >= 100 then river_job.attempted_by[2:] else river_job.attempted_by end, ?)
              from mine where river_job.id = mine.id returning river_job.*""";

    private static final String COMPLETE = """
            with wanted as (select unnest(?::bigint[]) as id, unnest('{completed}'::text[])::river_job_state as state, unnest(array[now()]) as finalized_at,
                                   unnest('{f}'::boolean[]) as retried, unnest('{0}'::int[]) as attempt, unnest('{f}'::boolean[]) as merged, unnest(array['{}'::jsonb]) as metadata),
                 changed as (update river_job set
                               attempt = case when river_job.state = 'running' and wanted.retried then wanted.attempt else river_job.attempt end,
                               finalized_at = case when river_job.state = 'running' then wanted.finalized_at else river_job.finalized_at end,
                               metadata = case when wanted.merged then river_job.metadata || wanted.metadata else river_job.metadata end,
                               state = case when river_job.state = 'running' then wanted.state else river_job.state end
                              from wanted where river_job.id = wanted.id and (river_job.state = 'running' or wanted.merged) returning river_job.*)
            select river_job.* from river_job join wanted on wanted.id = river_job.id where not exists (select 1 from changed where changed.id = river_job.id)
            union all select * from changed order by id""";

    private final Connection connection;
    private final String client;
    private final PreparedStatement fetch;
    private final PreparedStatement complete;

    private River(Connection connection, String client) throws SQLException {
        this.connection = connection;
        this.client = client;
        connection.setAutoCommit(false);
        fetch = connection.prepareStatement(FETCH);
        complete = connection.prepareStatement(COMPLETE);
    }

    static void fill(DataSource owner, int jobs) throws SQLException {
        try (Connection connection = owner.getConnection(); Statement statement = connection.createStatement()) {
            for (String each : TABLE) {
                statement.execute(each);
            }
            try (PreparedStatement fill = connection.prepareStatement(FILL)) {
                fill.setInt(1, jobs);
                fill.execute();
            }
            for (String each : INDEXES) {
                statement.execute(each);
            }
        }
    }

    static Crew crew(DataSource owner, int reviewers) throws SQLException {
        List<River> people = new ArrayList<>();
        for (int i = 0; i < reviewers; i++) {
            people.add(new River(owner.getConnection(), "reviewer" + i));
        }
        return new Crew("River", people);
    }

    @Override
    public List<Long> claim(int lane) throws SQLException {
        fetch.setString(1, "lane" + lane);
        fetch.setNull(2, java.sql.Types.TIMESTAMP_WITH_TIMEZONE);
        fetch.setInt(3, Load.WINDOW);
        fetch.setNull(4, java.sql.Types.TIMESTAMP_WITH_TIMEZONE);
        fetch.setString(5, client);
        List<Long> mine = Ids.of(fetch, "id", Long.class);
        connection.commit();
        return mine;
    }

    @Override
    public void finish(Long job) throws SQLException {
        complete.setArray(1, connection.createArrayOf("bigint", new Long[] {job}));
        if (!Ids.of(complete, "id", Long.class).equals(List.of(job))) {
            throw new IllegalStateException("A job in hand was not completed");
        }
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
