package dev.docket.export;

import dev.docket.storage.CanonicalJson;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code prov.json}: which report each verdict was made on and which verdicts each label of the set comes from, in W3C's
 * <a href="https://www.w3.org/submissions/prov-json/">PROV-JSON</a>. A bundle for each item, so that one is read without the others; what bundles
 * share, such as the set and the reviewers, has the same name in all. Days in place of times, as in the rows.
 */
final class ProvJson implements SetWriter {
    static final String NAME = "prov.json";
    /** Every name in the file; no address that anybody could follow. */
    private static final String PREFIX = "urn:docket:";
    private static final String SET = "docket:set";
    private static final String SOFTWARE = "docket:software";
    private static final Map<String, Object> COMMON = Map.of(
            "entity", Map.of(SET, Map.of("prov:type", name("prov:Collection"))),
            "activity", Map.of("docket:export", Map.of()),
            "agent", Map.of(SOFTWARE, Map.of("prov:type", name("prov:SoftwareAgent"), "prov:label", "Docket")),
            "wasGeneratedBy", Map.of("_:set", Map.of("prov:entity", SET, "prov:activity", "docket:export")),
            "wasAssociatedWith", Map.of("_:export", Map.of("prov:activity", "docket:export", "prov:agent", SOFTWARE)));

    @Override
    public void write(OutgoingRows rows, SetFiles files) throws IOException {
        try (OutputStream out = files.create(NAME)) {
            String common = CanonicalJson.write(COMMON);
            text(out, common.substring(0, common.length() - 1) + ",\"prefix\":" + CanonicalJson.write(Map.of("docket", PREFIX)) + ",\"bundle\":{");
            String[] between = {"\n"};
            rows.all(outgoing -> {
                ExportRow row = outgoing.row();
                text(out, between[0] + "\"docket:item/" + row.itemId() + "\":" + CanonicalJson.write(new Bundle(row).parts));
                between[0] = ",\n";
            });
            text(out, "\n}}\n");
        }
    }

    private static void text(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Object> name(String qualified) {
        return Map.of("$", qualified, "type", "prov:QUALIFIED_NAME");
    }

    /** The chain of one item: its picture, the reports on it, the verdicts made on these, the decision that the set has. */
    private static final class Bundle {
        private final Map<String, Map<String, Object>> parts = new TreeMap<>();
        private final String image;
        private int relations;

        Bundle(ExportRow row) {
            image = "docket:image/" + row.sha256();
            part("entity", image, type("docket:Image"));
            if (row.provenance().report() != null) {
                report(row.provenance().report());
            }
            String decision = "docket:decision/" + row.itemId();
            part("entity", decision, Map.of("prov:type", name("docket:Decision"), "docket:label", row.label(), "docket:finalState", row.finalState(), "docket:day", row.decidedAt()));
            relation("hadMember", "prov:collection", SET, "prov:entity", decision);
            relation("wasDerivedFrom", "prov:generatedEntity", decision, "prov:usedEntity", image);
            List<ExportRow.Vote> votes = row.votes();
            for (int i = 0; i < votes.size(); i++) {
                verdict(row.itemId() + "/" + (i + 1), votes.get(i), decision);
            }
        }

        private void verdict(String number, ExportRow.Vote vote, String decision) {
            String verdict = "docket:verdict/" + number;
            String review = "docket:review/" + number;
            String reviewer = "docket:reviewer/" + vote.reviewer();
            part("entity", verdict, Map.of("prov:type", name("docket:Verdict"), "docket:label", vote.label(), "docket:stage", vote.stage(), "docket:mode", vote.mode()));
            part("activity", review, Map.of("docket:milliseconds", vote.decisionMs()));
            part("agent", reviewer, type("prov:Person"));
            relation("wasAssociatedWith", "prov:activity", review, "prov:agent", reviewer);
            relation("wasGeneratedBy", "prov:entity", verdict, "prov:activity", review);
            relation("wasAttributedTo", "prov:entity", verdict, "prov:agent", reviewer);
            relation("used", "prov:activity", review, "prov:entity", image);
            if (vote.report() != null) {
                report(vote.report());
                relation("used", "prov:activity", review, "prov:entity", "docket:report/" + vote.report());
            }
            relation("wasDerivedFrom", "prov:generatedEntity", decision, "prov:usedEntity", verdict);
        }

        /** Once, however many verdicts were made on it. */
        private void report(String sha256) {
            String report = "docket:report/" + sha256;
            if (part("entity", report, Map.of("prov:type", name("docket:ProvenanceReport"), "docket:sha256", sha256)) == null) {
                String check = "docket:check/" + sha256;
                part("activity", check, Map.of());
                relation("used", "prov:activity", check, "prov:entity", image);
                relation("wasGeneratedBy", "prov:entity", report, "prov:activity", check);
                relation("wasAssociatedWith", "prov:activity", check, "prov:agent", SOFTWARE);
            }
        }

        private Object part(String section, String name, Map<String, Object> attributes) {
            return parts.computeIfAbsent(section, _ -> new TreeMap<>()).put(name, attributes);
        }

        private static Map<String, Object> type(String type) {
            return Map.of("prov:type", name(type));
        }

        private void relation(String section, String from, String subject, String to, String object) {
            part(section, "_:" + ++relations, Map.of(from, subject, to, object));
        }
    }
}
