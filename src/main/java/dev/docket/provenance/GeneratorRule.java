package dev.docket.provenance;

import dev.docket.provenance.Entry.Place;
import dev.docket.provenance.ProvenanceReport.Origin;
import dev.docket.provenance.ProvenanceReport.Signal;
import dev.docket.provenance.ProvenanceReport.Strength;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How one program is known by what it writes into files. All conditions have to hold.
 *
 * @param tool its name; empty: whatever the first condition matched
 * @param source generator, label or iptc
 */
record GeneratorRule(String tool, String source, Strength strength, Origin origin, List<Condition> all) {

    /**
     * One text that has to be there.
     *
     * @param key the whole key has to match
     * @param value found somewhere in the first 64 k characters; must not backtrack badly
     */
    record Condition(Set<Place> places, Pattern key, Pattern value) {

        /** A condition on texts whose key matches {@code key} as a whole, ignoring nothing. */
        static Condition at(Set<Place> places, String key, String value) {
            return new Condition(places, Pattern.compile(key), Pattern.compile(value));
        }

        Optional<Hit> find(List<Entry> entries) {
            for (Entry entry : entries) {
                if (places.contains(entry.place()) && key.matcher(entry.key()).matches()) {
                    Matcher found = value.matcher(PlainText.searched(entry.value()));
                    if (found.find()) {
                        return Optional.of(new Hit(entry, found.group(), found.start()));
                    }
                }
            }
            return Optional.empty();
        }
    }

    /** Where a condition was met. */
    record Hit(Entry entry, String text, int start) {}

    /** The rule's statement about a file with these texts; empty when it does not apply. */
    Optional<Signal> apply(List<Entry> entries) {
        List<Optional<Hit>> hits = all.stream().map(condition -> condition.find(entries)).toList();
        if (hits.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        Hit first = hits.getFirst().orElseThrow();
        String text = first.entry().value();
        String excerpt = Optional.of(text).filter(_ -> tool.equals(WebUiText.TOOL)).flatMap(WebUiText::shortened)
                .orElseGet(() -> text.substring(first.start(), Math.min(text.length(), first.start() + 400)));
        return Optional.of(new Signal(
                source, strength, origin, PlainText.shown(tool.isEmpty() ? first.text() : tool),
                PlainText.shown(first.entry().where() + ": " + excerpt)));
    }
}
