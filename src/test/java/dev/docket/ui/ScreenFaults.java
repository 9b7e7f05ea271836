package dev.docket.ui;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import javafx.scene.Parent;
import javafx.scene.Scene;

/** What is wrong with the screens a test walks through, by kind and place. */
public final class ScreenFaults {
    /** What can be looked for. */
    public enum Kind {
        /** Words that did not come out of the bundle; to be looked for in the pseudo-locale. */
        PLAIN,
        /** Words that are cut. */
        CUT,
        /** Controls without a name. */
        UNNAMED,
        /** Buttons that are hard to hit. */
        SMALL,
        /** Text and signs that are hard to see. */
        FAINT,
        /** Controls that do not show that they have the keyboard. */
        RINGLESS,
        /** Controls Tab does not come to, or should not. */
        UNREACHED
    }

    private final Map<Kind, Set<String>> found = new TreeMap<>();
    private final Set<String> ringed = new HashSet<>();
    private final Set<String> inked = new HashSet<>();
    private final Set<String> disabled = new TreeSet<>();
    private final Predicate<String> known;

    /** @param known words that no bundle holds */
    public ScreenFaults(Predicate<String> known) {
        this.known = known;
    }

    /** Looks at a part of a scene that is laid out. Not on the JavaFX thread. */
    public void look(String place, Scene scene, Parent root, EnumSet<Kind> kinds) {
        for (Kind kind : kinds) {
            List<String> faults = switch (kind) {
                case PLAIN -> Toolkit.ask(() -> PlainText.in(root, known));
                case CUT -> Toolkit.ask(() -> CutText.in(root));
                case UNNAMED -> Toolkit.ask(() -> Unnamed.focusableIn(root));
                case SMALL -> Toolkit.ask(() -> Targets.tooSmallIn(root));
                case FAINT -> Contrast.faultsIn(scene, root, inked, disabled);
                case RINGLESS -> FocusRing.missingIn(scene, root, ringed);
                case UNREACHED -> Toolkit.ask(() -> TabOrder.faultsIn(scene, root));
            };
            faults.forEach(fault -> found.computeIfAbsent(kind, _ -> new TreeSet<>()).add(place + ": " + fault));
        }
    }

    /** Another theme paints everything anew. */
    public void repainted() {
        ringed.clear();
        inked.clear();
    }

    public Set<String> of(Kind kind) {
        return found.getOrDefault(kind, Set.of());
    }

    /** Text that is faint and cannot be used now: the least contrast of it. */
    public Set<String> disabled() {
        return disabled;
    }
}
