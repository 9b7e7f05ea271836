package dev.docket.bench;

import dev.docket.bench.measure.Reading;
import dev.docket.bench.measure.Timing;
import dev.docket.bench.screen.BenchScreen;
import dev.docket.bench.screen.Pulses;
import dev.docket.provenance.MetadataReader;
import dev.docket.provenance.c2pa.CredentialReader;
import dev.docket.provenance.c2pa.TrustList;
import dev.docket.ui.common.ScreenThread;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;

/**
 * Content Credentials: what the first file costs, which loads the validator, what later ones cost, and whether the screen
 * goes on meanwhile. The file is a small signed one with a megabyte behind it that breaks its hash: all of it is hashed, and
 * every signature checked, as in a sound file.
 */
final class ProvenanceBench implements Bench {
    private static final double MOST_FIRST = 6_000;
    private static final double MOST_LATER = 1_500;
    /** A pulse is due every 16.7 ms, and may be 50 ms late. */
    private static final double MOST_GAP = 67;
    private static final int BEHIND = 1 << 20;
    private static final double NANOS_PER_MILLI = 1e6;

    @Override
    public String name() {
        return "provenance";
    }

    @Override
    public String about() {
        return "Content Credentials: the first verdict of a process, later ones, and the screen meanwhile";
    }

    @Override
    public void run(Stand stand) throws Exception {
        if (!CredentialReader.isBuilt()) {
            throw new IllegalStateException("This copy of Docket was built without the C2PA reader: install npm and build again");
        }
        byte[] file = file();
        ScreenThread screen = BenchScreen.start();
        Pulses pulses = new Pulses(() -> { });
        screen.tell(pulses::start);
        ScreenThread.pause(Duration.ofSeconds(1)); // the toolkit's own start is another matter
        screen.tell(pulses::stop);
        Pulses before = new Pulses(() -> { });
        screen.tell(before::start);
        ScreenThread.pause(Duration.ofSeconds(5));
        screen.tell(before::stop);
        stand.tell(Reading.of("longest time between pulses, nothing validated", "ms", longest(screen, before)));
        Pulses meanwhile = new Pulses(() -> { });
        screen.tell(meanwhile::start);
        try (CredentialReader reader = new CredentialReader(new MetadataReader(), TrustList.NONE, Clock.systemUTC())) {
            stand.note("first verdict");
            stand.tell(Reading.of("first verdict of a process", "ms", time(reader, file, 0)).atMost(MOST_FIRST));
            stand.note("later verdicts");
            int runs = stand.quick() ? 2 : 20;
            double[] later = new double[runs];
            for (int i = 0; i < runs; i++) {
                later[i] = time(reader, file, i + 1);
            }
            Arrays.sort(later);
            stand.tell(Reading.of("later verdicts, median of " + runs, "ms", later[runs / 2]).atMost(MOST_LATER));
        }
        screen.tell(meanwhile::stop);
        stand.tell(Reading.of("longest time between pulses meanwhile", "ms", longest(screen, meanwhile)).atMost(MOST_GAP));
    }

    /** Milliseconds. */
    private static double longest(ScreenThread screen, Pulses pulses) {
        Timing gaps = screen.ask(pulses::timing);
        return gaps.quantile(1) / NANOS_PER_MILLI;
    }

    /** Milliseconds. @param number makes it a file that was not seen before */
    private static double time(CredentialReader reader, byte[] file, int number) {
        byte[] another = file.clone();
        another[another.length - 1] = (byte) number;
        long start = System.nanoTime();
        reader.read(another);
        return (System.nanoTime() - start) / NANOS_PER_MILLI;
    }

    private static byte[] file() throws Exception {
        try (InputStream in = ProvenanceBench.class.getResourceAsStream("/c2pa/edited.jpg")) {
            byte[] signed = in.readAllBytes();
            byte[] file = new byte[signed.length + BEHIND];
            new Random(1).nextBytes(file);
            System.arraycopy(signed, 0, file, 0, signed.length);
            return file;
        }
    }
}
