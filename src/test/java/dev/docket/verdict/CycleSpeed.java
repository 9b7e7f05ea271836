package dev.docket.verdict;

import dev.docket.audit.AuditKind;
import dev.docket.audit.AuditLog;
import dev.docket.item.Items;
import dev.docket.item.SampleItems;
import dev.docket.policy.PolicyFile;
import dev.docket.policy.Severity;
import dev.docket.queue.LeasedTask;
import dev.docket.queue.ReviewQueue;
import dev.docket.queue.SamplePolicy;
import dev.docket.storage.Database;
import dev.docket.storage.FolderBlobStore;
import dev.docket.storage.Postgres;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.function.IntConsumer;

/**
 * Claim-and-decide cycles a second: windows of 8, each verdict its own transaction with event and audit line. Beside it
 * stands a reference run on the same database: transactions that only append to the log. Arguments: tasks queued
 * (10000), reviewers (1), {@code h2} or {@code postgres}.
 */
final class CycleSpeed {
    private static final int WINDOW = 8;
    private static final int DECIDED = 2000;

    private final Database database;
    private final ReviewQueue queue = new ReviewQueue();
    private final AuditLog audit = new AuditLog(UUID.randomUUID(), "speed", Clock.systemUTC());
    private final VerdictDesk desk;
    private final DoubleAdder cpuMillis = new DoubleAdder();
    private final List<Double> claims = Collections.synchronizedList(new ArrayList<>());
    private final List<Double> decisions = Collections.synchronizedList(new ArrayList<>());

    private CycleSpeed(Database database, Path folder) {
        this.database = database;
        this.desk = new VerdictDesk(database, queue, new Items(), new FolderBlobStore(folder.resolve("images"), new byte[32]),
                PolicyFile.shipped(), audit, Clock.systemUTC());
    }

    public static void main(String[] arguments) throws IOException {
        int queued = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        int reviewers = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1;
        boolean server = arguments.length > 2 && arguments[2].equals("postgres");
        Path folder = Files.createTempDirectory("docket-speed");
        try (Database database = server ? Postgres.fresh() : Database.openEmbedded(folder.resolve("database"), new byte[32])) {
            new CycleSpeed(database, folder).run(queued, reviewers, server ? "PostgreSQL" : "H2");
        }
    }

    private void run(int queued, int reviewers, String engine) {
        fill(queued);
        int lane = database.inTransaction(queue::lanes).getFirst().id();
        inThreads(1, _ -> decide(new UUID(7, 99), lane, 400));
        claims.clear();
        decisions.clear();
        cpuMillis.reset();
        double reference = DECIDED / seconds(() -> inThreads(reviewers, _ -> {
            for (int n = 0; n < DECIDED / reviewers; n++) {
                database.transact(tx -> audit.append(tx, AuditKind.ITEMS_RESCORED, Map.of("n", 1)));
            }
        }));
        double cycles = DECIDED / seconds(() -> inThreads(reviewers, r -> decide(new UUID(7, r), lane, DECIDED / reviewers)));
        System.out.printf("%s, %d queued, %d reviewers: %.0f cycles/s; reference (audit appends only) %.0f/s; ratio %.2f%n",
                engine, queued, reviewers, cycles, reference, cycles / reference);
        System.out.printf("  processor time: %.2f ms a cycle, its eighth of a claim included%n", cpuMillis.sum() / DECIDED);
        System.out.printf("  claim of %d: p50 %.1f ms, p99 %.1f ms; verdict: p50 %.1f ms, p99 %.1f ms; lanes(): %.1f ms%n", WINDOW,
                at(claims, 0.5), at(claims, 0.99), at(decisions, 0.5), at(decisions, 0.99), 1000 * seconds(() -> database.inTransaction(queue::lanes)));
    }

    private void fill(int queued) {
        SplittableRandom random = new SplittableRandom(1);
        database.transact(tx -> SamplePolicy.open(tx, queue));
        for (int start = 0; start < queued; start += 1000) {
            int first = start;
            database.transact(tx -> {
                for (int n = first; n < Math.min(queued, first + 1000); n++) {
                    queue.enqueue(tx, SampleItems.add(tx, n), SamplePolicy.review("spam", random.nextDouble(900)));
                }
            });
        }
    }

    private void decide(UUID reviewer, int lane, int many) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (int done = 0; done < many;) {
            long asked = System.nanoTime();
            List<LeasedTask> window = database.inTransaction(tx -> queue.claim(tx, reviewer, lane, WINDOW));
            claims.add((System.nanoTime() - asked) / 1e6);
            for (LeasedTask task : window) {
                long pressed = System.nanoTime();
                Finding finding = new Finding("spam_scam", List.of(), Severity.S1, "remove", true, Optional.empty(), Optional.empty());
                desk.record(new Verdict(UUID.randomUUID(), task.taskId(), task.itemId(), task.round(), 0, VerdictKind.DECIDED, reviewer,
                        task.epoch(), Optional.of(finding), Optional.empty(), SamplePolicy.REF, SampleShown.of(task.itemId()), Clock.systemUTC().instant()));
                decisions.add((System.nanoTime() - pressed) / 1e6);
            }
            done += window.size();
        }
        cpuMillis.add((ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e6);
    }

    private static void inThreads(int threads, IntConsumer work) {
        List<Thread> all = new ArrayList<>();
        for (int n = 0; n < threads; n++) {
            int number = n;
            all.add(Thread.ofPlatform().start(() -> work.accept(number)));
        }
        for (Thread thread : all) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static double at(List<Double> times, double share) {
        List<Double> sorted = times.stream().sorted().toList();
        return sorted.get((int) (share * (sorted.size() - 1)));
    }
}
