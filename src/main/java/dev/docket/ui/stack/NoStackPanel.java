package dev.docket.ui.stack;

import dev.docket.ui.common.Text;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What stands in the middle while no stack is open: why, and what to do next. */
final class NoStackPanel extends VBox {
    private NoStackPanel(String icon, String title, String detail) {
        Label head = new Label(title);
        head.getStyleClass().add("screen-title");
        Label words = new Label(detail);
        words.setWrapText(true);
        words.getStyleClass().add("muted");
        getChildren().setAll(new FontIcon(icon), head, words);
        getStyleClass().add("stack-panel");
    }

    static NoStackPanel of(StackShelf shelf) {
        return switch (shelf.stateProperty().get()) {
            case READING -> new NoStackPanel("mdal-hourglass_empty", Text.of("stack.reading"), "");
            case FAILED -> new NoStackPanel("mdal-error_outline", Text.of("stack.unread"), shelf.failureProperty().get());
            case READ -> shelf.stacks().isEmpty() ? new NoStackPanel("mdal-inbox", Text.of("stack.none"), Text.of("stack.none.detail"))
                    : new NoStackPanel("mdmz-photo_library", Text.of("stack.choose"), Text.of("stack.choose.detail"));
        };
    }
}
