package dev.docket.bench.queue;

import dev.docket.bench.measure.Timing;
import dev.docket.bench.server.BenchServer;
import dev.docket.policy.PolicyFile;
import dev.docket.policy.PolicyPack;
import dev.docket.queue.ReviewQueue;
import dev.docket.storage.BlobStore;
import dev.docket.storage.Database;
import dev.docket.team.Logins;
import dev.docket.team.Member;
import dev.docket.team.Role;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A team's database with people and lanes, and what is queued there. Copies of it know the same people. */
public final class TeamQueue {
    private static final char[] PASSWORD = "of nobody but a bench".toCharArray();

    private final BenchServer server;
    private final String name;
    private final List<Person> people;
    private final List<Integer> lanes;
    private final PolicyPack pack = PolicyFile.shipped();
    private int queued;

    private record Person(Member member, String login) {}

    private TeamQueue(BenchServer server, String name, List<Person> people, List<Integer> lanes, int queued) {
        this.server = server;
        this.name = name;
        this.people = people;
        this.lanes = lanes;
        this.queued = queued;
    }

    /** Sets one up as {@code docket team init} and {@code team add} do, with nothing queued. */
    public static TeamQueue empty(BenchServer server, int reviewers) throws SQLException {
        String name = server.database();
        List<Person> people = new ArrayList<>();
        try (Database owner = Database.of(server.owner(name))) {
            PolicyPack pack = PolicyFile.shipped();
            List<Integer> lanes = owner.inTransaction(tx -> {
                new ReviewQueue().openLanes(tx, pack);
                return BenchLanes.open(tx, pack.ref().id());
            });
            owner.transact(tx -> {
                for (int i = 0; i < reviewers; i++) {
                    String login = server.login("r" + i);
                    String pseudonym = "R-" + i;
                    people.add(new Person(new Logins().add(tx, login, PASSWORD, pseudonym, Role.REVIEWER), login));
                    IntStream.range(i * Load.LANES_EACH, (i + 1) * Load.LANES_EACH).forEach(lane -> new Logins().grant(tx, pseudonym, "general@" + BenchLanes.place(lane % Load.LANES)));
                }
            });
            return new TeamQueue(server, name, List.copyOf(people), lanes, 0);
        }
    }

    /** Another database with the same in it; nobody may be connected to this one. */
    public TeamQueue copy() throws SQLException {
        TeamQueue copy = new TeamQueue(server, server.copy(name), people, lanes, queued);
        copy.execute("grant connect on database " + copy.name + " to docket_reviewer");
        return copy;
    }

    /** Queues so many more. Without the triggers where that is allowed: an intake would take hours, and they would find nothing. */
    public void fill(int more) throws SQLException {
        try (Connection connection = server.owner(name).getConnection(); Statement statement = connection.createStatement()) {
            try {
                statement.execute("set session_replication_role = replica");
            } catch (SQLException notAllowed) {
                // with them, then
            }
            String numbers = " from generate_series(" + (queued + 1) + ", " + (queued + more) + ") n";
            statement.execute("insert into image_blob (sha256, byte_len, media_type, width, height) select sha256(('picture ' || n)::bytea), 250000, 'image/jpeg', 1600, 1200" + numbers);
            statement.execute("insert into item (item_id, source, external_id, sha256, flagged_at, facts_json, provenance_json) select md5('item ' || n)::uuid, 'bench', n, "
                    + "sha256(('picture ' || n)::bytea), now(), '{}', '{}'" + numbers);
            statement.execute("insert into review_task (task_id, item_id, round, lane_id, priority, slice, sampling) select md5('task ' || n)::uuid, md5('item ' || n)::uuid, 1, "
                    + "(array" + lanes + ")[1 + n % " + lanes.size() + "], (random() * 1000000)::int, (case when n / 7 % 10 = 0 then 2 when n / 7 % 10 < 3 then 1 else 0 end)::smallint, case when n / 7 % 10 = 0 then 0.1::double precision end" + numbers);
        }
        queued += more;
    }

    /** Fills it up to so many waiting. */
    public void fillUpTo(int waiting) throws SQLException {
        try (Connection connection = server.owner(name).getConnection(); Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from review_task where state = 0")) {
            rows.next();
            fill(Math.max(0, waiting - rows.getInt(1)));
        }
    }

    /** Puts so many into the hands of somebody who is not there. */
    public void lease(int tasks) throws SQLException {
        execute("update review_task set state = 1, lease_epoch = 1, lease_owner = md5('somebody')::uuid, lease_until = now() + interval '1 hour' "
                + "where task_id in (select task_id from review_task where state = 0 order by task_id limit " + tasks + ")");
    }

    /** What the planner knows of the tables stays as it is now. */
    public void keepStatistics() throws SQLException {
        execute("do $$ declare t text; begin foreach t in array array['review_task', 'verdict_event', 'audit_entry', 'audit_writer', 'propagation_due'] loop "
                + "execute format('alter table %I set (autovacuum_enabled = false)', t); end loop; end $$");
    }

    /** How long it takes a window of one of them to ask how their lanes stand, which it does once a second. */
    public Timing glances(int times) {
        Person who = people.getFirst();
        ReviewQueue queue = new ReviewQueue();
        double[] each = new double[times];
        try (Database desk = Database.joined(server.as(name, who.login(), PASSWORD), "the bench")) {
            desk.transact(tx -> queue.lanes(tx, who.member().id()));
            for (int i = 0; i < times; i++) {
                long asked = System.nanoTime();
                desk.transact(tx -> queue.lanes(tx, who.member().id()));
                each[i] = System.nanoTime() - asked;
            }
        }
        return new Timing("glances", each);
    }

    /** As its owner. */
    public void execute(String command) throws SQLException {
        try (Connection connection = server.owner(name).getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    /** Everybody at a desk, each logged in as themselves. */
    public Crew reviewers(String crew, BlobStore images) {
        return new Crew(crew, people.parallelStream().map(person -> new DocketHands(
                Database.joined(server.as(name, person.login(), PASSWORD), "the bench"), person.member().id(), lanes, pack, images)).toList());
    }

    /** The same people at the same desks, with the owner's login: verdict and log, and nobody who checks. */
    public Crew unguarded(String crew, BlobStore images) {
        return new Crew(crew, people.parallelStream().map(person -> new DocketHands(
                Database.joined(server.owner(name), "the bench"), person.member().id(), lanes, pack, images)).toList());
    }

    /** As many at connections of the owner's, and nothing but the queue. */
    public Crew statements(String crew) throws SQLException {
        List<OwnStatements> hands = new ArrayList<>();
        for (Person person : people) {
            hands.add(new OwnStatements(server.owner(name).getConnection(), person.member().id(), lanes));
        }
        return new Crew(crew, hands);
    }
}
