package dev.docket.export;

import java.util.SortedSet;
import java.util.stream.Collectors;

/** The values a selection can name at this desk. */
public record Choices(SortedSet<String> lanes, SortedSet<String> labels, SortedSet<String> packs, SortedSet<String> sources) {
    private static final int LISTED = 40;

    /** @throws SelectionException naming the field, the value that is not there, and those that are */
    public void check(Selection selection) throws SelectionException {
        check("lane", selection.lanes(), lanes);
        check("label", selection.labels(), labels);
        check("pack", selection.packs(), packs);
        check("source", selection.sources(), sources);
    }

    private static void check(String field, SortedSet<String> asked, SortedSet<String> known) throws SelectionException {
        for (String value : asked) {
            if (!known.contains(value)) {
                throw new SelectionException(field + ": there is no '" + SelectionText.plain(value) + "'; "
                        + (known.isEmpty() ? "there is none yet" : "there are " + listed(known)));
            }
        }
    }

    private static String listed(SortedSet<String> known) {
        String first = known.stream().limit(LISTED).map(SelectionText::plain).collect(Collectors.joining(", "));
        return known.size() > LISTED ? first + " and " + (known.size() - LISTED) + " more" : first;
    }
}
