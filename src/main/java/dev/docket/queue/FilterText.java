package dev.docket.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one language in which items are filtered, in the queue's search as for decision sets: conditions {@code FIELD=VALUE[,VALUE]} set
 * apart by spaces; a value with spaces, commas or quotes in double quotes, a quote inside doubled. What is no condition is words.
 *
 * @param words what is no condition, as it was typed, by one space
 * @param unread where the first of the words begins; empty when all is conditions
 */
public record FilterText(List<Condition> conditions, String words, Optional<Integer> unread) {

    /** @param operator one of = != &gt;= &lt;= &gt; &lt; */
    public record Condition(String field, String operator, List<String> values) {}

    private static final String VALUE = "(?:\"(?:[^\"]|\"\")*+\"|[^\\s,\"]+)";
    private static final Pattern VALUES = Pattern.compile(VALUE);
    private static final Pattern CONDITION = Pattern.compile("([A-Za-z_]+)(>=|<=|=|>|<|!=)(" + VALUE + "(?:," + VALUE + ")*+)(?=\\s|$)");
    private static final Pattern WORD = Pattern.compile("\\S+");

    public FilterText {
        conditions = List.copyOf(conditions);
    }

    /** Reads any text. */
    public static FilterText parse(String text) {
        List<Condition> conditions = new ArrayList<>();
        List<String> words = new ArrayList<>();
        Optional<Integer> unread = Optional.empty();
        Matcher condition = CONDITION.matcher(text);
        Matcher word = WORD.matcher(text);
        for (int at = 0; word.find(at); ) {
            at = word.start();
            if (condition.find(at) && condition.start() == at) {
                conditions.add(new Condition(condition.group(1), condition.group(2), values(condition.group(3))));
                at = condition.end();
            } else {
                words.add(word.group());
                unread = unread.or(() -> Optional.of(word.start()));
                at = word.end();
            }
        }
        return new FilterText(conditions, String.join(" ", words), unread);
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

    /** A value as it is written in a condition. */
    public static String quoted(String value) {
        return value.matches("[^\\s,\"]+") ? value : "\"" + value.replace("\"", "\"\"") + "\"";
    }
}
