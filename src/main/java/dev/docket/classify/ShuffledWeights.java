package dev.docket.classify;

import dev.docket.registry.ModelParts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A model's files with the weights of its graph in another order: the same graph that has learned nothing. An explanation that stays the same under it does not
 * show what the model learned (Adebayo and others 2018, arXiv 1810.03292). Whatever is not a weight keeps its bytes, so that the file stays as long as it is.
 */
record ShuffledWeights(ModelParts parts, String model) implements ModelParts {
    /** Larger ones are not held in memory for it. */
    static final long LARGEST = 64L << 20;
    private static final long SEED = 20_181_008L;
    private static final int GRAPH = 7;
    private static final int INITIALIZER = 5;
    private static final int TYPE = 2;
    private static final int FLOATS = 4;
    private static final int RAW = 9;
    private static final int FLOAT = 1;

    @Override
    public String place() {
        return parts.place();
    }

    @Override
    public List<String> names() throws IOException {
        return parts.names();
    }

    @Override
    public boolean has(String name) {
        return parts.has(name);
    }

    @Override
    public long size(String name) throws IOException {
        return parts.size(name);
    }

    @Override
    public InputStream open(String name) throws IOException {
        return name.equals(model) ? new ByteArrayInputStream(shuffled(parts.read(name))) : parts.open(name);
    }

    /** Shuffles in place. @param onnx a ModelProto, as {@code onnx.proto} has it; of one that is not one the bytes are left as they are from there on */
    static byte[] shuffled(byte[] onnx) {
        SplittableRandom random = new SplittableRandom(SEED);
        fields(onnx, 0, onnx.length, (field, from, to) -> {
            if (field == GRAPH) {
                fields(onnx, from, to, (inGraph, start, end) -> {
                    if (inGraph == INITIALIZER) {
                        tensor(onnx, start, end, random);
                    }
                });
            }
        });
        return onnx;
    }

    private static void tensor(byte[] onnx, int from, int to, SplittableRandom random) {
        int[] type = {0};
        numbers(onnx, from, to, type);
        if (type[0] == FLOAT) {
            fields(onnx, from, to, (field, start, end) -> {
                if (field == RAW || field == FLOATS) {
                    shuffle(onnx, start, (end - start) / Float.BYTES, random);
                }
            });
        }
    }

    private static void shuffle(byte[] bytes, int start, int floats, SplittableRandom random) {
        for (int i = floats - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            for (int b = 0; b < Float.BYTES; b++) {
                byte swap = bytes[start + i * Float.BYTES + b];
                bytes[start + i * Float.BYTES + b] = bytes[start + j * Float.BYTES + b];
                bytes[start + j * Float.BYTES + b] = swap;
            }
        }
    }

    private interface Field {
        /** @param from of its content, to its end */
        void found(int field, int from, int to);
    }

    /** Fields of a message that are counted in bytes; the others are passed over. */
    private static void fields(byte[] onnx, int from, int to, Field each) {
        walk(onnx, from, to, each, null);
    }

    /** The tensor's type. */
    private static void numbers(byte[] onnx, int from, int to, int[] type) {
        walk(onnx, from, to, (_, _, _) -> {}, type);
    }

    private static void walk(byte[] onnx, int from, int to, Field each, int[] type) {
        int[] at = {from};
        while (at[0] < to) {
            long tag = number(onnx, at, to);
            int field = (int) (tag >>> 3);
            switch ((int) (tag & 7)) {
                case 0 -> {
                    long value = number(onnx, at, to);
                    if (type != null && field == TYPE) {
                        type[0] = (int) value;
                    }
                }
                case 1 -> at[0] += Long.BYTES;
                case 2 -> {
                    long length = number(onnx, at, to);
                    if (length < 0 || length > to - at[0]) {
                        return;
                    }
                    each.found(field, at[0], at[0] + (int) length);
                    at[0] += (int) length;
                }
                case 5 -> at[0] += Integer.BYTES;
                default -> {
                    return;
                }
            }
        }
    }

    private static long number(byte[] onnx, int[] at, int to) {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE && at[0] < to; shift += 7) {
            byte next = onnx[at[0]++];
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
        at[0] = to;
        return -1;
    }
}
