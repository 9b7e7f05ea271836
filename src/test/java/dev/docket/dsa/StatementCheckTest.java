package dev.docket.dsa;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.docket.policy.DsaTerms;
import dev.docket.storage.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A table of bodies that the database takes and refuses, and the schema's own validator beside ours. */
class StatementCheckTest {
    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(DsaTerms.SCHEMA.toString());

    private record Case(String name, JsonNode body, List<String> fields) {}

    private static Case valid(String name, Consumer<ObjectNode> change) {
        return new Case(name, Bodies.with(change), List.of());
    }

    private static Case invalid(String name, String field, Consumer<ObjectNode> change) {
        return new Case(name, Bodies.with(change), List.of(field));
    }

    private static void list(ObjectNode body, String field, String... words) {
        ArrayNode list = body.putArray(field);
        for (String word : words) {
            list.add(word);
        }
    }

    private static List<Case> table() {
        List<Case> table = new ArrayList<>(List.of(
                valid("as it is", _ -> {}),
                new Case("a law as the ground", Bodies.illegal(), List.of()),
                valid("a puid of letters, digits, _ and -", b -> b.put("puid", "Aa0_-")),
                valid("a puid of 500 characters", b -> b.put("puid", "p".repeat(500))),
                valid("two ways of restricting", b -> list(b, "decision_visibility", "DECISION_VISIBILITY_CONTENT_DEMOTED", "DECISION_VISIBILITY_CONTENT_LABELLED")),
                valid("another way of restricting, in words", b -> {
                    list(b, "decision_visibility", "DECISION_VISIBILITY_OTHER");
                    b.put("decision_visibility_other", "shown behind a question");
                }),
                valid("money instead of visibility", b -> {
                    b.remove("decision_visibility");
                    b.put("decision_monetary", "DECISION_MONETARY_SUSPENSION");
                }),
                valid("another thing done to money, in words", b -> b.put("decision_monetary", "DECISION_MONETARY_OTHER").put("decision_monetary_other", "no tips")),
                valid("the service instead of visibility", b -> {
                    b.remove("decision_visibility");
                    b.put("decision_provision", "DECISION_PROVISION_PARTIAL_SUSPENSION");
                }),
                valid("the account instead of visibility", b -> {
                    b.remove("decision_visibility");
                    b.put("decision_account", "DECISION_ACCOUNT_TERMINATED").put("account_type", "ACCOUNT_TYPE_PRIVATE");
                }),
                valid("an end on the first day", b -> b.put("end_date_visibility_restriction", "2026-11-20")),
                valid("an end on the last day there is", b -> b.put("end_date_account_restriction", "2038-01-01")),
                valid("facts of 5000 characters, not bytes", b -> b.put("decision_facts", "ü".repeat(5000))),
                valid("facts of 5000 characters beyond 16 bits", b -> b.put("decision_facts", "😀".repeat(5000))),
                valid("an address without a query", b -> b.put("decision_ground_reference_url", "https://example.org/terms#4")),
                valid("no address", b -> b.putNull("decision_ground_reference_url")),
                valid("held to be illegal as well", b -> b.put("incompatible_content_illegal", "Yes")),
                valid("further categories", b -> list(b, "category_addition", "STATEMENT_CATEGORY_VIOLENCE")),
                valid("another keyword, in words", b -> {
                    list(b, "category_specification", "KEYWORD_OTHER", "KEYWORD_PHISHING");
                    b.put("category_specification_other", "a lottery that is none");
                }),
                valid("no keyword", b -> b.remove("category_specification")),
                valid("a picture made by AI", b -> list(b, "content_type", "CONTENT_TYPE_IMAGE", "CONTENT_TYPE_SYNTHETIC_MEDIA")),
                valid("another thing, in words", b -> {
                    list(b, "content_type", "CONTENT_TYPE_OTHER");
                    b.put("content_type_other", "a sticker");
                }),
                valid("no language", b -> b.remove("content_language")),
                valid("the first day of content", b -> b.put("content_date", "2000-01-01")),
                valid("the first day of a decision", b -> b.put("application_date", "2020-01-01").put("content_date", "2019-12-31")),
                valid("a product's number", b -> b.putObject("content_id").put("EAN-13", "4006381333931")),
                valid("no product's number", b -> b.putNull("content_id")),
                valid("the whole of the EEA", b -> list(b, "territorial_scope", Territory.EEA.toArray(String[]::new))),
                valid("no territory, which the server takes", b -> b.remove("territorial_scope")),
                valid("a notice and who gave it", b -> b.put("source_type", "SOURCE_ARTICLE_16").put("source_identity", "a consumers' association")),
                valid("a trusted flagger", b -> b.put("source_type", "SOURCE_TRUSTED_FLAGGER")),
                valid("another notification, as it is literally called", b -> b.put("source_type", "SOURCE_TYPE_OTHER_NOTIFICATION")),
                valid("found and decided without software", b -> b.put("automated_detection", "No").put("automated_decision", "AUTOMATED_DECISION_NOT_AUTOMATED")),
                valid("decided by software alone", b -> b.put("automated_decision", "AUTOMATED_DECISION_FULLY"))));
        table.addAll(List.of(
                invalid("an empty puid", "puid", b -> b.put("puid", "")),
                invalid("a puid with a space", "puid", b -> b.put("puid", "a b")),
                invalid("a puid of 501 characters", "puid", b -> b.put("puid", "p".repeat(501))),
                invalid("a puid that is a number", "puid", b -> b.put("puid", 7)),
                invalid("no restriction at all", "decision_visibility", b -> b.remove("decision_visibility")),
                invalid("an empty list of restrictions", "decision_visibility", b -> b.putArray("decision_visibility")),
                invalid("an unknown restriction", "decision_visibility", b -> list(b, "decision_visibility", "DECISION_VISIBILITY_CONTENT_BLURRED")),
                invalid("the same restriction twice", "decision_visibility", b -> list(b, "decision_visibility", "DECISION_VISIBILITY_CONTENT_REMOVED", "DECISION_VISIBILITY_CONTENT_REMOVED")),
                invalid("a restriction that is no list", "decision_visibility", b -> b.put("decision_visibility", "DECISION_VISIBILITY_CONTENT_REMOVED")),
                invalid("another restriction without words", "decision_visibility_other", b -> list(b, "decision_visibility", "DECISION_VISIBILITY_OTHER")),
                invalid("words without another restriction", "decision_visibility_other", b -> b.put("decision_visibility_other", "x")),
                invalid("501 characters of another restriction", "decision_visibility_other", b -> {
                    list(b, "decision_visibility", "DECISION_VISIBILITY_OTHER");
                    b.put("decision_visibility_other", "x".repeat(501));
                }),
                invalid("another thing done to money without words", "decision_monetary_other", b -> b.put("decision_monetary", "DECISION_MONETARY_OTHER")),
                invalid("words of money alone", "decision_monetary_other", b -> b.put("decision_monetary_other", "x")),
                invalid("an unknown account decision", "decision_account", b -> b.put("decision_account", "DECISION_ACCOUNT_BLOCKED")),
                invalid("an end before the beginning", "end_date_visibility_restriction", b -> b.put("end_date_visibility_restriction", "2026-11-19")),
                invalid("an end of an account's restriction before it", "end_date_account_restriction", b -> b.put("end_date_account_restriction", "2026-11-19")),
                invalid("an end after the last day", "end_date_service_restriction", b -> b.put("end_date_service_restriction", "2038-01-02")),
                invalid("an end with a time", "end_date_monetary_restriction", b -> b.put("end_date_monetary_restriction", "2027-01-01 00:00:00")),
                invalid("no facts", "decision_facts", b -> b.remove("decision_facts")),
                invalid("empty facts", "decision_facts", b -> b.put("decision_facts", "")),
                invalid("5001 characters of facts", "decision_facts", b -> b.put("decision_facts", "x".repeat(5001))),
                invalid("an e-mail address in the facts", "decision_facts", b -> b.put("decision_facts", "Posted by anna@example.org")),
                invalid("a telephone number in the facts", "decision_facts", b -> b.put("decision_facts", "It shows +49 30 1234567")),
                invalid("an account number in the facts", "decision_facts", b -> b.put("decision_facts", "It asks to pay to DE89 3704 0044 0532 0130 00")),
                invalid("a handle in the explanation", "incompatible_content_explanation", b -> b.put("incompatible_content_explanation", "It copies @anna_b")),
                invalid("an address with a query in the facts", "decision_facts", b -> b.put("decision_facts", "Seen at https://example.org/p?user=7")),
                invalid("an address that is none", "decision_ground_reference_url", b -> b.put("decision_ground_reference_url", "our terms")),
                invalid("an unknown ground", "decision_ground", b -> b.put("decision_ground", "INCOMPATIBLE")),
                invalid("no clause", "incompatible_content_ground", b -> b.remove("incompatible_content_ground")),
                invalid("no explanation", "incompatible_content_explanation", b -> b.remove("incompatible_content_explanation")),
                invalid("501 characters of a clause", "incompatible_content_ground", b -> b.put("incompatible_content_ground", "x".repeat(501))),
                invalid("2001 characters of explanation", "incompatible_content_explanation", b -> b.put("incompatible_content_explanation", "x".repeat(2001))),
                invalid("a law beside the terms", "illegal_content_legal_ground", b -> b.put("illegal_content_legal_ground", "StGB 86a")),
                invalid("also illegal as a boolean", "incompatible_content_illegal", b -> b.put("incompatible_content_illegal", true)),
                new Case("a clause beside a law", Bodies.illegal(b -> b.put("incompatible_content_ground", "x")), List.of("incompatible_content_ground")),
                new Case("a law without a name", Bodies.illegal(b -> b.remove("illegal_content_legal_ground")), List.of("illegal_content_legal_ground")),
                new Case("also illegal beside a law", Bodies.illegal(b -> b.put("incompatible_content_illegal", "No")), List.of("incompatible_content_illegal")),
                invalid("no category", "category", b -> b.remove("category")),
                invalid("a category of before July 2025", "category", b -> b.put("category", "STATEMENT_CATEGORY_PORNOGRAPHY_OR_SEXUALIZED_CONTENT")),
                invalid("another category of before July 2025", "category", b -> b.put("category", "STATEMENT_CATEGORY_NON_CONSENSUAL_BEHAVIOUR")),
                invalid("the category once more", "category_addition", b -> list(b, "category_addition", "STATEMENT_CATEGORY_SCAMS_AND_FRAUD")),
                invalid("a keyword of before July 2025", "category_specification", b -> list(b, "category_specification", "KEYWORD_NON_CONSENSUAL_ITEMS_DEEPFAKE")),
                invalid("another keyword of before July 2025", "category_specification", b -> list(b, "category_specification", "KEYWORD_DISINFORMATION")),
                invalid("the toys that are named and not taken", "category_specification", b -> list(b, "category_specification", "KEYWORD_DANGEROUS_TOYS")),
                invalid("another keyword without words", "category_specification_other", b -> list(b, "category_specification", "KEYWORD_OTHER")),
                invalid("words without another keyword", "category_specification_other", b -> b.put("category_specification_other", "x")),
                invalid("no type", "content_type", b -> b.remove("content_type")),
                invalid("an empty list of types", "content_type", b -> b.putArray("content_type")),
                invalid("another type without words", "content_type_other", b -> list(b, "content_type", "CONTENT_TYPE_OTHER")),
                invalid("words without another type", "content_type_other", b -> b.put("content_type_other", "x")),
                invalid("a language in small letters", "content_language", b -> b.put("content_language", "de")),
                invalid("a field the documentation made up", "content_language_other", b -> b.put("content_language_other", "Klingon")),
                invalid("content of the last century", "content_date", b -> b.put("content_date", "1999-12-31")),
                invalid("a day that there is not", "content_date", b -> b.put("content_date", "2026-02-30")),
                invalid("a decision of 2019", "application_date", b -> b.put("application_date", "2019-12-31")),
                invalid("a decision of 2039", "application_date", b -> b.put("application_date", "2039-01-01")),
                invalid("a product's number of 12 digits", "content_id", b -> b.putObject("content_id").put("EAN-13", "400638133393")),
                invalid("another number of a product", "content_id", b -> b.putObject("content_id").put("ISBN", "9783161484100")),
                invalid("Greece by its other code", "territorial_scope", b -> list(b, "territorial_scope", "EL")),
                invalid("the United Kingdom", "territorial_scope", b -> list(b, "territorial_scope", "GB")),
                invalid("a notification by the name it should have", "source_type", b -> b.put("source_type", "SOURCE_OTHER_NOTIFICATION")),
                invalid("who gave a notice nobody gave", "source_identity", b -> b.put("source_identity", "x")),
                invalid("an automated decision by Yes", "automated_decision", b -> b.put("automated_decision", "Yes")),
                invalid("an automated detection as a boolean", "automated_detection", b -> b.put("automated_detection", true)),
                invalid("no automated detection", "automated_detection", b -> b.remove("automated_detection")),
                invalid("a field of one's own", "x_note", b -> b.put("x_note", "x"))));
        return table;
    }

