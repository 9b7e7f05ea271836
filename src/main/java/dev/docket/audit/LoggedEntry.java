package dev.docket.audit;

import dev.docket.storage.CanonicalJson;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * An entry as it lies in the database.
 *
 * @param recordedAt the database's clock; under no hash
 * @param writer whose chain it is in
 */
public record LoggedEntry(AuditEntry entry, Instant recordedAt, Writer writer) {

    /**
     * Who writes a chain.
     *
     * @param name what it writes for: {@code desk}, {@code intake}
     * @param person where it is a person's; a chain of a team's login is
     */
    public record Writer(UUID id, String name, Optional<UUID> person) {
        public String label() {
            return Chains.label(id, name);
        }
    }

    /** {@code desk-1a2b/9400}, as faults name it. */
    public String label() {
        return writer.label() + "/" + entry.seq();
    }

    public AuditPage.Place place() {
        return new AuditPage.Place(recordedAt, entry.writer(), entry.seq());
    }

    /** A text or a number of the body; empty where there is none, or the body cannot be read. */
    public Optional<String> field(String name) {
        try {
            return Optional.ofNullable(CanonicalJson.read(entry.body(), JsonNode.class).get(name)).filter(JsonNode::isValueNode).map(JsonNode::asString);
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    /** The item it is about, if it is about one. */
    public Optional<UUID> item() {
        return field("item").flatMap(LoggedEntry::id);
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
