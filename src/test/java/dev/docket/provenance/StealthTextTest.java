package dev.docket.provenance;

import static dev.docket.provenance.Crafted.utf8;
import static dev.docket.provenance.CraftedStealth.gzip;
import static dev.docket.provenance.CraftedStealth.hide;
import static dev.docket.provenance.CraftedStealth.picture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.docket.decode.DecodedImage;
import dev.docket.decode.FormatDecoders;
import dev.docket.provenance.ProvenanceReport.Signal;
import dev.docket.provenance.ProvenanceReport.Strength;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StealthTextTest {
    private static final String NOVEL_AI = "{\"Description\": \"a lighthouse\", \"Software\": \"NovelAI\", \"Source\": \"NovelAI Diffusion V4\", \"Comment\": \"{\\\"prompt\\\": \\\"x\\\"}\"}";
    private static final String WEB_UI = "a lighthouse\nNegative prompt: blurry\nSteps: 28, Sampler: Euler a, Seed: 1, Model: sdxl_base";

    private final MetadataReader reader = new MetadataReader();

    @Test
    void whatNovelAiHidesInAlphaIsReadOutOfTheDecodedFile() throws Exception {
        byte[] text = gzip(utf8(NOVEL_AI));
        byte[] file = CraftedStealth.png(97, 61, hide(97, 61, "stealth_pngcomp", text, 8 * text.length));
        DecodedImage decoded = new FormatDecoders().decode(file);

        assertThat(reader.read(file).signals()).isEmpty();
        assertThat(reader.read(file, decoded).signals()).first().satisfies(signal -> {
            assertThat(signal.tool()).isEqualTo("NovelAI");
            assertThat(signal.strength()).isEqualTo(Strength.METADATA);
            assertThat(signal.detail()).startsWith("Hidden in the pixels 'Software'");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"stealth_pnginfo", "stealth_pngcomp", "stealth_rgbinfo", "stealth_rgbcomp"})
    void eachWayOfHidingIsKnown(String word) throws Exception {
        byte[] text = word.endsWith("comp") ? gzip(utf8(WEB_UI)) : utf8(WEB_UI);

        assertThat(reader.read(new byte[0], picture(80, 60, word, text)).signals()).first()
                .extracting(Signal::tool, Signal::strength).containsExactly("Stable Diffusion WebUI", Strength.METADATA);
    }

    @Test
    void hiddenTextOfNoKnownProgramIsAHint() {
        assertThat(reader.read(new byte[0], picture(80, 60, "stealth_pnginfo", utf8("hello"))).signals())
                .extracting(Signal::tool, Signal::strength).containsExactly(tuple("Stealth PNG info", Strength.HINT));
    }

    @Test
    void aBombStaysPackedAndAFalseLengthIsNotBelieved() throws Exception {
        byte[] bomb = gzip(new byte[300_000_000]);
        byte[] nested = gzip(utf8("{\"a\":".repeat(200_000)));

        assertTimeoutPreemptively(Duration.ofSeconds(8), () -> {
            assertThat(StealthText.find(picture(1600, 1600, "stealth_pngcomp", bomb))).hasSize(1)
                    .allSatisfy(entry -> assertThat(entry.value()).hasSizeLessThanOrEqualTo(StealthText.MAX_UNPACKED));
            assertThat(reader.read(new byte[0], picture(600, 600, "stealth_pngcomp", nested)).signals()).hasSize(1);
        });
        for (int bits : new int[] {-1, Integer.MAX_VALUE, 80 * 60, 8 << 20}) {
            assertThat(StealthText.find(picture(80, 60, hide(80, 60, "stealth_pnginfo", utf8("x"), bits)))).isEmpty();
        }
        assertThat(StealthText.find(picture(80, 60, "stealth_pngcomp", utf8("no gzip")))).hasSize(1);
        assertThat(StealthText.find(picture(1, 1, new int[1]))).isEmpty();
    }

    @Test
    void ordinaryPicturesHideNothing() {
        Random random = new Random(5);
        for (int n = 0; n < 200; n++) {
            assertThat(StealthText.find(picture(40, 30, random.ints(1200).toArray()))).isEmpty();
        }
    }
}
