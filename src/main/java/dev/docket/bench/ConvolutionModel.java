package dev.docket.bench;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.SplittableRandom;

/**
 * An ONNX model built like the mobile image classifiers: depthwise and pointwise convolutions in turn, the mean of each
 * channel, a matrix. Weights are random, the same on every run. Source of the shape: A. Howard et al., MobileNets, 2017.
 */
final class ConvolutionModel {
    static final String INPUT = "pixel_values";
    static final String OUTPUT = "logits";
    private static final int LABELS = 100;
    /** Channels after each block, and by how much it makes the picture smaller. */
    private static final int[][] BLOCKS = {{64, 1}, {128, 2}, {128, 1}, {256, 2}, {256, 1}, {512, 2}, {512, 1}, {512, 1}, {512, 1}};
    private static final int STEM = 32;

    private final SplittableRandom random = new SplittableRandom(7);
    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("convolutions");
    private int weights;

    private ConvolutionModel() {}

    /** The model's file; its input is float32 [1, 3, side, side]. */
    static byte[] build(int side) {
        return new ConvolutionModel().model(side);
    }

    private byte[] model(int side) {
        graph.addInput(value(INPUT, 1, 3, side, side));
        int channels = STEM;
        String last = convolution(INPUT, 3, STEM, 3, 2, 1);
        for (int[] block : BLOCKS) {
            last = convolution(last, channels, channels, 3, block[1], channels);
            last = convolution(last, channels, block[0], 1, 1, 1);
            channels = block[0];
        }
        node("GlobalAveragePool", "pooled", last);
        node("Flatten", "features", "pooled");
        graph.addNode(NodeProto.newBuilder().setOpType("MatMul").addInput("features").addInput(floats(channels, channels, LABELS)).addOutput(OUTPUT));
        graph.addOutput(value(OUTPUT, 1, LABELS));
        return ModelProto.newBuilder().setIrVersion(8).setProducerName("docket").setGraph(graph)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(13)).build().toByteArray();
    }

    /** A convolution and what is above zero of it. @return the name of the result */
    private String convolution(String input, int from, int to, int kernel, int stride, int groups) {
        String name = "conv" + weights;
        graph.addNode(NodeProto.newBuilder().setOpType("Conv").addInput(input)
                .addInput(floats(from / groups * kernel * kernel, to, from / groups, kernel, kernel)).addOutput(name)
                .addAttribute(integers("kernel_shape", kernel, kernel)).addAttribute(integers("strides", stride, stride))
                .addAttribute(integers("pads", kernel / 2, kernel / 2, kernel / 2, kernel / 2))
                .addAttribute(AttributeProto.newBuilder().setName("group").setType(AttributeProto.AttributeType.INT).setI(groups)));
        return node("Relu", name + "/positive", name);
    }

    private String node(String type, String output, String input) {
        graph.addNode(NodeProto.newBuilder().setOpType(type).addInput(input).addOutput(output));
        return output;
    }

    /** Random weights that keep the size of the values from layer to layer. @return their name */
    private String floats(int inputs, int... shape) {
        int count = java.util.Arrays.stream(shape).reduce(1, Math::multiplyExact);
        ByteBuffer raw = ByteBuffer.allocate(count * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        double most = Math.sqrt(6.0 / inputs);
        for (int i = 0; i < count; i++) {
            raw.putFloat((float) ((2 * random.nextDouble() - 1) * most));
        }
        String name = "weights" + weights++;
        TensorProto.Builder tensor = TensorProto.newBuilder().setName(name)
                .setDataType(TensorProto.DataType.FLOAT_VALUE).setRawData(ByteString.copyFrom(raw.array()));
        for (int length : shape) {
            tensor.addDims(length);
        }
        graph.addInitializer(tensor);
        return name;
    }

    private static AttributeProto integers(String name, int... values) {
        AttributeProto.Builder attribute = AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
        for (int value : values) {
            attribute.addInts(value);
        }
        return attribute.build();
    }

    private static ValueInfoProto value(String name, int... shape) {
        TensorShapeProto.Builder dimensions = TensorShapeProto.newBuilder();
        for (int length : shape) {
            dimensions.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(length));
        }
        return ValueInfoProto.newBuilder().setName(name).setType(TypeProto.newBuilder().setTensorType(
                TypeProto.Tensor.newBuilder().setElemType(TensorProto.DataType.FLOAT_VALUE).setShape(dimensions))).build();
    }
}
