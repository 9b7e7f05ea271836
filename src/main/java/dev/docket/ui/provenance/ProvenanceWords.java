package dev.docket.ui.provenance;

import dev.docket.provenance.Contradiction;
import dev.docket.provenance.ProvenanceReport;
import dev.docket.provenance.ProvenanceReport.Credentials;
import dev.docket.provenance.ProvenanceReport.Fact;
import dev.docket.provenance.ProvenanceReport.MarkState;
import dev.docket.provenance.ProvenanceReport.Origin;
import dev.docket.provenance.ProvenanceReport.Signal;
import dev.docket.provenance.ProvenanceReport.State;
import dev.docket.provenance.ProvenanceReport.Strength;
import dev.docket.provenance.ProvenanceReport.Watermark;
import dev.docket.ui.common.Chip.Tone;
import dev.docket.ui.common.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How provenance is put into words: what was found, who says so and how hard that is to forge; never that a picture is real, and
 * never that one without a statement is free of AI. Three things are kept apart: the state of the credentials, what is stated
 * of AI, and what disagrees.
 */
public final class ProvenanceWords {

    /**
     * @param strength word of the strength, empty for credentials and where nothing was found
     * @param how how it can be faked or taken away
     */
    public record Line(String name, String value, String evidence, String strength, boolean strong, String how) {
        /** Faults of credentials are always shown; evidence of a statement only in full. */
        public boolean isFault() {
            return strength.isEmpty();
        }
    }

    private ProvenanceWords() {}

    public static String state(ProvenanceReport report) {
        return Text.of("review.c2pa." + report.c2pa().state().word());
    }

    public static Tone tone(State state) {
        return switch (state) {
            case INVALID, UNREADABLE -> Tone.DANGER;
            case EXPIRED, NOT_CHECKED, REMOTE -> Tone.WARNING;
            case TRUSTED, INTACT -> Tone.ACCENT;
            case NONE -> Tone.NEUTRAL;
        };
    }

    /** Ikonli literal. */
    public static String icon(State state) {
        return switch (state) {
            case INVALID, UNREADABLE, EXPIRED -> "mdal-link_off";
            case REMOTE -> "mdal-cloud_off";
            case NONE -> "mdmz-remove_circle_outline";
            default -> "mdal-link";
        };
    }

    /** The rows beside a picture, always the same five. */
    public static List<Line> lines(ProvenanceReport report) {
        return List.of(credentials(report.c2pa()), disclosure(report), generator(report), watermark(report), camera(report));
    }

