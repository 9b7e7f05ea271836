package dev.docket.policy;

import dev.docket.policy.PolicyPack.ScoreRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A pack's text with another threshold for one model and label, and the next version: everything else, comments included, stays as it
 * is. What comes out is read again and held against what was asked for before anybody gets it.
 */
public final class PackThreshold {
    private PackThreshold() {}

    /** Text that takes the place of {@code length} characters. */
    private record Change(int at, int length, String text) {}

    /**
     * @param model the model's id, without its version
     * @param modelLabel the model's label
     * @param review the score at or over which a person looks, 0..1; kept to three decimals
     * @throws IllegalArgumentException when no rule of the pack reads this label of this model, or it is not from 0 to 1
     */
    public static PolicyPack set(PolicyPack pack, String model, String modelLabel, double review) {
        if (!(review >= 0 && review <= 1)) {
            throw new IllegalArgumentException("A threshold lies in 0..1, not at " + review);
        }
        ScoreRule rule = rule(pack, model, modelLabel).or(() -> rule(pack, "*", modelLabel))
                .orElseThrow(() -> new IllegalArgumentException("No rule of " + pack.ref().name() + " reads " + modelLabel + " of " + model));
        String figure = String.format(Locale.ROOT, "%.3f", review);
        String text = pack.text();
        MappingNode top = (MappingNode) YamlText.nodes(text, new Faults()).orElseThrow();
        SequenceNode scores = (SequenceNode) value(top, "scores").orElseThrow();
        List<Change> changes = new ArrayList<>();
        changes.add(replaced(text, (ScalarNode) value((MappingNode) value(top, "pack").orElseThrow(), "version").orElseThrow(), nextVersion(pack.ref().version())));
        if (rule.model().equals(model)) {
            MappingNode entry = (MappingNode) scores.getValue().get(pack.scoreRules().indexOf(rule));
            changes.add(value(entry, "review").map(old -> replaced(text, (ScalarNode) old, figure)).orElseGet(() -> added(text, entry, figure)));
        } else {
            changes.add(inserted(text, scores.getValue().getFirst(), rule, model, figure));
        }
        return checked(pack, applied(text, changes), model, modelLabel, Double.parseDouble(figure));
    }

    private static Optional<ScoreRule> rule(PolicyPack pack, String model, String modelLabel) {
        return pack.scoreRules().stream().filter(rule -> rule.model().equals(model) && rule.modelLabel().equals(modelLabel)).findFirst();
    }

    /** The second number rises: what is flagged changes, what a label means does not. */
    private static String nextVersion(String version) {
        String[] parts = version.split("-")[0].split("\\.");
        return parts[0] + "." + (Integer.parseInt(parts[1]) + 1) + ".0";
    }

    private static Optional<Node> value(MappingNode mapping, String name) {
        return mapping.getValue().stream().filter(tuple -> tuple.getKeyNode() instanceof ScalarNode key && key.getValue().equals(name)).map(NodeTuple::getValueNode).findFirst();
    }

    private static Change replaced(String text, ScalarNode old, String with) {
        int from = start(text, old);
        return new Change(from, end(text, old) - from, with);
    }

    /** Behind the entry's last field, in its own style. */
    private static Change added(String text, MappingNode entry, String figure) {
        Node last = entry.getValue().getLast().getValueNode();
        String between = entry.getFlowStyle() == FlowStyle.FLOW ? ", " : "\n" + " ".repeat(entry.getValue().getFirst().getKeyNode().getStartMark().orElseThrow().getColumn());
        return new Change(end(text, last), 0, between + "review: " + figure);
    }

    /** Before the first rule: one for this model goes before one for all wherever it stands. */
    private static Change inserted(String text, Node first, ScoreRule rule, String model, String figure) {
        int dash = text.lastIndexOf('-', start(text, first));
        String indent = text.substring(text.lastIndexOf('\n', dash) + 1, dash);
        String line = String.format(Locale.ROOT, "- {model: %s, model_label: %s, label: %s, weight: %s, review: %s%s}\n%s", quoted(model), quoted(rule.modelLabel()), quoted(rule.label()),
                plain(rule.weight()), figure, rule.reason().isEmpty() ? "" : ", reason: " + quoted(rule.reason()), indent);
        return new Change(dash, 0, line);
    }

    private static String plain(double weight) {
        return weight == Math.rint(weight) ? Integer.toString((int) weight) : Double.toString(weight);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static int start(String text, Node node) {
        return text.offsetByCodePoints(0, node.getStartMark().orElseThrow().getIndex());
    }

    private static int end(String text, Node node) {
        return text.offsetByCodePoints(0, node.getEndMark().orElseThrow().getIndex());
    }

    private static String applied(String text, List<Change> changes) {
        StringBuilder after = new StringBuilder(text);
        changes.stream().sorted((a, b) -> b.at() - a.at()).forEach(change -> after.replace(change.at(), change.at() + change.length(), change.text()));
        return after.toString();
    }

    private static PolicyPack checked(PolicyPack before, String text, String model, String modelLabel, double review) {
        try {
            PolicyPack after = PolicyFile.parse(before.ref().name(), text);
            List<ScoreRule> others = after.scoreRules().stream().filter(rule -> !isFor(rule, model, modelLabel)).toList();
            boolean asAsked = rule(after, model, modelLabel).flatMap(ScoreRule::review).filter(now -> now == review).isPresent()
                    && others.equals(before.scoreRules().stream().filter(rule -> !isFor(rule, model, modelLabel)).toList())
                    && after.labels().equals(before.labels()) && after.lanes().equals(before.lanes());
            if (asAsked) {
                return after;
            }
        } catch (PolicyFormatException e) {
            throw new IllegalStateException("The threshold could not be written into the pack: " + e.getMessage(), e);
        }
        throw new IllegalStateException("The threshold could not be written into " + before.ref().name() + "; write review: " + review + " into its rule by hand");
    }

    private static boolean isFor(ScoreRule rule, String model, String modelLabel) {
        return rule.model().equals(model) && rule.modelLabel().equals(modelLabel);
    }
}
