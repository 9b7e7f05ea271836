package dev.docket.metrics.table;

import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;

/** Rows of JSON objects, one after the other or in one list. Their fields are the columns; the first object says which there are. */
final class JsonRows {
    private static final JsonFactory JSON = JsonFactory.builder().recyclerPool(JsonRecyclerPools.nonRecyclingPool())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(4).maxStringLength(TableFile.LONGEST_ROW).maxNumberLength(100).maxNameLength(1_000).build())
            .build();

    private final String name;
    private final Reader reader;
    private final Map<String, Integer> columns = new HashMap<>();

    JsonRows(String name, Reader reader) {
        this.name = name;
        this.reader = reader;
    }

    void read(TableFile.Header header, Consumer<TableRow> row) {
        long line = 1;
        boolean first = true;
        try (JsonParser parser = JSON.createParser(tools.jackson.core.ObjectReadContext.empty(), reader)) {
            boolean list = false;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                line = parser.currentTokenLocation().getLineNr();
                if (token == JsonToken.START_ARRAY && first && !list) {
                    list = true;
                } else if (token == JsonToken.START_OBJECT) {
                    String[] cells = cells(parser, line, first);
                    if (first) {
                        header.of(name, columns.entrySet().stream().sorted(Map.Entry.comparingByValue()).map(Map.Entry::getKey).toList());
                    }
                    first = false;
                    row.accept(new TableRow(name + ":" + line, columns, cells));
                } else if (token != JsonToken.END_ARRAY) {
                    throw new TableException(name + ":" + line + ": an object is expected here, such as {\"item\": \"a\"}");
                }
            }
        } catch (JacksonException e) {
            long at = e.getLocation() == null ? line : e.getLocation().getLineNr();
            throw new TableException(name + ":" + at + ": not valid JSON: " + TableRow.shown(e.getOriginalMessage()));
        }
    }

    /** A field that the first object lacked is left out, as it is no column. */
    private String[] cells(JsonParser parser, long line, boolean first) {
        List<String> firstCells = new ArrayList<>();
        String[] cells = first ? null : new String[columns.size()];
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String column = parser.currentName();
            JsonToken value = parser.nextToken();
            if (!value.isScalarValue()) {
                throw new TableException(name + ":" + line + ": column " + TableRow.shown(column) + ": text or a number is expected, not " + (value == JsonToken.START_ARRAY ? "a list" : "an object"));
            }
            String text = value == JsonToken.VALUE_NULL ? null : parser.getString();
            if (first) {
                if (columns.size() >= TableFile.MOST_COLUMNS) {
                    throw new TableException(name + ":" + line + ": it has more than " + TableFile.MOST_COLUMNS + " columns");
                }
                columns.put(column, columns.size());
                firstCells.add(text);
            } else if (columns.get(column) instanceof Integer at) {
                cells[at] = text;
            }
        }
        return first ? firstCells.toArray(String[]::new) : cells;
    }
}
