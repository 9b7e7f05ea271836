package dev.docket.watermark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.provenance.ProvenanceReport.MarkState;
import dev.docket.provenance.ProvenanceReport.Watermark;
import dev.docket.starter.OnnxGraph;
import dev.docket.watermark.WatermarkDetector.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With a model of our own that reads the same bits out of every picture; Adobe's models are not here. */
class TrustMarkTest {
    private static final int[][] MINIMAL = {{0x89, 1}, {0x8f, 3}, {0x9d, 5}, {0xf7, 7}, {0xbf, 9}, {0xd5, 11}, {0x83, 13}, {0xef, 15}};

    @TempDir
    private Path folder;

    @Test
    void withoutAModelItIsOff() throws IOException {
        assertThat(new TrustMark().prepare(folder).state()).isEqualTo(State.OFF);
    }

    @Test
    void aModelThatWasPutThereIsAsked() throws Exception {
        model(packet(5, 40, 8, 1));
        try (TrustMark marks = new TrustMark()) {
            assertThat(marks.prepare(folder).state()).isEqualTo(State.READY);
            Watermark mark = marks.find(PaintedPictures.paint(0, 600, 256)).getFirst().mark();
            assertThat(mark.method()).isEqualTo("BCH_SUPER");
            assertThat(mark.matched()).isEqualTo(96);
            assertThat(mark.state()).isEqualTo(MarkState.DETECTED);
        }
    }

    @ParameterizedTest
    @CsvSource({"1,61,5", "2,68,4", "3,75,3", "4,82,2", "5,40,8"})
    void wrongBitsAreMendedAndCounted(int schema, int data, int most) {
        TrustMark marks = new TrustMark();
        Random random = new Random(schema);
        for (int wrong = 0; wrong <= most; wrong++) {
            float[] sent = packet(schema, data, most, schema);
            float[] read = sent.clone();
            random.ints(0, 96).distinct().limit(wrong).forEach(at -> read[at] = -read[at]);

            Watermark mark = marks.found(read).orElseThrow().mark();

            assertThat(mark.matched()).isEqualTo(96 - wrong);
            assertThat(mark.detail()).isEqualTo("data " + bits(sent, data));
            assertThat(mark.state()).isEqualTo(mark.chance() <= 1e-6 ? MarkState.DETECTED : MarkState.POSSIBLE);
            assertThat(mark.state() == MarkState.DETECTED).isEqualTo(mark.matched() >= mark.needed());
        }
    }

    @Test
    void noiseIsNeverDetected() {
        TrustMark marks = new TrustMark();
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            float[] read = new float[100];
            for (int bit = 0; bit < read.length; bit++) {
                read[bit] = random.nextBoolean() ? 1 : -1;
            }
            assertThat(marks.found(read).filter(found -> found.mark().state() == MarkState.DETECTED)).isEmpty();
        }
    }

    @Test
    void whatIsNoModelOfMarksIsRefused() throws IOException {
        Path at = Files.createDirectories(folder.resolve("trustmark"));
        assertThatThrownBy(() -> new TrustMark().prepare(folder)).isInstanceOf(IOException.class).hasMessageContaining("model.onnx");
        Files.write(at.resolve("model.onnx"), new byte[] {(byte) 0x80, 2, 3, 4, 5});
        assertThatThrownBy(() -> new TrustMark().prepare(folder)).hasMessageContaining("pickle");
        Files.write(at.resolve("model.onnx"), new byte[] {1, 2, 3, 4, 5});
        assertThatThrownBy(() -> new TrustMark().prepare(folder)).hasMessageContaining("model.onnx");
        OnnxGraph table = new OnnxGraph("table");
        table.output(table.node("Relu", "out", table.input("in", 3)), 3);
        Files.write(at.resolve("model.onnx"), table.model("test", "", Map.of()).toByteArray());
        assertThatThrownBy(() -> new TrustMark().prepare(folder)).hasMessageContaining("float32 [1,3,S,S]");
    }

    @Test
    void aModelThatGivesOtherNumbersFails() throws Exception {
        model(new float[64]);
        try (TrustMark marks = new TrustMark()) {
            marks.prepare(folder);
            assertThatThrownBy(() -> marks.find(PaintedPictures.paint(0, 256, 256))).isInstanceOf(DetectorException.class).hasMessageContaining("100 numbers");
        }
    }

    /** The picture's mean times nothing, and these. */
    private void model(float[] says) throws IOException {
        OnnxGraph graph = new OnnxGraph("reader");
        graph.input("image", 3, 64, 64);
        graph.floats("nothing", new float[3 * says.length], 3, says.length);
        graph.floats("says", says, says.length);
        graph.node("Flatten", "means", graph.node("GlobalAveragePool", "pooled", "image"));
        graph.node("Add", "output", graph.node("MatMul", "none", "means", "nothing"), "says");
        graph.output("output", says.length);
        Path at = Files.createDirectories(folder.resolve("trustmark"));
        Files.write(at.resolve("model.onnx"), graph.model("test", "", Map.of()).toByteArray());
    }

    /** Data by lot, its check bits by long division, and the schema's number. */
    private static float[] packet(int schema, int data, int most, long seed) {
        Random random = new Random(seed);
        int fill = (8 - data % 8) % 8;
        int check = 96 - data;
        boolean[] generator = {true};
        for (int i = 0; i < most; i++) {
            generator = product(generator, MINIMAL[i][0]);
        }
        boolean[] sent = new boolean[data + fill + check];
        boolean[] rest = new boolean[sent.length];
        for (int i = 0; i < data; i++) {
            sent[i] = rest[i] = random.nextBoolean();
        }
        for (int i = 0; i < data + fill; i++) {
            for (int j = 0; rest[i] && j <= check; j++) {
                // the first is turned last
                rest[i + check - j] ^= generator[check - j];
            }
        }
        System.arraycopy(rest, data + fill, sent, data + fill, check);
        float[] packet = new float[100];
        for (int i = 0; i < 96; i++) {
            packet[i] = sent[i < data ? i : i + fill] ? 3 : -3;
        }
        for (int i = 0; i < 4; i++) {
            packet[96 + i] = (schema >> 3 - i & 1) == 1 ? 3 : -3;
        }
        return packet;
    }

    /** The highest power first. */
    private static boolean[] product(boolean[] a, int b) {
        boolean[] product = new boolean[a.length + 7];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j <= 7; j++) {
                product[i + j] ^= a[i] && (b >> 7 - j & 1) == 1;
            }
        }
        return product;
    }

    private static String bits(float[] packet, int count) {
        StringBuilder bits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            bits.append(packet[i] > 0 ? 1 : 0);
        }
        return bits.toString();
    }
}
