package dev.docket.crash;

import dev.docket.queue.ShortLeases;
import dev.docket.storage.OwnServer;
import dev.docket.storage.StorageException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.JdbiException;

/** People at work, and all that can befall them; then quiet, and the count. */
final class CrashRun {
    /** Events from which on it pays to write down first what every process loads. */
    private static final int WORTH_AN_ARCHIVE = 1000;
    private static final int FED_EVERY_MILLIS = 300;

    /**
     * @param people at least two
     * @param events so many verdicts, undos and strikes, and every kind of strike at least once
     * @param most for so long at most, where a machine does not get as far
     * @param lease in whole seconds
     * @param everyMillis a strike, on average
     * @param nemeses what befalls them, each at least once
     * @param inProcess people are threads of this process
     * @param mutant name of what is wrong with everybody's desk; {@code NONE}
     */
    record Plan(String name, long seed, int people, int events, Duration most, Duration lease, int everyMillis, Set<Nemesis> nemeses, String mutant, boolean inProcess) {
        private boolean isArchived() {
            return !inProcess && events >= WORTH_AN_ARCHIVE;
        }
    }

    /** What was seen. */
    record Report(Plan plan, String server, Map<Nemesis, Integer> strikes, Map<String, Integer> counts, int recorded, int late, List<String> violations, Path history, Duration took) {
        int struck() {
            return strikes.values().stream().mapToInt(Integer::intValue).sum();
        }

        /** In some lines, fit to be kept. */
        String text() {
            return "%s, seed %d, %s: %d people, %d s%n  %d strikes: %s%n  %d keys pressed, %d kept (%d at once, %d waited, %d late); %d undone, %d made anew; stored %d events, %d late%n  %d violations%s".formatted(
                    plan.name(), plan.seed(), server, plan.people(), took.toSeconds(), struck(), new TreeMap<>(strikes), count("MADE"), count("KEPT"), count("KEPT ACCEPTED"), count("KEPT PENDING"),
                    count("KEPT LATE"), count("UNDONE"), count("REDONE"), recorded, late, violations.size(), violations.stream().limit(3).map(each -> "\n    " + each).collect(Collectors.joining()));
        }

        private int count(String word) {
            return counts.getOrDefault(word, 0);
        }
    }

    private final Plan plan;
    private final OwnServer server;
    private final Path profiles;
    private final History history;
    private final SplittableRandom random;
    private final Map<Nemesis, Integer> strikes = Collections.synchronizedMap(new EnumMap<>(Nemesis.class));
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
    private final Semaphore serverStruck = new Semaphore(1);

    private CrashRun(Plan plan, OwnServer server, Path profiles) throws IOException {
        this.plan = plan;
        this.server = server;
        this.profiles = profiles;
        this.history = new History(Path.of("target", "crash", plan.name() + "-" + plan.seed()));
        this.random = new SplittableRandom(plan.seed());
    }

    /** @param profiles a folder for people's profiles */
    static Report of(Plan plan, OwnServer server, Path profiles) throws Exception {
        CrashRun run = new CrashRun(plan, server, profiles);
        try (run.history) {
            return run.run();
        }
    }

    private Report run() throws Exception {
        long start = System.nanoTime();
        try (Crew crew = new Crew(server, "crash_" + plan.name(), plan, plan.inProcess() ? QuickStart.NONE : QuickStart.in(history.folder(), plan.isArchived()), profiles, history, random.split())) {
            begin(crew);
            long end = System.nanoTime() + plan.most().toNanos();
            strikeUntil(crew, () -> (events() >= plan.events() || System.nanoTime() > end) && strikes.size() == plan.nemeses().size());
            List<String> violations = new ArrayList<>();
            Ledger ledger = quiet(crew, violations);
            violations.addAll(ledger.violations(crew.people, plan));
            violations.addAll(failures);
            return new Report(plan, server.text(), Map.copyOf(strikes), history.counts(), ledger.recorded(), ledger.late(), List.copyOf(violations), history.folder(), Duration.ofNanos(System.nanoTime() - start));
        }
    }

