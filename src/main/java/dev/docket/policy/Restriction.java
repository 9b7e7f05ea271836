package dev.docket.policy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What an action does to how a picture can be seen, for the statement of reasons that the uploader is owed. */
public enum Restriction {
    /** Nothing is restricted: nobody is owed a statement. */
    NONE, REMOVED, DISABLED, DEMOTED, AGE_RESTRICTED, INTERACTION_RESTRICTED, LABELLED,
    /** Something else, told by the action's title. */
    OTHER;

    /** As packs spell them. */
    static final List<String> WORDS = Stream.of(values()).map(Restriction::word).toList();

    /** Actions that decide nothing for the uploader, whatever a pack says: a statement about them would be untrue. */
    private static final List<String> NEVER = List.of("allow", "no_decision", "escalate", "quarantine");

    /** Of packs that say nothing, by the trade's names of actions. */
    private static final Map<String, Restriction> USUAL = Map.of(
            "remove", REMOVED, "geo_restrict", DISABLED, "limit_reach", DEMOTED, "age_restrict", AGE_RESTRICTED,
            "limit_interaction", INTERACTION_RESTRICTED, "label_ai", LABELLED, "add_context", LABELLED);

    /** As packs spell it: {@code age_restricted}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static boolean mayRestrict(String action) {
        return !NEVER.contains(action);
    }

    /** Of an action whose pack says nothing. */
    static Restriction usual(String action, int strictness) {
        return !mayRestrict(action) ? NONE : USUAL.getOrDefault(action, strictness == 0 ? NONE : OTHER);
    }

    static Restriction of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
