package dev.docket.crash;

import dev.docket.desk.Desk;
import dev.docket.queue.Lane;
import dev.docket.queue.LeasedTask;
import dev.docket.verdict.Outbox;
import dev.docket.verdict.Verdict;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A whole desk without its window: opens, claims a window, and at a line of input decides three of it that cannot get to the
 * database. To be killed.
 */
final class RecoveringDesk {
    private static final int WINDOW = 8;
    private static final int DECIDED = 3;

    private RecoveringDesk() {}

    /** Arguments: profile. */
    public static void main(String[] arguments) throws Exception {
        Desk desk = Desk.open(Path.of(arguments[0]), Clock.systemUTC());
        Outbox.Replayed replayed = desk.outbox.replayed();
        System.out.println("OPEN " + replayed.recorded() + " recorded, " + replayed.late() + " late, " + replayed.left().size() + " left");
        List<LeasedTask> window = new ArrayList<>();
        for (Lane lane : desk.database.<List<Lane>>inTransaction(tx -> desk.queue.lanes(tx, desk.self.id()))) {
            if (window.isEmpty() && lane.waiting() > 0) {
                window.addAll(desk.database.inTransaction(tx -> desk.queue.claim(tx, desk.self.id(), lane.id(), WINDOW)));
            }
        }
        System.out.println("CLAIMED " + window.size());
        System.in.read();
        if (desk.joined.isEmpty()) {
            // a team's is cut off instead
            desk.database.close();
        }
        Keystrokes keys = new Keystrokes(new SplittableRandom(1), desk.self, Clock.systemUTC());
        for (LeasedTask task : window.subList(0, DECIDED)) {
            keep(desk, keys.on(task));
        }
        System.out.println("WAITING");
        Thread.sleep(Long.MAX_VALUE);
    }

    private static void keep(Desk desk, Verdict verdict) {
        try {
            desk.session.record(verdict);
        } catch (RuntimeException e) {
            // the database is gone; the journal has it
        }
    }
}
