package dev.docket.dsa;

import dev.docket.policy.DsaTerms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What the fields of a statement ask of each other: what the database's server refuses, what it drops without a word, and what
 * its documentation asks for and it does not enforce. Several threads.
 */
final class ServerRules {
    private static final List<String> DECISIONS = List.of("decision_visibility", "decision_monetary", "decision_provision", "decision_account");
    private static final List<String> ENDS = List.of("visibility", "monetary", "service", "account");
    private static final String ILLEGAL = "DECISION_GROUND_ILLEGAL_CONTENT";
    private static final List<String> OF_ILLEGAL = List.of("illegal_content_legal_ground", "illegal_content_explanation");
    private static final List<String> OF_INCOMPATIBLE = List.of("incompatible_content_ground", "incompatible_content_explanation");
    private static final String CODE = "EAN-13";

    private final JsonNode body;
    private final List<Fault> faults = new ArrayList<>();

    private ServerRules(JsonNode body) {
        this.body = body;
    }

    static List<Fault> check(JsonNode body) {
        ServerRules rules = new ServerRules(body);
        rules.restriction();
        rules.others();
        rules.ground();
        rules.days();
        rules.rest();
        return rules.faults;
    }

    private void restriction() {
        if (DECISIONS.stream().noneMatch(field -> body.path(field).isArray() ? !body.get(field).isEmpty() : body.path(field).isString())) {
            faults.add(new Fault("decision_visibility", "is missing; a statement needs one of " + String.join(", ", DECISIONS)));
        }
    }

    /** A word for something else, and what it is. */
    private void others() {
        pair(names("decision_visibility", "DECISION_VISIBILITY_OTHER"), "decision_visibility_other", "DECISION_VISIBILITY_OTHER in decision_visibility");
        pair("DECISION_MONETARY_OTHER".equals(text("decision_monetary")), "decision_monetary_other", "DECISION_MONETARY_OTHER as decision_monetary");
        pair(names("content_type", "CONTENT_TYPE_OTHER"), "content_type_other", "CONTENT_TYPE_OTHER in content_type");
        pair(names("category_specification", DsaTerms.OTHER), "category_specification_other", DsaTerms.OTHER + " in category_specification");
    }

    private void pair(boolean wanted, String field, String with) {
        if (wanted && text(field).isBlank()) {
            faults.add(new Fault(field, "is missing; it is needed with " + with));
        } else if (!wanted && body.has(field)) {
            faults.add(new Fault(field, "is only for " + with + "; the database would drop it"));
        }
    }

    private void ground() {
        boolean illegal = text("decision_ground").equals(ILLEGAL);
        for (String field : illegal ? OF_ILLEGAL : OF_INCOMPATIBLE) {
            if (!body.has(field) || text(field).isBlank() && body.get(field).isString() && !text(field).isEmpty()) {
                faults.add(new Fault(field, "is missing; it is needed where decision_ground is " + (illegal ? ILLEGAL : "not " + ILLEGAL)));
            }
        }
        List<String> out = new ArrayList<>(illegal ? OF_INCOMPATIBLE : OF_ILLEGAL);
        if (illegal) {
            out.add("incompatible_content_illegal");
        }
        out.stream().filter(body::has).forEach(field ->
                faults.add(new Fault(field, "does not go with decision_ground " + FieldTable.shown(text("decision_ground")) + "; the database would drop it")));
    }

    /** The server takes an end before the beginning; its documentation does not. */
    private void days() {
        LocalDate from = FieldTable.day(text("application_date"));
        for (String end : ENDS) {
            String field = "end_date_" + end + "_restriction";
            LocalDate to = FieldTable.day(text(field));
            if (from != null && to != null && to.isBefore(from)) {
                faults.add(new Fault(field, to + " is before application_date " + from));
            }
        }
    }

    private void rest() {
        if (text("source_type").equals("SOURCE_VOLUNTARY") && body.has("source_identity")) {
            faults.add(new Fault("source_identity", "does not go with SOURCE_VOLUNTARY; the database would drop it"));
        }
        if (names("category_addition", text("category"))) {
            faults.add(new Fault("category_addition", "names the category itself; the database would drop it"));
        }
        JsonNode id = body.path("content_id");
        if (id.isObject()) {
            id.propertyNames().stream().filter(key -> !key.equals(CODE)).forEach(key ->
                    faults.add(new Fault("content_id", "holds '" + FieldTable.shown(key) + "'; only " + CODE + " is known")));
            if (id.isEmpty()) {
                faults.add(new Fault("content_id", "is empty; leave it out, or give " + CODE));
            }
        }
        if (body.has("content_type") && body.get("content_type").isArray() && body.get("content_type").isEmpty()) {
            faults.add(new Fault("content_type", "is empty"));
        }
    }

    private String text(String field) {
        return body.path(field).isString() ? body.get(field).asString() : "";
    }

    private boolean names(String field, String word) {
        JsonNode list = body.path(field);
        if (!list.isArray() || word.isEmpty()) {
            return false;
        }
        for (JsonNode each : list) {
            if (each.isString() && each.asString().equals(word)) {
                return true;
            }
        }
        return false;
    }
}
