package dev.docket.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.provenance.Contradiction.Kind;
import dev.docket.provenance.Contradiction.Side;
import dev.docket.provenance.ProvenanceReport.Credentials;
import dev.docket.provenance.ProvenanceReport.Origin;
import dev.docket.provenance.ProvenanceReport.Signal;
import dev.docket.provenance.ProvenanceReport.State;
import dev.docket.provenance.ProvenanceReport.Strength;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContradictionsTest {
    private static final String DST = "http://cv.iptc.org/newscodes/digitalsourcetype/";
    private static final Signal STATED = new Signal("iptc", Strength.DISCLOSURE, Origin.AI_GENERATED, "", "Digital source type trainedAlgorithmicMedia");
    private static final Signal COMFY = new Signal("generator", Strength.METADATA, Origin.AI_GENERATED, "ComfyUI", "PNG text 'prompt'");
    private static final Signal MARK = new Signal("watermark", Strength.METADATA, Origin.AI_GENERATED, "FLUX", "44 of 46 bits");
    private static final Signal CANON = new Signal("exif", Strength.HINT, Origin.CAMERA, "Canon EOS R5", "EXIF names a camera");

    @Test
    void credentialsOfACameraDisagreeWithWhateverSaysAi() {
        assertThat(disagreements(camera(State.INTACT), COMFY)).containsExactly(
                new Contradiction(Kind.CREDENTIALS_CAMERA, new Side("c2pa", "Example Camera Co"), new Side("generator", "ComfyUI")));
        assertThat(disagreements(camera(State.TRUSTED), MARK)).containsExactly(
                new Contradiction(Kind.WATERMARK, new Side("c2pa", "Example Camera Co"), new Side("watermark", "FLUX")));
        assertThat(disagreements(camera(State.TRUSTED), STATED, MARK)).extracting(Contradiction::kind).containsExactly(Kind.CREDENTIALS_CAMERA, Kind.WATERMARK);
        assertThat(disagreements(camera(State.TRUSTED), CANON)).isEmpty();
    }

    @Test
    void aCameraNamedInExifDisagreesWithASourceTypeThatSaysAi() {
        assertThat(disagreements(Credentials.NONE, STATED, CANON)).containsExactly(new Contradiction(Kind.CAMERA, new Side("exif", "Canon EOS R5"), new Side("iptc", "")));
    }

    @Test
    void makersOfAiDisagreeAndProgramsThatShareModelsDoNot() {
        Signal google = new Signal("label", Strength.DISCLOSURE, Origin.AI_GENERATED, "Google AI", "");
        Signal webUi = new Signal("generator", Strength.METADATA, Origin.AI_GENERATED, "Stable Diffusion WebUI", "");
        Signal signed = new Signal("c2pa", Strength.SIGNED, Origin.AI_GENERATED, "OpenAI DALL-E", "");

        assertThat(disagreements(Credentials.NONE, google, COMFY)).extracting(Contradiction::kind).containsExactly(Kind.MAKERS);
        assertThat(disagreements(Credentials.NONE, signed, google)).extracting(Contradiction::kind).containsExactly(Kind.MAKERS);
        assertThat(disagreements(Credentials.NONE, COMFY, webUi, MARK)).isEmpty();
        assertThat(disagreements(Credentials.NONE, signed, new Signal("generator", Strength.METADATA, Origin.AI_GENERATED, "Bing Image Creator", ""))).isEmpty();
    }

    @Test
    void invalidCredentialsDisagreeWithADisclosureBesideThem() {
        Credentials invalid = Credentials.of(State.INVALID, List.of("assertion.dataHash.mismatch"));

        assertThat(disagreements(invalid, STATED)).extracting(Contradiction::kind).containsExactly(Kind.INVALID_CREDENTIALS);
        assertThat(disagreements(Credentials.of(State.EXPIRED, List.of()), STATED)).isEmpty();
        assertThat(disagreements(invalid, COMFY)).isEmpty();
    }

    @Test
    void hintsAndEditsContradictNobody() {
        Signal edited = new Signal("iptc", Strength.DISCLOSURE, Origin.AI_EDITED, "", "");
        Signal hint = new Signal("generator", Strength.HINT, Origin.AI_GENERATED, "Midjourney", "");

        assertThat(disagreements(camera(State.TRUSTED), edited, hint, CANON)).isEmpty();
        assertThat(disagreements(Credentials.NONE, COMFY, hint)).isEmpty();
    }

    @Test
    void everyKindIsASentenceThatShowsBothFactsAndBelievesNone() {
        for (Kind kind : Kind.values()) {
            assertThat(new Contradiction(kind, new Side("c2pa", "Here"), new Side("label", "There")).sentence()).endsWith(".").contains("There")
                    .doesNotContainIgnoringCase("authentic").doesNotContainIgnoringCase("clean");
        }
    }

    @Test
    void whatIsAddedToAReportIsHeldAgainstTheRest() {
        ProvenanceReport file = new ProvenanceReport(camera(State.INTACT), List.of(), List.of(), List.of(), List.of(), false);

        assertThat(file.withMarks(List.of(), List.of(MARK)).contradictions())
                .containsExactly("the content credential (Example Camera Co) says a camera took it, the pixels carry a generator's watermark (FLUX).");
    }

    private static List<Contradiction> disagreements(Credentials c2pa, Signal... signals) {
        return new ProvenanceReport(c2pa, List.of(signals), List.of(), List.of(), List.of(), false).disagreements();
    }

    private static Credentials camera(State state) {
        Manifest manifest = new Manifest("urn:c2pa:1", Optional.empty(), Optional.empty(), Optional.of("Camera 1.0"), Optional.empty(),
                List.of(new Manifest.Action("c2pa.created", Optional.empty(), Optional.empty(), Optional.of(DST + "digitalCapture"))), List.of(), List.of());
        return new Credentials(state, List.of(), List.of(), Optional.of("Example Camera Co"), Optional.empty(), Optional.empty(), Optional.of(manifest), List.of(), Optional.empty(), Optional.empty());
    }
}
