package dev.docket.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRowsTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1"})
    void whatASpreadsheetWouldRunIsText(String cell) {
        assertThat(CsvRows.safe(cell)).isEqualTo("'" + cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "benign", "1.5", "a=b", "[{}]", "'quoted"})
    void otherCellsStayAsTheyAre(String cell) {
        assertThat(CsvRows.safe(cell)).isEqualTo(cell);
    }

    @Test
    void linesEndAndCellsAreQuotedAsRfc4180Says() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CsvRows rows = CsvRows.of(out, List.of("a", "b"))) {
            rows.write(Stream.of("x,\"y\"\nz", "=cmd|' /C calc'!A0"));
        }

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("a,b\r\n\"x,\"\"y\"\"\nz\",'=cmd|' /C calc'!A0\r\n");
    }
}
