package dev.docket.audit;

import dev.docket.storage.CanonicalJson;
import dev.docket.storage.ContentHash;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads what {@link AuditEntry#line} wrote, and nothing else: spaces or another order of fields are changes too. */
final class EntryLine {
    private static final String AT = "{\"at\":\"";
    private static final String BODY = "\",\"body\":";
    private static final String KIND = ",\"kind\":\"";
    /** From the kind on every field has its form, so the last of its name is the entry's and none in the body. */
    private static final Pattern AFTER_BODY = Pattern.compile(KIND + "([A-Za-z0-9_]+)\",\"leaf\":\"([0-9a-f]{64})\",\"previous\":\"([0-9a-f]{64})\",\"seq\":(0|[1-9][0-9]{0,17})"
            + "(?:,\"subject\":\"([0-9a-f-]{36})\")?,\"writer\":\"([0-9a-f-]{36})\"\\}");

    private EntryLine() {}

    /** Empty when the line is not the one text of an entry. */
    static Optional<AuditEntry> read(String line) {
        int afterAt = line.indexOf(BODY);
        int afterBody = line.lastIndexOf(KIND);
        Matcher after = AFTER_BODY.matcher(line);
        if (!line.startsWith(AT) || afterAt < 0 || afterBody < afterAt + BODY.length() || !after.region(afterBody, line.length()).matches()) {
            return Optional.empty();
        }
        try {
            AuditEntry entry = new AuditEntry(UUID.fromString(after.group(6)), Long.parseLong(after.group(4)), Instant.parse(line.substring(AT.length(), afterAt)),
                    after.group(1), Optional.ofNullable(after.group(5)).map(UUID::fromString), line.substring(afterAt + BODY.length(), afterBody),
                    ContentHash.fromHex(after.group(3)), ContentHash.fromHex(after.group(2)));
            return entry.line().equals(line) && isCanonical(entry.body()) ? Optional.of(entry) : Optional.empty();
        } catch (JacksonException | IllegalArgumentException | DateTimeException | UncheckedIOException _) {
            return Optional.empty();
        }
    }

    private static boolean isCanonical(String body) {
        return PlainJson.isCanonical(body) || CanonicalJson.write(CanonicalJson.read(body, JsonNode.class)).equals(body);
    }
}
