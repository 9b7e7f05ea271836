package dev.docket.cli;

import dev.docket.item.HandOver;
import dev.docket.storage.ContentHash;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * A hand-over record in words and in JSON.
 *
 * @param names a person's pseudonym
 */
record HandOverReport(HandOver record, Function<UUID, String> names) {

    String line() {
        return "%d  %s  item %s  %s  %s  %s".formatted(record.number(), record.opened(), record.item().toString().substring(0, 8), cause(),
                record.grounds().reason(), record.handed().map(done -> "handed over as " + done.reference()).orElse("waits to be handed over"));
    }

    void print(PrintWriter out) {
        out.println("Record        " + record.number());
        out.println("Item          " + record.item());
        out.println("SHA-256       " + record.picture().hex());
        out.println("Quarantined   " + record.opened());
        out.println("By            " + cause());
        out.println("Reason        " + record.grounds().reason());
        out.println("Policy        " + record.grounds().pack() + record.grounds().packHash().map(hash -> "  " + hash.hex()).orElse(""));
        out.println("Jurisdiction  " + record.grounds().jurisdiction());
        out.println("Handed over   " + record.handed()
                .map(done -> done.at() + " as " + done.reference() + ", noted by " + names.apply(done.by())).orElse("not yet"));
    }

    private String cause() {
        return switch (record.grounds().cause()) {
            case PERSON -> record.grounds().person().map(names).orElse("?");
            case BANK -> "bank " + record.grounds().source();
            case POLICY -> "the policy, unseen";
            case COPY -> "a copy of record " + record.grounds().source();
            case EARLIER -> "an earlier version, see the audit log";
        };
    }

    Map<String, Object> json() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("record", record.number());
        fields.put("item", record.item().toString());
        fields.put("sha256", record.picture().hex());
        fields.put("quarantined_at", record.opened().toString());
        fields.put("cause", record.grounds().cause().name().toLowerCase(Locale.ROOT));
        record.grounds().person().ifPresent(person -> fields.put("by", names.apply(person)));
        fields.put("source", record.grounds().source());
        fields.put("reason", record.grounds().reason());
        fields.put("pack", record.grounds().pack());
        fields.put("pack_sha256", record.grounds().packHash().map(ContentHash::hex).orElse(""));
        fields.put("jurisdiction", record.grounds().jurisdiction());
        fields.put("handed_over", record.handed().isPresent());
        record.handed().ifPresent(done -> {
            fields.put("reference", done.reference());
            fields.put("handed_over_at", done.at().toString());
            fields.put("noted_by", names.apply(done.by()));
        });
        return fields;
    }
}
