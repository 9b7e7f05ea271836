package dev.docket.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * The fields of one mapping in a pack. Whatever is missing or of the wrong type becomes a fault with line and path, and a
 * harmless stand-in is returned, so that one reading finds every fault. Fields nobody asked for are faults too: see
 * {@link #noMore}. One thread.
 */
final class Fields {
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final Set<String> asked = new TreeSet<>();
    private final String path;
    private final String pattern;
    private final int line;
    private final Faults faults;
    private final Values read;

    /**
     * @param path such as {@code labels[3]}, empty at the top
     * @param pattern such as {@code labels[]}, empty at the top
     */
    Fields(Node node, String path, String pattern, Faults faults) {
        this.path = path;
        this.pattern = pattern;
        line = Values.lineOf(node);
        if (!(node instanceof MappingNode mapping)) {
            faults.add(line, path.isEmpty() ? "(top)" : path, "is not a mapping of fields to values");
            this.faults = new Faults(); // what it lacks follows from that and is not told again
            read = new Values(this.faults);
            return;
        }
        this.faults = faults;
        read = new Values(faults);
        for (NodeTuple entry : mapping.getValue()) {
            String name = entry.getKeyNode() instanceof ScalarNode key ? key.getValue() : "?";
            int at = Values.lineOf(entry.getKeyNode());
            if (values.put(name, entry.getValueNode()) != null) {
                faults.add(at, at(Values.shown(name)), "stands here twice; first on line " + lines.get(name));
            }
            lines.putIfAbsent(name, at);
        }
    }

    /** Line of a field, or of the mapping when it has no such field. */
    int line(String name) {
        return lines.getOrDefault(name, line);
    }

    int line() {
        return line;
    }

    void fault(String name, String message) {
        faults.add(line(name), at(name), message);
    }

    boolean has(String name) {
        return values.containsKey(name) && !Values.isNull(values.get(name));
    }

    /** Required text of 1..max characters. */
    String text(String name, int max) {
        Optional<String> text = optionalText(name, max);
        if (text.isEmpty() && !has(name)) {
            missing(name);
        }
        return text.orElse("");
    }

    Optional<String> optionalText(String name, int max) {
        return value(name).map(node -> read.text(node, at(name), max));
    }

    /** Required text in the given form, which {@code form} describes to people. */
    String text(String name, Pattern pattern, String form) {
        String text = text(name, 200);
        if (!text.isEmpty() && !pattern.matcher(text).matches()) {
            fault(name, "'" + Values.shown(text) + "' is not " + form);
        }
        return text;
    }

    /** Text in the given form, or nothing. */
    Optional<String> optional(String name, Pattern form, String described) {
        return has(name) ? Optional.of(text(name, form, described)) : optionalText(name, 0);
    }

    /** Required: one of the known words, which are a {@code what}. */
    String oneOf(String name, Collection<String> known, String what) {
        Optional<String> word = optionalOneOf(name, known, what);
        if (word.isEmpty() && !has(name)) {
            missing(name);
        }
        return word.orElse(known.stream().findFirst().orElse(""));
    }

    Optional<String> optionalOneOf(String name, Collection<String> known, String what) {
        return value(name).map(node -> read.word(node, at(name), known, what));
    }

    Optional<Severity> optionalSeverity(String name) {
        return optionalOneOf(name, Values.SEVERITIES, "severity").map(Values::severityOf);
    }

    Severity severity(String name) {
        return Values.severityOf(oneOf(name, Values.SEVERITIES, "severity"));
    }

    List<Severity> severityList(String name) {
        return someWords(name, Values.SEVERITIES, "severity").stream().map(Values::severityOf).toList();
    }

    /** Required number in min..max. */
    double number(String name, double min, double max) {
        Optional<Double> number = optionalNumber(name, min, max);
        if (number.isEmpty() && !has(name)) {
            missing(name);
        }
        return number.orElse(min);
    }

    Optional<Double> optionalNumber(String name, double min, double max) {
        return value(name).map(node -> read.number(node, at(name), min, max));
    }

    boolean flag(String name, boolean otherwise) {
        return value(name).map(node -> read.flag(node, at(name), otherwise)).orElse(otherwise);
    }

    /** A list of texts; empty when there is none. */
    List<String> texts(String name, int max) {
        List<Node> nodes = list(name);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            texts.add(read.text(nodes.get(i), at(name) + "[" + i + "]", max));
        }
        return texts;
    }

    /** As {@link #words}, with at least one. */
    List<String> someWords(String name, Collection<String> known, String what) {
        List<String> words = words(name, known, what);
        if (!has(name)) {
            missing(name);
        } else if (values.get(name) instanceof SequenceNode && words.isEmpty()) {
            fault(name, "is empty");
        }
        return words;
    }

    /** A list of known words; each at most once. */
    List<String> words(String name, Collection<String> known, String what) {
        List<Node> nodes = list(name);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            String where = at(name) + "[" + i + "]";
            String word = read.word(nodes.get(i), where, known, what);
            if (words.contains(word) && known.contains(word)) {
                faults.add(Values.lineOf(nodes.get(i)), where, "'" + word + "' stands in this list twice");
            }
            words.add(word);
        }
        return words;
    }

    /** A mapping below this one; an empty stand-in when it is missing. */
    Fields required(String name) {
        Optional<Fields> below = optional(name);
        if (below.isEmpty()) {
            missing(name);
        }
        return below.orElseGet(() -> new Fields(emptyMapping(), at(name), patternAt(name), new Faults()));
    }

    /** A mapping of fields of which none is required; an empty one when it is left out. */
    Fields orEmpty(String name) {
        return optional(name).orElseGet(() -> new Fields(emptyMapping(), at(name), patternAt(name), faults));
    }

    Optional<Fields> optional(String name) {
        return value(name).map(node -> new Fields(node, at(name), patternAt(name), faults));
    }

    /** Required list of mappings. */
    List<Fields> each(String name) {
        List<Node> nodes = list(name);
        if (!has(name)) {
            missing(name);
        }
        List<Fields> all = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            all.add(new Fields(nodes.get(i), at(name) + "[" + i + "]", patternAt(name) + "[]", faults));
        }
        return all;
    }

    /** The mappings of this mapping, by the pack's own ids. */
    Map<String, Fields> named(Predicate<String> fits, String form) {
        Map<String, Fields> all = new LinkedHashMap<>();
        for (String id : values.keySet()) {
            asked.add(id);
            if (!fits.test(id)) {
                faults.add(line(id), at(Values.shown(id)), "'" + Values.shown(id) + "' is not " + form);
            }
            all.put(id, new Fields(values.get(id), at(Values.shown(id)), pattern + ".*", faults));
        }
        return all;
    }

    /** As {@link #named(Predicate, String)}; a plain value in place of a mapping stands for a mapping with it as its one field. */
    Map<String, Fields> named(Predicate<String> fits, String form, String onlyField) {
        values.replaceAll((_, node) -> node instanceof ScalarNode && !Values.isNull(node) ? Values.mappingOf(onlyField, node) : node);
        return named(fits, form);
    }

    /** Faults every field that was not asked for. */
    void noMore() {
        for (String name : values.keySet()) {
            if (!asked.contains(name)) {
                faults.add(line(name), at(Values.shown(name)), "is not a field Docket knows" + Faults.didYouMean(name, asked));
            }
        }
    }

    private Optional<Node> value(String name) {
        asked.add(name);
        faults.asked(patternAt(name));
        return has(name) ? Optional.of(values.get(name)) : Optional.empty();
    }

    private List<Node> list(String name) {
        Optional<Node> node = value(name);
        if (node.isPresent() && node.get() instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        node.ifPresent(n -> faults.add(Values.lineOf(n), at(name), "is not a list"));
        return List.of();
    }

    private void missing(String name) {
        faults.add(line, at(name), "is missing");
    }

    private String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private String patternAt(String name) {
        return pattern.isEmpty() ? name : pattern + "." + name;
    }

    private static MappingNode emptyMapping() {
        return new MappingNode(Tag.MAP, List.of(), FlowStyle.BLOCK);
    }
}
