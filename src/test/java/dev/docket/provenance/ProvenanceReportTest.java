package dev.docket.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.provenance.Manifest.Ingredient;
import dev.docket.provenance.ProvenanceReport.Credentials;
import dev.docket.provenance.ProvenanceReport.State;
import dev.docket.storage.CanonicalJson;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProvenanceReportTest {

    @Test
    void aReportOfAnEarlierVersionCanStillBeRead() {
        String stored = """
                {"c2pa":{"claimGenerator":null,"failures":[],"ingredientFailures":[],"signedAt":null,"signer":null,"state":"NOT_CHECKED"},
                 "camera":[],"contradictions":[],"gps":false,"signals":[],"watermarks":[]}""";

        ProvenanceReport report = CanonicalJson.read(stored, ProvenanceReport.class);

        assertThat(report.c2pa()).isEqualTo(Credentials.of(State.NOT_CHECKED, List.of()));
    }

    @Test
    void aTreeOfManifestsSurvivesBeingStored() {
        Manifest old = new Manifest("urn:b", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of(), List.of());
        Manifest active = new Manifest("urn:a", Optional.of("a.jpg"), Optional.empty(), Optional.of("tool 1"), Optional.empty(),
                List.of(new Manifest.Action("c2pa.opened", Optional.empty(), Optional.empty(), Optional.empty())), List.of("c2pa.actions"),
                List.of(new Ingredient(Optional.of("b.jpg"), Optional.empty(), Optional.of("parentOf"), List.of("claimSignature.mismatch"), List.of(), true, Optional.of("self#jumbf=/c2pa/a/c2pa.assertions/b"), Optional.of(old))));
        Credentials credentials = new Credentials(State.TRUSTED, List.of(), List.of(), Optional.of("Somebody"), Optional.empty(), Optional.empty(),
                Optional.of(active), List.of(), Optional.of("{}"), Optional.of(new ProvenanceReport.Check("v 1", Optional.empty())));
        ProvenanceReport report = new ProvenanceReport(credentials, List.of(), List.of(), List.of(), List.of(), false);

        assertThat(CanonicalJson.read(CanonicalJson.write(report), ProvenanceReport.class)).isEqualTo(report);
        assertThat(report.c2pa().hasBadIngredient()).isTrue();
        assertThat(Credentials.NONE.hasBadIngredient()).isFalse();
    }
}
