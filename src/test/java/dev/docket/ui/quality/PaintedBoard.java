package dev.docket.ui.quality;

import dev.docket.metrics.Estimate;
import dev.docket.metrics.Figure;
import dev.docket.metrics.Interval;
import dev.docket.metrics.Proportions;
import dev.docket.progress.Progress;
import dev.docket.queue.Lane;
import dev.docket.queue.Scope;
import dev.docket.report.Period;
import dev.docket.report.QualityFigures;
import dev.docket.report.Sheet;
import dev.docket.report.Sheet.Cell;
import dev.docket.report.Sheet.Column;
import dev.docket.report.Sheet.Kind;
import dev.docket.report.Sheet.Type;
import dev.docket.report.Suspect;
import dev.docket.verdict.Rereview;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;

/** Figures of a busy team, or of none. */
class PaintedBoard implements QualityBoard {
    static final Instant NOW = Instant.parse("2026-11-22T17:40:00Z");

    final List<Scope> scopes = new ArrayList<>();
    final List<Integer> asked = new ArrayList<>();
    final List<Suspect> sent = new ArrayList<>();
    boolean empty;
    String silent = "";
    Rereview.Outcome outcome = Rereview.Outcome.FILED;
    final List<Suspect> takenBack = new ArrayList<>();
    Rereview.Back back = Rereview.Back.TAKEN_BACK;

    @Override
    public QualityFigures figures(int days, Scope scope, Progress progress) {
        scopes.add(scope);
        asked.add(days);
        if (!silent.isEmpty()) {
            throw new IllegalStateException(silent);
        }
        Period period = new Period(LocalDate.parse("2026-11-22").minusDays(days - 1L), LocalDate.parse("2026-11-22"));
        List<Sheet> sheets = java.util.stream.Stream.of(Kind.values()).map(this::sheet).toList();
        return empty ? new QualityFigures(period, 0, 0, 0, 0, 0, rate(0, 0), rate(0, 0), 0, 0, 0, sheets)
                : new QualityFigures(period, 632, 14, 11, 3, 24_806, rate(1191, 24_806), rate(20, 642), 1, 1_318, 9, sheets);
    }

    @Override
    public List<Suspect> suspects(int days, Scope scope, Progress progress) {
        return empty ? List.of() : List.of(
                suspect(1, "Benign or within policy", "Spam or scam", List.of("model", "votes", "posterior"), 0.04, 3, 1, 0.62), suspect(2, "Hate symbols", "", List.of("model"), 0.11, 1, 0, 0.91),
                suspect(3, "Spam or scam", "", List.of("posterior"), Double.NaN, 2, 0, 0.71));
    }

    @Override
    public Rereview.Outcome sendBack(Suspect suspect) {
        sent.add(suspect);
        return outcome;
    }

    @Override
    public Rereview.Back takeBack(Suspect suspect) {
        takenBack.add(suspect);
        return back;
    }

    @Override
    public List<Lane> lanes() {
        return List.of(new Lane(1, "general", "General", "S0", 3, 0, Optional.empty()), new Lane(2, "general/DE", "General", "S0", 1, 0, Optional.empty()),
                new Lane(3, "grave/DE", "Grave things", "S3", 1, 0, Optional.empty()));
    }

    @Override
    public Instant now() {
        return NOW;
    }

    private static Suspect suspect(int n, String label, String hint, List<String> why, double likelihood, int votes, int differing, double posterior) {
        return new Suspect(new UUID(0x4f1a_77b2_0000_8000L * n, n), new UUID(n, n), label, hint, why, Double.isNaN(likelihood) ? OptionalDouble.empty() : OptionalDouble.of(likelihood), votes, differing,
                OptionalDouble.of(posterior), NOW.minusSeconds(86_400L * n));
    }

    private static Estimate rate(long k, long n) {
        return Proportions.rate(k, n, Sheet.LEVEL);
    }

    private static Cell cell(long k, long n) {
        return n < Sheet.LEAST ? new Cell.TooFew(n) : new Cell.Rate(rate(k, n));
    }

    private static Cell index(double value, double half, long n) {
        return n < Sheet.LEAST ? new Cell.TooFew(n) : new Cell.Rate(new Estimate(Figure.of(value), Optional.of(new Interval(value - half, Math.min(1, value + half), 0.95, "bootstrap-percentile")), n));
    }

    private static Cell gap(double value, double half, long n) {
        return new Cell.Rate(new Estimate(Figure.of(value), Optional.of(new Interval(value - half, value + half, 0.95, "newcombe")), n));
    }

    private static Cell count(long n) {
        return new Cell.Count(n);
    }

    private static Cell word(String text) {
        return new Cell.Words(text);
    }

