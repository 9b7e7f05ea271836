package dev.docket.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes an Apache Parquet file: plain values without compression, as pictures are compressed already, one page for each
 * column of a row group. Field numbers are those of parquet.thrift in apache/parquet-format. One thread.
 */
final class ParquetFile implements AutoCloseable {
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int PLAIN = 0;
    private static final int RLE = 3;
    /** What is held before it is written; a picture larger than this is a row group by itself. */
    private static final long MAX_GROUP_BYTES = 16L << 20;
    private static final int MAX_GROUP_ROWS = 1000;

    private final OutputStream out;
    private final List<ParquetColumn> columns;
    private final Map<String, String> notes;
    private final List<ThriftStruct> groups = new ArrayList<>();
    private long position;
    private long rows;
    private long held;

    /**
     * @param columns those of a group stand side by side
     * @param notes key and value for the footer
     */
    ParquetFile(OutputStream out, List<ParquetColumn> columns, Map<String, String> notes) throws IOException {
        this.out = out;
        this.columns = columns;
        this.notes = notes;
        emit(MAGIC);
    }

    /** @param values one a column, see {@link ParquetColumn#add} */
    void row(List<?> values) throws IOException {
        for (int i = 0; i < columns.size(); i++) {
            held += columns.get(i).add(values.get(i));
        }
        rows++;
        if (held >= MAX_GROUP_BYTES || columns.getFirst().size() >= MAX_GROUP_ROWS) {
            writeGroup();
        }
    }

    private void writeGroup() throws IOException {
        int count = columns.getFirst().size();
        long start = position;
        List<ThriftStruct> chunks = new ArrayList<>();
        for (ParquetColumn column : columns) {
            chunks.add(chunk(column));
            column.clear();
        }
        groups.add(new ThriftStruct().structs(1, chunks).i64(2, position - start).i64(3, count));
        held = 0;
    }

    private ThriftStruct chunk(ParquetColumn column) throws IOException {
        List<byte[]> page = column.page();
        int size = page.stream().mapToInt(part -> part.length).reduce(0, Math::addExact);
        long start = position;
        emit(new ThriftStruct().i32(1, 0).i32(2, size).i32(3, size)
                .struct(5, new ThriftStruct().i32(1, column.size()).i32(2, PLAIN).i32(3, RLE).i32(4, RLE)).bytes());
        for (byte[] part : page) {
            emit(part);
        }
        ThriftStruct meta = new ThriftStruct().i32(1, column.type().number).i32s(2, List.of(PLAIN, RLE)).texts(3, column.path())
                .i32(4, 0).i64(5, column.size()).i64(6, position - start).i64(7, position - start).i64(9, start);
        return new ThriftStruct().i64(2, start).struct(3, meta);
    }

    private List<ThriftStruct> schema() {
        List<ThriftStruct> elements = new ArrayList<>();
        long top = columns.stream().map(c -> c.path().getFirst()).distinct().count();
        elements.add(new ThriftStruct().text(4, "schema").i32(5, (int) top));
        String group = "";
        for (ParquetColumn column : columns) {
            if (!column.group().equals(group) && !column.group().isEmpty()) {
                long inside = columns.stream().filter(c -> c.group().equals(column.group())).count();
                elements.add(new ThriftStruct().i32(3, 1).text(4, column.group()).i32(5, (int) inside));
            }
            group = column.group();
            elements.add(column.schema());
        }
        return elements;
    }

    /** Writes what waits and the footer. */
    @Override
    public void close() throws IOException {
        try (out) {
            if (columns.getFirst().size() > 0) {
                writeGroup();
            }
            byte[] footer = new ThriftStruct().i32(1, 1).structs(2, schema()).i64(3, rows).structs(4, groups)
                    .structs(5, notes.entrySet().stream().map(e -> new ThriftStruct().text(1, e.getKey()).text(2, e.getValue())).collect(Collectors.toList()))
                    .text(6, "Docket").bytes();
            emit(footer);
            emit(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(footer.length).array());
            emit(MAGIC);
        }
    }

    private void emit(byte[] bytes) throws IOException {
        out.write(bytes);
        position += bytes.length;
    }
}
