package dev.docket.bench.queue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * What the message queue pgmq (github.com/tembo-io/pgmq, 1.5.1) does in PostgreSQL, in our words: a table and an archive for each queue, {@code read}
 * with a time out of sight, {@code archive} of one message; both functions that put their statement together at each call. A lane is a queue. It
 * knows no priorities, no owner of what is read, and no token that tells an old reader from a new one.
 */
final class Pgmq implements Hands<Long> {
    private static final int UNSEEN_SECONDS = 90;

    private static final List<String> FUNCTIONS = List.of(
            "create schema pgmq",
            "create type pgmq.message_record as (msg_id bigint, read_ct integer, enqueued_at timestamptz, vt timestamptz, message jsonb, headers jsonb)",
            """
            create function pgmq.read(queue text, unseen integer, qty integer) returns setof pgmq.message_record language plpgsql as $$
            begin
              return query execute format('with head as (select msg_id from pgmq.%I where vt <= clock_timestamp() order by msg_id limit $1 for update skip locked)
                update pgmq.%I m set vt = clock_timestamp() + %L, read_ct = read_ct + 1 from head where m.msg_id = head.msg_id
                returning m.msg_id, m.read_ct, m.enqueued_at, m.vt, m.message, m.headers', 'q_' || queue, 'q_' || queue, make_interval(secs => unseen)) using qty;
            end $$""",
            """
            create function pgmq.archive(queue text, message bigint) returns boolean language plpgsql as $$
            declare
              moved bigint;
            begin
              execute format('with gone as (delete from pgmq.%I where msg_id = $1 returning msg_id, vt, read_ct, enqueued_at, message, headers)
                insert into pgmq.%I (msg_id, vt, read_ct, enqueued_at, message, headers) select msg_id, vt, read_ct, enqueued_at, message, headers from gone
                returning msg_id', 'q_' || queue, 'a_' || queue) using message into moved;
              return moved is not null;
            end $$""");

    private static final List<String> QUEUE = List.of(
            """
            create table pgmq.q_%1$s (msg_id bigint primary key generated always as identity, read_ct int not null default 0,
              enqueued_at timestamptz not null default now(), vt timestamptz not null, message jsonb, headers jsonb)""",
            """
            create table pgmq.a_%1$s (msg_id bigint primary key, read_ct int not null default 0, enqueued_at timestamptz not null default now(),
              archived_at timestamptz not null default now(), vt timestamptz not null, message jsonb, headers jsonb)""",
            "create index on pgmq.q_%1$s (vt)",
            "create index on pgmq.a_%1$s (archived_at)",
            "insert into pgmq.q_%1$s (vt, message) select now(), jsonb_build_object('item', md5('item ' || n)) from generate_series(1, %2$d) n",
            "vacuum analyze pgmq.q_%1$s");

    private final Connection connection;
    private final PreparedStatement read;
    private final PreparedStatement archive;
    private int lane;

    private Pgmq(Connection connection) throws SQLException {
        this.connection = connection;
        read = connection.prepareStatement("select * from pgmq.read(?, ?, ?)");
        archive = connection.prepareStatement("select pgmq.archive(?, ?)");
    }

    static void fill(DataSource owner, int messages) throws SQLException {
        try (Connection connection = owner.getConnection(); Statement statement = connection.createStatement()) {
            for (String each : FUNCTIONS) {
                statement.execute(each);
            }
            for (int queue = 0; queue < Load.LANES; queue++) {
                for (String each : QUEUE) {
                    statement.execute(each.formatted("lane" + queue, messages / Load.LANES));
                }
            }
        }
    }

    static Crew crew(DataSource owner, int reviewers) throws SQLException {
        List<Pgmq> people = new ArrayList<>();
        for (int i = 0; i < reviewers; i++) {
            people.add(new Pgmq(owner.getConnection()));
        }
        return new Crew("pgmq", people);
    }

    @Override
    public List<Long> claim(int queue) throws SQLException {
        lane = queue;
        read.setString(1, "lane" + queue);
        read.setInt(2, UNSEEN_SECONDS);
        read.setInt(3, Load.WINDOW);
        return Ids.of(read, "msg_id", Long.class);
    }

    @Override
    public void finish(Long message) throws SQLException {
        archive.setString(1, "lane" + lane);
        archive.setLong(2, message);
        try (var answer = archive.executeQuery()) {
            if (!answer.next() || !answer.getBoolean(1)) {
                throw new IllegalStateException("A message in hand was not archived");
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
