package dev.docket.audit;

import dev.docket.audit.AuditPage.Place;
import dev.docket.audit.LoggedEntry.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** The log for people to read, page by page. Several threads. */
public final class AuditReading {
    /** What is looked at for a page, at most: a few tenths of a second. */
    private static final int LOOKED_AT = 20_000;
    private static final int HASH_BYTES = 32;
    private static final int ID_DIGITS = 32;
    private static final Pattern NAME = Pattern.compile("(.{1,40})-([0-9a-f]{4})/([0-9]{1,15})");

    private final Vouched vouched;
    private final int looked;

    /** @param vouched finds what is about an item */
    public AuditReading(Vouched vouched) {
        this(vouched, LOOKED_AT);
    }

    AuditReading(Vouched vouched, int looked) {
        this.vouched = vouched;
        this.looked = looked;
    }

    /**
     * Some entries that are wanted, the newest first.
     *
     * @param after where the page before ended; empty: from the newest
     * @param most at least 1
     */
    public AuditPage page(Handle tx, AuditFilter filter, Optional<Place> after, int most) {
        Map<UUID, Writer> writers = AuditEntries.writers(tx);
        Optional<LoggedEntry> named = named(tx, filter.words(), writers);
        if (named.isPresent()) {
            return new AuditPage(after.isPresent() ? List.of() : List.of(named.get()), Optional.empty());
        }
        List<AuditStream.Found> found = streams(tx, filter, writers.values()).stream().map(stream -> {
            filter.from().ifPresent(from -> stream.bounded("recorded_at >= :from", "from", from));
            filter.until().ifPresent(until -> stream.bounded("recorded_at < :until", "until", until));
            after.ifPresent(stream::from);
            return stream.read(tx, writers, most, looked);
        }).toList();
        return together(found, most);
    }

    /** The entry of this name, if there is one. */
    public Optional<LoggedEntry> named(Handle tx, String name) {
        return named(tx, name, AuditEntries.writers(tx));
    }

    private static Optional<LoggedEntry> named(Handle tx, String name, Map<UUID, Writer> writers) {
        Matcher parts = NAME.matcher(name);
        return !parts.matches() ? Optional.empty() : writers.values().stream()
                .filter(writer -> writer.label().equalsIgnoreCase(parts.group(1) + "-" + parts.group(2)))
                .flatMap(writer -> AuditEntries.find(tx, writer, Long.parseLong(parts.group(3))).stream()).findFirst();
    }

    /** Those that cannot be looked up are looked for among all, newest first. */
    private List<AuditStream> streams(Handle tx, AuditFilter filter, Collection<Writer> writers) {
        Collection<UUID> subjects = filter.digits().filter(digits -> digits.length() <= ID_DIGITS)
                .map(digits -> vouched.between(tx, id(digits, '0'), id(digits, 'f'))).orElse(List.of());
        List<String> kinds = filter.kind().map(AuditKind::names).orElse(List.of());
        List<AuditStream> streams = new ArrayList<>();
        if (!subjects.isEmpty()) {
            streams.add(of(kinds, new AuditStream().about(subjects)));
            filter.person().ifPresent(person -> streams.getFirst().pick("writer_id in (<of>)", Map.of(), Map.of("of", chains(writers, person))));
        } else if (filter.person().isPresent()) {
            chains(writers, filter.person().get()).forEach(writer -> streams.add(saying(filter, writers, of(kinds, new AuditStream().along("writer_id", writer)))));
        } else if (!kinds.isEmpty()) {
            kinds.forEach(kind -> streams.add(saying(filter, writers, new AuditStream().along("kind", kind))));
        } else {
            streams.add(saying(filter, writers, new AuditStream()));
        }
        return streams;
    }

    private static List<UUID> chains(Collection<Writer> writers, UUID person) {
        // nobody's chain where there is none: a list in SQL is never empty
        List<UUID> chains = writers.stream().filter(writer -> writer.person().equals(Optional.of(person))).map(Writer::id).toList();
        return chains.isEmpty() ? List.of(person) : chains;
    }

    private static AuditStream of(List<String> kinds, AuditStream stream) {
        return kinds.isEmpty() ? stream : stream.pick("kind in (<kinds>)", Map.of(), Map.of("kinds", kinds));
    }

    private static AuditStream saying(AuditFilter filter, Collection<Writer> writers, AuditStream stream) {
        if (filter.words().isEmpty()) {
            return stream;
        }
        Map<String, Object> values = new HashMap<>();
        values.put("words", "%" + filter.words().replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%");
        List<String> any = new ArrayList<>(List.of("lower(body_json) like :words escape '!'", "lower(kind) like :words escape '!'"));
        filter.digits().ifPresent(digits -> {
            any.add("leaf_hash between :least and :most_hash");
            values.put("least", padded(digits, HASH_BYTES, '0'));
            values.put("most_hash", padded(digits, HASH_BYTES, 'f'));
        });
        List<UUID> labelled = writers.stream().filter(writer -> writer.label().startsWith(filter.words())).map(Writer::id).toList();
        if (!labelled.isEmpty()) {
            any.add("writer_id in (<labelled>)");
        }
        return stream.pick(String.join(" or ", any), values, labelled.isEmpty() ? Map.of() : Map.of("labelled", labelled));
    }

    /** Only as far as each of them was looked through. */
    private static AuditPage together(List<AuditStream.Found> found, int most) {
        Comparator<Place> newest = AuditPage.NEWEST_FIRST;
        Optional<Place> reached = found.stream().flatMap(each -> each.reached().stream()).min(newest);
        List<LoggedEntry> entries = found.stream().flatMap(each -> each.entries().stream()).sorted(Comparator.comparing(LoggedEntry::place, newest))
                .filter(entry -> reached.isEmpty() || newest.compare(entry.place(), reached.get()) <= 0).toList();
        return entries.size() <= most ? new AuditPage(entries, reached)
                : new AuditPage(entries.subList(0, most), Optional.of(entries.get(most - 1).place()));
    }

    private static UUID id(String digits, char with) {
        String hex = HexFormat.of().formatHex(padded(digits, ID_DIGITS / 2, with));
        return UUID.fromString(Stream.of(hex.substring(0, 8), hex.substring(8, 12), hex.substring(12, 16), hex.substring(16, 20), hex.substring(20))
                .collect(Collectors.joining("-")));
    }

    private static byte[] padded(String digits, int bytes, char with) {
        char[] full = Arrays.copyOf(digits.toCharArray(), 2 * bytes);
        Arrays.fill(full, Math.min(digits.length(), full.length), full.length, with);
        return HexFormat.of().parseHex(new String(full));
    }
}
