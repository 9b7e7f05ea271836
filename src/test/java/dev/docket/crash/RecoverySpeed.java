package dev.docket.crash;

import dev.docket.desk.Desk;
import dev.docket.desk.Joined;
import dev.docket.policy.Policies;
import dev.docket.queue.ReviewQueue;
import dev.docket.storage.CutCable;
import dev.docket.storage.Database;
import dev.docket.storage.OwnServer;
import dev.docket.team.ConnectionFile;
import dev.docket.team.Logins;
import dev.docket.team.Role;
import dev.docket.team.ServerAddress;
import dev.docket.team.TeamSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * From kill -9 of a desk that has a window in hand and verdicts waiting, until it is started again, has told what became of
 * them and has a window in hand anew. H2 and PostgreSQL. Argument: how often (10). At most 5 s are wanted.
 */
final class RecoverySpeed {
    private static final double MOST_SECONDS = 5;
    private static final int ITEMS = 2000;

    private RecoverySpeed() {}

    /** What is done so that verdicts cannot get to the database, and undone. */
    private interface Connection {
        void cut();

        void mend();
    }

    public static void main(String[] arguments) throws Exception {
        int times = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10;
        Path folder = Files.createTempDirectory("docket-recovery");
        own(folder, times);
        team(folder, times);
    }

    private static void own(Path folder, int times) throws Exception {
        Path profile = folder.resolve("own");
        try (Desk desk = Desk.open(profile, Clock.systemUTC())) {
            fill(desk.database);
        }
        measure("H2, AES", profile, times, new Connection() {
            @Override
            public void cut() { }

            @Override
            public void mend() { }
        });
    }

    private static void team(Path folder, int times) throws Exception {
        Path profile = folder.resolve("team");
        try (OwnServer server = OwnServer.start(); CutCable cable = server.cable()) {
            server.make("recovery");
            try (Database owner = Database.of(server.source("recovery"))) {
                owner.transact(tx -> {
                    new Policies().keep(tx, Sitting.PACK);
                    new ReviewQueue().openLanes(tx, Sitting.PACK);
                    new TeamSettings().put(tx, TeamSettings.POLICY, Sitting.PACK.ref().sha256().hex());
                    new TeamSettings().put(tx, TeamSettings.IMAGES, folder.toString());
                    new Logins().add(tx, "r_02_recovers", "a word".toCharArray(), "R-02", Role.REVIEWER);
                    new Logins().grant(tx, "R-02", "*");
                });
                fill(owner);
            }
            Joined.join(profile, new ConnectionFile("Desk", new ServerAddress("localhost", cable.port(), "recovery", ServerAddress.Tls.NONE, Optional.empty()), "r_02_recovers"), "a word".toCharArray());
            measure(server.text(), profile, times, new Connection() {
                @Override
                public void cut() {
                    cable.cut();
                }

                @Override
                public void mend() {
                    cable.mend();
                }
            });
        }
    }

    private static void measure(String engine, Path profile, int times, Connection connection) throws Exception {
        List<Double> seconds = new ArrayList<>();
        int replayed = 0;
        ChildProcess desk = ChildProcess.start(RecoveringDesk.class, profile.toString());
        desk.awaitLine("CLAIMED 8");
        for (int i = 0; i < times; i++) {
            connection.cut();
            desk.endInput();
            desk.awaitLine("WAITING");
            long killed = System.nanoTime();
            desk.kill();
            connection.mend();
            desk = ChildProcess.start(RecoveringDesk.class, profile.toString());
            String told = desk.awaitLine("OPEN");
            desk.awaitLine("CLAIMED 8");
            seconds.add((System.nanoTime() - killed) / 1e9);
            replayed += Integer.parseInt(told.split(" ")[1]);
        }
        desk.kill();
        List<Double> sorted = seconds.stream().sorted().toList();
        System.out.printf("%s: kill -9 to a window in hand again, of %d: p50 %.2f s, longest %.2f s, at most %.0f s wanted: %s; %d of %d waiting verdicts recorded at the start%n", engine, times,
                sorted.get(sorted.size() / 2), sorted.getLast(), MOST_SECONDS, sorted.getLast() <= MOST_SECONDS ? "held" : "missed", replayed, 3 * times);
    }

    private static void fill(Database database) {
        database.transact(tx -> {
            for (int number = 0; number < ITEMS; number++) {
                Feed.bring(tx, number);
            }
        });
    }
}