    private Sheet sheet(Kind kind) {
        List<Column> columns = columns(kind);
        List<List<Cell>> rows = empty ? List.of() : rows(kind);
        return new Sheet(kind, columns, rows);
    }

    private static List<Column> columns(Kind kind) {
        return switch (kind) {
            case BACKLOG -> List.of(c("severity", Type.WORDS), c("waiting", Type.COUNT), c("held", Type.COUNT), c("oldest", Type.SPAN), c("nearest_clock", Type.SPAN), c("due_within_hour", Type.COUNT), c("overdue", Type.COUNT));
            case AGREEMENT -> List.of(c("label", Type.WORDS), c("items", Type.COUNT), c("percent", Type.RATE), c("fleiss_kappa", Type.INDEX), c("gwet_ac1", Type.INDEX), c("krippendorff_alpha", Type.INDEX));
            case DRAWN -> List.of(c("rule", Type.WORDS), c("drawn", Type.COUNT), c("second_looks", Type.COUNT), c("other_label_found", Type.RATE));
            case ERRORS -> List.of(c("label", Type.WORDS), c("checked", Type.COUNT), c("false_positive", Type.RATE), c("false_negative", Type.RATE), c("wrong_selection", Type.RATE), c("technical_error", Type.RATE));
            case MODELS -> List.of(c("model", Type.WORDS), c("label", Type.WORDS), c("flags", Type.COUNT), c("confirmed", Type.COUNT), c("other_label", Type.COUNT), c("within_policy", Type.COUNT), c("overridden", Type.RATE), c("missed", Type.RATE));
            case DRIFT -> List.of(c("model", Type.WORDS), c("label", Type.WORDS), c("scored", Type.COUNT), c("share", Type.RATE), c("share_before", Type.RATE), c("difference", Type.DIFFERENCE), c("spread_of_scores", Type.WORDS));
            case ANCHORING -> List.of(c("looks", Type.WORDS), c("verdicts", Type.COUNT), c("agrees", Type.RATE), c("difference", Type.DIFFERENCE));
            case MIX -> List.of(c("label", Type.WORDS), c("decisions", Type.COUNT), c("share", Type.RATE), c("share_before", Type.RATE), c("difference", Type.DIFFERENCE));
            case OVERTURNS -> List.of(c("label", Type.WORDS), c("heard", Type.COUNT), c("overturned", Type.COUNT), c("share", Type.RATE));
            case PACKS -> List.of(c("what", Type.WORDS), c("before", Type.RATE), c("after", Type.RATE), c("difference", Type.DIFFERENCE));
            case THROUGHPUT -> List.of(c("from_day", Type.WORDS), c("arrived", Type.COUNT), c("decided", Type.COUNT));
            case UNDECIDED -> List.of(c("reason", Type.WORDS), c("items", Type.COUNT));
            case SPREAD, EXPOSURE -> List.of(c("what", Type.WORDS), c("number", Type.COUNT));
            case GOLDEN -> List.of(c("label", Type.WORDS), c("answers", Type.COUNT), c("right", Type.RATE), c("false_positive", Type.RATE), c("false_negative", Type.RATE), c("wrong_selection", Type.RATE));
            case APART -> List.of(c("who", Type.WORDS), c("golden", Type.COUNT), c("right", Type.RATE), c("overlaps", Type.COUNT), c("agrees", Type.RATE));
        };
    }

    private static Column c(String id, Type type) {
        return new Column(id, type);
    }

