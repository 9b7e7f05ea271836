package dev.docket.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SkijaSamplesTest {

    @Test
    void thereIsASoundSampleOfEveryFormat() throws Exception {
        FormatDecoders decoder = new FormatDecoders();
        for (byte[] file : SkijaSamples.all()) {
            assertThat(decoder.decode(file).partial()).isFalse();
        }
        Set<String> seen = SkijaSamples.all().stream().map(SkijaSamplesTest::mediaType).collect(Collectors.toSet());
        assertThat(seen).containsExactlyInAnyOrder("image/jpeg", "image/png", "image/webp", "image/gif", "image/bmp");
    }

    private static String mediaType(byte[] file) {
        try {
            return ImageSniffer.read(file).mediaType();
        } catch (UndecodableImageException e) {
            throw new AssertionError(e);
        }
    }
}
