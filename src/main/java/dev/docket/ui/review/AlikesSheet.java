package dev.docket.ui.review;

import dev.docket.ui.common.Background;
import dev.docket.ui.common.Ends;
import dev.docket.ui.common.Keycap;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.Text;
import dev.docket.ui.grid.PictureGrid;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The look-alikes of the item on screen: near-duplicates by hash, and what only looks like it by embedding. To look at, not to decide. JavaFX thread. */
final class AlikesSheet extends VBox {
    private static final double WIDTH = 1040;
    private static final double HEIGHT = 640;
    private static final double ROOM_AROUND = 48;

    private final Label summary = new Label();
    private final StackPane middle = new StackPane();
    private PictureGrid grid;

    AlikesSheet(Overlays overlays, ReviewCase known) {
        getStyleClass().addAll("sheet", "alikes-sheet");
        setFocusTraversable(true);
        String name = Text.of("alikes.title", known.item().shortId());
        setAccessibleText(name);
        Label title = new Label(name, new FontIcon("mdmz-photo_library"));
        title.getStyleClass().add("sheet-title");
        summary.getStyleClass().addAll("secondary", "muted", "alikes-summary");
        HBox bar = new HBox(title, space(), Keycap.named("escape"));
        bar.getStyleClass().add("sheet-bar");
        middle.getStyleClass().add("alikes-middle");
        VBox.setVgrow(middle, Priority.ALWAYS);
        Ends foot = new Ends(List.of(Keycap.small("\u2190"), Keycap.small("\u2192"), Keycap.small("\u2191"), Keycap.small("\u2193"), words("alikes.move"),
                Keycap.named("space"), words("alikes.look")), List.of(words("alikes.readonly")));
        foot.getStyleClass().addAll("sheet-foot", "alikes-foot");
        summary.setWrapText(true);
        summary.setMinHeight(USE_PREF_SIZE);
        getChildren().setAll(bar, summary, middle, foot);
        say("mdal-hourglass_empty", Text.of("alikes.loading"), "");
        addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE || e.getCode() == KeyCode.T) {
                e.consume();
                overlays.close();
            }
        });
        sceneProperty().subscribe(s -> {
            if (s == null && grid != null) {
                grid.close();
            }
        });
    }

    /** Opens the sheet over this window and fetches what it shows. */
    static void open(Overlays overlays, Scene window, Casework casework, Workers workers, ReviewCase known) {
        AlikesSheet sheet = new AlikesSheet(overlays, known);
        sheet.setPrefSize(Math.min(WIDTH, window.getWidth() - ROOM_AROUND), Math.min(HEIGHT, window.getHeight() - ROOM_AROUND));
        overlays.open(sheet);
        workers.study().run(() -> casework.alikes(known), found -> sheet.show(found, workers.pictures(), workers.pictureThreads()),
                reason -> sheet.say("mdal-error_outline", Text.of("alikes.failed"), String.valueOf(reason.getMessage())));
    }

    void show(Alikes found, Background workers, int atOnce) {
        if (getScene() == null) {
            return;
        }
        if (found.items().isEmpty()) {
            say("mdal-inbox", Text.of("alikes.none"), waiting(found));
            return;
        }
        String counts = Text.of("alikes.counts", found.hashed(), found.embedded());
        summary.setText(found.waiting() == 0 ? counts : counts + " \u00b7 " + waiting(found));
        grid = new PictureGrid(found.tiles(), workers, atOnce);
        middle.getChildren().setAll(grid);
        grid.show(found.items());
        grid.requestFocus();
    }

    private static String waiting(Alikes found) {
        return found.waiting() == 0 ? "" : Text.of("alikes.waiting", found.waiting());
    }

    private void say(String icon, String head, String detail) {
        Node words = StagePanels.words(icon, head, detail);
        middle.getChildren().setAll(words);
    }

    private static Label words(String key) {
        Label label = new Label(Text.of(key));
        label.getStyleClass().addAll("secondary", "muted");
        return label;
    }

    private static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }
}
