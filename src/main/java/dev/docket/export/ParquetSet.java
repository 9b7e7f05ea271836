package dev.docket.export;

import dev.docket.storage.CanonicalJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * {@code data/train-00000-of-00001.parquet}: every row of a split, its picture in the column {@code image}, a struct of
 * bytes and path as Hugging Face's {@code datasets} has it, and what columns are in the footer's {@code huggingface}.
 */
final class ParquetSet implements SetWriter {
    private final boolean inside;

    /** @param inside whether the pictures' bytes are in it; else only their paths */
    ParquetSet(boolean inside) {
        this.inside = inside;
    }

    static String file(Split split) {
        return "data/" + split.word() + "-00000-of-00001.parquet";
    }

    @Override
    public void write(OutgoingRows rows, SetFiles files) throws IOException {
        SortedMap<String, Integer> classes = rows.classes();
        for (Split split : rows.splits()) {
            try (ParquetFile file = new ParquetFile(files.create(file(split)), columns(), Map.of("huggingface", features(classes)))) {
                rows.of(split, outgoing -> file.row(values(outgoing, classes, files)));
            }
        }
    }

    private List<Object> values(Outgoing outgoing, Map<String, Integer> classes, SetFiles files) throws IOException {
        List<Object> values = new ArrayList<>();
        if (outgoing.picture().isPresent()) {
            Outgoing.Picture picture = outgoing.pictured();
            values.add(inside ? files.picture(picture.address(), picture.bytes()) : null);
            values.add(outgoing.row().fileName() == null ? picture.name() : outgoing.row().fileName());
        } else {
            values.add(ParquetColumn.NO_GROUP);
            values.add(ParquetColumn.NO_GROUP);
        }
        values.add(classes.get(outgoing.row().label()));
        RowColumn.ALL.forEach(column -> values.add(column.of(outgoing.row())));
        return values;
    }

    private static List<ParquetColumn> columns() {
        List<ParquetColumn> columns = new ArrayList<>(List.of(
                new ParquetColumn("image", "bytes", ParquetColumn.Type.BYTES), new ParquetColumn("image", "path", ParquetColumn.Type.TEXT),
                new ParquetColumn("", "label_class", ParquetColumn.Type.INT64)));
        RowColumn.ALL.forEach(column -> columns.add(new ParquetColumn("", column.name(), switch (column.kind()) {
            case TEXT, JSON -> ParquetColumn.Type.TEXT;
            case WHOLE -> ParquetColumn.Type.INT32;
            case REAL -> ParquetColumn.Type.DOUBLE;
            case FLAG -> ParquetColumn.Type.FLAG;
        })));
        return columns;
    }

    private static String features(SortedMap<String, Integer> classes) {
        Map<String, Object> features = new TreeMap<>();
        features.put("image", Map.of("_type", "Image"));
        features.put("label_class", Map.of("_type", "ClassLabel", "names", List.copyOf(classes.keySet())));
        RowColumn.ALL.forEach(column -> features.put(column.name(), Map.of("_type", "Value", "dtype", switch (column.kind()) {
            case TEXT, JSON -> "string";
            case WHOLE -> "int32";
            case REAL -> "float64";
            case FLAG -> "bool";
        })));
        return CanonicalJson.write(new LinkedHashMap<>(Map.of("info", Map.of("features", features))));
    }
}
