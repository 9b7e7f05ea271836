package dev.docket.decode.wasm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Fails where the build had no npm, so that nobody ships a Docket without these readers unawares. */
class WasmBuildTest {

    @Test
    void theBuildBroughtTheReadersOfAvifAndJpegXl() {
        assertThat(WasmDecoders.all()).as("readers of AVIF and JPEG XL: install npm and build again").hasSize(2);
    }

    @Test
    void aProcessWithoutItsFlagsKnowsIt() {
        assertThat(WasmDecoders.missingFlags()).isEqualTo(WasmDecoders.JVM_FLAGS);
    }
}
