package dev.docket.cli;

import dev.docket.desk.Desk;
import dev.docket.intake.FolderWatch;
import dev.docket.intake.IntakeException;
import dev.docket.intake.IntakeResult;
import dev.docket.intake.IntakeSource;
import dev.docket.intake.IntakeStoppedException;
import dev.docket.intake.PatientIntake;
import dev.docket.intake.drop.DropFolder;
import dev.docket.progress.Reins;
import dev.docket.storage.UnreachableException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * An intake that goes on until it is stopped: looks into a folder again and again, admits what is there, and sees to what is due
 * as time passes. It outlasts a database that does not answer. One thread.
 */
final class IntakeService {
    private static final long LOOK_MILLIS = 1000;
    private static final long NAP_MILLIS = 100;
    private static final long ROUND_NANOS = Duration.ofSeconds(15).toNanos();

    private final Desk desk;
    private final Reins reins;
    private final Consumer<String> says;
    private final BiConsumer<IntakeResult, Boolean> tells;
    private final PatientIntake intake;
    private long nextRound = System.nanoTime();

    /**
     * @param says receives a sentence about how the service is
     * @param tells receives what an intake came to, and whether it was stopped
     */
    IntakeService(Desk desk, Reins reins, Consumer<String> says, BiConsumer<IntakeResult, Boolean> tells) {
        this.desk = desk;
        this.reins = reins;
        this.says = says;
        this.tells = tells;
        intake = new PatientIntake(desk.intake, desk.database, says);
    }

    /** A look at what there is to do, and what follows. */
    interface Look {
        void take() throws IOException;
    }

    /** Images that appear in a folder, each once it has stopped growing. */
    void watch(Path folder, String source) throws IOException {
        FolderWatch watch = new FolderWatch(folder, source);
        says.accept("Watching " + folder + "; Ctrl+C stops.");
        untilStopped(() -> {
            IntakeSource settled = watch.look();
            if (settled.expected() > 0) {
                try (ProgressLine progress = ProgressLine.onStandardError(reins)) {
                    tells.accept(intake.admitAll(settled, progress, outcome -> {}), false);
                }
            }
        });
    }

    /** Manifests that another system renames into a folder; each is answered by a receipt. */
    void takeDropsFrom(Path folder, String source) throws IOException {
        try (DropFolder drop = new DropFolder(folder, source, desk.clock)) {
            Set<String> said = new HashSet<>();
            says.accept("Taking manifests from " + folder + "; Ctrl+C stops.");
            untilStopped(() -> {
                if (!drop.isMine()) {
                    sayOnce(said, "Another Docket takes from " + folder + "; this one stands by.");
                    return;
                }
                for (Path manifest : drop.waiting()) {
                    try (ProgressLine progress = ProgressLine.onStandardError(reins)) {
                        tells.accept(drop.take(manifest, (lines, told) -> intake.admitAll(lines, progress, told)), false);
                    } catch (IntakeException e) {
                        sayOnce(said, e.getMessage());
                    }
                }
            });
        }
    }

    private void sayOnce(Set<String> said, String sentence) {
        if (said.add(sentence)) {
            says.accept(sentence);
        }
    }

    /** Looks once a second, and sees to what is due. */
    void untilStopped(Look look) throws IOException {
        while (!reins.stopped()) {
            try {
                look.take();
                goAround();
            } catch (IntakeStoppedException e) {
                tells.accept(e.soFar(), true);
            }
            rest(reins, LOOK_MILLIS);
        }
    }

    private void goAround() {
        if (System.nanoTime() - nextRound >= 0) {
            nextRound = System.nanoTime() + ROUND_NANOS;
            try {
                desk.caretaker.round();
            } catch (UnreachableException e) {
                nextRound = System.nanoTime(); // said by whoever has something to store
            }
        }
    }

    /** Sleeps so long, or until the reins are pulled. */
    static void rest(Reins reins, long millis) {
        try {
            for (long slept = 0; slept < millis && !reins.stopped(); slept += NAP_MILLIS) {
                Thread.sleep(NAP_MILLIS);
            }
        } catch (InterruptedException e) {
            reins.stop();
        }
    }
}
