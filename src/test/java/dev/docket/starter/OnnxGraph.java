package dev.docket.starter;

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
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;

/** An ONNX graph being written, node by node; a tensor is known by its name. Same calls, same bytes. One thread. */
public final class OnnxGraph {
    /** Any ONNX Runtime since 2021 reads it. */
    private static final int OPSET = 13;

    private static final int IR_VERSION = 8;

    private final GraphProto.Builder graph = GraphProto.newBuilder();

    public OnnxGraph(String name) {
        graph.setName(name);
    }

    /** Declares a float32 input whose first dimension is the batch. */
    public String input(String name, int... shape) {
        graph.addInput(value(name, shape));
        return name;
    }

    /** Declares an output whose first dimension is the batch. */
    public void output(String name, int... shape) {
        graph.addOutput(value(name, shape));
    }

    /** Adds a node; returns {@code out}. Attribute values: Long, Float, String or long[]. */
    public String node(String operator, String out, Map<String, Object> attributes, String... inputs) {
        NodeProto.Builder node = NodeProto.newBuilder().setOpType(operator).setName(out).addOutput(out);
        node.addAllInput(List.of(inputs));
        attributes.keySet().stream().sorted().forEach(key -> node.addAttribute(attribute(key, attributes.get(key))));
        graph.addNode(node);
        return out;
    }

    public String node(String operator, String out, String... inputs) {
        return node(operator, out, Map.of(), inputs);
    }

    public String floats(String name, float[] values, long... shape) {
        ByteBuffer raw = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(values);
        return tensor(name, TensorProto.DataType.FLOAT_VALUE, raw.array(), shape);
    }

    public String longs(String name, long... values) {
        ByteBuffer raw = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        raw.asLongBuffer().put(values);
        return tensor(name, TensorProto.DataType.INT64_VALUE, raw.array(), values.length);
    }

    public String bytes(String name, byte[] values, long... shape) {
        return tensor(name, TensorProto.DataType.INT8_VALUE, values, shape);
    }

    public String scalar(String name, float value) {
        return floats(name, new float[] {value});
    }

    public ModelProto model(String producer, String documentation, Map<String, String> metadata) {
        ModelProto.Builder model = ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .setProducerName(producer)
                .setDocString(documentation)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPSET))
                .setGraph(graph);
        metadata.keySet().stream().sorted().forEach(key -> model.addMetadataProps(
                StringStringEntryProto.newBuilder().setKey(key).setValue(metadata.get(key))));
        return model.build();
    }

    private String tensor(String name, int type, byte[] raw, long... shape) {
        TensorProto.Builder tensor = TensorProto.newBuilder().setName(name).setDataType(type).setRawData(ByteString.copyFrom(raw));
        for (long dimension : shape) {
            tensor.addDims(dimension);
        }
        graph.addInitializer(tensor);
        return name;
    }

    private static ValueInfoProto value(String name, int... shape) {
        TensorShapeProto.Builder dimensions = TensorShapeProto.newBuilder()
                .addDim(TensorShapeProto.Dimension.newBuilder().setDimParam("N"));
        for (int dimension : shape) {
            dimensions.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(dimension));
        }
        TypeProto.Tensor.Builder tensor = TypeProto.Tensor.newBuilder().setElemType(TensorProto.DataType.FLOAT_VALUE).setShape(dimensions);
        return ValueInfoProto.newBuilder().setName(name).setType(TypeProto.newBuilder().setTensorType(tensor)).build();
    }

    private static AttributeProto attribute(String name, Object value) {
        AttributeProto.Builder attribute = AttributeProto.newBuilder().setName(name);
        switch (value) {
            case Long number -> attribute.setType(AttributeProto.AttributeType.INT).setI(number);
            case Float number -> attribute.setType(AttributeProto.AttributeType.FLOAT).setF(number);
            case String text -> attribute.setType(AttributeProto.AttributeType.STRING).setS(ByteString.copyFromUtf8(text));
            case long[] numbers -> {
                attribute.setType(AttributeProto.AttributeType.INTS);
                for (long number : numbers) {
                    attribute.addInts(number);
                }
            }
            default -> throw new IllegalArgumentException("No attribute of " + value.getClass());
        }
        return attribute.build();
    }
}
