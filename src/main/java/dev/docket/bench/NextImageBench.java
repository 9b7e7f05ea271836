package dev.docket.bench;

import dev.docket.bench.measure.Reading;
import dev.docket.bench.measure.Timing;
import dev.docket.bench.picture.Shot;
import dev.docket.bench.screen.BenchScreen;
import dev.docket.bench.screen.BlankFrames;
import dev.docket.bench.screen.Pulses;
import dev.docket.bench.screen.ReviewWindow;
import dev.docket.classify.ModelScore;
import dev.docket.desk.Desk;
import dev.docket.intake.IntakeResult;
import dev.docket.progress.Progress;
import dev.docket.ui.common.ScreenThread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** How soon the next picture is seen after a verdict's key, and whether any frame is blank at three verdicts a second. */
final class NextImageBench implements Bench {
    private static final int PRESSES = 200;
    private static final int FEW_PRESSES = 2;
    /** Made first and not counted, as a reviewer's first few are not: the virtual machine learns by them. */
    private static final int WARM_UP = 40;
    private static final double MOST_MILLIS = 50;
    private static final Duration PACE = Duration.ofMillis(333);
    /** Leased ahead and never decided. */
    private static final int SPARE = 20;
    /** A suspicion under which all of them wait in one lane, uncovered. */
    private static final ModelScore ONE_LANE = new ModelScore("bench", "1", "spam_scam", 1, 0.5);
    private static final double NANOS_PER_MILLI = 1e6;

    @Override
    public String name() {
        return "next-image";
    }

    @Override
    public String about() {
        return "from a verdict's key to the pixels of the next image on screen, and blank frames at 3 verdicts a second";
    }

    @Override
    public void run(Stand stand) throws Exception {
        int presses = stand.quick() ? FEW_PRESSES : PRESSES;
        int warmUp = stand.quick() ? 0 : WARM_UP;
        int pictures = warmUp + presses + (int) stand.reviewing().dividedBy(PACE) + SPARE;
        stand.note(pictures + " pictures");
        List<Path> files = stand.album().numbered(Shot.JPEG_12, pictures);
        ScreenThread screen = BenchScreen.start();
        try (Desk desk = Desk.open(Files.createDirectories(stand.scratch().resolve(name())), Clock.systemUTC())) {
            stand.note("their intake");
            IntakeResult admitted = desk.intake.admitAll(new Photographs(files, List.of(ONE_LANE)), Progress.NONE);
            if (admitted.added() != pictures) {
                throw new IOException("Only " + admitted.added() + " of " + pictures + " pictures were admitted: " + admitted.refusals());
            }
            try (ReviewWindow window = ReviewWindow.open(screen, desk)) {
                stand.note("on " + BenchScreen.where());
                presses(window, warmUp);
                tell(stand, new Timing("presses", presses(window, presses)));
                reviewer(stand, screen, window);
            }
        }
    }

    /** @return nanoseconds of each */
    private static double[] presses(ReviewWindow window, int presses) {
        double[] nanos = new double[presses];
        for (int press = 0; press < presses; press++) {
            window.ready();
            nanos[press] = window.pressToPicture();
            ScreenThread.pause(PACE);
        }
        return nanos;
    }

    private static void tell(Stand stand, Timing presses) {
        stand.tell(millis("key to picture, median of " + presses.count(), presses.median()));
        stand.tell(millis("key to picture, 95th percentile", presses.quantile(0.95)).atMost(MOST_MILLIS));
        stand.tell(millis("key to picture, longest", presses.quantile(1)));
    }

    private static void reviewer(Stand stand, ScreenThread screen, ReviewWindow window) {
        stand.note("a reviewer for " + stand.reviewing().toSeconds() + " s");
        window.ready();
        BlankFrames blank = new BlankFrames(window);
        Pulses pulses = new Pulses(blank::frame);
        screen.tell(pulses::start);
        long start = System.nanoTime();
        int verdicts = 0;
        for (long due = 0; due < stand.reviewing().toNanos(); due += PACE.toNanos()) {
            ScreenThread.pause(Duration.ofNanos(Math.max(0, start + due - System.nanoTime())));
            window.ready();
            window.press();
            verdicts++;
        }
        window.ready();
        double seconds = (System.nanoTime() - start) / 1e9;
        screen.tell(pulses::stop);
        Timing frames = pulses.timing();
        blank.stretches().forEach(stand::note);
        stand.tell(Reading.of("a reviewer's verdicts", "/s", verdicts / seconds));
        stand.tell(Reading.of("a reviewer's blank frames of " + frames.count(), "frames", blank.count()).atMost(0));
        stand.tell(millis("a reviewer's longest pulse", frames.quantile(1)));
    }

    private static Reading millis(String what, double nanos) {
        return Reading.of(what, "ms", nanos / NANOS_PER_MILLI);
    }
}
