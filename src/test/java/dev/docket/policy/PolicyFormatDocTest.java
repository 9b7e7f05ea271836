package dev.docket.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/policy-format.md against the reader. */
class PolicyFormatDocTest {
    private static final Pattern ROW = Pattern.compile("^\\| `([^`]+)` \\|(.*?)\\|", Pattern.MULTILINE);

    @Test
    void theFieldsDocumentedAreTheFieldsRead() throws IOException {
        Faults faults = new Faults();
        new PackReader(faults).read(PolicyFile.shipped().text());
        SortedSet<String> documented = new TreeSet<>();
        ROW.matcher(Files.readString(Path.of("docs/policy-format.md"))).results().forEach(row -> documented.add(row.group(1)));

        assertThat(faults.any()).isFalse();
        assertThat(documented).isEqualTo(faults.fields());
    }

    @Test
    void theFieldsMarkedAsRequiredAreMissedWhenTheyAreLeftOut() throws IOException {
        String doc = Files.readString(Path.of("docs/policy-format.md"));
        SortedSet<String> marked = new TreeSet<>();
        ROW.matcher(doc).results().filter(row -> row.group(2).contains("•")).forEach(row -> marked.add(row.group(1)));
        // a pack whose every mapping is there and empty misses exactly the required fields
        String hollow = """
                pack: {}
                defaults: {}
                priority: {severity: {}}
                actions: {allow: {}, escalate: {}, quarantine: {}, no_decision: {}}
                ladders: {a: {}}
                display_profiles: {a: {}}
                labels: [{severity: {}, dsa: {}, rationales: {a: {parameters: {a: {}}}}}]
                lanes: [{}, {}]
                scores: [{}]
                ai_statements: [{}]
                provenance: [{}]
                jurisdictions: {DE: {labels: {}}}
                """;

        SortedSet<String> missed = new TreeSet<>();
        PolicyFile.check(hollow).stream().filter(fault -> fault.message().equals("is missing") || fault.message().equals("is empty"))
                .forEach(fault -> missed.add(fault.field().replaceAll("\\[\\d+]", "[]").replaceAll("^(actions|ladders|display_profiles)\\.\\w+", "$1.*")
                        .replaceAll("(rationales|parameters)\\.\\w+", "$1.*")));
        PolicyFile.check("a: 1").forEach(fault -> missed.add(fault.field()));
        missed.remove("a");
        missed.add("labels[].severity"); // given above, so that what lies in it is missed
        missed.add("priority.severity");

        assertThat(missed).isEqualTo(marked);
    }
}
