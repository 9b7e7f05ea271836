package dev.docket.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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
            byte[] file = BrokenFiles.of(seeds.get(i % seeds.size()), random);
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
}
