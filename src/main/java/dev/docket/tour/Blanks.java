package dev.docket.tour;

import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Tiles on the screen whose pictures have not come yet. */
final class Blanks {
    private Blanks() {}

    static boolean none(Parent root) {
        return Stream.concat(root.lookupAll(".tile-face").stream().filter(Blanks::isEmptyFace),
                root.lookupAll(".grid-tile").stream().filter(Blanks::isUnnamed)).noneMatch(Blanks::isSeen);
    }

    /** With nothing but the room for a picture. */
    private static boolean isEmptyFace(Node face) {
        return ((Parent) face).getChildrenUnmodifiable().stream()
                .allMatch(child -> child.getClass() == Region.class);
    }

    private static boolean isUnnamed(Node tile) {
        return tile.lookupAll(".strong").stream().allMatch(name -> ((Label) name).getText().isEmpty());
    }

    static boolean isSeen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
