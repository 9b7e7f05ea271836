package dev.docket.export;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The text form of a {@link Selection}: conditions set apart by spaces, values by commas, a value with spaces, commas
 * or quotes in double quotes (a quote inside is doubled).
 */
final class SelectionText {
    static final String FIELDS = "lane, label, decided, pack, source, gold";
    private static final int MAX_LENGTH = 10_000;
    private static final String VALUE = "(?:\"(?:[^\"]|\"\")*\"|[^\\s,\"]+)";
    private static final Pattern VALUES = Pattern.compile(VALUE);
    private static final Pattern CONDITION =
            Pattern.compile("\\s*([A-Za-z_]+)(>=|<=|=|>|<|!=)(" + VALUE + "(?:," + VALUE + ")*)(?=\\s|$)");

    private SelectionText() {}

    static Selection parse(String where) throws SelectionException {
        if (where.length() > MAX_LENGTH) {
            throw new SelectionException("The selection is longer than " + MAX_LENGTH + " characters");
        }
        Selection selection = Selection.ALL;
        Matcher condition = CONDITION.matcher(where);
        int at = 0;
        while (at < where.stripTrailing().length()) {
            if (!condition.find(at) || condition.start() != at) {
                throw new SelectionException("Cannot read '" + plain(where.substring(at).strip())
                        + "' in the selection; write FIELD=VALUE[,VALUE], with FIELD one of " + FIELDS);
            }
            selection = with(selection, condition.group(1), condition.group(2), values(condition.group(3)));
            at = condition.end();
        }
        if (selection.from().isPresent() && selection.to().isPresent() && selection.from().get().isAfter(selection.to().get())) {
            throw new SelectionException("decided: no day lies between " + selection.from().get() + " and " + selection.to().get());
        }
        return selection;
    }

    private static Selection with(Selection s, String field, String operator, List<String> values) throws SelectionException {
        if (field.equals("decided")) {
            return decided(s, operator, one(field, values));
        }
        boolean known = List.of("lane", "label", "pack", "source", "gold").contains(field);
        if (known && !operator.equals("=")) {
            throw new SelectionException(field + ": use '=', not '" + operator + "'");
        }
        return switch (field) {
            case "lane" -> s.withLanes(both(s.lanes(), values, field));
            case "label" -> s.withLabels(both(s.labels(), values, field));
            case "pack" -> s.withPacks(both(s.packs(), values, field));
            case "source" -> s.withSources(both(s.sources(), values, field));
            case "gold" -> s.withGold(yes(one(field, values)));
            default -> throw new SelectionException("No field '" + plain(field) + "'; the fields are " + FIELDS);
        };
    }

    private static Selection decided(Selection s, String operator, String value) throws SelectionException {
        LocalDate day = day(value);
        return switch (operator) {
            case "=" -> s.withDecided(Optional.of(day), Optional.of(day));
            case ">=" -> s.withDecided(Optional.of(day), s.to());
            case ">" -> s.withDecided(Optional.of(day.plusDays(1)), s.to());
            case "<=" -> s.withDecided(s.from(), Optional.of(day));
            case "<" -> s.withDecided(s.from(), Optional.of(day.minusDays(1)));
            default -> throw new SelectionException("decided: use =, >=, >, <= or <, not '" + operator + "'");
        };
    }

    private static LocalDate day(String value) throws SelectionException {
        try {
            return LocalDate.parse(value);
        } catch (DateTimeException _) {
            throw new SelectionException("decided: '" + plain(value) + "' is no day; write it as 2026-11-01");
        }
    }

    /** A field given twice would have to hold twice; nothing has two sources, so that is a slip. */
    private static List<String> both(SortedSet<String> before, List<String> values, String field) throws SelectionException {
        if (!before.isEmpty()) {
            throw new SelectionException(field + ": given twice; write " + field + "=A,B for either");
        }
        return values;
    }

    private static String one(String field, List<String> values) throws SelectionException {
        if (values.size() != 1) {
            throw new SelectionException(field + ": takes one value, not " + values.size());
        }
        return values.getFirst();
    }

    private static boolean yes(String value) throws SelectionException {
        return switch (value) {
            case "yes", "true" -> true;
            case "no", "false" -> false;
            default -> throw new SelectionException("gold: yes or no, not '" + plain(value) + "'");
        };
    }

    private static List<String> values(String text) {
        List<String> values = new ArrayList<>();
        Matcher value = VALUES.matcher(text);
        while (value.find()) {
            String word = value.group();
            values.add(word.startsWith("\"") ? word.substring(1, word.length() - 1).replace("\"\"", "\"") : word);
        }
        return values;
    }

    static String write(Selection s) {
        List<String> conditions = new ArrayList<>();
        add(conditions, "lane", s.lanes());
        add(conditions, "label", s.labels());
        s.from().ifPresent(day -> conditions.add("decided>=" + day));
        s.to().ifPresent(day -> conditions.add("decided<=" + day));
        add(conditions, "pack", s.packs());
        add(conditions, "source", s.sources());
        if (s.gold()) {
            conditions.add("gold=yes");
        }
        return String.join(" ", conditions);
    }

    private static void add(List<String> conditions, String field, SortedSet<String> values) {
        if (!values.isEmpty()) {
            conditions.add(field + "=" + new TreeSet<>(values).stream().map(SelectionText::quoted).collect(Collectors.joining(",")));
        }
    }

    private static String quoted(String value) {
        return value.matches("[^\\s,\"]+") ? value : "\"" + value.replace("\"", "\"\"") + "\"";
    }

    /** Outside text for a message: at most 60 characters, none of them a control character. */
    static String plain(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", "?");
        return plain.length() > 60 ? plain.substring(0, 60) + "…" : plain;
    }
}
