package dev.docket.ui;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Cell;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;

/**
 * WCAG contrast of what is on a screen, of each text and sign against what is painted around it: 4.5 for text, 3 for
 * signs, at rest and under the mouse. What cannot be used now is exempt there and only counted.
 */
public final class Contrast {
    static final double TEXT = 4.5;
    static final double SIGN = 3;
    private static final PseudoClass HOVER = PseudoClass.getPseudoClass("hover");
    private static final int LEAST_SIDE = 4;
    /** Two colours that far apart in a channel are two colours. */
    private static final int APART = 24;

    private record Ink(Node node, String words, Color fill, double opacity, boolean off, double least, Bounds at) {}

    private final List<Ink> inks = new ArrayList<>();
    private final Set<String> known;
    private final String when;
    private BufferedImage shot;

    private Contrast(Set<String> known, String when) {
        this.known = known;
        this.when = when;
    }

    /**
     * What is too faint in a part of this scene, each with where it is.
     *
     * @param known texts and signs of kinds that were looked at before, which are not looked at again
     * @param disabled takes what is too faint and cannot be used now
     */
    public static List<String> faultsIn(Scene scene, Parent root, Set<String> known, Set<String> disabled) {
        List<String> all = new ArrayList<>(new Contrast(known, "").at(scene, root, disabled));
        Toolkit.tell(() -> hover(root, true));
        all.addAll(new Contrast(known, "under the mouse ").at(scene, root, disabled));
        Toolkit.tell(() -> hover(root, false));
        return all;
    }

    private List<String> at(Scene scene, Parent root, Set<String> disabled) {
        Toolkit.tell(() -> {
            scene.getRoot().applyCss();
            visit(root, 1, false, root.localToScene(root.getLayoutBounds()));
        });
        List<String> found = new ArrayList<>();
        if (!inks.isEmpty()) {
            shot = Toolkit.shot(scene);
            inks.forEach(ink -> check(ink).ifPresent(fault -> (ink.off() ? disabled : found).add(fault)));
        }
        return found;
    }

    private static void hover(Node node, boolean on) {
        if (node instanceof ButtonBase || node instanceof Cell<?>) {
            node.pseudoClassStateChanged(HOVER, on);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> hover(child, on));
        }
    }

    private void visit(Node node, double opacity, boolean disabled, Bounds shown) {
        double through = opacity * node.getOpacity();
        if (!node.isVisible() || through == 0) {
            return;
        }
        Bounds own = node.localToScene(node.getLayoutBounds());
        boolean off = disabled || node.isDisabled();
        if (node instanceof Text text && !text.getText().isBlank() && text.getFill() instanceof Color fill) {
            note(text, text.getText(), fill, through, off, text.getStyleClass().contains("ikonli-font-icon") ? SIGN : TEXT, cut(own, shown));
        } else if (node instanceof Region sign && sign.getStyleClass().contains("severity-glyph") && sign.getBackground() != null
                && sign.getBackground().getFills().getLast().getFill() instanceof Color fill) {
            note(sign, "", fill, through, off, SIGN, cut(own, shown));
        }
        if (node instanceof Parent parent) {
            Bounds inside = node.getClip() == null ? shown : cut(own, shown);
            parent.getChildrenUnmodifiable().forEach(child -> visit(child, through, off, inside));
        }
    }

    private static Bounds cut(Bounds one, Bounds other) {
        double x = Math.max(one.getMinX(), other.getMinX());
        double y = Math.max(one.getMinY(), other.getMinY());
        return new javafx.geometry.BoundingBox(x, y, Math.max(0, Math.min(one.getMaxX(), other.getMaxX()) - x), Math.max(0, Math.min(one.getMaxY(), other.getMaxY()) - y));
    }

    private void note(Node node, String words, Color fill, double opacity, boolean off, double least, Bounds at) {
        if (at.getWidth() >= LEAST_SIDE && at.getHeight() >= LEAST_SIDE && known.add(when + CutText.where(node, "") + fill + opacity + off)) {
            inks.add(new Ink(node, words, fill, opacity, off, least, at));
        }
    }

    private Optional<String> check(Ink ink) {
        int x = (int) Math.max(0, ink.at().getMinX() - 2);
        int y = (int) Math.max(0, ink.at().getMinY() - 1);
        int right = (int) Math.min(shot.getWidth(), ink.at().getMaxX() + 2);
        int bottom = (int) Math.min(shot.getHeight(), ink.at().getMaxY() + 1);
        if (right - x < LEAST_SIDE || bottom - y < LEAST_SIDE) {
            return Optional.empty();
        }
        Color fill = ink.fill();
        Color ground = ground(fill, x, y, right, bottom);
        Color seen = ground.interpolate(Color.color(fill.getRed(), fill.getGreen(), fill.getBlue()), fill.getOpacity() * ink.opacity());
        double ratio = ratio(seen, ground);
        return ratio >= ink.least() - 0.005 ? Optional.empty()
                : Optional.of(String.format(Locale.ROOT, "%s%.2f of %.1f, %s on %s: %s", when, ratio, ink.least(), hex(seen), hex(ground), CutText.where(ink.node(), ink.words())));
    }

    /** The colour most of the pixels have that are not ink. */
    private Color ground(Color ink, int left, int top, int right, int bottom) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                int pixel = shot.getRGB(x, y) & 0xFFFFFF;
                if (apart(pixel, ink)) {
                    counts.merge(pixel, 1, Integer::sum);
                }
            }
        }
        int most = counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(rgb(ink));
        return Color.rgb(most >> 16 & 255, most >> 8 & 255, most & 255);
    }

    private static boolean apart(int pixel, Color ink) {
        return Math.abs((pixel >> 16 & 255) - ink.getRed() * 255) > APART || Math.abs((pixel >> 8 & 255) - ink.getGreen() * 255) > APART
                || Math.abs((pixel & 255) - ink.getBlue() * 255) > APART;
    }

    /** WCAG 2.2: 1 to 21. */
    public static double ratio(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    static double ratio(int one, int other) {
        return ratio(Color.rgb(one >> 16 & 255, one >> 8 & 255, one & 255), Color.rgb(other >> 16 & 255, other >> 8 & 255, other & 255));
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed()) + 0.7152 * linear(colour.getGreen()) + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    private static int rgb(Color colour) {
        return (int) Math.round(colour.getRed() * 255) << 16 | (int) Math.round(colour.getGreen() * 255) << 8 | (int) Math.round(colour.getBlue() * 255);
    }

    private static String hex(Color colour) {
        return String.format(Locale.ROOT, "#%06X", rgb(colour));
    }
}
