package dev.docket.metrics.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.progress.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableFileTest {
    @TempDir
    Path folder;

    @Test
    void quotesCommasLineBreaksAndAMarkAtTheStartAreReadAsRfc4180Says() throws IOException {
        assertThat(read("\uFEFFa,b\r\n\"x, \"\"y\"\"\",1\r\n\"two\r\nlines\",2\r\n")).containsExactly("x, \"y\"|1", "two\r\nlines|2");
    }

    @Test
    void jsonLinesAndAListOfObjectsGiveTheSameRows() throws IOException {
        assertThat(read("{\"a\":\"x\",\"b\":1}\n\n{\"b\":2,\"a\":\"y\",\"c\":3}\n")).containsExactly("x|1", "y|2");
        assertThat(read("[{\"a\":\"x\",\"b\":1},\n{\"b\":2,\"a\":\"y\"}]")).containsExactly("x|1", "y|2");
        assertThat(read("{\"a\":null,\"b\":0.5}")).containsExactly("-|0.5");
    }

    @Test
    void theLineOfAFaultIsTheLineOfItsRow() {
        assertThatThrownBy(() -> numbers("a,b\n1,1\n\"x\ny\",z\n")).hasMessage("t.csv:4: column b: is no number: 'z'");
        assertThatThrownBy(() -> numbers("{\"a\":1,\"b\":1}\n{\"a\":1,\"b\":\"NaN\"}\n")).hasMessage("t.csv:2: column b: is no number: 'NaN'");
        assertThatThrownBy(() -> numbers("a,b\n1,1d\n")).hasMessageContaining("t.csv:2: column b: is no number");
        assertThatThrownBy(() -> numbers("a,b\n1,1e999\n")).hasMessageContaining("is no number");
        assertThatThrownBy(() -> numbers("a,b\n1,0x1p3\n")).hasMessageContaining("is no number");
    }

    @Test
    void hostileFilesAreRefusedWithAReason() throws IOException {
        assertThatThrownBy(() -> read("a,a\n1,2\n")).hasMessage("t.csv:1: column 'a' is there twice");
        assertThatThrownBy(() -> read("a,b\n\"" + "x\n".repeat(2_000_000))).hasMessageContaining("is a quote missing?");
        assertThatThrownBy(() -> read("{\"a\":1,\"a\":2}")).hasMessageContaining("t.csv:1: not valid JSON").hasMessageContaining("uplicate");
        assertThatThrownBy(() -> read("[[[[[[[[[[1]]]]]]]]]]")).isInstanceOf(TableException.class);
        assertThatThrownBy(() -> read("{\"a\":\"" + "x".repeat(3_000_000) + "\"}")).isInstanceOf(TableException.class);
        assertThatThrownBy(() -> read(",".repeat(TableFile.MOST_COLUMNS) + "\n1\n")).hasMessageContaining("columns");
        assertThatThrownBy(() -> read("a,b\n1,2\n\u001b[2J,3,4\n")).hasMessage("t.csv:3: the line has 3 cells, the header has 2");
        Files.write(folder.resolve("t.csv"), "a,b\n1,2\n3,\u00e4\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> rows(folder.resolve("t.csv"))).hasMessageEndingWith("t.csv:3: not UTF-8 text from this line on");
        assertThatThrownBy(() -> rows(folder)).isInstanceOf(TableException.class).hasMessageContaining("there is no such file");
    }

    private List<String> read(String text) throws IOException {
        return rows(Files.writeString(folder.resolve("t.csv"), text));
    }

    private static List<String> rows(Path file) throws IOException {
        List<String> rows = new ArrayList<>();
        new TableFile(file, Progress.NONE).read(TableFile.needing(), row -> rows.add((row.has("a") ? row.text("a") : "-") + "|" + (row.has("b") ? row.text("b") : "-")));
        return rows;
    }

    private void numbers(String text) throws IOException {
        new TableFile(Files.writeString(folder.resolve("t.csv"), text), Progress.NONE).read(TableFile.needing("a", "b"), row -> row.number("b"));
    }
}
