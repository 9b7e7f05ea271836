package dev.docket.audit;

import dev.docket.storage.ContentHash;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Follows the chains of all writers, entry by entry, and says what is wrong with the first entry that does not fit. The
 * entries of one writer come in order of seq. One thread.
 */
final class Chains {
    /** How far a chain goes, or went once. */
    record Head(UUID writer, String name, long nextSeq, ContentHash hash) {
        /** {@code desk-1a2b}. */
        String label() {
            return Chains.label(writer, name);
        }
    }

    static String label(UUID writer, String name) {
        return name + "-" + writer.toString().substring(0, 4);
    }

    private final Map<UUID, Head> promised = new HashMap<>();
    private final Map<UUID, Head> marks = new HashMap<>();
    private final Map<UUID, AuditEntry> last = new HashMap<>();
    private long entries;

    /** @param heads where the chains end */
    Chains(List<Head> heads) {
        this(heads, List.of());
    }

    /** @param marks entries that writers vouched for when they were their last */
    Chains(List<Head> heads, List<Head> marks) {
        heads.forEach(head -> promised.put(head.writer(), head));
        marks.forEach(mark -> this.marks.put(mark.writer(), mark));
    }

    long entries() {
        return entries;
    }

    long writers() {
        return promised.size();
    }

    /** What is wrong with the entry, if anything; then it is as if it had not been there. */
    Optional<String> follow(AuditEntry entry) {
        Head head = promised.get(entry.writer());
        if (head == null) {
            return Optional.of("%s/%d: its writer is not in the list of writers".formatted(entry.writer(), entry.seq()));
        }
        AuditEntry before = last.get(entry.writer());
        long expected = before == null ? 0 : before.seq() + 1;
        if (entry.seq() != expected) {
            return Optional.of("%s/%d: the entry is missing; the next one present is %d".formatted(head.label(), expected, entry.seq()));
        }
        if (!entry.isIntact()) {
            return Optional.of("%s/%d: body does not match its leaf hash".formatted(head.label(), entry.seq()));
        }
        if (!entry.previous().equals(before == null ? AuditEntry.NONE : before.leaf())) {
            return Optional.of("%s/%d: does not follow from the entry before it".formatted(head.label(), entry.seq()));
        }
        Head mark = marks.get(entry.writer());
        if (mark != null && mark.nextSeq() == entry.seq() + 1 && !mark.hash().equals(entry.leaf())) {
            return Optional.of("%s/%d: is not the entry its writer marked".formatted(head.label(), entry.seq()));
        }
        last.put(entry.writer(), entry);
        entries++;
        return Optional.empty();
    }

    /** What is wrong with the ends of the chains, once every entry has been followed. */
    Optional<String> atTheEnd() {
        return promised.values().stream().sorted((a, b) -> a.writer().compareTo(b.writer()))
                .flatMap(head -> end(head).stream()).findFirst();
    }

    private Optional<String> end(Head head) {
        AuditEntry end = last.get(head.writer());
        long next = end == null ? 0 : end.seq() + 1;
        if (next != head.nextSeq()) {
            return Optional.of("%s/%d: the entry is missing, and so are all after it up to %d"
                    .formatted(head.label(), Math.min(next, head.nextSeq()), Math.max(next, head.nextSeq()) - 1));
        }
        ContentHash hash = end == null ? AuditEntry.NONE : end.leaf();
        return hash.equals(head.hash()) ? Optional.empty()
                : Optional.of("%s/%d: is not the entry the writer ended on".formatted(head.label(), next - 1));
    }
}
