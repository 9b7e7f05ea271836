package dev.docket.classify;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the parent and a model's process say to each other: a magic number, a word for what follows, the number of the question, then the rest.
 * Numbers are big-endian but for floats. Every length is bounded before anything is made of it.
 */
final class GraphFrames {
    static final int MAGIC = 0x444B4D47;
    static final int OPEN = 1;
    static final int RUN = 2;
    static final int READY = 3;
    static final int OPENED = 4;
    static final int GIVEN = 5;
    static final int REFUSED = 6;

    /** Of a graph, of either kind. */
    private static final int MOST_TENSORS = 64;
    private static final int MOST_RANK = 16;
    /** In one tensor: a picture of 4096 x 4096 in three channels. */
    private static final int MOST_NUMBERS = 3 << 24;
    private static final int LONGEST_TEXT = 1000;

    private GraphFrames() {}

    static void head(DataOutputStream out, int word, long number) throws IOException {
        out.writeInt(MAGIC);
        out.writeInt(word);
        out.writeLong(number);
    }

    /** @return the word. @throws IOException for anything else than the answer to this question */
    static int head(DataInputStream in, long number) throws IOException {
        if (in.readInt() != MAGIC) {
            throw new IOException("no answer");
        }
        int word = in.readInt();
        if (in.readLong() != number) {
            throw new IOException("the answer to another question");
        }
        return word;
    }

    static void text(DataOutputStream out, String text) throws IOException {
        String plain = text == null ? "" : text;
        out.writeUTF(plain.substring(0, Math.min(plain.length(), LONGEST_TEXT)));
    }

    /** One line of plain text: the process may be in foreign hands. */
    static String text(DataInputStream in) throws IOException {
        String text = in.readUTF().replaceAll("[\\p{Cntrl}\\p{Cf}]", " ").strip();
        return text.substring(0, Math.min(text.length(), LONGEST_TEXT));
    }

    static void tensors(DataOutputStream out, Map<String, GraphTensor> tensors) throws IOException {
        out.writeInt(tensors.size());
        for (Map.Entry<String, GraphTensor> each : tensors.entrySet()) {
            out.writeUTF(each.getKey());
            out.writeUTF(each.getValue().type());
            out.writeInt(each.getValue().shape().size());
            for (long length : each.getValue().shape()) {
                out.writeLong(length);
            }
        }
    }

    static Map<String, GraphTensor> tensors(DataInputStream in) throws IOException {
        Map<String, GraphTensor> tensors = new LinkedHashMap<>();
        int count = bounded(in.readInt(), MOST_TENSORS, "tensors");
        for (int i = 0; i < count; i++) {
            String name = in.readUTF();
            String type = in.readUTF();
            List<Long> shape = new ArrayList<>();
            int rank = bounded(in.readInt(), MOST_RANK, "dimensions");
            for (int d = 0; d < rank; d++) {
                shape.add(in.readLong());
            }
            tensors.put(name, new GraphTensor(type, shape));
        }
        return tensors;
    }

    static void numbers(DataOutputStream out, FloatBuffer values) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(values.remaining() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values.duplicate());
        out.writeInt(values.remaining());
        out.write(bytes.array());
    }

    static float[] numbers(DataInputStream in) throws IOException {
        int count = bounded(in.readInt(), MOST_NUMBERS, "numbers");
        byte[] bytes = new byte[count * Float.BYTES];
        in.readFully(bytes);
        float[] values = new float[count];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return values;
    }

    static int bounded(int count, int most, String what) throws IOException {
        if (count < 0 || count > most) {
            throw new IOException(count + " " + what);
        }
        return count;
    }
}
