package dev.docket.export;

import dev.docket.policy.PackRef;
import dev.docket.provenance.ProvenanceReport;
import dev.docket.verdict.Finding;
import dev.docket.verdict.OriginFinding;
import dev.docket.verdict.Region;
import dev.docket.verdict.Shown;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictKind;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes of an item the row that leaves: real names become pseudonyms, moments become days, free text stays. */
final class RowMaker {
    private static final int NAME_CHARS = 200;
    private final Pseudonyms names;

    RowMaker(Pseudonyms names) {
        this.names = names;
    }

    /** @param fileName path of the picture inside the set, or null */
    ExportRow row(LabelledItem i, String fileName) {
        Finding finding = i.finding();
        PackRef pack = i.deciding().pack();
        return new ExportRow(
                names.item(i.item().id()), i.item().sha256().hex(),
                i.pdq().map(h -> h.hex()).orElse(null), i.pdq().map(h -> h.quality()).orElse(null),
                names.group(i.group()), fileName, i.item().mediaType(), i.item().width(), i.item().height(),
                finding.label(), finding.additional(), finding.severity().name(), finding.action(), finding.sure(),
                i.votes().size(), i.votes().stream().map(v -> vote(i, v)).toList(),
                i.shares().entrySet().stream().filter(e -> rounded(e.getValue()) > 0).map(e -> new ExportRow.Share(e.getKey(), rounded(e.getValue()))).toList(),
                rounded(i.agreement()), i.adjudicated(), i.blind(), pack.id(), pack.version(), pack.sha256().hex(),
                i.item().facts().jurisdiction(), i.lane(), i.item().source().name(),
                i.item().facts().uploader().map(names::uploader).orElse(null), provenance(i),
                i.scores().stream().map(s -> new ExportRow.Score(s.model(), s.version(), s.label(), s.score(), s.threshold())).toList(),
                i.item().facts().gold(), i.training(), i.mode().word(), i.split().word(), day(i.deciding()).toString(),
                finding.origin().map(OriginFinding::word).orElse(null), finding.rationale().orElse(null),
                finding.regions().stream().map(RowMaker::place).toList(), finalState(i),
                i.propagated() ? i.before(i.deciding()).map(seed -> names.item(seed.itemId())).orElse(null) : null,
                i.deciding().shown().seen().orElse(Shown.Seen.FULL).word());
    }

    private static ExportRow.Place place(Region region) {
        return new ExportRow.Place(region.label(), region.shape().word(), region.outline().stream().map(c -> List.of(c.x(), c.y())).toList());
    }

    private static String finalState(LabelledItem i) {
        return switch (i.deciding().kind()) {
            case UPHELD -> "upheld";
            case OVERTURNED -> "overturned";
            case PROPAGATED -> "propagated";
            default -> i.adjudicated() ? "adjudicated" : "decided";
        };
    }

    /** The day (UTC) a verdict was made. */
    static LocalDate day(Verdict verdict) {
        return LocalDate.ofInstant(verdict.at(), ZoneOffset.UTC);
    }

    private static String stage(LabelledItem item, Verdict vote) {
        return switch (vote.kind()) {
            case UPHELD, OVERTURNED -> "appeal";
            case PROPAGATED -> "propagated";
            default -> item.late().contains(vote.id()) ? "late" : item.adjudications().contains(vote.id()) ? "adjudication" : vote.round() <= 1 ? "first" : "second";
        };
    }

    /** Six places: enough for a share, and the same text whatever the order of summing. */
    private static double rounded(double share) {
        return Math.round(share * 1e6) / 1e6;
    }

    private ExportRow.Vote vote(LabelledItem item, Verdict v) {
        Finding finding = v.finding().orElseThrow();
        return new ExportRow.Vote(names.reviewer(v.reviewer()), finding.label(), stage(item, v), finding.sure(),
                v.shown().scoresVisible(), v.shown().reviewMillis(), mode(v.shown()),
                v.kind() == VerdictKind.REVISED ? item.before(v).flatMap(Verdict::finding).map(Finding::label).orElse(null) : null, report(v));
    }

    private static String plain(Optional<String> name) {
        return name.map(text -> text.replaceAll("[\\p{Cc}\\p{Cf}]", " ")).map(text -> text.substring(0, text.offsetByCodePoints(0, Math.min(NAME_CHARS, text.codePointCount(0, text.length()))))).orElse(null);
    }

    private static String mode(Shown shown) {
        return shown.mode().orElse(shown.blind() ? Shown.Mode.BLIND : Shown.Mode.ASSISTED).word();
    }

    /** SHA-256 of the report a decision was made on; null where none was shown. */
    static String report(Verdict verdict) {
        return verdict.shown().provenanceHash().equals(Shown.HIDDEN) ? null : verdict.shown().provenanceHash();
    }

    private static ExportRow.Provenance provenance(LabelledItem item) {
        ProvenanceReport report = item.provenance();
        return new ExportRow.Provenance(
                report.c2pa().state().word(), report.statesAi(),
                report.signals().stream().map(s -> new ExportRow.Signal(s.source(), s.strength().word(), s.origin().name().toLowerCase(Locale.ROOT))).toList(),
                report.watermarks().stream().map(w -> w.payload() + ":" + w.state()).toList(),
                report.contradictions().size(), plain(report.c2pa().signer()), plain(report.c2pa().claimGenerator()),
                item.reports().isEmpty() ? null : item.reports().getLast().hash().hex());
    }
}
