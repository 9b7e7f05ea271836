package dev.docket.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AuditKindTest {
    private static final Pattern ROW = Pattern.compile("^\\| `([A-Z_]+)` \\| (?:`([A-Z_]+)`)?", Pattern.MULTILINE);

    @Test
    void theKindsDocumentedAreTheKindsWritten() throws IOException {
        List<String> documented = ROW.matcher(Files.readString(Path.of("docs/audit-log.md"))).results()
                .map(row -> row.group(1) + " " + (row.group(2) == null ? "" : row.group(2))).toList();

        assertThat(documented).isEqualTo(Stream.of(AuditKind.values()).map(kind -> kind.name() + " " + kind.former()).toList());
    }

    @Test
    void aLineIsKnownByItsNameOfTodayAndOfBefore() {
        assertThat(AuditKind.of("LEASE_LOST")).contains(AuditKind.VERDICT_CAME_LATE);
        assertThat(AuditKind.of("SET_EXPORTED")).contains(AuditKind.SET_EXPORTED);
        assertThat(AuditKind.of("")).isEmpty();
        assertThat(Stream.of(AuditKind.values()).flatMap(kind -> kind.names().stream())).doesNotHaveDuplicates();
    }

    @Test
    void everyKindIsAThingAndWhatWasDoneWithIt() {
        assertThat(AuditKind.values()).extracting(AuditKind::name).allMatch(name -> name.matches("(ITEMS?|LABEL|SCORES|CONCEPT_MAP|VERDICT|SET|STATEMENTS|GOLDEN|CALIBRATION|SAMPLE|BANK|MODEL|PROMOTION|ROLLBACK|MEMBER|LANE|LEASES|TOKEN|POLICY|IMAGES|HOLD|DATABASE)_[A-Z_]+"));
    }
}
