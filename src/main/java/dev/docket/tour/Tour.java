package dev.docket.tour;

import java.nio.file.Path;
import java.util.function.Consumer;

/** placeholder while the screens land */
final class Tour {
    Tour(Path samples, Path out, int verdicts, Consumer<String> log) {}

    TourReport run() {
        throw new UnsupportedOperationException();
    }
}
