package dev.docket.dsa;

import dev.docket.policy.DsaTerms;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What each field of a statement may hold by itself, read out of the one copy of the schema: names, types, lengths in
 * characters, enumerations, patterns, days and their ranges. What fields ask of each other is in {@link ServerRules}. Several threads.
 */
final class FieldTable {
    private static final JsonNode FIELDS = DsaTerms.SCHEMA.get("properties");

    /** Names that look right and are not taken, with what to do instead. */
    private static final Map<String, String> NOT_TAKEN = Map.ofEntries(
            Map.entry("KEYWORD_DANGEROUS_TOYS", "the database names it and does not accept it; use KEYWORD_UNSAFE_PRODUCTS"),
            Map.entry("STATEMENT_CATEGORY_PORNOGRAPHY_OR_SEXUALIZED_CONTENT", "retired on 1 July 2025; use STATEMENT_CATEGORY_OTHER_VIOLATION_TC"),
            Map.entry("STATEMENT_CATEGORY_NON_CONSENSUAL_BEHAVIOUR", "retired on 1 July 2025; use STATEMENT_CATEGORY_CYBER_VIOLENCE"),
            Map.entry("KEYWORD_NON_CONSENSUAL_ITEMS_DEEPFAKE", "retired on 1 July 2025; use KEYWORD_NON_CONSENSUAL_MATERIAL_DEEPFAKE"),
            Map.entry("KEYWORD_DISINFORMATION", "retired on 1 July 2025; use KEYWORD_MISINFORMATION_DISINFORMATION"),
            Map.entry("SOURCE_OTHER_NOTIFICATION", "it is written SOURCE_TYPE_OTHER_NOTIFICATION"),
            Map.entry("EL", "Greece is GR"), Map.entry("GB", "the United Kingdom is not in the EEA"), Map.entry("UK", "the United Kingdom is not in the EEA"));
    private static final Map<String, String> NO_SUCH_FIELD = Map.of(
            "content_language_other", "the documentation mentions it, the database does not have it",
            "content_type_other_text", "it is called content_type_other");

    private FieldTable() {}

    static List<Fault> check(JsonNode body) {
        List<Fault> faults = new ArrayList<>();
        for (String name : body.propertyNames()) {
            JsonNode rule = FIELDS.get(name);
            if (rule == null) {
                faults.add(new Fault(shown(name), "is no field of a statement" + (NO_SUCH_FIELD.containsKey(name) ? ": " + NO_SUCH_FIELD.get(name) : "")));
            } else {
                value(name, body.get(name), rule, faults);
            }
        }
        for (JsonNode required : DsaTerms.SCHEMA.get("required")) {
            if (!body.has(required.asString())) {
                faults.add(new Fault(required.asString(), "is missing"));
            }
        }
        return faults;
    }

    private static void value(String name, JsonNode value, JsonNode rule, List<Fault> faults) {
        if (rule.has("anyOf")) {
            boolean nothing = value.isNull() && "null".equals(rule.at("/anyOf/1/type").asString());
            if (!nothing) {
                value(name, value, rule.at("/anyOf/0"), faults);
            }
        } else if (rule.has("enum")) {
            word(name, value, rule.get("enum"), faults);
        } else {
            switch (rule.get("type").asString()) {
                case "array" -> list(name, value, rule, faults);
                case "object" -> object(name, value, rule, faults);
                default -> text(name, value, rule, faults);
            }
        }
    }

    private static void word(String name, JsonNode value, JsonNode words, List<Fault> faults) {
        for (JsonNode word : words) {
            if (word.equals(value)) {
                return;
            }
        }
        String given = value.isString() ? value.asString() : value.toString();
        if (NOT_TAKEN.containsKey(given)) {
            faults.add(new Fault(name, given + " is not accepted: " + NOT_TAKEN.get(given)));
        } else {
            faults.add(new Fault(name, "'" + shown(given) + "' is not accepted" + (words.size() <= 8 ? "; it is one of " + listed(words) : "")));
        }
    }

    private static String listed(JsonNode words) {
        List<String> known = new ArrayList<>();
        words.forEach(word -> known.add(word.isNull() ? "null" : word.asString()));
        return String.join(", ", known);
    }

    private static void list(String name, JsonNode value, JsonNode rule, List<Fault> faults) {
        if (!value.isArray()) {
            faults.add(new Fault(name, "is not a list"));
            return;
        }
        Set<JsonNode> seen = new HashSet<>();
        for (JsonNode element : value) {
            if (!seen.add(element)) {
                faults.add(new Fault(name, "names '" + shown(element.isString() ? element.asString() : element.toString()) + "' twice"));
            }
            value(name, element, rule.get("items"), faults);
        }
        if (rule.has("minItems") && value.size() < rule.get("minItems").asInt()) {
            faults.add(new Fault(name, "is empty"));
        }
    }

    private static void object(String name, JsonNode value, JsonNode rule, List<Fault> faults) {
        if (!value.isObject()) {
            faults.add(new Fault(name, "is not an object"));
            return;
        }
        for (String key : value.propertyNames()) {
            JsonNode known = rule.get("properties").get(key);
            if (known != null) {
                value(name, value.get(key), known, faults);
            }
        }
    }

    private static void text(String name, JsonNode value, JsonNode rule, List<Fault> faults) {
        if (!value.isString()) {
            faults.add(new Fault(name, "is not a text"));
            return;
        }
        String text = value.asString();
        int length = text.codePointCount(0, text.length());
        if (rule.has("maxLength") && length > rule.get("maxLength").asInt()) {
            faults.add(new Fault(name, "has " + length + " characters; at most " + rule.get("maxLength").asInt() + " are taken"));
        } else if (rule.has("minLength") && length < rule.get("minLength").asInt()) {
            faults.add(new Fault(name, "is empty"));
        } else if ("date".equals(rule.path("format").asString(""))) {
            day(name, text, rule, faults);
        } else if ("uri".equals(rule.path("format").asString("")) && !isAddress(text)) {
            faults.add(new Fault(name, "'" + shown(text) + "' is not an address such as https://example.org/terms"));
        } else if (rule.has("pattern") && !Pattern.compile(rule.get("pattern").asString()).matcher(text).find()) {
            faults.add(new Fault(name, "'" + shown(text) + "' is not of the form " + rule.get("pattern").asString()));
        }
    }

    private static void day(String name, String text, JsonNode rule, List<Fault> faults) {
        LocalDate day = day(text);
        if (day == null) {
            faults.add(new Fault(name, "'" + shown(text) + "' is not a day such as 2026-12-01"));
        } else if (day.isBefore(LocalDate.parse(rule.get("x-min").asString())) || day.isAfter(LocalDate.parse(rule.get("x-max").asString()))) {
            faults.add(new Fault(name, text + " is not between " + rule.get("x-min").asString() + " and " + rule.get("x-max").asString()));
        }
    }

    /** Null where it is none. */
    static LocalDate day(String text) {
        try {
            return text.length() == 10 && text.charAt(0) != '+' && text.charAt(0) != '-' ? LocalDate.parse(text) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static boolean isAddress(String text) {
        try {
            URI address = new URI(text);
            return address.isAbsolute() && ("https".equals(address.getScheme()) || "http".equals(address.getScheme())) && address.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** A stranger's word, short and without control characters. */
    static String shown(String word) {
        String plain = word.replaceAll("\\p{C}", "?");
        return plain.length() > 60 ? plain.substring(0, plain.offsetByCodePoints(0, Math.min(57, plain.codePointCount(0, plain.length())))) + "..." : plain;
    }
}