    /** Every statement and fact by itself. */
    public static List<Line> everything(ProvenanceReport report) {
        List<Line> lines = new ArrayList<>();
        for (Signal signal : report.signals()) {
            String says = Text.of("provenance.origin." + signal.origin().name().toLowerCase(Locale.ROOT));
            String value = signal.tool().isEmpty() ? says : Text.of("provenance.says", says, signal.tool());
            lines.add(new Line(source(signal.source()), value, Evidence.words(signal.detail()), signal.strength().word(), false, how(signal.source())));
        }
        for (Watermark mark : report.watermarks()) {
            lines.add(new Line(source("watermark"), found(mark), mark.method() + (mark.detail().isEmpty() ? "" : " · " + mark.detail()), mark.state().word(), false, how("watermark")));
        }
        for (Fact fact : report.camera()) {
            String key = "provenance.fact." + fact.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "_").replaceAll("_$", "");
            lines.add(new Line(Text.bundle().containsKey(key) ? Text.of(key) : fact.name(), fact.value(), "", "", false, ""));
        }
        return lines;
    }

    /** What went into the picture and was not sound; one sentence each. */
    public static List<String> warnings(ProvenanceReport report) {
        List<String> warnings = new ArrayList<>();
        if (report.c2pa().hasBadIngredient()) {
            warnings.add(Text.of("provenance.ingredient.bad"));
        }
        if (!report.c2pa().ingredientFailures().isEmpty()) {
            warnings.add(Text.of("provenance.ingredient.now", String.join(", ", report.c2pa().ingredientFailures())));
        }
        return warnings;
    }

    /** Both facts of each disagreement. Reports of earlier versions tell theirs in the words of then. */
    public static List<String> disagreements(ProvenanceReport report) {
        List<Contradiction> known = report.disagreements();
        return known.isEmpty() ? report.contradictions().stream().map(text -> Text.of("review.provenance.disagree", text)).toList()
                : known.stream().map(c -> Text.of("provenance.disagree." + c.kind().word(), side(c.one(), report), side(c.other(), report))).toList();
    }

    /** One line for the card over a covered picture. */
    public static String inOneLine(ProvenanceReport report) {
        String state = state(report);
        String ai = Text.of(report.statesAi() ? "review.provenance.ai" : "review.provenance.noai");
        return report.contradictions().isEmpty() ? Text.of("review.provenance.line", state, ai) : Text.of("review.provenance.line.disagree", state, ai);
    }

    /** What is stated of AI, and by whom; empty where there is no more than a hint. */
    public static Optional<String> statement(ProvenanceReport report) {
        return Optional.of(disclosure(report)).filter(Line::strong).map(Line::value);
    }

    /** A detector of watermarks may have words of its own. */
    public static String strength(String word) {
        return Text.bundle().containsKey("review.strength." + word) ? Text.of("review.strength." + word) : word;
    }

    /** Who is behind credentials, as far as that can be said in this state. */
    public static String maker(Credentials c2pa) {
        Optional<String> named = c2pa.signer().or(c2pa::claimGenerator);
        return switch (c2pa.state()) {
            case NONE -> Text.of("review.credentials.none");
            case TRUSTED -> Text.of("review.credentials.signed", named.orElse(Text.of("review.credentials.someone")));
            case INTACT -> Text.of("review.credentials.intact", named.orElse(Text.of("review.credentials.someone")));
            default -> named.map(maker -> Text.of("review.credentials.claims", maker)).orElse(Text.of("review.credentials." + c2pa.state().word()));
        };
    }

    private static Line credentials(Credentials c2pa) {
        boolean lacking = c2pa.failures().contains("docket.validator.notBuilt");
        return new Line(Text.of("review.provenance.credentials"), lacking ? Text.of("review.credentials.notbuilt") : maker(c2pa), String.join(", ", c2pa.failures()), "", false, how("c2pa"));
    }

    private static Line disclosure(ProvenanceReport report) {
        List<Signal> ai = report.signals().stream().filter(s -> s.origin() == Origin.AI_GENERATED || s.origin() == Origin.AI_EDITED).toList();
        String name = Text.of("review.provenance.disclosure");
        if (ai.isEmpty() || ai.getFirst().strength() == Strength.HINT) {
            String value = Text.of(ai.isEmpty() ? "review.disclosure.none" : "review.disclosure.hint");
            return new Line(name, value, "", ai.isEmpty() ? "" : Strength.HINT.word(), false, how("none"));
        }
        Signal best = ai.getFirst();
        String did = Text.of(best.origin() == Origin.AI_EDITED ? "provenance.did.edited" : "provenance.did.generated");
        return new Line(name, stated(best, did, report), Evidence.words(best.detail()), best.strength().word(), true, how(best.source()));
    }

    private static String stated(Signal best, String did, ProvenanceReport report) {
        if (best.source().equals("watermark")) {
            return report.watermarks().stream().filter(w -> w.state() == MarkState.DETECTED).findFirst()
                    .map(w -> Text.of("provenance.stated.watermark", did, w.payload(), w.matched(), w.bits()))
                    .orElse(Text.of("provenance.stated.mark", did, best.tool()));
        }
        String key = best.strength() == Strength.SIGNED ? "signed" : best.source().equals("c2pa") ? "claimed" : best.strength().word();
        String who = best.strength() == Strength.SIGNED ? signer(report.c2pa(), best.tool()) : best.tool();
        return who.isEmpty() ? Text.of("provenance.stated." + key, did) : Text.of("provenance.stated." + key + ".by", did, who);
    }

    /** A name that nobody vouches for is not left alone. */
    private static String signer(Credentials c2pa, String otherwise) {
        String name = c2pa.signer().orElse(otherwise);
        return name.isEmpty() || c2pa.state() == State.TRUSTED ? name : Text.of("provenance.stated.unknown", name);
    }

    private static Line generator(ProvenanceReport report) {
        return report.signals().stream().filter(s -> s.source().equals("generator")).findFirst()
                .map(s -> new Line(Text.of("review.provenance.generator"), s.tool().isEmpty() ? Evidence.words(s.detail()) : s.tool(), s.tool().isEmpty() ? "" : Evidence.words(s.detail()), s.strength().word(), false, how("generator")))
                .orElseGet(() -> nothing("review.provenance.generator", "review.generator.none", "generator"));
    }

    /** A mark that is too weak to count is told in full only. */
    private static Line watermark(ProvenanceReport report) {
        return report.watermarks().stream().filter(w -> w.state() == MarkState.DETECTED).findFirst()
                .map(w -> new Line(Text.of("review.provenance.watermark"), found(w), w.method(), w.state().word(), false, how("watermark")))
                .orElseGet(() -> nothing("review.provenance.watermark", "review.watermark.none", "watermark"));
    }

    private static String found(Watermark mark) {
        return Text.of("review.watermark.found", mark.payload(), mark.matched(), mark.bits());
    }

    private static Line camera(ProvenanceReport report) {
        if (report.camera().isEmpty() && !report.gps()) {
            return nothing("review.provenance.camera", "review.camera.none", "exif");
        }
        String facts = report.camera().stream().limit(2).map(Fact::value).collect(Collectors.joining(", "));
        String value = facts.isEmpty() ? Text.of("review.camera.fields") : facts;
        return new Line(Text.of("review.provenance.camera"), report.gps() ? Text.of("review.camera.gps", value) : value, "", "metadata", false, how("exif"));
    }

    private static Line nothing(String name, String value, String source) {
        return new Line(Text.of(name), Text.of(value), "", "", false, how(source));
    }

    private static String side(Contradiction.Side side, ProvenanceReport report) {
        boolean claimed = side.source().equals("c2pa") && report.c2pa().state() != State.TRUSTED;
        String source = claimed ? Text.of("provenance.source.claimed") : source(side.source());
        return side.who().isEmpty() ? source : Text.of("provenance.side", source, side.who());
    }

    private static String source(String word) {
        String key = "provenance.source." + word;
        return Text.bundle().containsKey(key) ? Text.of(key) : word;
    }

    private static String how(String source) {
        String key = "provenance.how." + source;
        return Text.bundle().containsKey(key) ? Text.of(key) : "";
    }
}
