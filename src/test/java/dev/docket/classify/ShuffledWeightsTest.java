package dev.docket.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ShuffledWeightsTest {

    @Test
    void theSameGraphGivesOtherNumbersAndStaysAsLongAsItIs() throws Exception {
        byte[] graph = ForensicBackbone.graph();
        byte[] shuffled = ShuffledWeights.shuffled(graph.clone());

        assertThat(shuffled).hasSameSizeAs(graph).isNotEqualTo(graph);
        assertThat(sorted(shuffled)).as("the same bytes in another order").isEqualTo(sorted(graph));
        assertThat(embedding(shuffled)).isNotEqualTo(embedding(graph));
        assertThat(ShuffledWeights.shuffled(graph.clone())).as("always the same order").isEqualTo(shuffled);
    }

    @Test
    void whatIsNoModelIsLeftAsItIs() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 2000; i++) {
            byte[] bytes = new byte[random.nextInt(80)];
            random.nextBytes(bytes);
            assertThat(sorted(ShuffledWeights.shuffled(bytes.clone()))).isEqualTo(sorted(bytes));
        }
    }

    @Test
    void mapsInTheSameOrderAreTheSameMap() {
        HeatMap map = map(9, 5, 3, 1);

        assertThat(HeatCheck.showsTheModel(map, map)).isFalse();
        assertThat(HeatCheck.showsTheModel(map, map(4, 3, 2, 1))).as("weaker, in the same order").isFalse();
        assertThat(HeatCheck.showsTheModel(map, map(1, 3, 5, 9))).isTrue();
        assertThat(HeatCheck.showsTheModel(map, map(0, 0, 0, 0))).as("a flat one has no order").isTrue();
    }

    private static HeatMap map(float... drops) {
        return new HeatMap(2, 2, drops, 0.5, 5);
    }

    private static byte[] sorted(byte[] bytes) {
        byte[] copy = bytes.clone();
        Arrays.sort(copy);
        return copy;
    }

    private static float[] embedding(byte[] graph) throws Exception {
        try (BareGraph open = BareGraph.open(graph, 1)) {
            return open.run(List.of(grey("image", 1, 3, 256, 256), grey("tiles", 1, 4, 3, 128, 128)), ForensicBackbone.EMBEDDING);
        }
    }

    private static BareGraph.Input grey(String name, long... shape) {
        int count = (int) Arrays.stream(shape).reduce(1, Math::multiplyExact);
        FloatBuffer values = ByteBuffer.allocateDirect(count * Float.BYTES).order(ByteOrder.nativeOrder()).asFloatBuffer();
        for (int i = 0; i < count; i++) {
            values.put(i % 251 / 251f);
        }
        return new BareGraph.Input(name, values.flip(), shape);
    }
}
