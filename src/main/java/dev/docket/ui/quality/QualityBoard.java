package dev.docket.ui.quality;

import dev.docket.progress.Progress;
import dev.docket.report.QualityFigures;
import dev.docket.report.Suspect;
import dev.docket.verdict.Rereview;
import java.time.Instant;
import java.util.List;

/** What the quality screen asks of a desk. Slow: never on the JavaFX thread. */
public interface QualityBoard {
    /** @param days up to today, today included */
    QualityFigures figures(int days, Progress progress);

    /** @param days up to today, today included */
    List<Suspect> suspects(int days, Progress progress);

    Rereview.Outcome sendBack(Suspect suspect);

    Instant now();
}
