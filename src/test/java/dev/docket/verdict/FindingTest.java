package dev.docket.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.docket.policy.Severity;
import dev.docket.storage.CanonicalJson;
import dev.docket.storage.ContentHash;
import dev.docket.verdict.Region.Corner;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindingTest {
    private static final Finding FULL = Finding.of("hate_symbols", Severity.S3, "geo_restrict").withAdditional(List.of("spam_scam"))
            .withAction("geo_restrict", List.of("DE", "US-CA")).withSeverity(Severity.S3).withSure(false).withOrigin(OriginFinding.AI_SUSPECTED)
            .withRationale("r_symbol", Map.of("b", "2", "a", "1")).withNote(Optional.of("left of the door"))
            .withRegions(List.of(Region.box("hate_symbols", 0.9, 0.1, 0.2, 0.7),
                    Region.polygon("spam_scam", List.of(new Corner(0, 0), new Corner(1, 0), new Corner(0.5, 1)))));

    @Test
    void aFindingIsReadBackAsItWasStored() {
        assertThat(CanonicalJson.read(CanonicalJson.write(FULL), Finding.class)).isEqualTo(FULL);
    }

    @Test
    void whatAnEarlierVersionStoredIsReadAndHasItsHashStill() {
        String stored = "{\"action\":\"remove\",\"additional\":[\"ip_concern\"],\"label\":\"spam_scam\",\"note\":\"x\",\"rationale\":null,\"severity\":\"S1\",\"sure\":true}";

        Finding read = CanonicalJson.read(stored, Finding.class);

        assertThat(read).isEqualTo(Finding.of("spam_scam", Severity.S1, "remove").withAdditional(List.of("ip_concern")).withNote(Optional.of("x")));
        assertThat(CanonicalJson.write(read)).isEqualTo(stored);
    }

    @Test
    void whatAnEarlierVersionToldOfTheScreenIsReadAndHasItsHashStill() {
        Shown shown = new Shown(ContentHash.of(new byte[0]), false, List.of(), List.of("a@1"), "0".repeat(64), "open", true, List.of(), 12);
        String stored = CanonicalJson.write(shown);

        assertThat(stored).isEqualTo("{\"cover\":\"open\",\"image\":\"%s\",\"models\":[\"a@1\"],\"pastVerdicts\":[],\"provenanceHash\":\"%s\",\"revealed\":true,\"reviewMillis\":12,\"scores\":[],\"scoresVisible\":false}"
                .formatted(ContentHash.of(new byte[0]).hex(), "0".repeat(64)));
        assertThat(CanonicalJson.read(stored, Shown.class)).isEqualTo(shown).matches(Shown::blind);
    }

    @Test
    void theScreenIsToldWithItsCoversAndItsMode() {
        Shown shown = SampleShown.of(new UUID(0, 1)).withMode(Shown.Mode.ON_DEMAND,
                Collections.nCopies(300, new Shown.CoverStep("60+grey", 40)));

        assertThat(CanonicalJson.read(CanonicalJson.write(shown), Shown.class)).isEqualTo(shown);
        assertThat(shown.steps()).as("a switch played with").hasSize(200);
        assertThat(shown.blind()).isFalse();
        assertThat(shown.withMode(Shown.Mode.BLIND, List.of()).blind()).isTrue();
        assertThat(Shown.tile(shown.image(), "text").blind()).as("a tile hides nothing on purpose").isFalse();
    }

    @Test
    void theBareFindingHoldsCodesAlone() {
        Finding bare = FULL.bare();

        assertThat(CanonicalJson.write(bare)).doesNotContain("door", "outline", "parameters");
        assertThat(bare.details()).isEmpty();
        assertThat(FULL.details()).isPresent();
        assertThat(bare.origin()).contains(OriginFinding.AI_SUSPECTED);
    }

    @Test
    void twoFindingsAgreeWhenTheyComeToTheSameForTheUploader() {
        assertThat(FULL.agreesWith(FULL.withSeverity(Severity.S1).withSure(true).withNote(Optional.empty()))).isTrue();
        assertThat(FULL.agreesWith(FULL.withAction("remove", List.of()))).isFalse();
        assertThat(FULL.agreesWith(Finding.of("benign", Severity.S3, "geo_restrict"))).isFalse();
    }

    @Test
    void aBoxIsTheSameInWhicheverDirectionItWasDragged() {
        Region box = Region.box("x", 0.2, 0.1, 0.9, 0.7);

        assertThat(Region.box("x", 0.9, 0.7, 0.2, 0.1)).isEqualTo(box);
        assertThat(Region.box("x", 0.9, 0.1, 0.2, 0.7)).isEqualTo(box);
        assertThat(box.area()).isCloseTo(0.42, within(1e-9));
    }

    @Test
    void thePolygonOfABoxHasItsArea() {
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 200; i++) {
            Region box = Region.box("x", random.nextDouble(0.5), random.nextDouble(0.5), 0.5 + random.nextDouble(0.5), 0.5 + random.nextDouble(0.5));
            Corner a = box.outline().get(0);
            Corner b = box.outline().get(1);
            Region polygon = Region.polygon("x", List.of(a, new Corner(b.x(), a.y()), b, new Corner(a.x(), b.y())));

            assertThat(polygon.area()).isCloseTo(box.area(), within(1e-9));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.001, 1.001, Double.NaN, Double.POSITIVE_INFINITY})
    void aCornerOutsideThePictureIsRefused(double place) {
        assertThatThrownBy(() -> new Corner(place, 0.5)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("0..1 of the picture");
        assertThatThrownBy(() -> new Corner(0.5, place)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsNoShapeOrTooMuchIsRefused() {
        List<Corner> many = Collections.nCopies(100, new Corner(0.1, 0.1));

        assertThatThrownBy(() -> Region.box("x", 0.1, 0.1, 0.1, 0.9)).hasMessageContaining("some way apart");
        assertThatThrownBy(() -> Region.polygon("x", many.subList(0, 2))).hasMessageContaining("3 to 100 corners");
        assertThatThrownBy(() -> FULL.withRegions(Collections.nCopies(4, Region.polygon("x", many)))).hasMessageContaining("at most 300 corners");
        assertThatThrownBy(() -> FULL.withNote(Optional.of("x".repeat(501)))).hasMessageContaining("at most 500 characters");
    }

    @Test
    void theGreatestFindingFitsItsColumn() {
        Finding greatest = FULL.withRegions(Collections.nCopies(3, Region.polygon("a".repeat(40), Collections.nCopies(100, new Corner(0.98765, 0.98765)))))
                .withNote(Optional.of("\u0001".repeat(500))).withAction("x", Collections.nCopies(60, "US-CAL"));

        assertThat(CanonicalJson.write(greatest)).hasSizeLessThan(20_000);
    }
}
