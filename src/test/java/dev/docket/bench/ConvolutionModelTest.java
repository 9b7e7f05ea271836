package dev.docket.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.classify.BareGraph;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConvolutionModelTest {

    private static float[] run(byte[] graph, float brightness) {
        FloatBuffer values = ByteBuffer.allocateDirect(3 * 64 * 64 * Float.BYTES).order(ByteOrder.nativeOrder()).asFloatBuffer();
        for (int i = 0; i < values.capacity(); i++) {
            values.put(i, brightness * (i % 7));
        }
        try (BareGraph model = BareGraph.open(graph, 1)) {
            return model.run(List.of(new BareGraph.Input(ConvolutionModel.INPUT, values, 1, 3, 64, 64)), ConvolutionModel.OUTPUT);
        }
    }

    @Test
    void itsOutputFollowsItsInputAndStaysInTheRangeOfNumbers() {
        byte[] graph = ConvolutionModel.build(64);

        float[] logits = run(graph, 0.1f);

        assertThat(logits).hasSize(100).doesNotContain(Float.NaN, Float.POSITIVE_INFINITY, 0);
        assertThat(run(graph, 0.2f)).isNotEqualTo(logits);
        assertThat(run(graph, 0.1f)).isEqualTo(logits);
    }

    @Test
    void itIsTheSameOnEveryRun() {
        assertThat(ConvolutionModel.build(64)).isEqualTo(ConvolutionModel.build(64));
    }
}
