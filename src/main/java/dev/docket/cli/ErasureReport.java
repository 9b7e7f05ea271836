package dev.docket.cli;

import dev.docket.desk.Desk;
import dev.docket.export.MarkedCopy;
import dev.docket.export.SetRegister.Carried;
import dev.docket.item.LegalHold;
import dev.docket.item.Tombstone;
import dev.docket.retention.Eraser;
import dev.docket.storage.CanonicalJson;
import dev.docket.team.Member;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** What was erased and what was not, for people and for programs. */
record ErasureReport(Desk desk, PrintWriter out) {

    /** @param yes whether it was to be erased, or only looked at */
    void outcome(Eraser.Outcome outcome, Elsewhere left, boolean yes, boolean json) {
        if (json) {
            out.println(outcome.stone().map(stone -> json(stone, left)).orElseGet(() -> CanonicalJson.write(notErased(outcome, left))));
            return;
        }
        out.println(outcome.stone().map(ErasureReport::line).orElseGet(() -> outcome.item() + (outcome.heldBy().isEmpty()
                ? yes ? "  not erased: it is quarantined, or gone already" : "  would be erased" : "  on hold")));
        outcome.heldBy().forEach(hold -> out.println("    " + hold.reference() + ", placed by " + name(hold.by()) + " on " + hold.at() + (hold.item().equals(outcome.item()) ? "" : " on " + hold.item() + ", which shows the same picture")));
        left.sets().forEach(set -> out.println("    left in set " + set.manifest().hex().substring(0, 12) + " as " + set.name() + ", written by " + name(set.by()) + " on " + set.at() + " to " + set.folder()));
        left.copies().forEach(copy -> out.println("    handed to " + copy.recipient() + " as marked copy " + copy.number() + ", written by " + name(copy.by()) + " on " + copy.at()));
    }

    static String line(Tombstone stone) {
        return "%s  erased %s: %s (%s, %s)".formatted(stone.item(), stone.at(), stone.words(), stone.reason(), stone.basis());
    }

    static String json(Tombstone stone, Elsewhere left) {
        Map<String, Object> fields = new TreeMap<>(Map.of("item", stone.item().toString(), "erased", true, "erased_at", stone.at().toString(), "parts", stone.parts().stream().sorted().map(Tombstone.Part::word).toList(),
                "cause", stone.cause().name().toLowerCase(Locale.ROOT), "reason", stone.reason(), "legal_basis", stone.basis(), "by", stone.by().toString()));
        fields.put("sets", left.sets().stream().map(ErasureReport::fields).toList());
        fields.put("copies", left.copies().stream().map(ErasureReport::fields).toList());
        return CanonicalJson.write(fields);
    }

    private Map<String, Object> notErased(Eraser.Outcome outcome, Elsewhere left) {
        return new TreeMap<>(Map.of("item", outcome.item().toString(), "erased", false, "sets", left.sets().stream().map(ErasureReport::fields).toList(), "copies", left.copies().stream().map(ErasureReport::fields).toList(),
                "holds", outcome.heldBy().stream().map(this::fields).toList()));
    }

    private Map<String, Object> fields(LegalHold hold) {
        return new TreeMap<>(Map.of("item", hold.item().toString(), "reference", hold.reference(), "placed_by", name(hold.by()), "placed_at", hold.at().toString()));
    }

    private static Map<String, Object> fields(Carried set) {
        return new TreeMap<>(Map.of("manifest", set.manifest().hex(), "folder", set.folder(), "written_at", set.at().toString(), "written_by", set.by().toString(), "item_id", set.name()));
    }

    private static Map<String, Object> fields(MarkedCopy copy) {
        return new TreeMap<>(Map.of("number", copy.number(), "manifest", copy.manifest().hex(), "recipient", copy.recipient(), "written_at", copy.at().toString(), "written_by", copy.by().toString()));
    }

    private String name(UUID person) {
        return desk.database.inTransaction(tx -> desk.team.find(tx, person)).map(Member::pseudonym).orElse("?");
    }
}