    @TestFactory
    List<DynamicTest> bodiesAreTakenAndRefusedByTheFieldTheDatabaseNames() {
        return table().stream().map(each -> DynamicTest.dynamicTest(each.name(), () ->
                assertThat(StatementCheck.of(each.body()).stream().map(Fault::field).distinct()).isEqualTo(each.fields()))).toList();
    }

    @Test
    void whatTheSchemasOwnValidatorRefusesIsRefused() throws Exception {
        for (Case each : table()) {
            if (!refusedBySchema(each.body())) {
                continue;
            }
            assertThat(each.fields()).as(each.name()).isNotEmpty();
        }
        assertThat(table().stream().filter(each -> each.fields().isEmpty()).filter(each -> refusedBySchema(each.body())).map(Case::name)).isEmpty();
        assertThat(table()).hasSizeGreaterThanOrEqualTo(60);
    }

    /** Fields of different bodies of the table thrown together: ours never takes what the schema's own validator refuses. */
    @Test
    void mixedBodiesThatTheSchemaRefusesAreRefused() {
        List<Case> table = table();
        Random random = new Random(11);
        int refused = 0;
        int taken = 0;
        for (int n = 0; n < 3000; n++) {
            ObjectNode mixed = (ObjectNode) table.get(random.nextInt(table.size())).body().deepCopy();
            JsonNode other = table.get(random.nextInt(table.size())).body();
            for (String name : new TreeSet<>(other.propertyNames())) {
                if (random.nextInt(6) == 0) {
                    mixed.set(name, other.get(name));
                }
            }
            boolean sound = StatementCheck.of(mixed).isEmpty();
            taken += sound ? 1 : 0;
            if (refusedBySchema(mixed)) {
                refused++;
                assertThat(sound).as(mixed.toString()).isFalse();
            }
        }
        assertThat(refused).isGreaterThan(500);
        assertThat(taken).isGreaterThan(100);
    }

