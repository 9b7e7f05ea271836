package dev.docket.policy;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** YAML text as nodes with line numbers. Plain YAML only: no anchors, no tags, no deep nesting, one megabyte at most. */
final class YamlText {
    private static final int MAX_CHARACTERS = 1_000_000;
    private static final int MAX_DEPTH = 12;

    /** The top node; empty when the text is not acceptable YAML, which is then a fault. */
    static Optional<Node> nodes(String yaml, Faults faults) {
        if (yaml.length() > MAX_CHARACTERS) {
            faults.add(1, "(file)", "is larger than " + MAX_CHARACTERS + " characters");
            return Optional.empty();
        }
        LoadSettings settings = LoadSettings.builder().setCodePointLimit(MAX_CHARACTERS).setAllowDuplicateKeys(true).build();
        try {
            if (!plain(yaml, settings, faults)) {
                return Optional.empty();
            }
            Optional<Node> top = new Compose(settings).composeString(yaml);
            if (top.isEmpty()) {
                faults.add(1, "(file)", "is empty");
            }
            return top;
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            faults.add(line, "(yaml)", e.getProblem());
        } catch (YamlEngineException e) {
            faults.add(1, "(yaml)", e.getMessage().lines().findFirst().orElse("cannot be read"));
        }
        return Optional.empty();
    }

    /** Walks the events, which takes no stack, before the composer recurses into them. */
    private static boolean plain(String yaml, LoadSettings settings, Faults faults) {
        int depth = 0;
        for (Event event : new Parse(settings).parseString(yaml)) {
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            String problem = depth > MAX_DEPTH ? "is nested deeper than " + MAX_DEPTH + " levels" : problem(event);
            if (problem != null) {
                faults.add(event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1), "(yaml)", problem);
                return false;
            }
        }
        return true;
    }

    private static String problem(Event event) {
        if (event instanceof AliasEvent || event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            return "anchors (&) and aliases (*) are not allowed in a pack; write the value out";
        }
        boolean tagged = event instanceof ScalarEvent scalar && scalar.getTag().isPresent()
                || event instanceof CollectionStartEvent start && start.getTag().isPresent();
        return tagged ? "tags (!) are not allowed in a pack" : null;
    }

    private YamlText() {}
}
