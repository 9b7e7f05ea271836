package dev.docket.export;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A column of a Parquet file and its values that are not written yet. Every column may be empty, as loaders that compare
 * schemas expect it; one in a group may be empty with its group or by itself.
 */
final class ParquetColumn {
    /** In place of a value: its whole group is empty. */
    static final Object NO_GROUP = new Object();

    /** Physical types, by the numbers of the format. */
    enum Type {
        FLAG(0), INT32(1), INT64(2), DOUBLE(5), TEXT(6), BYTES(6);

        final int number;

        Type(int number) {
            this.number = number;
        }
    }

    private final String group;
    private final String name;
    private final Type type;
    private final List<Object> values = new ArrayList<>();
    private final List<Integer> levels = new ArrayList<>();

    /** @param group empty text for none */
    ParquetColumn(String group, String name, Type type) {
        this.group = group;
        this.name = name;
        this.type = type;
    }

    String group() {
        return group;
    }

    Type type() {
        return type;
    }

    List<String> path() {
        return group.isEmpty() ? List.of(name) : List.of(group, name);
    }

    /** How deep a value that is there lies: one for the column, one for its group. */
    private int deepest() {
        return group.isEmpty() ? 1 : 2;
    }

    /**
     * @param value of the type's class; null for none, {@link #NO_GROUP} for no group
     * @return bytes it takes in memory, about
     */
    long add(Object value) {
        if (value == NO_GROUP || value == null) {
            levels.add(value == null ? deepest() - 1 : 0);
            return 1;
        }
        levels.add(deepest());
        Object kept = value instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : value;
        values.add(kept);
        return kept instanceof byte[] bytes ? bytes.length + 4L : 8;
    }

    ThriftStruct schema() {
        ThriftStruct element = new ThriftStruct().i32(1, type.number).i32(3, 1).text(4, name);
        return type == Type.TEXT ? element.i32(6, 0).struct(10, new ThriftStruct().struct(1, new ThriftStruct())) : element;
    }

    /** Number of values that wait, empty ones among them. */
    int size() {
        return levels.size();
    }

    /** The waiting values as the body of one page of version 1, in parts, big values uncopied. */
    List<byte[]> page() {
        List<byte[]> parts = new ArrayList<>();
        parts.add(levelsPart());
        if (type == Type.FLAG) {
            parts.add(flags());
        } else {
            for (Object value : values) {
                if (value instanceof byte[] bytes) {
                    parts.add(little(4).putInt(bytes.length).array());
                    parts.add(bytes);
                } else {
                    parts.add(number((Number) value));
                }
            }
        }
        return parts;
    }

    void clear() {
        values.clear();
        levels.clear();
    }

    private byte[] number(Number value) {
        return switch (type) {
            case INT32 -> little(4).putInt(value.intValue()).array();
            case INT64 -> little(8).putLong(value.longValue()).array();
            default -> little(8).putDouble(value.doubleValue()).array();
        };
    }

    private byte[] flags() {
        byte[] bits = new byte[(values.size() + 7) / 8];
        for (int i = 0; i < values.size(); i++) {
            if ((Boolean) values.get(i)) {
                bits[i / 8] |= (byte) (1 << i % 8);
            }
        }
        return bits;
    }

    /** Definition levels: their length, then runs of (count, level). */
    private byte[] levelsPart() {
        var runs = new java.io.ByteArrayOutputStream();
        for (int start = 0, end; start < levels.size(); start = end) {
            for (end = start + 1; end < levels.size() && levels.get(end).equals(levels.get(start)); end++) {
                // the run goes on
            }
            int header = end - start << 1;
            while (header > 0x7f) {
                runs.write(header & 0x7f | 0x80);
                header >>>= 7;
            }
            runs.write(header);
            runs.write(levels.get(start));
        }
        return little(4 + runs.size()).putInt(runs.size()).put(runs.toByteArray()).array();
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
