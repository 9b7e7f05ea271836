package dev.docket.ui.review;

import dev.docket.provenance.ProvenanceReport;
import dev.docket.provenance.ProvenanceReport.Credentials;
import dev.docket.provenance.ProvenanceReport.Origin;
import dev.docket.provenance.ProvenanceReport.Signal;
import dev.docket.ui.common.Chip.Tone;
import dev.docket.ui.common.Text;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How provenance is put into words: what was found and how hard it is to forge, never that a picture is real. */
final class ProvenanceWords {

    /** @param strength word of the strength, empty for credentials and where nothing was found */
    record Line(String name, String value, String evidence, String strength, boolean strong) {
        /** Faults of credentials are always shown; evidence of a statement only in full. */
        boolean isFault() {
            return strength.isEmpty();
        }
    }

    private ProvenanceWords() {}

    static String state(ProvenanceReport report) {
        return Text.of("review.c2pa." + report.c2pa().state().word());
    }

    static Tone tone(ProvenanceReport report) {
        return switch (report.c2pa().state()) {
            case INVALID, UNREADABLE -> Tone.DANGER;
            case EXPIRED, NOT_CHECKED, REMOTE -> Tone.WARNING;
            case TRUSTED, INTACT -> Tone.ACCENT;
            case NONE -> Tone.NEUTRAL;
        };
    }

    static List<Line> lines(ProvenanceReport report) {
        return List.of(credentials(report.c2pa()), disclosure(report), generator(report), watermark(report), camera(report));
    }

    private static Line credentials(Credentials c2pa) {
        String maker = c2pa.signer().or(c2pa::claimGenerator).orElse(Text.of("review.credentials.someone"));
        String value = switch (c2pa.state()) {
            case NONE -> Text.of("review.credentials.none");
            case TRUSTED, INTACT -> Text.of("review.credentials.signed", maker);
            default -> c2pa.signer().or(c2pa::claimGenerator).isPresent()
                    ? Text.of("review.credentials.claims", maker) : Text.of("review.credentials." + c2pa.state().word());
        };
        return new Line(Text.of("review.provenance.credentials"), value, String.join(", ", c2pa.failures()), "", false);
    }

    private static Line disclosure(ProvenanceReport report) {
        Optional<Signal> best = report.signals().stream()
                .filter(s -> s.origin() == Origin.AI_GENERATED || s.origin() == Origin.AI_EDITED)
                .filter(s -> !s.source().equals("generator") && !s.source().equals("watermark")).findFirst();
        return best.map(s -> new Line(Text.of("review.provenance.disclosure"), Text.of("review.disclosure." + s.strength().word()), s.detail(), s.strength().word(), true))
                .orElseGet(() -> nothing("review.provenance.disclosure", "review.disclosure.none"));
    }

    private static Line generator(ProvenanceReport report) {
        return report.signals().stream().filter(s -> s.source().equals("generator")).findFirst()
                .map(s -> new Line(Text.of("review.provenance.generator"), s.tool().isEmpty() ? s.detail() : s.tool(), s.tool().isEmpty() ? "" : s.detail(), s.strength().word(), false))
                .orElseGet(() -> nothing("review.provenance.generator", "review.generator.none"));
    }

    private static Line watermark(ProvenanceReport report) {
        return report.watermarks().stream().filter(w -> w.state() == ProvenanceReport.MarkState.DETECTED).findFirst()
                .map(w -> new Line(Text.of("review.provenance.watermark"), Text.of("review.watermark.found", w.payload(), w.matched(), w.bits()),
                        w.method(), w.state().word(), false))
                .orElseGet(() -> nothing("review.provenance.watermark", "review.watermark.none"));
    }

    private static Line camera(ProvenanceReport report) {
        if (report.camera().isEmpty() && !report.gps()) {
            return nothing("review.provenance.camera", "review.camera.none");
        }
        String facts = report.camera().stream().limit(2).map(ProvenanceReport.Fact::value).collect(Collectors.joining(", "));
        String value = facts.isEmpty() ? Text.of("review.camera.fields") : facts;
        return new Line(Text.of("review.provenance.camera"), report.gps() ? Text.of("review.camera.gps", value) : value, "", "metadata", false);
    }

    private static Line nothing(String name, String value) {
        return new Line(Text.of(name), Text.of(value), "", "", false);
    }

    /** One line for the card over a covered picture. */
    static String inOneLine(ProvenanceReport report) {
        return Text.of("review.provenance.line", state(report).toLowerCase(Locale.ROOT),
                Text.of(report.statesAi() ? "review.provenance.ai" : "review.provenance.noai"));
    }
}
