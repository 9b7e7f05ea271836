package dev.docket.export;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A struct in Thrift's compact protocol, in which Parquet keeps its metadata: fields by ascending number, integers as
 * zigzag varints (Apache Thrift, doc/specs/thrift-compact-protocol.md). One thread.
 */
final class ThriftStruct {
    private static final int I32 = 5;
    private static final int I64 = 6;
    private static final int BINARY = 8;
    private static final int LIST = 9;
    private static final int STRUCT = 12;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int last;

    ThriftStruct i32(int field, int value) {
        header(field, I32);
        varint((long) value << 1 ^ value >> 31);
        return this;
    }

    ThriftStruct i64(int field, long value) {
        header(field, I64);
        varint(value << 1 ^ value >> 63);
        return this;
    }

    ThriftStruct text(int field, String value) {
        header(field, BINARY);
        binary(value);
        return this;
    }

    ThriftStruct struct(int field, ThriftStruct value) {
        header(field, STRUCT);
        out.writeBytes(value.bytes());
        return this;
    }

    ThriftStruct structs(int field, List<ThriftStruct> values) {
        list(field, STRUCT, values.size());
        values.forEach(value -> out.writeBytes(value.bytes()));
        return this;
    }

    ThriftStruct texts(int field, List<String> values) {
        list(field, BINARY, values.size());
        values.forEach(this::binary);
        return this;
    }

    ThriftStruct i32s(int field, List<Integer> values) {
        list(field, I32, values.size());
        values.forEach(value -> varint((long) value << 1 ^ value >> 31));
        return this;
    }

    /** With the stop field. */
    byte[] bytes() {
        byte[] fields = out.toByteArray();
        return java.util.Arrays.copyOf(fields, fields.length + 1);
    }

    private void list(int field, int type, int size) {
        header(field, LIST);
        if (size < 15) {
            out.write(size << 4 | type);
        } else {
            out.write(0xf0 | type);
            varint(size);
        }
    }

    /** Fields of a footer lie at most 15 apart. */
    private void header(int field, int type) {
        out.write(field - last << 4 | type);
        last = field;
    }

    private void binary(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        varint(utf8.length);
        out.writeBytes(utf8);
    }

    private void varint(long value) {
        long left = value;
        while ((left & ~0x7fL) != 0) {
            out.write((int) (left & 0x7f | 0x80));
            left >>>= 7;
        }
        out.write((int) left);
    }
}
