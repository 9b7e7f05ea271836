package dev.docket.watermark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.decode.DecodedImage;
import dev.docket.provenance.ProvenanceReport.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayloadFileTest {
    private static final String SOUND = """
            {"name": "Picture Works", "bits": "0x9A3C5F0172E4", "methods": ["dwtDctSvd"], "colours": ["u8", "f32"], "detected": 43, "possible": 40, "says": "ai_generated"}""";

    @TempDir
    Path folder;

    @Test
    void aPayloadThatWasAddedIsFound() throws IOException {
        Files.writeString(folder.resolve("works.mark.json"), SOUND);
        Files.writeString(folder.resolve("other.json"), "no payload file");
        OpenMarks marks = new OpenMarks();
        assertThat(marks.prepare(folder).because()).startsWith("5 payloads, 1 of them from");
        Payload own = PayloadFile.in(folder).getFirst();

        DecodedImage marked = PublicMark.embed(PaintedPictures.paint(2001, 300, 300), own.bits(), Method.DWT_DCT_SVD, Colours.U8);

        assertThat(own.bits()).isEqualTo("100110100011110001011111000000010111001011100100");
        assertThat(marks.find(marked)).singleElement().satisfies(found -> {
            assertThat(found.mark().payload()).isEqualTo("Picture Works");
            assertThat(found.mark().matched()).isGreaterThanOrEqualTo(43);
            assertThat(found.says()).isEqualTo(Origin.AI_GENERATED);
        });
        assertThat(marks.find(PaintedPictures.paint(2001, 300, 300))).isEmpty();
    }

    @Test
    void withoutAFolderThereAreTheOnesThatShip() throws IOException {
        assertThat(PayloadFile.in(folder.resolve("none"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "\"name\": \"Picture Works\" | \"name\": \"<b>\" | name must be",
        "\"name\": \"Picture Works\" | \"name\": \"sdxl\" | name 'sdxl' is taken",
        "\"name\": \"Picture Works\" | \"name\": 3 | name must be text",
        "0x9A3C5F0172E4 | 0x9A | bits must be 32 to 512",
        "0x9A3C5F0172E4 | 1021 | bits must be 32 to 512",
        "0x9A3C5F0172E4 | 0xFFFFFFFFFFFE | bits hold 47 ones of 48",
        "\"dwtDctSvd\" | \"rivaGan\" | methods must be a list of dwtDct and dwtDctSvd",
        "[\"u8\", \"f32\"] | \"u8\" | colours must be a list of words",
        "\"detected\": 43 | \"detected\": 30 | detected is so low",
        "\"detected\": 43 | \"detected\": 49 | detected must be at most",
        "\"detected\": 43 | \"detected\": \"all\" | detected must be a whole number",
        "\"possible\": 40 | \"possible\": 44 | possible must be at most detected",
        "ai_generated | clean | says must be",
        "\"says\" | \"claims\" | it has a field that is not known here",
        "\"says\" | \"name\" | not JSON, or a field stands there twice",
    })
    void aFaultIsNamedWithItsFileAndField(String part, String instead, String complaint) throws IOException {
        Path file = Files.writeString(folder.resolve("works.mark.json"), SOUND.replace(part, instead));

        assertThatThrownBy(() -> PayloadFile.in(folder)).isInstanceOf(IOException.class).hasMessageStartingWith(file.toString()).hasMessageContaining(complaint);
    }

    @Test
    void whatIsNoSmallJsonObjectIsRefused() throws IOException {
        Path file = folder.resolve("a.mark.json");
        for (String content : new String[] {"", "[]", "{", "null", "\u0000", "[".repeat(5000), " ".repeat(30_000)}) {
            Files.writeString(file, content);
            assertThatThrownBy(() -> PayloadFile.in(folder)).as(content.strip()).isInstanceOf(IOException.class).hasMessageStartingWith(file.toString());
        }
    }

    @Test
    void moreFilesThanIntakeHasTimeForAreRefused() throws IOException {
        for (int i = 0; i <= PayloadFile.MOST; i++) {
            Files.writeString(folder.resolve(i + ".mark.json"), SOUND);
        }
        assertThatThrownBy(() -> PayloadFile.in(folder)).hasMessageContaining("more than 64 payload files");
    }
}
