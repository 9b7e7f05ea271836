package dev.docket.decode.wasm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.docket.decode.FormatDecoders;
import dev.docket.decode.GoldenFiles;
import dev.docket.decode.UndecodableImageException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** AVIF and JPEG XL files broken on purpose. As many of each as {@code -Ddocket.mutations.wasm=N} says, 6 unless told. */
class MutatedWasmFilesTest {
    private static final int MUTATIONS = Integer.getInteger("docket.mutations.wasm", 6);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final FormatDecoders decoder = new FormatDecoders(WasmDecoders.all());

    @Test
    void aBrokenFileIsRefusedOrShownAndNeverHangs() throws Exception {
        assumeTrue(WasmDecoders.all().size() == 2, "see WasmBuildTest");
        Random random = new Random(11);
        for (String name : List.of("chart-10bit.avif", "chart-alpha.avif", "chart.jxl", "chart-lossless.jxl")) {
            byte[] seed = GoldenFiles.read(name);
            for (int i = 0; i < Math.ceilDiv(MUTATIONS, 2); i++) {
                refusedOrShown(mutated(seed, random));
            }
        }
    }

    private void refusedOrShown(byte[] file) {
        long start = System.nanoTime();
        try {
            decoder.view(file, 64);
        } catch (UndecodableImageException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        } catch (RuntimeException | Error e) {
            throw new AssertionError("with " + HexFormat.of().formatHex(file), e);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).as(() -> HexFormat.of().formatHex(file)).isLessThan(LONGEST);
    }

    /** Mostly behind the header, which is tested on its own. */
    private static byte[] mutated(byte[] seed, Random random) {
        byte[] file = seed.clone();
        for (int i = random.nextInt(1, 5); i > 0; i--) {
            int at = random.nextInt(4) == 0 ? random.nextInt(file.length) : random.nextInt(file.length / 3, file.length);
            file[at] = (byte) random.nextInt(256);
        }
        return file;
    }
}
