package dev.docket.retrain;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.SortedMap;

/**
 * Joins a backbone and a head into one ONNX model: backbone, standardisation (Sub, Mul, Clip), head (Gemm), Sigmoid.
 * Outputs {@code logits} and {@code scores}, float32 [N, labels], and {@code embedding}. The same input gives the same bytes.
 */
public final class HeadOnnx {
    private HeadOnnx() {}

    /**
     * @param backbone an ONNX model whose output {@code embedding} is float32 [N, d]
     * @param prefix of the names of what is added
     * @param metadata goes into the model's metadata_props
     */
    public static byte[] join(byte[] backbone, String embedding, String prefix, LogisticHead head, SortedMap<String, String> metadata) {
        try {
            ModelProto base = ModelProto.parseFrom(backbone);
            ModelProto.Builder model = base.toBuilder().setGraph(graph(base.getGraph(), embedding, prefix, head))
                    .setProducerName("docket").clearMetadataProps();
            for (Map.Entry<String, String> entry : metadata.entrySet()) {
                model.addMetadataProps(StringStringEntryProto.newBuilder().setKey(entry.getKey()).setValue(entry.getValue()));
            }
            return model.build().toByteArray();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("The backbone is no ONNX model", e);
        }
    }

    private static GraphProto graph(GraphProto backbone, String embedding, String prefix, LogisticHead head) {
        int labels = head.labels().size();
        int dimensions = head.standardisation().dimensions();
        return backbone.toBuilder()
                .addInitializer(tensor(prefix + "weight", java.util.Arrays.stream(head.coefficients()).flatMapToDouble(java.util.Arrays::stream).toArray(), labels, dimensions))
                .addInitializer(tensor(prefix + "bias", head.bias(), labels))
                .addInitializer(tensor(prefix + "mean", head.standardisation().mean(), dimensions))
                .addInitializer(tensor(prefix + "scale", head.standardisation().scale(), dimensions))
                .addInitializer(tensor(prefix + "least", new double[] {-Standardisation.MOST}))
                .addInitializer(tensor(prefix + "most", new double[] {Standardisation.MOST}))
                .addNode(NodeProto.newBuilder().setOpType("Sub").setName(prefix + "centre")
                        .addInput(embedding).addInput(prefix + "mean").addOutput(prefix + "centred"))
                .addNode(NodeProto.newBuilder().setOpType("Mul").setName(prefix + "scaled")
                        .addInput(prefix + "centred").addInput(prefix + "scale").addOutput(prefix + "scaled"))
                .addNode(NodeProto.newBuilder().setOpType("Clip").setName(prefix + "clip")
                        .addInput(prefix + "scaled").addInput(prefix + "least").addInput(prefix + "most").addOutput(prefix + "standard"))
                .addNode(NodeProto.newBuilder().setOpType("Gemm").setName(prefix + "gemm")
                        .addInput(prefix + "standard").addInput(prefix + "weight").addInput(prefix + "bias").addOutput("logits")
                        .addAttribute(AttributeProto.newBuilder().setName("transB").setType(AttributeProto.AttributeType.INT).setI(1)))
                .addNode(NodeProto.newBuilder().setOpType("Sigmoid").setName(prefix + "sigmoid").addInput("logits").addOutput("scores"))
                .clearOutput()
                .addOutput(output("logits", labels))
                .addOutput(output("scores", labels))
                .addOutput(output(embedding, dimensions))
                .build();
    }

    private static TensorProto tensor(String name, double[] values, long... shape) {
        ByteBuffer raw = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            raw.putFloat((float) value);
        }
        TensorProto.Builder tensor = TensorProto.newBuilder().setName(name)
                .setDataType(TensorProto.DataType.FLOAT_VALUE).setRawData(ByteString.copyFrom(raw.array()));
        for (long length : shape) {
            tensor.addDims(length);
        }
        return tensor.build();
    }

    private static ValueInfoProto output(String name, int length) {
        TensorShapeProto shape = TensorShapeProto.newBuilder()
                .addDim(TensorShapeProto.Dimension.newBuilder().setDimParam("N"))
                .addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(length)).build();
        return ValueInfoProto.newBuilder().setName(name)
                .setType(TypeProto.newBuilder().setTensorType(
                        TypeProto.Tensor.newBuilder().setElemType(TensorProto.DataType.FLOAT_VALUE).setShape(shape))).build();
    }
}
