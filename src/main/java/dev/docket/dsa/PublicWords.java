package dev.docket.dsa;

import dev.docket.verdict.PersonalData;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Looks for personal data in the words of a statement, which the public can read for five years (Art. 24(5) DSA: none may be in
 * there): e-mail addresses, telephone and account numbers, cards, network addresses, handles, and web addresses that carry a
 * query. It knows forms, not names: what is free text never gets into a statement of Docket's in the first place. Several threads.
 */
final class PublicWords {
    private static final Pattern QUERY = Pattern.compile("(?i)\\b(?:https?://|www\\.)[^\\s?#]{1,300}\\?[^\\s]{1,300}");
    /** Every field that holds a writer's own words. */
    static final List<String> FIELDS = List.of(
            "decision_facts", "illegal_content_legal_ground", "illegal_content_explanation", "incompatible_content_ground",
            "incompatible_content_explanation", "decision_visibility_other", "decision_monetary_other", "category_specification_other",
            "content_type_other", "source_identity", "decision_ground_reference_url");

    private PublicWords() {}

    static List<Fault> check(JsonNode body) {
        List<Fault> faults = new ArrayList<>();
        for (String field : FIELDS) {
            if (body.path(field).isString()) {
                List<String> kinds = kinds(body.get(field).asString());
                if (!kinds.isEmpty()) {
                    faults.add(new Fault(field, "holds what looks like personal data (" + String.join(", ", kinds) + "); none may be published"));
                }
            }
        }
        return faults;
    }

    /** What kinds of personal data these words seem to hold; the words themselves are not repeated. */
    static List<String> kinds(String words) {
        List<String> kinds = PersonalData.in(words).stream().map(hit -> switch (hit.kind()) {
            case EMAIL -> "an e-mail address";
            case IBAN -> "an account number";
            case CARD -> "a card number";
            case IP -> "a network address";
            case PHONE -> "a telephone number";
            case HANDLE -> "a handle";
        }).distinct().collect(Collectors.toCollection(ArrayList::new));
        if (QUERY.matcher(words).find() || words.toLowerCase(Locale.ROOT).contains("mailto:")) {
            kinds.add("a web address with a query");
        }
        return kinds;
    }
}
