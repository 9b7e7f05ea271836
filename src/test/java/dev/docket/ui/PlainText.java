package dev.docket.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;

/** Words on a screen in the pseudo-locale that have no brackets: they did not come out of the bundle. */
public final class PlainText {
    private static final Pattern BRACKETED = Pattern.compile("\\[[^\\[\\]]*]");
    private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");

    private final Predicate<String> known;
    private final List<String> found = new ArrayList<>();

    private PlainText(Predicate<String> known) {
        this.known = known;
    }

    /** @param known words that no bundle holds: of the policy pack, of the item, names */
    public static List<String> in(Node root, Predicate<String> known) {
        PlainText look = new PlainText(known);
        look.visit(root);
        return look.found;
    }

    /** What is left when everything that came out of the bundle is taken away. */
    static String unbracketed(String words) {
        String rest = words;
        for (String before = ""; !before.equals(rest); ) {
            before = rest;
            rest = BRACKETED.matcher(rest).replaceAll(" ");
        }
        return rest;
    }

    private void visit(Node node) {
        if (!node.isVisible() || node.getStyleClass().contains("mono") || node.getStyleClass().contains("keycap") || node.getStyleClass().contains("ikonli-font-icon")) {
            return;
        }
        if (node instanceof Labeled labeled) {
            check(node, labeled.getText());
        } else if (node instanceof Text text && !(text.getParent() instanceof Labeled)) {
            check(node, text.getText());
        }
        if (node.getAccessibleText() != null) {
            check(node, node.getAccessibleText());
        }
        if (node instanceof Control control && control.getTooltip() != null) {
            check(node, control.getTooltip().getText());
        }
        if (node instanceof TextInputControl input) {
            check(node, input.getPromptText());
            return;
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(this::visit);
        }
    }

    private void check(Node node, String words) {
        String rest = words == null ? "" : unbracketed(words);
        if (WORD.matcher(rest).find() && !known.test(words)) {
            found.add(CutText.where(node, words));
        }
    }
}