    private static boolean refusedBySchema(JsonNode body) {
        return !SCHEMA.validate(body.toString(), com.networknt.schema.InputFormat.JSON).isEmpty();
    }

    @TempDir
    private Path folder;

    @Test
    void aFileNamesItsStatementsAsTheServerDoes() throws Exception {
        ObjectNode second = Bodies.with(b -> b.put("automated_detection", "yes"));
        ObjectNode third = Bodies.with(b -> b.put("puid", "third"));
        third.remove("category");
        Path file = folder.resolve("statements.json");
        Files.write(file, CanonicalJson.bytes(Map.of("statements", List.of(Bodies.sound(), second, third))));

        StatementCheck.Outcome outcome = StatementCheck.file(file);

        assertThat(outcome.statements()).isEqualTo(3);
        assertThat(outcome.faults().keySet()).containsExactly("statement_1", "statement_2");
        assertThat(outcome.faults().get("statement_1").stream().map(Fault::field)).containsExactly("automated_detection", "puid");
        assertThat(outcome.faults().get("statement_2").stream().map(Fault::toString)).containsExactly("category: is missing");
    }

    @Test
    void filesThatHoldNoStatementsSaySo() {
        Map<String, String> texts = Map.of(
                "{\"statements\":[]}", "1 to 100",
                "{\"statements\":[" + IntStream.range(0, 101).mapToObj(_ -> "{}").collect(Collectors.joining(",")) + "]}", "not 101",
                "[1]", "neither a statement",
                "{\"puid\":\"a\",\"puid\":\"b\"}", "is not JSON: line 1",
                "{\"statements\":[{}],\"more\":1}", "more than its statements",
                "{", "is not JSON",
                "", "neither",
                "{} {}", "is not JSON");
        texts.forEach((text, says) -> assertThat(StatementCheck.text(text.getBytes(StandardCharsets.UTF_8)).faults().toString()).as(text).contains(says));
    }
}
