package dev.docket.export;

import dev.docket.policy.PackRef;
import dev.docket.provenance.ProvenanceReport;
import dev.docket.verdict.Finding;
import dev.docket.verdict.Verdict;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/** Makes of an item the row that leaves: real names become pseudonyms, moments become days, free text stays. */
final class RowMaker {
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
                i.votes().size(), i.votes().stream().map(v -> vote(v, stage(i, v))).toList(),
                i.shares().entrySet().stream().map(e -> new ExportRow.Share(e.getKey(), rounded(e.getValue()))).toList(),
                rounded(i.agreement()), i.adjudicated(), i.blind(), pack.id(), pack.version(), pack.sha256().hex(),
                i.item().facts().jurisdiction(), i.lane(), i.item().source().name(),
                i.item().facts().uploader().map(names::uploader).orElse(null), provenance(i.provenance()),
                i.scores().stream().map(s -> new ExportRow.Score(s.model(), s.version(), s.label(), s.score(), s.threshold())).toList(),
                i.item().facts().gold(), i.training(), i.mode().word(), i.split().word(), day(i.deciding()).toString());
    }

    /** The day (UTC) a verdict was made. */
    static LocalDate day(Verdict verdict) {
        return LocalDate.ofInstant(verdict.at(), ZoneOffset.UTC);
    }

    private static String stage(LabelledItem item, Verdict vote) {
        return item.adjudications().contains(vote.id()) ? "adjudication" : vote.round() <= 1 ? "first" : "second";
    }

    /** Six places: enough for a share, and the same text whatever the order of summing. */
    private static double rounded(double share) {
        return Math.round(share * 1e6) / 1e6;
    }

    private ExportRow.Vote vote(Verdict v, String stage) {
        Finding finding = v.finding().orElseThrow();
        return new ExportRow.Vote(names.reviewer(v.reviewer()), finding.label(), stage, finding.sure(),
                v.shown().scoresVisible(), v.shown().reviewMillis());
    }

    private static ExportRow.Provenance provenance(ProvenanceReport report) {
        return new ExportRow.Provenance(
                report.c2pa().state().word(), report.statesAi(),
                report.signals().stream().map(s -> new ExportRow.Signal(s.source(), s.strength().word(), s.origin().name().toLowerCase(Locale.ROOT))).toList(),
                report.watermarks().stream().map(w -> w.payload() + ":" + w.state()).toList(),
                report.contradictions().size());
    }
}
