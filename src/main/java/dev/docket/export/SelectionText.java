package dev.docket.export;

import dev.docket.queue.FilterText;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The text form of a {@link Selection}, in the language of {@link FilterText}. */
final class SelectionText {
    static final String FIELDS = "lane, label, decided, pack, source, uploader, gold";
    private static final int MAX_LENGTH = 10_000;

    private SelectionText() {}

    static Selection parse(String where) throws SelectionException {
        if (where.length() > MAX_LENGTH) {
            throw new SelectionException("The selection is longer than " + MAX_LENGTH + " characters");
        }
        FilterText text = FilterText.parse(where);
        if (text.unread().isPresent()) {
            throw new SelectionException("Cannot read '" + plain(where.substring(text.unread().get()).strip())
                    + "' in the selection; write FIELD=VALUE[,VALUE], with FIELD one of " + FIELDS);
        }
        Selection selection = Selection.ALL;
        for (FilterText.Condition condition : text.conditions()) {
            selection = with(selection, condition.field(), condition.operator(), condition.values());
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
        boolean known = List.of("lane", "label", "pack", "source", "uploader", "gold").contains(field);
        if (known && !operator.equals("=")) {
            throw new SelectionException(field + ": use '=', not '" + operator + "'");
        }
        return switch (field) {
            case "lane" -> s.withLanes(both(s.lanes(), values, field));
            case "label" -> s.withLabels(both(s.labels(), values, field));
            case "pack" -> s.withPacks(both(s.packs(), values, field));
            case "source" -> s.withSources(both(s.sources(), values, field));
            case "uploader" -> s.withUploaders(both(s.uploaders(), values, field));
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

    static String write(Selection s) {
        List<String> conditions = new ArrayList<>();
        add(conditions, "lane", s.lanes());
        add(conditions, "label", s.labels());
        s.from().ifPresent(day -> conditions.add("decided>=" + day));
        s.to().ifPresent(day -> conditions.add("decided<=" + day));
        add(conditions, "pack", s.packs());
        add(conditions, "source", s.sources());
        add(conditions, "uploader", s.uploaders());
        if (s.gold()) {
            conditions.add("gold=yes");
        }
        return String.join(" ", conditions);
    }

    private static void add(List<String> conditions, String field, SortedSet<String> values) {
        if (!values.isEmpty()) {
            conditions.add(field + "=" + new TreeSet<>(values).stream().map(FilterText::quoted).collect(Collectors.joining(",")));
        }
    }

    /** Outside text for a message: at most 60 characters, none of them a control character. */
    static String plain(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", "?");
        return plain.length() > 60 ? plain.substring(0, 60) + "…" : plain;
    }
}