    /** Where it pays, the first alone, which writes down what the others load. */
    private void begin(Crew crew) throws IOException, InterruptedException {
        if (plan.isArchived()) {
            Person first = crew.people.getFirst();
            first.start();
            first.awaitWork();
            first.end();
            first.hasEnded();
        }
        for (Person person : crew.people) {
            person.start();
        }
        for (Person person : crew.people) {
            person.awaitWork();
        }
    }

    private int events() {
        return history.count("KEPT") + history.count("UNDONE") + history.count("REDONE") + strikes.values().stream().mapToInt(Integer::intValue).sum();
    }

    private void strikeUntil(Crew crew, BooleanSupplier enough) throws InterruptedException {
        List<Nemesis> first = new ArrayList<>(plan.nemeses());
        Collections.shuffle(first, new Random(plan.seed()));
        try (ExecutorService striking = Executors.newVirtualThreadPerTaskExecutor()) {
            striking.execute(() -> feed(crew, enough));
            while (!enough.getAsBoolean()) {
                Thread.sleep(1 + random.nextInt(2 * plan.everyMillis()));
                Nemesis nemesis = first.isEmpty() ? Nemesis.any(plan.nemeses(), random) : first.removeLast();
                Person person = crew.people.get(random.nextInt(crew.people.size()));
                Semaphore turn = nemesis.isOfTheServer() ? serverStruck : person.struck;
                SplittableRandom own = random.split();
                if ((nemesis.isOfTheServer() || person.works()) && turn.tryAcquire()) {
                    striking.execute(() -> strike(nemesis, person, crew, own, turn));
                } else if (!strikes.containsKey(nemesis)) {
                    first.addFirst(nemesis);
                }
            }
        }
    }

    private void strike(Nemesis nemesis, Person person, Crew crew, SplittableRandom own, Semaphore turn) {
        try {
            history.add("*", "STRIKE " + nemesis + (nemesis.isOfTheServer() ? "" : " " + person.pseudonym));
            nemesis.befall(person, crew, own);
            person.hasBeenStruck();
            strikes.merge(nemesis, 1, Integer::sum);
        } catch (Exception e) {
            history.add("*", "FAILED " + nemesis + ' ' + e);
            if (!nemesis.isOfTheServer()) {
                failures.add("the run itself: " + nemesis + " failed: " + e);
            }
        } finally {
            turn.release();
        }
    }

    private void feed(Crew crew, BooleanSupplier enough) {
        while (!enough.getAsBoolean()) {
            try {
                Thread.sleep(FED_EVERY_MILLIS);
                crew.feed();
            } catch (StorageException | JdbiException e) {
                // the server is down at this moment
                history.add("*", "UNFED");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** One is killed for good, the others end in good order; leases lapse; then what lies in journals and in their copies is sent. */
    private Ledger quiet(Crew crew, List<String> violations) throws Exception {
        history.add("*", "QUIET");
        server.resume();
        crew.people.getLast().kill();
        for (Person person : crew.people.subList(0, crew.people.size() - 1)) {
            if (!person.isAlive()) {
                violations.add("ended by itself: " + person.pseudonym + ": " + person.lines().getLast());
                person.start();
            }
            person.end();
        }
        for (Person person : crew.people.subList(0, crew.people.size() - 1)) {
            if (!person.hasEnded()) {
                violations.add("did not end in good order: " + person.pseudonym + ": " + person.lines().getLast());
            }
        }
        Thread.sleep(plan.lease().toMillis() + TimeUnit.SECONDS.toMillis(1));
        crew.owner.transact(tx -> ShortLeases.of(plan.lease()).reap(tx));
        long held = crew.owner.inTransaction(tx -> tx.createQuery("select count(*) from review_task where state = 1").mapTo(Long.class).one());
        if (held > 0) {
            violations.add("stuck: " + held + " tasks are still in hand a lease after all is quiet");
        }
        for (Person person : crew.people) {
            person.recover(Clock.systemUTC(), Wiring.named(plan.mutant()));
        }
        return new Ledger(crew.owner, history);
    }
}
