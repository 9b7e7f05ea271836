package dev.docket.decode.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.docket.decode.FormatDecoders;
import dev.docket.decode.ImageFiles;
import dev.docket.decode.UndecodableImageException;
import dev.docket.decode.UndecodableImageException.State;
import dev.docket.decode.worker.TrapDecoder.Trap;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of files that break the process which decodes them. */
class BrokenWorkersTest {
    private static final WorkerKind TRAPS = WorkerKind.FAST.running(TrapWorker.class)
            .with(TrapWorker.USUAL, TrapWorker.ROOMY).within(Duration.ofSeconds(20));
    private static final Duration HASTE = Duration.ofSeconds(1);
    private static final DecodeWorkers WORKERS = new DecodeWorkers(TRAPS, WorkerKind.SLOW);
    private static final DecodeWorkers HASTY = new DecodeWorkers(TRAPS.within(HASTE), WorkerKind.SLOW);

    @AfterAll
    static void close() {
        WORKERS.close();
        HASTY.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"SEGMENTATION_FAULT", "PRINT", "MISSING_CLASS"})
    void aFileThatBreaksTheDecoderTwiceIsCalledDamagedAndTheNextOneShows(Trap trap) throws Exception {
        UndecodableImageException refusal = refusal(WORKERS, trap);

        assertThat(refusal.state()).isEqualTo(State.DAMAGED);
        assertThat(refusal).hasMessage("The file breaks the decoder, so it is damaged or made to do harm; it can still be decided by its facts");
        theNextOneShows(WORKERS);
    }

    @Test
    void aFileThatTakesTooLongIsStopped() throws Exception {
        UndecodableImageException refusal = refusal(HASTY, Trap.SPIN);

        assertThat(refusal.state()).isEqualTo(State.REFUSED);
        assertThat(refusal).hasMessageContaining("stopped after").hasMessageContaining("seconds");
        theNextOneShows(HASTY);
    }

    @Test
    void aDecoderThatWasHardlyGivenAProcessorGetsASecondTry() throws Exception {
        long start = System.nanoTime();

        assertThat(refusal(HASTY, Trap.SLEEP).state()).isEqualTo(State.REFUSED);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(HASTE.multipliedBy(2));
        theNextOneShows(HASTY);
    }

    @ParameterizedTest
    @EnumSource(names = {"FILL_HEAP", "FILL_MEMORY"})
    void aFileThatFillsTheMemoryIsRefusedWithTheLimit(Trap trap) throws Exception {
        Assumptions.assumeTrue(trap == Trap.FILL_HEAP || LinuxCall.possible());

        assertThat(refusal(WORKERS, trap)).hasMessage("Decoding the file needs more memory than the 768 MB that any file is given");

        theNextOneShows(WORKERS);
    }

    @ParameterizedTest
    @EnumSource(names = {"FAULT_UNLESS_ROOMY", "FILL_UNLESS_ROOMY"})
    void theSecondTryHasMoreMemory(Trap trap) throws Exception {
        assertThat(WORKERS.view(trap.file(), 100).width()).isEqualTo(7);
    }

    @Test
    void aTakenOverDecoderReachesNothing() throws Exception {
        Assumptions.assumeTrue(LinuxCall.possible());
        Path bait = Files.createFile(TrapDecoder.bait(ProcessHandle.current()));
        try {
            assertThat(refusal(WORKERS, Trap.BREAK_OUT)).hasMessage("Got away with: started a thread");
        } finally {
            Files.delete(bait);
        }
    }

    @Test
    void theScreenDoesNotWaitForAnIntake() throws Exception {
        CompletableFuture<Void> intake = CompletableFuture.runAsync(() -> catchThrowableOfType(
                UndecodableImageException.class, () -> HASTY.decode(Trap.SPIN.file())));
        CompletableFuture<Void> more = CompletableFuture.runAsync(() -> catchThrowableOfType(
                UndecodableImageException.class, () -> HASTY.decode(Trap.SPIN.file())));

        theNextOneShows(HASTY);

        assertThat(CompletableFuture.allOf(intake, more)).isNotDone();
        CompletableFuture.allOf(intake, more).get(30, TimeUnit.SECONDS);
    }

    @Test
    void whoeverWaitsCanBeInterrupted() throws Exception {
        CompletableFuture<Boolean> flag = new CompletableFuture<>();
        byte[] file = Trap.SPIN.file();
        Thread waiting = Thread.ofPlatform().start(() -> {
            catchThrowableOfType(CancellationException.class, () -> HASTY.view(file, 100));
            flag.complete(Thread.currentThread().isInterrupted());
        });
        waiting.interrupt();

        assertThat(flag.get(30, TimeUnit.SECONDS)).isTrue();
        theNextOneShows(HASTY);
    }

    @ParameterizedTest
    @EnumSource(LyingWorker.Lie.class)
    void aLiarIsNotBelieved(LyingWorker.Lie lie) throws Exception {
        byte[] file = ImageFiles.write(ImageFiles.quarters(40, 24), "png");
        try (DecodeWorkers liars = new DecodeWorkers(WorkerKind.FAST.running(LyingWorker.class), WorkerKind.SLOW)) {
            for (int i = 0; i < (lie == LyingWorker.Lie.TWO_ANSWERS ? 2 : 1); i++) {
                UndecodableImageException refusal = catchThrowableOfType(
                        UndecodableImageException.class, () -> liars.view(file, lie.ordinal() + 1));

                // an answer that could be true is shown as one plain line, and never taken for the answer to another question
                assertThat(refusal).hasMessageMatching(lie == LyingWorker.Lie.TWO_ANSWERS ? "first  answer" : "The file breaks the decoder.*");
            }
        }
    }

    private static UndecodableImageException refusal(DecodeWorkers workers, Trap trap) throws Exception {
        byte[] file = trap.file();
        return catchThrowableOfType(UndecodableImageException.class, () -> workers.view(file, 100));
    }

    private static void theNextOneShows(DecodeWorkers workers) throws Exception {
        assertThat(workers.view(new FormatDecoders().samples().getFirst(), 100).width()).isPositive();
        assertThat(workers.view(Trap.NOTHING.file(), 100).width()).isEqualTo(7);
    }
}
