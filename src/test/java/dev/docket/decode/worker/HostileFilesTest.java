package dev.docket.decode.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.decode.BrokenFiles;
import dev.docket.decode.FormatDecoders;
import dev.docket.decode.ImageFiles;
import dev.docket.decode.Seeds;
import dev.docket.decode.UndecodableImageException;
import dev.docket.decode.system.SystemDecoders;
import dev.docket.decode.worker.TrapDecoder.Trap;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Files broken on purpose, through the real processes, while somebody looks at a sound picture. As many as
 * {@code -Ddocket.mutations=N} says, 600 unless told; the limits on time are held in the long run only.
 */
class HostileFilesTest {
    private static final int MUTATIONS = Integer.getInteger("docket.mutations", 600);
    private static final boolean LONG = Integer.getInteger("docket.mutations") != null;
    /** Another one breaks the files in other ways. */
    private static final int SEED = Integer.getInteger("docket.seed", 17);
    private static final Duration LONGEST_STALL = Duration.ofMillis(200);

    @Test
    void everyBrokenFileIsShownOrRefusedWithItsReason() throws Exception {
        List<byte[]> seeds = seeds();
        FuzzFigures figures = new FuzzFigures();
        try (DecodeWorkers workers = new DecodeWorkers(); Pulse pulse = Pulse.start(LONG); Onlooker onlooker = new Onlooker(workers)) {
            workers.decode(new FormatDecoders().samples().getFirst());
            try (ExecutorService two = Executors.newFixedThreadPool(2)) {
                List<CompletableFuture<Void>> runs = new ArrayList<>();
                for (int half = 0; half < 2; half++) {
                    int seed = half;
                    runs.add(CompletableFuture.runAsync(() -> feed(workers, seeds, seed, figures), two));
                }
                CompletableFuture.allOf(runs.toArray(CompletableFuture[]::new)).get(2, TimeUnit.HOURS);
            }
            System.out.println(figures.text(workers.lost()) + "; longest pulse gap " + pulse.longest().toMillis() + " ms; " + onlooker.text());
            onlooker.stop();
            if (LONG) {
                assertThat(pulse.longest()).isLessThan(LONGEST_STALL);
                assertThat(figures.slowest()).isLessThan(WorkerKind.FAST.picture().plusSeconds(1));
            }
        }
    }

    /** Every second file for the screen, the others for an intake. */
    private static void feed(DecodeWorkers workers, List<byte[]> seeds, int half, FuzzFigures figures) {
        Random random = new Random(SEED + half);
        for (int i = half; i < MUTATIONS; i += 2) {
            byte[] file = BrokenFiles.of(seeds.get(random.nextInt(seeds.size())), random);
            int side = random.nextBoolean() ? 12 : 2000;
            try {
                switch (random.nextInt(8)) {
                    case 0 -> figures.tell(file, () -> workers.animation(file, side));
                    case 1, 2, 3 -> figures.tell(file, () -> workers.view(file, side));
                    default -> figures.tell(file, () -> workers.decode(file));
                }
            } catch (RuntimeException | Error e) {
                throw new AssertionError("with " + HexFormat.of().formatHex(file), e);
            }
        }
    }

    private static List<byte[]> seeds() throws IOException {
        List<byte[]> seeds = new ArrayList<>(Seeds.quick().values());
        FormatDecoders fast = new FormatDecoders(SystemDecoders.find().before(FormatDecoders.bundled()));
        for (Map.Entry<String, byte[]> modern : Seeds.modern().entrySet()) {
            try {
                if (fast.opens(fast.header(modern.getValue()))) {
                    seeds.add(modern.getValue());
                }
            } catch (UndecodableImageException e) {
                throw new AssertionError(modern.getKey(), e);
            }
        }
        return seeds;
    }

    @Test
    void bombsAndFilesThatBreakTheDecoderDoNotStopTheReviewer() throws Exception {
        WorkerKind traps = WorkerKind.FAST.running(TrapWorker.class).with(TrapWorker.USUAL, TrapWorker.ROOMY).within(Duration.ofSeconds(2));
        List<byte[]> hostile = List.of(
                ImageFiles.pngClaiming(20_000, 20_000), BrokenFiles.jpegClaiming(65_500, 65_500), BrokenFiles.blackPng(10_000, 9_000),
                Trap.SEGMENTATION_FAULT.file(), Trap.SPIN.file(), Trap.PRINT.file());
        FuzzFigures figures = new FuzzFigures();
        try (DecodeWorkers workers = new DecodeWorkers(traps, WorkerKind.SLOW); Onlooker onlooker = new Onlooker(workers)) {
            for (byte[] file : hostile) {
                figures.tell(file, () -> workers.decode(file));
            }
            // the 90 megapixels are within the budget: shown where the memory does, refused where it does not
            assertThat(figures.refused()).isGreaterThanOrEqualTo(hostile.size() - 1);
            assertThat(workers.lost()).isPositive();
            assertThat(onlooker.looks()).isPositive();
            onlooker.stop();
        }
    }
}
