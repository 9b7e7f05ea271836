package dev.docket.decode.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.docket.decode.DecodedImage;
import dev.docket.decode.GoldenFiles;
import dev.docket.decode.UndecodableImageException;
import dev.docket.decode.UndecodableImageException.State;
import dev.docket.decode.wasm.WasmDecoders;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The decoders in WebAssembly in their locked-in process, as on a system without libraries. */
class SlowWorkersTest {
    private static final String SWITCH = "docket.system-libraries";
    private static final String BEFORE = System.getProperty(SWITCH);

    @BeforeAll
    static void leaveTheSystemsLibrariesAlone() {
        assumeTrue(WasmDecoders.all().size() == 2, "see WasmBuildTest");
        System.setProperty(SWITCH, "off");
    }

    @AfterAll
    static void useThemAgain() {
        if (BEFORE == null) {
            System.clearProperty(SWITCH);
        } else {
            System.setProperty(SWITCH, BEFORE);
        }
    }

    @Test
    void avifAndJpegXlOpenThereAndABrokenFileIsSurvived() throws Exception {
        try (DecodeWorkers workers = new DecodeWorkers()) {
            for (String name : new String[] {"chart-p3.avif", "chart-alpha.avif", "turned.jxl"}) {
                byte[] file = GoldenFiles.read(name);
                assertThatThrownBy(() -> workers.decode(Arrays.copyOf(file, 500))).isInstanceOf(UndecodableImageException.class);

                DecodedImage image = workers.decode(file);

                GoldenFiles.difference(image, GoldenFiles.decoded(name)).isWithin(3, 0.5);
            }
            assertThatThrownBy(() -> workers.decode(GoldenFiles.read("chart.heic")))
                    .hasMessageContaining("install libvips").extracting("state").isEqualTo(State.NO_DECODER);
        }
    }
}
