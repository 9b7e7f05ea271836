package dev.docket.export;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * An item of an earlier set that a later one has not: a tombstone, as the desk that writes it knows it. The set itself says removed or
 * erased and no more.
 *
 * @param item its id at the desk
 * @param name what it is called in the sets
 * @param at of the erasure, or of the last event on the item since the earlier set; empty: nothing happened to it since
 * @param codes reason and basis of an erasure; else empty text
 */
public record Departure(UUID item, String name, Why why, Optional<Instant> at, String codes) {

    /** Why it is not in the later set. */
    public enum Why {
        ERASED("its picture was erased"),
        WITHHELD("withheld"),
        OPEN("no decision counts any more"),
        DISPUTED("people differ, and nobody adjudicated"),
        ESCALATED("passed up a ladder and not settled there"),
        APPEALED("an appeal is being heard"),
        GREY("adjudicated as grey"),
        NOT_TAKEN("decided still; by its label, the selection, the rule, the cap or the policy it is not taken");

        private final String sentence;

        Why(String sentence) {
            this.sentence = sentence;
        }

        /** In words, without a full stop. */
        public String sentence() {
            return sentence;
        }
    }

    /** As {@code tombstones.jsonl} has it: erased or removed. */
    public String state() {
        return why == Why.ERASED ? "erased" : "removed";
    }

    /** For {@code --json}. */
    public Map<String, Object> told() {
        Map<String, Object> told = new LinkedHashMap<>(Map.of("item", item.toString(), "item_id", name, "state", state(), "why", why.sentence()));
        at.ifPresent(when -> told.put("at", when.toString()));
        if (!codes.isEmpty()) {
            told.put("codes", codes);
        }
        return told;
    }
}
