package dev.docket.ui.review;

import dev.docket.ui.common.ChildNodes;
import dev.docket.ui.common.Ends;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A section of the right column: a head with something beside it, a body below. */
abstract class SideSection extends VBox {
    private final Ends head = new Ends();
    private final VBox body = new VBox();
    private final Label title;
    private List<Object> last;

    SideSection(String name) {
        getStyleClass().add("side-section");
        title = new Label(name);
        title.getStyleClass().add("section-head");
        title.setMinWidth(USE_PREF_SIZE);
        head.getStyleClass().add("side-head");
        body.getStyleClass().add("side-body");
        getChildren().setAll(head, body);
        head();
    }

    /** What stands beside the title. */
    final void head(Node... beside) {
        head(List.of(beside), List.of());
    }

    /** @param atEdge at the other end of the line */
    final void head(List<? extends Node> beside, List<? extends Node> atEdge) {
        head.fill(Stream.concat(Stream.of(title), beside.stream()).toList(), atEdge);
    }

    final void body(List<? extends Node> lines) {
        ChildNodes.set(body.getChildren(), lines);
    }

    /** Whether something else is to be shown than was last; what is the same keeps its nodes, as new ones cost a frame. */
    final boolean isNews(Object... what) {
        List<Object> now = Arrays.asList(what);
        boolean news = !now.equals(last);
        last = now;
        return news;
    }

    static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    static Label caption(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("caption", "muted");
        return label;
    }
}
