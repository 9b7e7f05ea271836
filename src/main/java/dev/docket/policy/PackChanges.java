package dev.docket.policy;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What changed from one pack's text to another's, line by line. */
public final class PackChanges {
    /** Lines shown around a change. */
    private static final int AROUND = 2;

    /** What happened to a line. */
    public enum Kind { SAME, REMOVED, ADDED, SKIPPED }

    /**
     * A line of the comparison.
     *
     * @param number its line number, in the earlier text where it was removed, else in the later one; 0 for lines left out
     * @param text of the line; empty where lines are left out
     */
    public record Line(Kind kind, int number, String text) {}

    private PackChanges() {}

    /** The changed lines with two lines around each; empty when the texts are the same. */
    public static List<Line> between(String earlier, String later) {
        List<String> before = earlier.lines().toList();
        List<String> after = later.lines().toList();
        List<Line> lines = new ArrayList<>();
        int shown = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(before, after).getDeltas()) {
            int at = delta.getTarget().getPosition();
            same(lines, after, shown, Math.min(shown == 0 ? 0 : shown + AROUND, at));
            int from = Math.max(shown == 0 ? 0 : Math.min(shown + AROUND, at), at - AROUND);
            if (from > (shown == 0 ? 0 : Math.min(shown + AROUND, at))) {
                lines.add(new Line(Kind.SKIPPED, 0, ""));
            }
            same(lines, after, from, at);
            numbered(lines, Kind.REMOVED, delta.getSource().getLines(), delta.getSource().getPosition());
            numbered(lines, Kind.ADDED, delta.getTarget().getLines(), at);
            shown = at + delta.getTarget().size();
        }
        if (!lines.isEmpty()) {
            same(lines, after, shown, Math.min(after.size(), shown + AROUND));
        }
        return List.copyOf(lines);
    }

    /** As {@link #between}, of what two packs say of one label alone; empty when that is the same, or one does not have it. */
    public static List<Line> ofLabel(String earlier, String later, String label) {
        String before = label(earlier, label);
        String after = label(later, label);
        return before.isEmpty() || after.isEmpty() ? List.of() : between(before, after);
    }

    /** The lines of a label: from its id to the next entry of the list, comments at their ends left out. */
    private static String label(String pack, String id) {
        StringBuilder lines = new StringBuilder();
        int indent = -1;
        for (String line : pack.lines().toList()) {
            int spaces = line.length() - line.stripLeading().length();
            String text = line.strip();
            if (indent < 0) {
                indent = text.matches("- id: *[\"']?" + Pattern.quote(id) + "[\"']?( *#.*)?") ? spaces : -1;
            } else if (!text.isEmpty() && (spaces < indent || spaces == indent && text.startsWith("- "))) {
                break;
            }
            if (indent >= 0 && !text.startsWith("#")) {
                lines.append(line.stripTrailing()).append('\n');
            }
        }
        return lines.toString();
    }

    private static void same(List<Line> lines, List<String> text, int from, int to) {
        if (from < to) {
            numbered(lines, Kind.SAME, text.subList(from, to), from);
        }
    }

    private static void numbered(List<Line> lines, Kind kind, List<String> texts, int from) {
        for (int i = 0; i < texts.size(); i++) {
            lines.add(new Line(kind, from + i + 1, texts.get(i)));
        }
    }
}
