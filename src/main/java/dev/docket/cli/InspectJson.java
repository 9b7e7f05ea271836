package dev.docket.cli;

import dev.docket.classify.ModelScore;
import dev.docket.classify.vendor.VendorScore;
import dev.docket.cli.Inspector.Findings;
import dev.docket.cli.Inspector.Seen;
import dev.docket.hash.Match;
import dev.docket.policy.ConceptMap;
import dev.docket.policy.PolicyDecision;
import dev.docket.provenance.ProvenanceReport;
import dev.docket.provenance.ProvenanceReport.Fact;
import dev.docket.provenance.ProvenanceReport.Signal;
import dev.docket.provenance.ProvenanceReport.Watermark;
import dev.docket.retrain.LookAlikes.LookAlike;
import dev.docket.storage.CanonicalJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The object that {@code inspect --json} prints for a file. Fields may be added; none is renamed without a note in the changelog. */
final class InspectJson {

    /** One line. */
    static String line(Findings found) {
        return CanonicalJson.MAPPER.writeValueAsString(object(found));
    }

    private static Map<String, Object> object(Findings found) {
        Optional<Seen> seen = found.seen();
        return fields(
                "file", found.file().toString(),
                "sha256", found.sha256().map(Object::toString).orElse(null),
                "bytes", found.sha256().isPresent() ? found.bytes() : null,
                "media_type", seen.map(s -> s.image().header().mediaType()).orElse(null),
                "width", seen.map(s -> s.image().width()).orElse(null),
                "height", seen.map(s -> s.image().height()).orElse(null),
                "decode", fields("state", found.state(), "reason", found.reason().isEmpty() ? null : found.reason()),
                "pdq", seen.map(s -> fields("hash", s.pdq().hex(), "quality", s.pdq().quality())).orElse(null),
                "provenance", seen.map(s -> provenance(s.provenance())).orElse(null),
                "matches", seen.map(s -> s.matches().stream().map(InspectJson::match).toList()).orElse(List.of()),
                "looks_like", seen.map(s -> s.like().nearest().stream().map(InspectJson::lookAlike).toList()).orElse(List.of()),
                "scores", seen.map(s -> s.scores().stream().map(InspectJson::score).toList()).orElse(List.of()),
                "vendor_scores", seen.map(s -> s.answered().stream().map(InspectJson::answered).toList()).orElse(List.of()),
                "policy", seen.map(s -> policy(s.decision())).orElse(null));
    }

    private static Map<String, Object> provenance(ProvenanceReport report) {
        return fields(
                "c2pa", CredentialsJson.object(report.c2pa()),
                "signals", report.signals().stream().map(InspectJson::signal).toList(),
                "watermarks", report.watermarks().stream().map(InspectJson::watermark).toList(),
                "contradictions", report.contradictions(),
                "camera", camera(report.camera()),
                "gps", report.gps());
    }

    private static Map<String, Object> signal(Signal signal) {
        return fields("source", signal.source(), "strength", signal.strength().word(), "origin", signal.origin().name().toLowerCase(Locale.ROOT),
                "tool", signal.tool().isEmpty() ? null : signal.tool(), "detail", signal.detail());
    }

    static Map<String, Object> watermark(Watermark mark) {
        return fields("detector", mark.detector(), "payload", mark.payload(), "method", mark.method(), "colours", mark.colours().isEmpty() ? null : mark.colours(),
                "bits", mark.bits(), "matched", mark.matched(), "needed", mark.needed(), "chance", mark.chance(), "false_positive", mark.falsePositive(),
                "state", mark.state().word(), "detail", mark.detail().isEmpty() ? null : mark.detail());
    }

    private static Map<String, Object> camera(List<Fact> facts) {
        Map<String, Object> camera = new LinkedHashMap<>();
        facts.forEach(fact -> camera.put(fact.name(), fact.value()));
        return camera;
    }

    private static Map<String, Object> match(Match match) {
        return fields("bank", match.bank(), "by", match.by().word(), "distance", match.distance(), "label", match.label());
    }

    private static Map<String, Object> lookAlike(LookAlike alike) {
        return switch (alike.way()) {
            case PDQ -> fields("item", alike.item().toString(), "by", "pdq", "distance", (int) alike.measure());
            case EMBEDDING -> fields("item", alike.item().toString(), "by", "embedding", "cosine", alike.measure());
        };
    }

    private static Map<String, Object> score(ModelScore score) {
        return fields("model", score.model(), "version", score.version(), "label", score.label(), "score", score.score(), "threshold", score.threshold());
    }

    private static Map<String, Object> answered(KnownToDesk.Answered answered) {
        VendorScore score = answered.kept().score();
        return fields("vendor", score.vendor().word(), "model", score.model(), "version", score.version(), "head", score.head(), "label", score.label(),
                "raw", score.raw(), "calibrated", score.calibrated(), "threshold", answered.kept().threshold(), "map", answered.kept().map(),
                "known", answered.concept().isPresent(), "policy_label", answered.concept().flatMap(ConceptMap.Concept::label).orElse(null));
    }

    private static Map<String, Object> policy(PolicyDecision decision) {
        return fields(
                "pack", decision.pack().name(), "sha256", decision.pack().sha256().hex(),
                "disposition", decision.disposition().name().toLowerCase(Locale.ROOT), "lane", decision.lane(),
                "suspected", decision.suspected(), "priority", decision.priority(), "reasons", decision.reasons());
    }

    /** Names and values in turn; a map that keeps their order and allows null. */
    static Map<String, Object> fields(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }

    private InspectJson() {}
}
