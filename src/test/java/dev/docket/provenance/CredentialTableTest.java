package dev.docket.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.provenance.Manifest.Action;
import dev.docket.provenance.ProvenanceReport.Credentials;
import dev.docket.provenance.ProvenanceReport.Origin;
import dev.docket.provenance.ProvenanceReport.Signal;
import dev.docket.provenance.ProvenanceReport.State;
import dev.docket.provenance.ProvenanceReport.Strength;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The programs that are known by their Content Credentials. */
class CredentialTableTest {
    private static final String DST = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";

    @ParameterizedTest
    @CsvSource({"OpenAI, ChatGPT, GPT-4o, OpenAI", "OpenAI, ChatGPT, DALL.E, OpenAI", "Adobe Inc., Adobe_Firefly, Adobe Firefly, Adobe Firefly",
        "Google LLC, Google C2PA Core, Google Generative AI, Google", "Microsoft Corporation, Bing Image Creator, Azure OpenAI ImageGen, OpenAI"})
    void eachIsKnownAsSigned(String signer, String generator, String agent, String vendor) {
        Signal first = report(State.INTACT, signer, generator, agent).signals().getFirst();

        assertThat(first.strength()).isEqualTo(Strength.SIGNED);
        assertThat(first.origin()).isEqualTo(Origin.AI_GENERATED);
        assertThat(first.tool()).isEqualTo(agent);
        assertThat(Vendors.of(first)).contains(vendor);
        assertThat(report(State.INVALID, signer, generator, agent).signals().getFirst().strength()).isEqualTo(Strength.METADATA);
    }

    @Test
    void synthIdIsNotedWhereGoogleSigned() {
        assertThat(report(State.TRUSTED, "Google LLC", "Google C2PA Core", "Google Generative AI").signals()).last()
                .satisfies(note -> {
                    assertThat(note.tool()).isEqualTo("SynthID");
                    assertThat(note.strength()).isEqualTo(Strength.HINT);
                });
        assertThat(report(State.TRUSTED, "OpenAI", "ChatGPT", "GPT-4o").signals()).hasSize(1);
    }

    private static ProvenanceReport report(State state, String signer, String generator, String agent) {
        Manifest manifest = new Manifest("urn:c2pa:1", Optional.empty(), Optional.empty(), Optional.of(generator), Optional.empty(),
                List.of(new Action("c2pa.created", Optional.empty(), Optional.of(agent), Optional.of(DST))), List.of(), List.of());
        Credentials c2pa = new Credentials(state, List.of(), List.of(), Optional.of(signer), Optional.of(generator), Optional.empty(), Optional.of(manifest),
                List.of(), Optional.empty(), Optional.empty());
        return ProvenanceReport.NONE.withCredentials(c2pa);
    }
}
