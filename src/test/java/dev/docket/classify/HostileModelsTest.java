package dev.docket.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import dev.docket.registry.ModelParts;
import dev.docket.starter.OnnxGraph;
import java.io.RandomAccessFile;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models made to do harm, by our own code: each is refused or stopped with a reason, and this process goes on. */
class HostileModelsTest {
    private static final ConfinedGraph.Limits SHORT = new ConfinedGraph.Limits(Duration.ofSeconds(60), Duration.ofSeconds(30), Duration.ofSeconds(2));

    @TempDir
    private Path folder;

    @BeforeEach
    void aModelsFolder() throws Exception {
        TinyModel.write(folder);
    }

    @Test
    void anEndlessLoopIsStoppedEachTimeAndPutOutOfUseAtLast() throws Exception {
        Files.write(folder.resolve("model.onnx"), endless());
        try (Graph graph = Graphs.open(ModelParts.in(folder), "model.onnx", 1, SHORT)) {
            assertThat(graph).isInstanceOf(ConfinedGraph.class);
            int runs = 0;
            for (; graph.outOfUse().isEmpty() && runs < 7; runs++) {
                assertThatThrownBy(() -> graph.run(grey(), "logits")).isInstanceOf(ScoringException.class)
                        .hasMessageContaining("stopped after 2 s at one picture, the longest any model is given");
            }
            assertThat(runs).as("three, or up to six where the machine is busy").isBetween(3, 6);
            assertThat(graph.outOfUse()).get().asString().startsWith("out of use after failing time and again");
            long before = System.nanoTime();
            assertThatThrownBy(() -> graph.run(grey(), "logits")).hasMessageContaining("out of use");
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));
        }
    }

    @Test
    void aModelThatWantsMoreMemoryThanItIsGivenIsRefused() throws Exception {
        // four thousand million numbers out of a file of some hundred bytes
        OnnxGraph graph = new OnnxGraph("huge");
        graph.input("pixel_values", 3, 32, 32);
        graph.longs("shape", 1, 3, 1_333_333_333L);
        graph.node("ConstantOfShape", "room", "shape");
        graph.node("ReduceMean", "logits", Map.of("axes", new long[] {2}, "keepdims", 0L), "room");
        graph.output("logits", 3);
        Files.write(folder.resolve("model.onnx"), graph.model("test", "", Map.of()).toByteArray());
        assertThatThrownBy(() -> ModelFolder.check(ModelParts.in(folder), Instant.EPOCH)).isInstanceOf(ModelRejectedException.class).hasMessageContaining("model.onnx");
    }

    @Test
    void anInitialiserThatClaimsMoreThanItHoldsIsRefused() throws Exception {
        ModelProto.Builder model = ModelProto.parseFrom(TinyModel.onnx(3)).toBuilder();
        model.getGraphBuilder().getInitializerBuilder(0).clearDims().addDims(1L << 30).addDims(1L << 30);
        Files.write(folder.resolve("model.onnx"), model.build().toByteArray());
        assertThatThrownBy(() -> ModelFolder.check(ModelParts.in(folder), Instant.EPOCH)).isInstanceOf(ModelRejectedException.class)
                .hasMessageStartingWith("model.onnx");
    }

    @Test
    void wrongShapesAreToldByTheTensor() throws Exception {
        Files.write(folder.resolve("model.onnx"), TinyModel.onnx(1));
        assertThatThrownBy(() -> ModelFolder.check(ModelParts.in(folder), Instant.EPOCH)).hasMessageContaining("input pixel_values is float32[?,1,32,32]");
        OnnxGraph graph = new OnnxGraph("two");
        graph.input("pixel_values", 3, 32, 32);
        graph.floats("matrix", new float[6], 3, 2);
        graph.node("Flatten", "means", graph.node("GlobalAveragePool", "pooled", "pixel_values"));
        graph.node("MatMul", "two", "means", "matrix");
        graph.node("Concat", "logits", Map.of("axis", 1L), "two", "two");
        graph.output("logits", 4);
        Files.write(folder.resolve("model.onnx"), graph.model("test", "", Map.of()).toByteArray());
        assertThatThrownBy(() -> ModelFolder.check(ModelParts.in(folder), Instant.EPOCH)).hasMessageContaining("gives 4 numbers a picture");
    }

    @Test
    void weightsInAnotherFileAreRefusedBeforeAnythingRuns() throws Exception {
        ModelProto.Builder model = ModelProto.parseFrom(TinyModel.onnx(3)).toBuilder();
        model.getGraphBuilder().getInitializerBuilder(0).setDataLocation(TensorProto.DataLocation.EXTERNAL)
                .addExternalData(StringStringEntryProto.newBuilder().setKey("location").setValue("../../etc/passwd"));
        Files.write(folder.resolve("model.onnx"), model.build().toByteArray());
        assertThatThrownBy(() -> ModelFolder.check(ModelParts.in(folder), Instant.EPOCH)).hasMessageContaining("keeps weights in another file");
    }

    @Test
    void anOperatorThatOnnxRuntimeHasNotIsRefused() throws Exception {
        ModelProto.Builder model = ModelProto.parseFrom(TinyModel.onnx(3)).toBuilder();
        model.addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("evil.example").setVersion(1));
        model.getGraphBuilder().getNodeBuilder(0).setDomain("evil.example").setOpType("RunThis");
        Files.write(folder.resolve("model.onnx"), model.build().toByteArray());
        assertThatThrownBy(() -> ModelFolder.check(ModelParts.in(folder), Instant.EPOCH)).isInstanceOf(ModelRejectedException.class)
                .hasMessageContaining("cannot be opened by ONNX Runtime").hasMessageContaining("evil.example");
    }

    @Test
    void aFileOfTwoGigabytesIsRefusedByItsSize() throws Exception {
        try (RandomAccessFile file = new RandomAccessFile(folder.resolve("model.onnx").toFile(), "rw")) {
            file.setLength(2L << 30);
        }
        assertThatThrownBy(() -> ModelFolder.check(ModelParts.in(folder), Instant.EPOCH)).hasMessage("model.onnx is larger than 1 GB");
    }

    @Test
    void aKilledProcessIsReplacedAndNothingOfItIsLeft() throws Exception {
        try (Graph graph = Graphs.open(ModelParts.in(folder), "model.onnx", 1, SHORT)) {
            ConfinedGraph confined = (ConfinedGraph) graph;
            float[] alone = graph.run(grey(), "logits");
            long first = confined.pid().orElseThrow();
            ProcessHandle.of(first).orElseThrow().destroyForcibly();
            ProcessHandle.of(first).ifPresent(process -> process.onExit().join());
            assertThatThrownBy(() -> graph.run(grey(), "logits")).isInstanceOf(ScoringException.class).hasMessageContaining("broke its process");
            assertThat(graph.run(grey(), "logits")).isEqualTo(alone);
            assertThat(confined.pid().orElseThrow()).isNotEqualTo(first);
            assertThat(graph.outOfUse()).isEmpty();
        }
    }

    @Test
    void aFileThatChangesBetweenTwoProcessesIsNotRun() throws Exception {
        try (Graph graph = Graphs.open(ModelParts.in(folder), "model.onnx", 1, SHORT)) {
            ConfinedGraph confined = (ConfinedGraph) graph;
            Files.write(folder.resolve("model.onnx"), TinyModel.withScores());
            ProcessHandle process = ProcessHandle.of(confined.pid().orElseThrow()).orElseThrow();
            process.destroyForcibly();
            process.onExit().join();
            assertThatThrownBy(() -> graph.run(grey(), "logits")).isInstanceOf(ScoringException.class);
            assertThatThrownBy(() -> graph.run(grey(), "logits")).hasMessageContaining("changed since it was opened");
            assertThat(graph.outOfUse()).isPresent();
        }
    }

    @Test
    void theModelThatShipsRunsHereAndOneByteMoreRunsElsewhere() throws Exception {
        byte[] shipped = StarterModel.resource("model.onnx");
        try (Graph own = Graphs.open(ModelParts.of("shipped", Map.of("model.onnx", shipped)), "model.onnx", 1)) {
            assertThat(own).isInstanceOf(SessionGraph.class);
        }
        // an empty documentation string: the same model, other bytes
        byte[] other = java.util.Arrays.copyOf(shipped, shipped.length + 2);
        other[shipped.length] = 6 << 3 | 2;
        try (Graph confined = Graphs.open(ModelParts.of("other", Map.of("model.onnx", other)), "model.onnx", 1)) {
            assertThat(confined).isInstanceOf(ConfinedGraph.class);
            assertThat(confined.outputs()).containsKey("scores");
        }
    }

    private static Map<String, Preprocessor.Pixels> grey() {
        return Map.of("pixel_values", new Preprocessor.Pixels(new long[] {1, 3, 32, 32}, FloatBuffer.allocate(3 * 32 * 32)));
    }

    /** Adds one to the logits, 2^63 - 1 times. */
    private static byte[] endless() {
        OnnxGraph graph = new OnnxGraph("endless");
        graph.input("pixel_values", 3, 32, 32);
        graph.longs("trips", Long.MAX_VALUE);
        graph.node("Flatten", "means", graph.node("GlobalAveragePool", "pooled", "pixel_values"));
        graph.output("logits", 3);
        ModelProto.Builder model = graph.model("test", "", Map.of()).toBuilder();
        model.getGraphBuilder().getInitializerBuilder(0).clearDims();
        model.getGraphBuilder().addInitializer(TensorProto.newBuilder().setName("yes").setDataType(TensorProto.DataType.BOOL_VALUE)
                .setRawData(com.google.protobuf.ByteString.copyFrom(new byte[] {1})));
        GraphProto body = GraphProto.newBuilder().setName("body")
                .addInput(value("trip", TensorProto.DataType.INT64_VALUE, 0)).addInput(value("go_on", TensorProto.DataType.BOOL_VALUE, 0)).addInput(value("so_far", TensorProto.DataType.FLOAT_VALUE, 2))
                .addInitializer(TensorProto.newBuilder().setName("one").setDataType(TensorProto.DataType.FLOAT_VALUE).addFloatData(1))
                .addNode(NodeProto.newBuilder().setOpType("Identity").addInput("go_on").addOutput("still"))
                .addNode(NodeProto.newBuilder().setOpType("Add").addInput("so_far").addInput("one").addOutput("more"))
                .addOutput(value("still", TensorProto.DataType.BOOL_VALUE, 0)).addOutput(value("more", TensorProto.DataType.FLOAT_VALUE, 2)).build();
        model.getGraphBuilder().addNode(NodeProto.newBuilder().setOpType("Loop").addInput("trips").addInput("yes").addInput("means").addOutput("logits")
                .addAttribute(AttributeProto.newBuilder().setName("body").setType(AttributeProto.AttributeType.GRAPH).setG(body)));
        return model.build().toByteArray();
    }

    private static ValueInfoProto value(String name, int type, int rank) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        for (int i = 0; i < rank; i++) {
            shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimParam("d" + i));
        }
        return ValueInfoProto.newBuilder().setName(name).setType(TypeProto.newBuilder().setTensorType(TypeProto.Tensor.newBuilder().setElemType(type).setShape(shape))).build();
    }
}
