package dev.docket.provenance;

import dev.docket.provenance.Contradiction.Kind;
import dev.docket.provenance.Contradiction.Side;
import dev.docket.provenance.ProvenanceReport.Credentials;
import dev.docket.provenance.ProvenanceReport.Origin;
import dev.docket.provenance.ProvenanceReport.Signal;
import dev.docket.provenance.ProvenanceReport.State;
import dev.docket.provenance.ProvenanceReport.Strength;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds what cannot both hold in a report: at most one contradiction of each kind, the hardest to forge on each side. */
final class Contradictions {
    private static final String CREDENTIALS = "c2pa";
    private static final String WATERMARK = "watermark";

    private final Credentials c2pa;
    private final List<Signal> signals;

    private Contradictions(ProvenanceReport report) {
        c2pa = report.c2pa();
        signals = report.signals();
    }

    static List<Contradiction> in(ProvenanceReport report) {
        Contradictions all = new Contradictions(report);
        return Stream.of(all.signedCamera(), all.watermarkedCamera(), all.unsignedCamera(), all.makers(), all.invalid()).flatMap(Optional::stream).toList();
    }

    private Optional<Contradiction> signedCamera() {
        return credentialsCamera().flatMap(camera -> ai(s -> !isFrom(s, WATERMARK) && !isFrom(s, CREDENTIALS))
                .map(ai -> new Contradiction(Kind.CREDENTIALS_CAMERA, camera, side(ai))));
    }

    private Optional<Contradiction> watermarkedCamera() {
        return credentialsCamera().flatMap(camera -> ai(s -> isFrom(s, WATERMARK)).map(ai -> new Contradiction(Kind.WATERMARK, camera, side(ai))));
    }

    /** EXIF or a source type of its own; a camera that AI edited later is no contradiction. */
    private Optional<Contradiction> unsignedCamera() {
        return signals.stream().filter(s -> s.origin() == Origin.CAMERA && !isFrom(s, CREDENTIALS)).findFirst()
                .flatMap(camera -> ai(_ -> true).map(ai -> new Contradiction(Kind.CAMERA, side(camera), side(ai))));
    }

    private Optional<Contradiction> makers() {
        Map<String, Signal> makers = new LinkedHashMap<>();
        signals.stream().filter(s -> s.strength() != Strength.HINT && (s.origin() == Origin.AI_GENERATED || s.origin() == Origin.AI_EDITED))
                .forEach(signal -> Vendors.of(signal).ifPresent(vendor -> makers.putIfAbsent(vendor, signal)));
        List<Signal> named = new ArrayList<>(makers.values());
        return named.size() < 2 ? Optional.empty() : Optional.of(new Contradiction(Kind.MAKERS, side(named.get(0)), side(named.get(1))));
    }

    private Optional<Contradiction> invalid() {
        return c2pa.state() != State.INVALID ? Optional.empty() : signals.stream()
                .filter(s -> s.strength() == Strength.DISCLOSURE && !isFrom(s, CREDENTIALS) && (s.origin() == Origin.AI_GENERATED || s.origin() == Origin.AI_EDITED))
                .findFirst().map(label -> new Contradiction(Kind.INVALID_CREDENTIALS, new Side(CREDENTIALS, ""), side(label)));
    }

    /** What the credentials say of their own picture, valid or not; of what went into it they may say something else. */
    private Optional<Side> credentialsCamera() {
        Optional<Side> said = signals.stream().filter(s -> isFrom(s, CREDENTIALS) && s.origin() == Origin.CAMERA).findFirst().map(Contradictions::side);
        return said.or(() -> c2pa.manifest().filter(manifest -> manifest.actions().stream().flatMap(action -> action.digitalSourceType().stream())
                .anyMatch(type -> SourceType.signal(type).origin() == Origin.CAMERA))
                .map(manifest -> new Side(CREDENTIALS, c2pa.signer().or(manifest::claimGenerator).orElse(""))));
    }

    private Optional<Signal> ai(Predicate<Signal> from) {
        return signals.stream().filter(s -> s.origin() == Origin.AI_GENERATED && s.strength() != Strength.HINT).filter(from).findFirst();
    }

    private static boolean isFrom(Signal signal, String source) {
        return signal.source().equals(source);
    }

    private static Side side(Signal signal) {
        return new Side(signal.source(), signal.tool());
    }
}
