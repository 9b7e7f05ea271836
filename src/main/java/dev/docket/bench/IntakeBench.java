package dev.docket.bench;

import dev.docket.bench.measure.Reading;
import dev.docket.bench.measure.Reference;
import dev.docket.desk.Desk;
import dev.docket.intake.IntakeResult;
import dev.docket.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** Photographs admitted to a new desk: beside decoding, hashing and scoring them and nothing else. */
final class IntakeBench implements Bench {
    private static final int PHOTOGRAPHS = 1000;
    /** Admitted first, not counted. */
    private static final int WARM_UP = 40;
    private static final int TURNS = 4;
    private static final double NANOS_PER_SECOND = 1e9;

    @Override
    public String name() {
        return "intake";
    }

    @Override
    public String about() {
        return "photographs admitted to a new desk, beside decoding, hashing and scoring alone";
    }

    @Override
    public void run(Stand stand) throws Exception {
        stand.note("pictures");
        List<Path> files = stand.album().mixed(stand.quick() ? 6 : PHOTOGRAPHS + WARM_UP);
        int warmUp = Math.min(WARM_UP, files.size() / 3);
        List<Path> counted = files.subList(warmUp, files.size());
        Path profile = Files.createDirectories(stand.scratch().resolve("intake"));
        try (Desk desk = Desk.open(profile, Clock.systemUTC()); IntakeParts parts = new IntakeParts(desk)) {
            parts.run(files.subList(0, warmUp));
            parts.forget();
            admit(desk, files.subList(0, warmUp));
            long nanos = 0;
            int turns = Math.min(TURNS, counted.size());
            for (int turn = 0; turn < turns; turn++) {
                List<Path> part = counted.subList(counted.size() * turn / turns, counted.size() * (turn + 1) / turns);
                stand.note("turn " + (turn + 1) + " of " + turns + ", " + part.size() + " photographs");
                parts.run(part);
                nanos += admit(desk, part);
            }
            tell(stand, counted.size(), nanos, parts);
        }
    }

    private static void tell(Stand stand, int count, long nanos, IntakeParts parts) {
        for (IntakeParts.Part part : IntakeParts.Part.values()) {
            stand.tell(Reading.of(part.words + " alone, all cores", "images/s", count / (parts.nanos(part) / NANOS_PER_SECOND)));
        }
        double together = count / (parts.nanos() / NANOS_PER_SECOND);
        stand.tell(Reading.of(count + " photographs admitted", "images/s", count / (nanos / NANOS_PER_SECOND))
                .against(new Reference.Measured("its parts", together, together)).ratioAtLeast(0.8));
    }

    /** @return nanoseconds it took */
    private static long admit(Desk desk, List<Path> files) throws IOException {
        long start = System.nanoTime();
        IntakeResult result = desk.intake.admitAll(new Photographs(files, List.of()), Progress.NONE);
        long nanos = System.nanoTime() - start;
        if (!result.refusals().isEmpty() || result.added() != files.size()) {
            throw new IOException("Only " + result.added() + " of " + files.size() + " photographs were admitted: " + result.refusals());
        }
        return nanos;
    }
}
