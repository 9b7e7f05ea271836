package dev.docket.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Held against the canonicalizer that parses what was written. */
class CanonicalTextTest {
    private final Random random = new Random(8785);

    @Test
    void itIsTheTextOfTheSlowWayWhateverTheValue() {
        for (int i = 0; i < 5000; i++) {
            Object value = List.of(value(0));
            assertThat(new String(CanonicalText.bytes(value), StandardCharsets.UTF_8)).isEqualTo(CanonicalJson.write(value));
        }
    }

    @Test
    void aNumberWithoutAFormIsRefused() {
        assertThatThrownBy(() -> CanonicalText.bytes(List.of(Double.NaN))).isInstanceOf(UncheckedIOException.class);
    }

    private Object value(int depth) {
        return switch (random.nextInt(depth > 3 ? 6 : 8)) {
            case 0 -> text();
            case 1 -> random.nextBoolean();
            case 2 -> random.nextInt();
            case 3 -> random.nextLong();
            case 4 -> random.nextDouble() * Math.pow(10, random.nextInt(60) - 30);
            case 5 -> List.of(0.0, -0.0, 1.0, 1e21, 1e-7, 0.1, 333333333.33333329, 9007199254740992L, -9007199254740993L, 123456789012345680.0).get(random.nextInt(10));
            case 6 -> {
                List<Object> list = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    list.add(value(depth + 1));
                }
                yield list;
            }
            default -> {
                Map<String, Object> map = new LinkedHashMap<>();
                for (int i = random.nextInt(5); i > 0; i--) {
                    map.put(text(), random.nextInt(5) == 0 ? null : value(depth + 1));
                }
                yield map;
            }
        };
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            text.appendCodePoint(random.nextInt(3) == 0 ? random.nextInt(0x80) : random.nextInt(4) == 0 ? 0x1f300 + random.nextInt(500) : 0x20 + random.nextInt(0xd000));
        }
        return text.toString();
    }
}
