package dev.docket.crash;

import dev.docket.desk.Joined;
import dev.docket.policy.Policies;
import dev.docket.queue.ReviewQueue;
import dev.docket.storage.Database;
import dev.docket.storage.OwnServer;
import dev.docket.team.ConnectionFile;
import dev.docket.team.Logins;
import dev.docket.team.Role;
import dev.docket.team.ServerAddress;
import dev.docket.team.TeamSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;

/** A team with a database of its own, where each has a login, a profile and a cable; the first is a lead. */
final class Crew implements AutoCloseable {
    /** By how much people's clocks are wrong, in seconds. */
    private static final List<Long> SKEWS = List.of(0L, 3600L, -7200L, 90_000L, -30L, 5L);
    private static final int AT_ONCE = 40;

    final Database owner;
    /** Gives up sooner when the server is down. */
    private final Database feeder;
    final List<Person> people = new ArrayList<>();
    private final OwnServer server;
    private final String database;
    private final CrashRun.Plan plan;
    private int items;

    Crew(OwnServer server, String database, CrashRun.Plan plan, QuickStart quick, Path profiles, History history, SplittableRandom random) throws IOException, SQLException {
        this.server = server;
        this.database = database;
        this.plan = plan;
        server.make(database);
        owner = Database.of(server.source(database));
        feeder = Database.joined(server.source(database), "the feed");
        owner.transact(tx -> {
            new Policies().keep(tx, Sitting.PACK);
            new ReviewQueue().openLanes(tx, Sitting.PACK);
            new TeamSettings().put(tx, TeamSettings.POLICY, Sitting.PACK.ref().sha256().hex());
            LeaseLog.begin(tx);
        });
        for (int i = 0; i < plan.people(); i++) {
            people.add(join(i, quick, profiles, history, random.split()));
        }
        owner.transact(tx -> Wiring.named(plan.mutant()).plant(tx));
        feed();
    }

    private Person join(int number, QuickStart quick, Path profiles, History history, SplittableRandom random) throws IOException {
        String pseudonym = (number == 0 ? "L-0" : "R-0") + (number + 1);
        String login = pseudonym.toLowerCase(Locale.ROOT).replace('-', '_') + "_of_" + database;
        char[] password = ("the word of " + pseudonym).toCharArray();
        owner.transact(tx -> {
            new Logins().add(tx, login, password, pseudonym, number == 0 ? Role.LEAD : Role.REVIEWER);
            new Logins().grant(tx, pseudonym, "*");
        });
        Person person = new Person(pseudonym, server.cable(), profiles.resolve(pseudonym), plan, quick, SKEWS.get(number % SKEWS.size()), history, random);
        Joined.join(profiles.resolve(pseudonym), new ConnectionFile("Crash desk", new ServerAddress("localhost", person.cable.port(), database, ServerAddress.Tls.NONE, Optional.empty()), login), password);
        return person;
    }

    CrashRun.Plan plan() {
        return plan;
    }

    OwnServer server() {
        return server;
    }

    String database() {
        return database;
    }

    /** Brings in items while there are few, so that people are after the same ones. */
    void feed() {
        int next = feeder.inTransaction(tx -> {
            long waiting = tx.createQuery("select count(*) from review_task where state = 0 and round = 1").mapTo(Long.class).one();
            int number = items;
            for (; waiting < AT_ONCE && number < items + AT_ONCE; number++) {
                Feed.bring(tx, number);
            }
            return number;
        });
        items = next;
    }

    @Override
    public void close() throws IOException {
        for (Person person : people) {
            person.close();
        }
        feeder.close();
        owner.close();
    }
}
