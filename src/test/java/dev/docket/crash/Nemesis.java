package dev.docket.crash;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import java.util.SplittableRandom;

/** What befalls people and the server. Each leaves things as it found them, but for what it broke. */
enum Nemesis {
    /** kill -9, and started again at once or a little later. */
    KILL(14) {
        @Override
        void befall(Person person, Crew crew, SplittableRandom random) throws Exception {
            person.kill();
            Thread.sleep(random.nextInt(600));
            person.start();
        }
    },
    /** Stopped for longer than a lease lasts, and goes on as if nothing had been. */
    STOP(14) {
        @Override
        void befall(Person person, Crew crew, SplittableRandom random) throws Exception {
            person.signal("STOP");
            Thread.sleep(crew.plan().lease().toMillis() + random.nextInt(900));
            person.signal("CONT");
        }
    },
    CUT_CABLE(26) {
        @Override
        void befall(Person person, Crew crew, SplittableRandom random) throws Exception {
            person.cable.cut();
            Thread.sleep(random.nextInt(1500));
            person.cable.mend();
        }
    },
    /** The connection stays, and nothing comes through; then it goes on or breaks. */
    HALF_OPEN(12) {
        @Override
        void befall(Person person, Crew crew, SplittableRandom random) throws Exception {
            person.cable.hold();
            Thread.sleep(200 + random.nextInt((int) crew.plan().lease().toMillis() + 500));
            if (random.nextBoolean()) {
                person.cable.cut();
            }
            person.cable.mend();
        }
    },
    SLOW_CABLE(10) {
        @Override
        void befall(Person person, Crew crew, SplittableRandom random) throws Exception {
            person.cable.slow(10 + random.nextInt(80));
            Thread.sleep(1000 + random.nextInt(1000));
            person.cable.mend();
        }
    },
    DISK_FULL(8) {
        @Override
        void befall(Person person, Crew crew, SplittableRandom random) throws Exception {
            person.fillDisk(random.nextInt(4000));
            Thread.sleep(300 + random.nextInt(1200));
            person.makeRoom();
        }
    },
    /** The journal ends at any of its bytes, as after a write that did not come to its end. */
    CUT_JOURNAL(6) {
        @Override
        void befall(Person person, Crew crew, SplittableRandom random) throws Exception {
            person.cable.cut();
            Thread.sleep(200 + random.nextInt(500));
            person.kill();
            person.cutJournal();
            person.cable.mend();
            person.start();
        }
    },
    /** Cut off first, so that what is decided meanwhile is nowhere but here. */
    KILL_OFFLINE(8) {
        @Override
        void befall(Person person, Crew crew, SplittableRandom random) throws Exception {
            person.cable.cut();
            Thread.sleep(200 + random.nextInt(800));
            person.kill();
            person.cable.mend();
            person.start();
        }
    },
    SERVER_STOP(3) {
        @Override
        void befall(Person person, Crew crew, SplittableRandom random) throws Exception {
            crew.server().crash();
            Thread.sleep(random.nextInt(800));
            crew.server().resume();
        }
    },
    KILL_BACKEND(3) {
        @Override
        void befall(Person person, Crew crew, SplittableRandom random) throws IOException, InterruptedException, SQLException {
            crew.server().killBackend(crew.database());
            crew.server().resume();
        }
    };

    private final int weight;

    Nemesis(int weight) {
        this.weight = weight;
    }

    abstract void befall(Person person, Crew crew, SplittableRandom random) throws Exception;

    /** Befalls all, one at a time. */
    boolean isOfTheServer() {
        return this == SERVER_STOP || this == KILL_BACKEND;
    }

    static Nemesis any(Set<Nemesis> some, SplittableRandom random) {
        int dice = random.nextInt(some.stream().mapToInt(each -> each.weight).sum());
        for (Nemesis each : some) {
            dice -= each.weight;
            if (dice < 0) {
                return each;
            }
        }
        throw new AssertionError();
    }
}
