package dev.docket.cli;

import dev.docket.classify.ModelScore;
import dev.docket.classify.vendor.VendorScore;
import dev.docket.cli.Inspector.Findings;
import dev.docket.cli.Inspector.Seen;
import dev.docket.decode.DecodedImage;
import dev.docket.hash.HashKind;
import dev.docket.hash.Match;
import dev.docket.policy.PolicyDecision;
import dev.docket.provenance.ProvenanceReport;
import dev.docket.provenance.ProvenanceReport.Fact;
import dev.docket.provenance.ProvenanceReport.MarkState;
import dev.docket.provenance.ProvenanceReport.Signal;
import dev.docket.provenance.ProvenanceReport.Watermark;
import dev.docket.provenance.c2pa.CredentialReader;
import dev.docket.retrain.LookAlikes.LookAlike;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What {@code inspect} says of a file to a person. Nothing found is said as such, never as a clean bill. */
final class InspectCard {
    private final StringBuilder out = new StringBuilder();

    /** Several lines, ending in a line break. */
    static String of(Findings found) {
        InspectCard card = new InspectCard();
        card.out.append(plain(found.file().toString())).append('\n');
        if (found.seen().isEmpty()) {
            card.row("Not read", found.state() + ": " + plain(found.reason()));
            found.sha256().ifPresent(sha256 -> card.row("SHA-256", sha256.hex()));
        } else {
            card.picture(found, found.seen().get());
        }
        return card.out.toString();
    }

    private void picture(Findings found, Seen seen) {
        DecodedImage image = seen.image();
        row("Picture", image.header().mediaType() + ", " + image.width() + " x " + image.height() + ", " + size(found.bytes()));
        found.sha256().ifPresent(sha256 -> row("SHA-256", sha256.hex()));
        row("PDQ", seen.pdq().hex() + ", quality " + seen.pdq().quality());
        provenance(seen.provenance());
        known(seen);
        for (ModelScore score : seen.scores()) {
            row("Score", "%s %s, threshold %s%s, by %s %s".formatted(
                    score.label(), figure(score.score()), figure(score.threshold()), score.over() ? " reached" : "", score.model(), score.version()));
        }
        for (KnownToDesk.Answered answered : seen.answered()) {
            VendorScore score = answered.kept().score();
            row("Vendor", "%s %s (raw %s), %s, by %s %s".formatted(plain(score.label()), figure(score.calibrated()), plain(Double.toString(score.raw())),
                    answered.concept().map(concept -> concept.label().map(label -> "read as " + label).orElse("of no account")).orElse("a concept that nobody mapped"),
                    plain(score.modelId()), plain(score.version())));
        }
        policy(seen.decision());
    }

    private void provenance(ProvenanceReport report) {
        row("Credentials", switch (report.c2pa().state()) {
            case TRUSTED -> "trusted signer: " + by(report) + bad(report);
            case INTACT -> "intact, signer not recognised: claims to be " + by(report) + bad(report);
            case INVALID -> "altered or invalid: claims to be from " + by(report) + ", not verified (" + String.join(", ", report.c2pa().failures()) + ")";
            case EXPIRED -> "expired or revoked: claims to be from " + by(report) + ", not verified (" + String.join(", ", report.c2pa().failures()) + ")";
            case NOT_CHECKED -> CredentialReader.isBuilt() ? "present, not yet checked" : "present, not checked: C2PA reader not built; install npm and build again";
            case REMOTE -> "said to be stored remotely, not fetched";
            case UNREADABLE -> "unreadable (" + String.join(", ", report.c2pa().failures()) + ")";
            case NONE -> "none found";
        });
        for (Signal signal : report.signals()) {
            String origin = switch (signal.origin()) {
                case AI_GENERATED -> "AI made it";
                case AI_EDITED -> "AI altered it";
                case PROCEDURAL -> "a procedure made it";
                case CAMERA -> "a camera took it";
                case OTHER -> "";
            };
            String says = List.of(origin, signal.tool(), signal.detail()).stream().filter(s -> !s.isEmpty()).collect(Collectors.joining("; "));
            row(signal.strength() == ProvenanceReport.Strength.HINT ? "Hint" : "States", says + " [" + signal.source() + ", " + signal.strength().word() + "]");
        }
        report.watermarks().forEach(this::watermark);
        if (report.signals().isEmpty()) {
            row("Origin", "no provenance found");
        }
        if (!report.camera().isEmpty()) {
            row("File says", report.camera().stream().map((Fact f) -> f.name() + " " + f.value()).collect(Collectors.joining(", ")));
        }
        if (report.gps()) {
            row("Place", "the file holds coordinates (not shown)");
        }
        report.contradictions().forEach(text -> row("Disagree", text));
    }

    private void watermark(Watermark mark) {
        row(mark.state() == MarkState.DETECTED ? "Watermark" : "Watermark?", "%s, %d of %d bits%s; by chance in %.1g of pictures, anybody can embed it".formatted(
                mark.payload(), mark.matched(), mark.bits(), mark.state() == MarkState.DETECTED ? "" : ", too few to count", mark.chance()));
    }

    private static String by(ProvenanceReport report) {
        return report.c2pa().signer().or(report.c2pa()::claimGenerator).orElse("nobody named");
    }

    private static String bad(ProvenanceReport report) {
        return report.c2pa().hasBadIngredient() ? "; what it was made from was invalid already when it was added" : "";
    }

    private void known(Seen seen) {
        for (Match match : seen.matches()) {
            String how = match.by() == HashKind.PDQ ? "PDQ distance " + match.distance() : "same " + match.by().title();
            row("Known", plain(match.bank()) + ", " + how + ", " + (match.label().isEmpty() ? "without a label" : plain(match.label())));
        }
        for (LookAlike alike : seen.like().nearest()) {
            row("Looks like", "item " + alike.item() + ", " + switch (alike.way()) {
                case PDQ -> "PDQ distance " + (int) alike.measure();
                case EMBEDDING -> "by embedding, cosine " + figure(alike.measure());
            });
        }
        if (seen.like().waiting() > 0) {
            row("", seen.like().waiting() + " pictures of this desk have no embedding yet and were compared by PDQ only");
        }
    }

    private void policy(PolicyDecision decision) {
        row("Policy", "%s, lane %s, priority %s, by %s".formatted(
                decision.disposition().name().toLowerCase(Locale.ROOT), decision.lane(), decision.priority(), decision.pack().name()));
        decision.reasons().forEach(reason -> row("", reason));
    }

    private void row(String name, String text) {
        out.append(String.format(Locale.ROOT, "  %-12s %s%n", name, text));
    }

    private static String figure(double share) {
        return String.format(Locale.ROOT, "%.2f", share);
    }

    private static String size(long bytes) {
        return bytes < 1 << 20 ? Math.ceilDiv(bytes, 1024) + " kB" : String.format(Locale.ROOT, "%.1f MB", bytes / 1048576.0);
    }

    /** Names come from outside: nothing in them may move the cursor. */
    private static String plain(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}]", "?");
    }
}
