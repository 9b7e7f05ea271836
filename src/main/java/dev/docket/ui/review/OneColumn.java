package dev.docket.ui.review;

import dev.docket.ui.common.TextSize;
import dev.docket.ui.ladder.SettlePanel;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/**
 * With large text everything beside the picture stands in one column that scrolls: what is to be settled and the verdict keys first, lanes last. Three
 * columns of it would leave the picture no room.
 */
final class OneColumn {
    private final BorderPane screen;
    private final BorderPane middle;
    private final VBox side;
    private final VBox sections;
    private final Node rail;
    private final VerdictBlock verdicts;
    private final SettlePanel settle;
    private final ContextStrip context;
    private final VBox below;
    private Node beside;
    private boolean one;

    /** @param sections what scrolls in the column at the side */
    OneColumn(BorderPane screen, VBox sections, VerdictBlock verdicts, SettlePanel settle, ContextStrip context) {
        this.screen = screen;
        this.sections = sections;
        this.verdicts = verdicts;
        this.settle = settle;
        this.context = context;
        middle = (BorderPane) screen.getCenter();
        below = (VBox) middle.getBottom();
        side = (VBox) screen.getRight();
        rail = screen.getLeft();
        TextSize.around(screen).subscribe(size -> stand(size > TextSize.LARGE));
    }

    private void stand(boolean now) {
        if (now == one) {
            return;
        }
        one = now;
        context.stand(now);
        if (now) {
            beside = screen.getLeft();
            screen.setLeft(null);
            middle.setBottom(null);
            side.getChildren().remove(verdicts);
            below.getChildren().remove(settle);
            sections.getChildren().addAll(0, List.of(settle, verdicts));
            sections.getChildren().add(below);
            // the lanes last; what stands there in their place is to be read first
            sections.getChildren().add(beside == rail ? sections.getChildren().size() : 0, beside);
        } else {
            sections.getChildren().removeAll(List.of(settle, verdicts, below, beside));
            side.getChildren().addFirst(verdicts);
            below.getChildren().addFirst(settle);
            middle.setBottom(below);
            screen.setLeft(beside);
        }
    }
}
