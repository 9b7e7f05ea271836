package dev.docket.ui.common;

import java.util.List;
import javafx.scene.Node;

/** The children of a node, put in so that those that stay are left alone: what is put in again is styled and laid out again. */
public final class ChildNodes {
    private ChildNodes() {}

    /** Puts these in. The first ones that are the same as before are not touched. */
    public static void set(List<Node> children, List<? extends Node> wanted) {
        int same = 0;
        while (same < Math.min(children.size(), wanted.size()) && children.get(same) == wanted.get(same)) {
            same++;
        }
        if (same < children.size()) {
            children.subList(same, children.size()).clear();
        }
        if (same < wanted.size()) {
            children.addAll(wanted.subList(same, wanted.size()));
        }
    }
}
