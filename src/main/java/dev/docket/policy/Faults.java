package dev.docket.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Collects what is wrong with a pack while it is read, and which fields were asked for. One thread. */
final class Faults {
    private final List<PolicyFile.Fault> found = new ArrayList<>();
    private final SortedSet<String> fields = new TreeSet<>();

    void add(int line, String field, String message) {
        found.add(new PolicyFile.Fault(line, field, message));
    }

    boolean any() {
        return !found.isEmpty();
    }

    /** By line. */
    List<PolicyFile.Fault> found() {
        return found.stream().sorted(Comparator.comparingInt(PolicyFile.Fault::line)).toList();
    }

    /** Remembers that the reader knows a field, as {@code labels[].title} or {@code actions.*.title}. */
    void asked(String pattern) {
        fields.add(pattern);
    }

    /** Every field the reader asked for. */
    SortedSet<String> fields() {
        return fields;
    }

    /** {@code ; did you mean 'x'?} where one of the known words is close, else nothing. */
    static String didYouMean(String word, Collection<String> known) {
        Optional<String> nearest = known.stream().min(Comparator.comparingInt(k -> distance(word, k)));
        return nearest.filter(k -> distance(word, k) <= Math.max(1, k.length() / 3)).map(k -> "; did you mean '" + k + "'?").orElse("");
    }

    /** Edits (insert, delete, replace a character) from one word to the other. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
