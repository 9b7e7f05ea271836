package dev.docket.crash;

import dev.docket.storage.CutCable;
import dev.docket.storage.Journal;
import dev.docket.storage.Profile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Semaphore;

/** Somebody with a login, a profile, a cable of their own, and a process that can be killed. */
final class Person implements AutoCloseable {
    final String pseudonym;
    final CutCable cable;
    /** Whoever does something to them holds it, so that one thing happens to them at a time. */
    final Semaphore struck = new Semaphore(1);
    private final Path profile;
    private final CrashRun.Plan plan;
    private final long skewSeconds;
    private final History history;
    private final SplittableRandom random;
    private final List<Path> copies = new ArrayList<>();
    private final QuickStart quick;
    private Hands process;
    private volatile boolean works;

    Person(String pseudonym, CutCable cable, Path profile, CrashRun.Plan plan, QuickStart quick, long skewSeconds, History history, SplittableRandom random) {
        this.pseudonym = pseudonym;
        this.cable = cable;
        this.profile = profile;
        this.plan = plan;
        this.quick = quick;
        this.skewSeconds = skewSeconds;
        this.history = history;
        this.random = random;
    }

    void start() throws IOException {
        history.add("*", "START " + pseudonym);
        works = false;
        process = plan.inProcess() ? new InProcess(profile, random.nextLong(), plan.lease(), Clock.offset(Clock.systemUTC(), Duration.ofSeconds(skewSeconds)), Wiring.named(plan.mutant()), cable, this::heard)
                : ChildProcess.start(quick.flags(), this::heard, TeamReviewer.class, profile.toString(), Long.toString(random.nextLong()),
                        Long.toString(plan.lease().toSeconds()), Long.toString(skewSeconds), plan.mutant());
    }

    private void heard(String line) {
        works |= line.startsWith("KEPT") || line.startsWith("CLAIMED");
        history.add(pseudonym, line);
    }

    /** Whether they have got on with something since they sat down, or since something befell them: however slow the machine is. */
    boolean works() {
        return works;
    }

    void hasBeenStruck() {
        works = false;
    }

    /** Waits for that, at most a minute. */
    void awaitWork() throws InterruptedException {
        for (int tries = 0; !works; tries++) {
            if (tries == 2400 || !process.isAlive()) {
                throw new AssertionError(pseudonym + " does not come to work: " + process.lines());
            }
            Thread.sleep(25);
        }
    }

    void kill() throws InterruptedException {
        process.kill();
    }

    void signal(String name) throws IOException, InterruptedException {
        process.signal(name);
    }

    /** There is room for so many bytes more than the journal has. */
    void fillDisk(int left) throws IOException, InterruptedException {
        process.limitFiles((Files.exists(journal()) ? Files.size(journal()) : 0) + left);
    }

    void makeRoom() throws IOException, InterruptedException {
        process.limitFiles(-1);
    }

    /** While it is dead: the journal ends at this byte, and a copy of it as it was is put aside. */
    void cutJournal() throws IOException {
        if (!Files.exists(journal())) {
            return;
        }
        Path copy = Files.copy(journal(), history.folder().resolve(pseudonym + "-journal-" + copies.size()));
        copies.add(copy);
        try (FileChannel file = FileChannel.open(journal(), StandardOpenOption.WRITE)) {
            long at = random.nextLong(file.size() + 1);
            history.add("*", "CUT-AT " + pseudonym + ' ' + at + " of " + file.size());
            file.truncate(at);
        }
    }

    /** Tells it to end. */
    void end() throws IOException {
        process.endInput();
    }

    /** Waits until it has ended; whether everything it had was sent. */
    boolean hasEnded() throws InterruptedException {
        return process.exit() == 0 && process.lines().contains("ENDED true");
    }

    List<String> lines() {
        return process.lines();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Sends what the journal holds, as a start does, and what its copies hold that were put aside. */
    void recover(Clock clock, Wiring wiring) throws IOException {
        Sitting.open(profile, plan.lease(), clock, wiring).close();
        for (Path copy : copies) {
            Files.copy(copy, journal(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            Sitting.open(profile, plan.lease(), clock, wiring).close();
        }
    }

    /** What the journal holds now. */
    List<byte[]> journalled() throws IOException {
        try (Profile opened = Profile.open(profile); Journal journal = Journal.open(journal(), opened.key(), "verdicts")) {
            return journal.found();
        }
    }

    private Path journal() {
        return profile.resolve("journal");
    }

    @Override
    public void close() throws IOException {
        try {
            if (process != null) {
                process.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        cable.close();
    }
}
