package dev.docket.ui.review;

import dev.docket.provenance.Manifest;
import dev.docket.provenance.Manifest.Action;
import dev.docket.provenance.Manifest.Ingredient;
import dev.docket.provenance.Manifest.Signature;
import dev.docket.provenance.ProvenanceReport;
import dev.docket.provenance.ProvenanceReport.Certificate;
import dev.docket.provenance.ProvenanceReport.Check;
import dev.docket.provenance.ProvenanceReport.Credentials;
import dev.docket.provenance.ProvenanceReport.Fact;
import dev.docket.provenance.ProvenanceReport.MarkState;
import dev.docket.provenance.ProvenanceReport.Origin;
import dev.docket.provenance.ProvenanceReport.Signal;
import dev.docket.provenance.ProvenanceReport.State;
import dev.docket.provenance.ProvenanceReport.Strength;
import dev.docket.provenance.ProvenanceReport.Watermark;
import java.util.List;
import java.util.Optional;

/** Reports of one file of each class. */
public final class PaintedProvenance {
    private static final String DST = "http://cv.iptc.org/newscodes/digitalsourcetype/";
    private static final Signal LABEL = new Signal("iptc", Strength.DISCLOSURE, Origin.AI_GENERATED, "", "Digital source type trainedAlgorithmicMedia");
    private static final Signal COMFY = new Signal("generator", Strength.METADATA, Origin.AI_GENERATED, "ComfyUI", "PNG text 'workflow': \"nodes\"");
    private static final Signal FLUX = new Signal("watermark", Strength.METADATA, Origin.AI_GENERATED, "FLUX", "Invisible watermark, 44 of 46 bits");
    private static final Watermark MARK = new Watermark("open", "FLUX", "dwtDct", "f32", 46, 44, 41, 2.5e-10, 3.5e-7, MarkState.DETECTED, "");

    private PaintedProvenance() {}

    /** A camera's credentials that do not hold, a label and a generator's text, and a mark in the pixels. */
    public static ProvenanceReport torn() {
        return report(State.INVALID, List.of("assertion.dataHash.mismatch"), "Example Camera Co", "digitalCapture", List.of(LABEL, COMFY, FLUX), List.of(MARK));
    }

    /** Credentials in one state, which say that AI made it where they are sound. */
    public static ProvenanceReport credentials(State state) {
        List<String> codes = switch (state) {
            case INVALID -> List.of("assertion.dataHash.mismatch");
            case EXPIRED -> List.of("signingCredential.expired");
            case INTACT -> List.of("signingCredential.untrusted");
            default -> List.of();
        };
        return switch (state) {
            case TRUSTED, INTACT -> report(state, codes, "Example AI Inc", "trainedAlgorithmicMedia", List.of(new Signal(
                    "c2pa", Strength.SIGNED, Origin.AI_GENERATED, "Example Image 3", "Digital source type trainedAlgorithmicMedia in Content Credentials")), List.of());
            case INVALID, EXPIRED -> report(state, codes, "Example AI Inc", "trainedAlgorithmicMedia", List.of(new Signal(
                    "c2pa", Strength.METADATA, Origin.AI_GENERATED, "Example Image 3", "Digital source type trainedAlgorithmicMedia, claimed, not verified")), List.of());
            default -> new ProvenanceReport(Credentials.of(state, codes), List.of(), List.of(), List.of(), List.of(), false);
        };
    }

    public static ProvenanceReport labelled() {
        return plain(List.of(LABEL), List.of());
    }

    public static ProvenanceReport generated() {
        return plain(List.of(COMFY), List.of());
    }

    public static ProvenanceReport marked() {
        return plain(List.of(FLUX), List.of(MARK));
    }

    public static ProvenanceReport hinted() {
        return plain(List.of(new Signal("generator", Strength.HINT, Origin.AI_GENERATED, "Midjourney", "")), List.of());
    }

    public static ProvenanceReport camera() {
        return new ProvenanceReport(Credentials.NONE, List.of(new Signal("exif", Strength.HINT, Origin.CAMERA, "Canon EOS R5", "EXIF names a camera")), List.of(), List.of(),
                List.of(new Fact("Make", "Canon"), new Fact("Model", "EOS R5"), new Fact("Taken", "2026-05-01 10:11:12")), true);
    }

    private static ProvenanceReport plain(List<Signal> signals, List<Watermark> marks) {
        return new ProvenanceReport(Credentials.NONE, signals, marks, List.of(), List.of(), false).compared();
    }

    private static ProvenanceReport report(State state, List<String> codes, String maker, String type, List<Signal> signals, List<Watermark> marks) {
        Credentials c2pa = new Credentials(state, codes, List.of(), Optional.of(maker), Optional.of("Example Editor 4.2"), Optional.of("2026-11-20T09:30:00Z"),
                Optional.of(manifest(maker, type)),
                List.of(new Certificate("CN=Signer, O=" + maker, "CN=Example Root", "1234", "2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z", "ab".repeat(32))),
                Optional.of("{\"active_manifest\":\"urn:c2pa:1\",\"validation_state\":\"" + state.word() + "\"}"), Optional.of(new Check("c2pa-rs 0.1", Optional.empty())));
        return new ProvenanceReport(c2pa, signals, marks, List.of(), List.of(new Fact("Software", "Example Editor 4.2")), false).compared();
    }

    private static Manifest manifest(String maker, String type) {
        Manifest earlier = new Manifest("urn:c2pa:2", Optional.of("market.jpg"), Optional.of("image/jpeg"), Optional.of("Example Camera 1.1"),
                Optional.of(new Signature(Optional.of("Camera"), Optional.of("Example Camera Co"), Optional.of("Es256"), Optional.of("77"), Optional.empty())),
                List.of(new Action("c2pa.created", Optional.empty(), Optional.empty(), Optional.of(DST + "digitalCapture"))), List.of("c2pa.actions", "c2pa.hash.data"), List.of());
        return new Manifest("urn:c2pa:1", Optional.of("square.png"), Optional.of("image/png"), Optional.of("Example Editor 4.2"),
                Optional.of(new Signature(Optional.of("Signer"), Optional.of(maker), Optional.of("Es256"), Optional.of("1234"), Optional.of("2026-11-20T09:30:00Z"))),
                List.of(new Action("c2pa.created", Optional.of("2026-11-20T09:29:00Z"), Optional.of("Example Image 3"), Optional.of(DST + type)),
                        new Action("c2pa.cropped", Optional.empty(), Optional.empty(), Optional.empty())),
                List.of("c2pa.actions.v2", "c2pa.hash.data", "c2pa.thumbnail.claim"),
                List.of(new Ingredient(Optional.of("market.jpg"), Optional.of("image/jpeg"), Optional.of("parentOf"), List.of("claimSignature.mismatch"), List.of(), true, Optional.of("self#jumbf=/c2pa/urn:c2pa:1/c2pa.assertions/c2pa.thumbnail.ingredient"), Optional.of(earlier)),
                        new Ingredient(Optional.of("sky.png"), Optional.of("image/png"), Optional.of("componentOf"), List.of(), List.of(), true, Optional.empty(), Optional.empty())));
    }
}
