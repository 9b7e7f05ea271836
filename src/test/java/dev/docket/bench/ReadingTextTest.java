package dev.docket.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.bench.measure.Reading;
import dev.docket.bench.measure.Reference;
import dev.docket.bench.measure.Timing;
import dev.docket.storage.CanonicalJson;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ReadingTextTest {
    private static final Reading COMPARED = Reading.of("JPEG to 256 px", new Timing("Docket", 26e6, 30e6, 28e6))
            .against(new Timing("libjpeg-turbo 2.1", 20e6)).ratioAtMost(1.3);
    private static final Reading ALONE = Reading.of("resize", new Timing("Docket", 2.5e6))
            .against(new Reference.Missing("PIL", "apt-get install python3-pil")).ratioAtMost(1);

    @Test
    void aLineHasFigureReferenceRatioLimitAndVerdict() {
        assertThat(ReadingText.of("decode", COMPARED)).matches(
                "decode +JPEG to 256 px +26 ms \\(median 28\\)  libjpeg-turbo 2.1 20 ms  1.30x  \\(at most 1.30x: holds\\)");
    }

    @Test
    void aMissedLimitIsHardToOverlook() {
        assertThat(ReadingText.of("grid", Reading.of("frame p95", "ms", 41.239).atMost(35))).contains("41.2 ms").contains("(at most 35 ms: MISSED)");
    }

    @Test
    void aMissingReferenceSaysHowToInstallItAndGivesNoRatio() {
        String[] lines = ReadingText.of("resize", ALONE).split(System.lineSeparator());

        assertThat(lines[0]).contains("2.50 ms").doesNotContain("x  ").contains("not judged");
        assertThat(lines[1]).contains("PIL is missing: apt-get install python3-pil");
    }

    @Test
    void jsonSaysTheSame() {
        JsonNode compared = CanonicalJson.MAPPER.readTree(ReadingJson.of("decode", COMPARED));

        assertThat(compared.get("value").asDouble()).isEqualTo(26);
        assertThat(compared.get("reference").get("name").asString()).isEqualTo("libjpeg-turbo 2.1");
        assertThat(compared.get("ratio").asDouble()).isEqualTo(1.3);
        assertThat(compared.get("limit").get("atMost").asDouble()).isEqualTo(1.3);
        assertThat(compared.get("holds").asBoolean()).isTrue();
        JsonNode alone = CanonicalJson.MAPPER.readTree(ReadingJson.of("resize", ALONE));
        assertThat(alone.get("missing").get("install").asString()).isEqualTo("apt-get install python3-pil");
        assertThat(alone.has("ratio")).isFalse();
        assertThat(alone.has("holds")).isFalse();
    }
}