    private static List<List<Cell>> rows(Kind kind) {
        return switch (kind) {
            case BACKLOG -> List.of(backlog("S4", 4, 22, 41 * 60, 0), backlog("S3", 19, 72, 136, 0), backlog("S2", 192, 343, -38, 3), backlog("S1", 351, 561, 245, 0),
                    List.of(word("S0"), count(66), count(0), new Cell.Span(Duration.ofMinutes(662)), new Cell.None(), count(0), count(0)));
            case AGREEMENT -> List.of(agreement(new Cell.Term("all_labels"), 1_318, .82, .03), agreement(word("Undisclosed synthetic"), 412, .84, .05), agreement(word("Civic deception"), 388, .71, .06),
                    agreement(word("Non-consensual intimate"), 59, .93, .06), agreement(word("Hate symbols"), 166, .38, .1), agreement(word("Spam or scam"), 12, .9, .03));
            case DRAWN -> List.of(List.of(new Cell.Term("all_weighed"), count(900), count(812), cell(41, 812)), List.of(new Cell.Term("severity"), count(60), count(55), cell(9, 55)),
                    List.of(new Cell.Term("model"), count(12), count(10), cell(2, 10)), List.of(new Cell.Term("new_reviewer"), count(320), count(300), cell(30, 300)), List.of(new Cell.Term("random"), count(508), count(447), cell(20, 447)));
            case ERRORS -> List.of(errors(new Cell.Term("all_labels"), 1_318), errors(word("Undisclosed synthetic"), 404), errors(word("Civic deception"), 58), errors(word("Self-harm"), 7));
            case MODELS -> List.of(model("Undisclosed synthetic", 1_412, 1_116, 110), model("Civic deception", 688, 454, 90), model("Spam or scam", 12, 10, 1));
            case DRIFT -> List.of(drift("overlay", 512, .004, "not_moved"), drift("resampling trace", 2_480, .061, "moved"));
            case ANCHORING -> List.of(List.of(new Cell.Term("assisted"), count(3_100), cell(2_818, 3_100), new Cell.None()), List.of(new Cell.Term("blind"), count(540), cell(449, 540), new Cell.None()),
                    List.of(new Cell.Term("gap"), new Cell.None(), new Cell.None(), gap(.078, .034, 3_640)));
            case MIX -> List.of(mix("Benign or within policy", 14_100, -.01), mix("Spam or scam", 6_200, .021), mix("Undisclosed synthetic", 4_506, .002));
            case OVERTURNS -> List.of(List.of(new Cell.Term("all_labels"), count(642), count(20), cell(20, 642)), List.of(word("Hate symbols"), count(31), count(6), cell(6, 31)));
            case PACKS -> List.of(List.of(new Cell.Term("policy"), word("standard@1.3.0"), word("standard@1.4.0"), new Cell.None()), List.of(new Cell.Term("unsure"), cell(61, 900), cell(40, 880), gap(-.022, .021, 1_780)));
            case THROUGHPUT -> LocalDate.parse("2026-10-26").datesUntil(LocalDate.parse("2026-11-23")).map(day -> List.<Cell>of(word(day.toString()), count(700 + day.getDayOfMonth() * 37 % 400), count(650 + day.getDayOfMonth() * 53 % 420))).toList();
            case UNDECIDED -> List.of(List.of(word("needs context"), count(212)), List.of(word("needs language"), count(88)), List.of(new Cell.Term("no_reason"), count(9)));
            case SPREAD -> List.of(List.of(new Cell.Term("propagated"), count(1_402)), List.of(new Cell.Term("reversed"), count(6)), List.of(new Cell.Term("halted"), count(1)));
            case EXPOSURE -> List.of(List.of(new Cell.Term("severe_decided"), count(820)), List.of(new Cell.Term("severe_opened"), count(604)));
            case GOLDEN -> List.of(List.of(new Cell.Term("all_labels"), count(990), cell(880, 990), cell(30, 495), cell(50, 495), cell(30, 495)),
                    List.of(word("Hate symbols"), count(61), cell(40, 61), new Cell.TooFew(0), cell(12, 61), cell(9, 61)));
            case APART -> List.of(List.of(new Cell.Term("team"), count(990), cell(880, 990), count(2_610), cell(2_300, 2_610)), List.of(word("R-08"), count(88), cell(52, 88), count(160), cell(96, 160)));
        };
    }

    private static List<Cell> drift(String label, long over, double difference, String moved) {
        return List.of(word("forensic-starter@1.0.0"), word(label), count(24_806), cell(over, 24_806), cell(over - (long) (difference * 24_806), 24_806), gap(difference, .006, 24_806), new Cell.Term(moved));
    }

    private static List<Cell> backlog(String severity, long waiting, long oldest, long nearest, long overdue) {
        return List.of(word(severity), count(waiting), count(2), new Cell.Span(Duration.ofMinutes(oldest)), new Cell.Span(Duration.ofMinutes(nearest)), count(1), count(overdue));
    }

    private static List<Cell> agreement(Cell name, long items, double alpha, double half) {
        return List.of(name, count(items), cell(items * 9 / 10, items), index(alpha - .01, half, items), index(Math.min(.97, alpha + .07), half, items), index(alpha, half, items));
    }

    private static List<Cell> errors(Cell name, long n) {
        return List.of(name, count(n), cell(n / 45, n), cell(n / 50, n), cell(n / 80, n), cell(n / 300, n));
    }

    private static List<Cell> model(String label, long flags, long confirmed, long other) {
        return List.of(word("synthetic-head@3.1.0"), word(label), count(flags), count(confirmed), count(other), count(flags - confirmed - other), cell(flags - confirmed, flags), cell(flags / 20, flags));
    }

    private static List<Cell> mix(String label, long n, double difference) {
        return List.of(word(label), count(n), cell(n, 24_806), cell(n - 100, 24_000), gap(difference, .008, 48_806));
    }
}
