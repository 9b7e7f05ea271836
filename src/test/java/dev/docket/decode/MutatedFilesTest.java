package dev.docket.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Files that were broken on purpose. As many as {@code -Ddocket.mutations=N} says, 2000 unless told. */
class MutatedFilesTest {
    private static final int MUTATIONS = Integer.getInteger("docket.mutations", 2000);

    private interface Reading {
        void read() throws UndecodableImageException;
    }

    private final FormatDecoders decoder = new FormatDecoders();

    @Test
    void aBrokenFileIsRefusedOrShownAndNothingElse() throws Exception {
        List<byte[]> seeds = List.copyOf(Seeds.quick().values());
        Random random = new Random(7);
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] file = mutated(seeds.get(i % seeds.size()), random);
            refusedOrShown(file, () -> decoder.header(file));
            refusedOrShown(file, () -> decoder.decode(file));
            refusedOrShown(file, () -> decoder.view(file, 12));
            refusedOrShown(file, () -> decoder.view(file, 2000));
            refusedOrShown(file, () -> decoder.animation(file, 20));
        }
    }

    private static void refusedOrShown(byte[] file, Reading reading) {
        long start = System.nanoTime();
        try {
            reading.read();
        } catch (UndecodableImageException refused) {
            assertThat(refused.getMessage()).isNotBlank().hasSizeLessThan(200);
        } catch (RuntimeException | Error e) {
            throw new AssertionError("with " + HexFormat.of().formatHex(file), e);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).as(() -> HexFormat.of().formatHex(file)).isLessThan(Duration.ofSeconds(5));
    }

    private static byte[] mutated(byte[] seed, Random random) {
        byte[] file = random.nextInt(3) == 0 ? Arrays.copyOf(seed, random.nextInt(seed.length + 1)) : seed.clone();
        int flips = file.length == 0 ? 0 : random.nextInt(6);
        for (int i = 0; i < flips; i++) {
            // half of them where headers are
            int at = random.nextInt(random.nextBoolean() ? Math.min(64, file.length) : file.length);
            file[at] = (byte) (random.nextBoolean() ? random.nextInt(256) : file[at] ^ 1 << random.nextInt(8));
        }
        return file;
    }
}
