package dev.docket.cli;

import dev.docket.hash.Bank;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A hash bank in words and in JSON. */
record BankReport(Bank bank) {

    String line() {
        String kinds = bank.kinds().entrySet().stream().map(kind -> kind.getValue() + " " + kind.getKey().title()).collect(Collectors.joining(", "));
        return bank.name() + "  " + (kinds.isEmpty() ? "empty" : kinds) + (bank.expired() == 0 ? "" : ", " + bank.expired() + " expired");
    }

    void print(PrintWriter out) {
        out.println(line());
        out.println("added " + bank.added());
        bank.labels().forEach((label, entries) -> out.println((label.isEmpty() ? "without a label" : label) + "  " + entries));
    }

    Map<String, Object> json() {
        Map<String, Object> kinds = new LinkedHashMap<>();
        bank.kinds().forEach((kind, entries) -> kinds.put(kind.word(), entries));
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("bank", bank.name());
        fields.put("added_at", bank.added());
        fields.put("entries", bank.entries());
        fields.put("kinds", kinds);
        fields.put("labels", bank.labels());
        fields.put("expired", bank.expired());
        return fields;
    }
}
