package dev.docket.crash;

import dev.docket.storage.StorageException;
import dev.docket.verdict.Outbox;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.SplittableRandom;

/**
 * A person in a process of their own. Arguments: profile, seed, lease in seconds, by how many seconds the clock is wrong, wiring.
 * Says every step on a line of its own, ends in good order at the end of its input.
 */
final class TeamReviewer {
    private TeamReviewer() {}

    public static void main(String[] arguments) throws Exception {
        SplittableRandom random = new SplittableRandom(Long.parseLong(arguments[1]));
        Duration lease = Duration.ofSeconds(Long.parseLong(arguments[2]));
        Clock clock = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(Long.parseLong(arguments[3])));
        Thread input = Thread.ofPlatform().daemon().start(TeamReviewer::awaitEnd);
        try (Sitting sitting = open(Path.of(arguments[0]), lease, clock, Wiring.named(arguments[4]))) {
            say(sitting.replayed().map(TeamReviewer::text).orElse("OPEN"));
            sitting.replayed().ifPresent(replayed -> replayed.left().forEach(left -> say("LEFT " + left.verdict().id() + ' ' + left.reason())));
            say("ENDED " + new Reviewer(sitting, random, lease, clock, TeamReviewer::say).run(() -> !input.isAlive()));
        }
    }

    /** As a person who starts it again until it opens. */
    private static Sitting open(Path profile, Duration lease, Clock clock, Wiring wiring) throws IOException, InterruptedException {
        while (true) {
            try {
                return Sitting.open(profile, lease, clock, wiring);
            } catch (StorageException e) {
                say("SHUT " + e.getMessage().lines().findFirst().orElse(""));
                Thread.sleep(200);
            }
        }
    }

    private static String text(Outbox.Replayed replayed) {
        return "OPEN " + replayed.recorded() + ' ' + replayed.late() + ' ' + replayed.left().size() + replayed.aside().map(aside -> " " + aside.getFileName()).orElse("");
    }

    private static void awaitEnd() {
        try {
            while (System.in.read() >= 0) {
                Thread.onSpinWait();
            }
        } catch (IOException e) {
            // whoever started it is gone
        }
    }

    private static synchronized void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
