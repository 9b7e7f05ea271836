package dev.docket.policy;

import java.util.Collection;
import java.util.List;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads single values of a pack; a value of the wrong kind is a fault, and a harmless stand-in is returned. One thread. */
final class Values {
    static final List<String> SEVERITIES = List.of("S0", "S1", "S2", "S3", "S4");
    private static final int MAX_WORD = 60;
    private static final int MAX_ID = 200;

    private final Faults faults;

    Values(Faults faults) {
        this.faults = faults;
    }

    /** Text of 1..max characters. */
    String text(Node node, String where, int max) {
        if (!(node instanceof ScalarNode scalar) || !tagged(node, Tag.STR)) {
            faults.add(lineOf(node), where, node instanceof ScalarNode ? "is not text; put it in quotes" : "is not text");
            return "";
        }
        String text = scalar.getValue().strip();
        if (text.isEmpty() || text.length() > max) {
            faults.add(lineOf(node), where, text.isEmpty() ? "is empty" : "has " + text.length() + " characters; at most " + max + " are allowed");
        } else if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n')) {
            faults.add(lineOf(node), where, "holds a control character");
        }
        return text;
    }

    /** One of the known words, which are a {@code what}. */
    String word(Node node, String where, Collection<String> known, String what) {
        String word = text(node, where, MAX_ID);
        if (!word.isEmpty() && !known.contains(word)) {
            faults.add(lineOf(node), where, "no " + what + " '" + shown(word) + "'" + Faults.didYouMean(word, known));
        }
        return word;
    }

    double number(Node node, String where, double min, double max) {
        boolean numeric = tagged(node, Tag.INT) || tagged(node, Tag.FLOAT);
        double number = numeric && node instanceof ScalarNode scalar ? numberOf(scalar.getValue()) : Double.NaN;
        if (!(number >= min && number <= max)) {
            faults.add(lineOf(node), where, "is not a number from " + plain(min) + " to " + plain(max));
            return min;
        }
        return number;
    }

    boolean flag(Node node, String where, boolean otherwise) {
        if (!tagged(node, Tag.BOOL)) {
            faults.add(lineOf(node), where, "is neither true nor false");
            return otherwise;
        }
        return ((ScalarNode) node).getValue().equalsIgnoreCase("true");
    }

    /** The severity of that name; S0 for a word that is none, which is a fault already. */
    static Severity severityOf(String word) {
        return SEVERITIES.contains(word) ? Severity.valueOf(word) : Severity.S0;
    }

    /** As an editor counts. */
    static int lineOf(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    /** {@code name: value}, as if it had been written so. */
    static Node mappingOf(String name, Node value) {
        ScalarNode key = new ScalarNode(Tag.STR, true, name, ScalarStyle.PLAIN, value.getStartMark(), value.getStartMark());
        return new MappingNode(Tag.MAP, true, List.of(new NodeTuple(key, value)), FlowStyle.FLOW, value.getStartMark(), value.getEndMark());
    }

    static boolean isNull(Node node) {
        return tagged(node, Tag.NULL);
    }

    /** A word from the file, short and plain enough for a message. */
    static String shown(String word) {
        String visible = word.replaceAll("[\\p{Cc}\\p{Cf}]", "?");
        return visible.length() <= MAX_WORD ? visible : visible.substring(0, MAX_WORD) + "…";
    }

    private static boolean tagged(Node node, Tag tag) {
        return node.getTag().equals(tag);
    }

    private static double numberOf(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN; // .inf and .nan, which no field allows
        }
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
