package dev.docket.intake.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartTest {
    private static final String TYPE = "multipart/form-data; boundary=xyz";
    private static final String WHOLE = """
            --xyz\r
            Content-Disposition: form-data; name="item"\r
            Content-Type: application/json\r
            \r
            {"id":"1"}\r
            --xyz\r
            Content-Disposition: form-data; name="image"; filename="a.png"\r
            \r
            \u00ff\r
            --xy z\r
            --xyz--\r
            """;

    @Test
    void partsAreReadByNameWithWhateverBytesTheyHave() throws Exception {
        Map<String, byte[]> parts = Multipart.parts(TYPE, bytes(WHOLE));

        assertThat(parts).containsOnlyKeys("item", "image");
        assertThat(text(parts.get("item"))).isEqualTo("{\"id\":\"1\"}");
        assertThat(text(parts.get("image"))).isEqualTo("\u00ff\r\n--xy z");
        assertThat(Multipart.parts("multipart/form-data; boundary=\"xyz\"", bytes("a word before\r\n" + WHOLE))).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "--xyz", "--xyz--", "--xyz\r\n", "--xyz\r\n\r\n", "--xyz\r\nContent-Disposition: form-data\r\n\r\na\r\n--xyz--",
        "--xyz\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nno end", "--xyzContent-Disposition: form-data; name=\"a\"\r\n\r\n\r\n--xyz--",
        "--xyz\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Transfer-Encoding: base64\r\n\r\nYQ==\r\n--xyz--",
        "--xyz\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--xyz\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n2\r\n--xyz--",
    })
    void whatIsBrokenIsAnsweredAndNeverGuessed(String body) throws Exception {
        if (body.equals("--xyz--")) {
            assertThat(Multipart.parts(TYPE, bytes(body))).isEmpty();
            return;
        }
        assertThatThrownBy(() -> Multipart.parts(TYPE, bytes(body))).isInstanceOf(AnswerException.class);
        assertThatThrownBy(() -> Multipart.parts("multipart/form-data", bytes(WHOLE))).isInstanceOf(AnswerException.class);
    }

    @Test
    void cutAndChangedAnywhereItIsReadOrAnsweredAndNothingElse() {
        SplittableRandom random = new SplittableRandom(20261122);
        byte[] whole = bytes(WHOLE);
        for (int round = 0; round < 5000; round++) {
            byte[] broken = java.util.Arrays.copyOf(whole, random.nextInt(whole.length + 1));
            for (int change = random.nextInt(4); change > 0 && broken.length > 0; change--) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(Multipart.parts(TYPE, broken)).hasSizeLessThanOrEqualTo(8);
            } catch (AnswerException e) {
                assertThat(e.answer().status()).isEqualTo(400);
            }
        }
    }

    @Test
    void moreThanAFewPartsAreNotRead() {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            many.append("--xyz\r\nContent-Disposition: form-data; name=\"%d\"\r\n\r\n\r\n".formatted(i));
        }
        assertThatThrownBy(() -> Multipart.parts(TYPE, bytes(many + "--xyz--"))).isInstanceOf(AnswerException.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
