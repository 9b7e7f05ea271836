package dev.docket.provenance.c2pa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.provenance.ProvenanceReport.State;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code -Ddocket.c2pa.mutations=1000} for a thousand broken files of each format (minutes). */
class HostileCredentialsTest {
    private static final int FILES = Integer.getInteger("docket.c2pa.mutations", 15);
    private static final long SEED = Long.getLong("docket.seed", 17);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"edited.jpg", "ai.png", "ai.webp", "ai.avif", "ai.gif", "ai.tif", "ai.jxl"})
    void noBrokenFileBreaksTheValidatorOrIsTakenForSound(String name) {
        byte[] file = Signed.file(name);
        Random random = new Random(SEED);
        Map<State, Integer> states = new EnumMap<>(State.class);
        long slowest = 0;
        try (CredentialReader reader = Signed.reader(Signed.anchors(folder))) {
            reader.read(file);
            for (int i = 0; i < FILES; i++) {
                byte[] broken = mutated(file, random);
                long start = System.nanoTime();
                states.merge(reader.read(broken).c2pa().state(), 1, Integer::sum);
                slowest = Math.max(slowest, System.nanoTime() - start);
            }
        }
        assertThat(states).as(name + ", seed " + SEED).doesNotContainKeys(State.TRUSTED, State.INTACT, State.NOT_CHECKED);
        if (FILES >= 1000) {
            System.out.println(name + ": " + states + ", slowest " + slowest / 1_000_000 + " ms");
            assertThat(slowest).as("nanoseconds of the slowest").isLessThanOrEqualTo(2_000_000_000L);
        }
    }

    /** Bytes set, a piece taken out, put in twice, or the end cut off. */
    private static byte[] mutated(byte[] file, Random random) {
        byte[] broken = file.clone();
        for (int i = random.nextInt(8); i >= 0; i--) {
            int at = random.nextInt(broken.length);
            broken[at] += (byte) (1 + random.nextInt(255));
        }
        int from = random.nextInt(broken.length);
        int length = 1 + random.nextInt(64);
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(broken, from + 1);
            case 1 -> without(broken, from, Math.min(broken.length, from + length));
            case 2 -> twice(broken, from, Math.min(broken.length, from + length));
            default -> broken;
        };
    }

    private static byte[] without(byte[] file, int from, int to) {
        byte[] rest = Arrays.copyOf(file, file.length - (to - from));
        System.arraycopy(file, to, rest, from, file.length - to);
        return rest;
    }

    private static byte[] twice(byte[] file, int from, int to) {
        byte[] longer = Arrays.copyOf(file, file.length + to - from);
        System.arraycopy(file, from, longer, to, file.length - from);
        return longer;
    }
}
