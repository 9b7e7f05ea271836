package dev.docket.hash;

import dev.docket.hash.BankLine.Known;
import dev.docket.hash.BankLine.Other;
import dev.docket.hash.BankLine.Withdrawn;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The fields of one line, read. Empty text where the line says nothing.
 *
 * @param kind the list's word for the kind of hash
 * @param status Active, Withdrawn, NEGATIVE_CLASS ...: only those that take a hash back count
 */
record BankCells(String kind, String hash, String quality, String label, String expires, String status) {
    private static final int LONGEST_LABEL = 60;
    private static final Set<String> TAKEN_BACK = Set.of("withdrawn", "deleted", "removed", "revoked", "inactive",
            "negative_class", "disputed", "false_positive", "non_malicious");

    BankLine read(BankDefaults defaults) throws BankFormatException {
        Optional<HashKind> known = knownKind(defaults);
        if (known.isEmpty()) {
            return new Other();
        }
        byte[] bytes = bytes(known.get());
        if (TAKEN_BACK.contains(status.toLowerCase(Locale.ROOT))) {
            return new Withdrawn(known.get(), bytes);
        }
        OptionalInt said = known.get() == HashKind.PDQ ? statedQuality() : OptionalInt.empty();
        if (said.isPresent() && said.getAsInt() < NearDuplicates.MIN_QUALITY) {
            return new Other();
        }
        return new Known(new BankEntry(known.get(), bytes, said, label(defaults.label()), expires.isEmpty() ? defaults.expires() : until(expires)));
    }

    private Optional<HashKind> knownKind(BankDefaults defaults) throws BankFormatException {
        if (!kind.isEmpty()) {
            return HashKind.of(kind);
        }
        if (defaults.kind().isPresent()) {
            return defaults.kind();
        }
        if (hash.length() == 2 * HashKind.MD5.bytes()) {
            return Optional.of(HashKind.MD5);
        }
        if (hash.length() == 2 * HashKind.PDQ.bytes()) {
            throw new BankFormatException("64 digits may be PDQ or SHA-256; say which with --type, or begin the line with pdq or sha256");
        }
        throw new BankFormatException("is no hash: a PDQ or SHA-256 hash has 64 hex digits, an MD5 32");
    }

    private byte[] bytes(HashKind of) throws BankFormatException {
        try {
            byte[] bytes = HexFormat.of().parseHex(hash);
            if (bytes.length == of.bytes()) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new BankFormatException("hash: is no " + of.title() + " hash, which has " + 2 * of.bytes() + " hex digits");
    }

    private OptionalInt statedQuality() throws BankFormatException {
        if (quality.isEmpty()) {
            return OptionalInt.empty();
        }
        try {
            int value = Integer.parseInt(quality);
            if (value >= 0 && value <= 100) {
                return OptionalInt.of(value);
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new BankFormatException("quality: is no whole number from 0 to 100");
    }

    private String label(String other) throws BankFormatException {
        if (label.length() > LONGEST_LABEL) {
            throw new BankFormatException("label: has more than " + LONGEST_LABEL + " characters");
        }
        if (label.codePoints().anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT)) {
            throw new BankFormatException("label: has a control character");
        }
        return label.isEmpty() ? other : label;
    }

    /**
     * A day (from its midnight on, UTC), a time, or seconds since 1970, of which 0 means never.
     *
     * @throws BankFormatException when it is none of them
     */
    static Optional<Instant> until(String text) throws BankFormatException {
        try {
            if (text.matches("\\d{1,11}")) {
                long seconds = Long.parseLong(text);
                return seconds == 0 ? Optional.empty() : Optional.of(Instant.ofEpochSecond(seconds));
            }
            return Optional.of(text.length() == 10 ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant() : Instant.parse(text));
        } catch (DateTimeException e) {
            throw new BankFormatException("expires: is no day such as 2027-05-31, no time such as 2027-05-31T08:00:00Z and no seconds since 1970");
        }
    }
}
