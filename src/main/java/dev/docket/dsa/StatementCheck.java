package dev.docket.dsa;

import dev.docket.storage.CanonicalJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.DeserializationFeature;

/**
 * Holds statements of reasons against the schema of 1 July 2025, against what the database's server does beyond it, and against
 * the ban on personal data; nothing is sent anywhere. Several threads.
 */
public final class StatementCheck {
    /** Most statements in one call. */
    public static final int MOST = 100;
    private static final int MAX_BYTES = 8 << 20;
    private static final String STATEMENTS = "statements";
    private static final ObjectReader READER = CanonicalJson.MAPPER.reader()
            .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /**
     * What was found.
     *
     * @param statements how many there are
     * @param single whether the file is one statement rather than {@code {"statements": [...]}}
     * @param faults by {@code statement_N}, N from 0, as the server names them; only those with any, in order
     */
    public record Outcome(int statements, boolean single, Map<String, List<Fault>> faults) {
        public boolean sound() {
            return faults.isEmpty();
        }
    }

    private StatementCheck() {}

    /** Everything wrong with one statement; empty when the database would store it as it is. */
    public static List<Fault> of(JsonNode body) {
        if (!body.isObject()) {
            return List.of(new Fault(Fault.BODY, "is not an object"));
        }
        List<Fault> faults = new ArrayList<>(FieldTable.check(body));
        ServerRules.check(body).stream().filter(rule -> faults.stream().noneMatch(fault -> fault.field().equals(rule.field()))).toList().forEach(faults::add);
        faults.addAll(PublicWords.check(body));
        return faults;
    }

    /** @throws IOException when it cannot be read, or is larger than 8 MiB */
    public static Outcome file(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] text = in.readNBytes(MAX_BYTES + 1);
            if (text.length > MAX_BYTES) {
                throw new IOException(file + " is larger than 8 MiB; a file holds at most " + MOST + " statements");
            }
            return text(text);
        }
    }

    static Outcome text(byte[] json) {
        JsonNode read;
        try {
            read = READER.readTree(json);
        } catch (JacksonException e) {
            String where = e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr() + ": ";
            return whole("is not JSON: " + where + FieldTable.shown(e.getOriginalMessage()));
        }
        if (read == null || !read.isObject()) {
            return whole("is neither a statement nor {\"statements\": [...]}");
        }
        if (!read.has(STATEMENTS)) {
            List<Fault> faults = of(read);
            return new Outcome(1, true, faults.isEmpty() ? Map.of() : Map.of("statement_0", faults));
        }
        return many(read);
    }

    private static Outcome many(JsonNode read) {
        JsonNode statements = read.get(STATEMENTS);
        if (read.size() > 1) {
            return whole("holds more than its statements");
        }
        if (!statements.isArray() || statements.isEmpty() || statements.size() > MOST) {
            return whole(STATEMENTS + " has to be a list of 1 to " + MOST + (statements.isArray() ? ", not " + statements.size() : ""));
        }
        Map<String, List<Fault>> faults = new LinkedHashMap<>();
        Set<String> puids = new HashSet<>();
        for (int n = 0; n < statements.size(); n++) {
            List<Fault> found = new ArrayList<>(of(statements.get(n)));
            if (statements.get(n).path("puid").isString() && !puids.add(statements.get(n).get("puid").asString())) {
                found.add(new Fault("puid", "is that of an earlier statement in this file; every statement has its own"));
            }
            if (!found.isEmpty()) {
                faults.put("statement_" + n, List.copyOf(found));
            }
        }
        return new Outcome(statements.size(), false, faults);
    }

    private static Outcome whole(String message) {
        return new Outcome(0, false, Map.of(Fault.BODY, List.of(new Fault(Fault.BODY, message))));
    }
}
