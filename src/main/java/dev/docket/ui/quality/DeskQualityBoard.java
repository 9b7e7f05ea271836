package dev.docket.ui.quality;

import dev.docket.desk.Desk;
import dev.docket.progress.Progress;
import dev.docket.queue.Lane;
import dev.docket.queue.Scope;
import dev.docket.report.Period;
import dev.docket.report.QualityFigures;
import dev.docket.report.Suspect;
import dev.docket.verdict.Rereview;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** The figures of an open desk. */
final class DeskQualityBoard implements QualityBoard {
    private final Desk desk;

    DeskQualityBoard(Desk desk) {
        this.desk = desk;
    }

    @Override
    public QualityFigures figures(int days, Scope scope, Progress progress) {
        return desk.quality.figures(last(days), scope, progress);
    }

    @Override
    public List<Suspect> suspects(int days, Scope scope, Progress progress) {
        return desk.quality.suspects(last(days), scope, progress);
    }

    @Override
    public List<Lane> lanes() {
        return desk.database.inTransaction(desk.queue::lanes);
    }

    @Override
    public Rereview.Outcome sendBack(Suspect suspect) {
        return desk.rereview.ask(suspect.verdict(), desk.self.id(), suspect.why());
    }

    @Override
    public Rereview.Back takeBack(Suspect suspect) {
        return desk.rereview.takeBack(suspect.verdict(), desk.self.id());
    }

    @Override
    public Instant now() {
        return desk.clock.instant();
    }

    private Period last(int days) {
        LocalDate today = LocalDate.ofInstant(desk.clock.instant(), ZoneOffset.UTC);
        return new Period(today.minusDays(days - 1L), today);
    }
}
