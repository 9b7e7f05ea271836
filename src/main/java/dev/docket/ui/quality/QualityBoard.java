package dev.docket.ui.quality;

import dev.docket.progress.Progress;
import dev.docket.queue.Lane;
import dev.docket.queue.Scope;
import dev.docket.report.QualityFigures;
import dev.docket.report.Suspect;
import dev.docket.verdict.Rereview;
import java.time.Instant;
import java.util.List;

/** What the quality screen asks of a desk. Slow: never on the JavaFX thread. */
public interface QualityBoard {
    /** @param days up to today, today included */
    QualityFigures figures(int days, Scope scope, Progress progress);

    /** @param days up to today, today included */
    List<Suspect> suspects(int days, Scope scope, Progress progress);

    /** What there is to choose from. */
    List<Lane> lanes();

    Rereview.Outcome sendBack(Suspect suspect);

    /** Takes back what was sent. */
    Rereview.Back takeBack(Suspect suspect);

    Instant now();
}
