package dev.docket.bench;

import dev.docket.bench.measure.Reading;
import dev.docket.bench.measure.Timing;
import dev.docket.bench.picture.Shot;
import dev.docket.bench.screen.BenchScreen;
import dev.docket.bench.screen.GridWindow;
import dev.docket.desk.Desk;
import dev.docket.storage.ContentHash;
import dev.docket.ui.common.ScreenThread;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;

/** How smoothly a hundred thousand items scroll, and what memory is left in use. */
final class GridBench implements Bench {
    private static final int ITEMS = 100_000;
    private static final int PICTURES = 400;
    private static final double MOST_MILLIS = 35;
    private static final double MOST_MIB = 1024;
    /** Three notches of a wheel. */
    private static final int WHEEL = 120;
    private static final double NANOS_PER_MILLI = 1e6;

    @Override
    public String name() {
        return "grid";
    }

    @Override
    public String about() {
        return "frames of a grid that scrolls through 100 000 items, and the memory it takes";
    }

    @Override
    public void run(Stand stand) throws Exception {
        int pictures = stand.quick() ? 10 : PICTURES;
        Duration time = stand.quick() ? Duration.ofMillis(200) : Duration.ofSeconds(15);
        stand.note(pictures + " pictures");
        List<Path> files = stand.album().numbered(Shot.JPEG_2, pictures);
        ScreenThread screen = BenchScreen.start();
        try (Desk desk = Desk.open(Files.createDirectories(stand.scratch().resolve(name())), Clock.systemUTC())) {
            stand.note("their thumbnails");
            StoredTiles tiles = new StoredTiles(desk.thumbnails, stored(desk, files));
            try (GridWindow window = GridWindow.open(screen, StoredTiles.items(ITEMS), tiles)) {
                stand.note("on " + BenchScreen.where());
                window.wheel(WHEEL, time.dividedBy(5)); // warms up
                tell(stand, "frames, wheel turned", window.wheel(WHEEL, time));
                tell(stand, "frames, arrow held", window.key(KeyCode.DOWN, time));
                tell(stand, "frames, page key held", window.key(KeyCode.PAGE_DOWN, time));
                stand.tell(Reading.of("memory in use after scrolling", "MiB", memory()).atMost(MOST_MIB));
            }
        }
    }

    private static List<ContentHash> stored(Desk desk, List<Path> files) throws Exception {
        List<ContentHash> stored = new ArrayList<>();
        for (Path file : files) {
            byte[] picture = Files.readAllBytes(file);
            stored.add(desk.blobs.put(picture));
            desk.thumbnails.of(stored.getLast());
        }
        return stored;
    }

    private static void tell(Stand stand, String what, Timing frames) {
        stand.tell(Reading.of(what + ", median", "ms", frames.median() / NANOS_PER_MILLI));
        stand.tell(Reading.of(what + ", 95th percentile", "ms", frames.quantile(0.95) / NANOS_PER_MILLI).atMost(MOST_MILLIS));
    }

    /** Of this process, after garbage collection, in MiB. */
    private static double memory() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / (double) (1 << 20);
    }
}
