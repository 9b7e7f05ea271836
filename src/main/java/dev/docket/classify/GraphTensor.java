package dev.docket.classify;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a graph takes or gives.
 *
 * @param type such as {@code float32}; empty text for what is no tensor
 * @param shape lengths; -1 where any will do
 */
record GraphTensor(String type, List<Long> shape) {
    GraphTensor {
        shape = List.copyOf(shape);
    }

    boolean isFloat() {
        return type.equals("float32");
    }

    /** {@code float32[?,3,224,224]}. */
    @Override
    public String toString() {
        return type + dimensions(shape);
    }

    static String dimensions(List<Long> shape) {
        return shape.stream().map(length -> length < 0 ? "?" : Long.toString(length)).collect(Collectors.joining(",", "[", "]"));
    }
}
