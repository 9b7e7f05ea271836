package dev.docket.audit;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Which entries are wanted; all of these at once.
 *
 * @param words an entry's name ({@code desk-1a2b/9400}), the beginning of an id or a leaf hash, or words of a body; empty text for any
 * @param person whose chains; empty: everybody's
 * @param from the database's clock, inclusive
 * @param until exclusive
 */
public record AuditFilter(String words, Optional<AuditKind> kind, Optional<UUID> person, Optional<Instant> from, Optional<Instant> until) {
    public static final AuditFilter ALL = new AuditFilter("", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private static final int LEAST_DIGITS = 6;
    private static final int ID_DIGITS = 32;

    public AuditFilter {
        words = words.strip().toLowerCase(Locale.ROOT);
    }

    public AuditFilter withWords(String now) {
        return new AuditFilter(now, kind, person, from, until);
    }

    public AuditFilter withKind(Optional<AuditKind> now) {
        return new AuditFilter(words, now, person, from, until);
    }

    public AuditFilter withPerson(Optional<UUID> now) {
        return new AuditFilter(words, kind, now, from, until);
    }

    public AuditFilter within(Optional<Instant> start, Optional<Instant> end) {
        return new AuditFilter(words, kind, person, start, end);
    }

    /** The words as hexadecimal digits, where they could be the beginning of an id or a hash. */
    Optional<String> digits() {
        String digits = words.replace("-", "");
        return digits.length() >= LEAST_DIGITS && digits.length() <= 2 * ID_DIGITS && digits.chars().allMatch(HexFormat::isHexDigit) ? Optional.of(digits) : Optional.empty();
    }
}
