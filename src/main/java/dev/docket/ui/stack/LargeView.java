package dev.docket.ui.stack;

import dev.docket.decode.DecodedImage;
import dev.docket.ui.common.Keycap;
import dev.docket.ui.common.Text;
import dev.docket.ui.keys.KeyCommand;
import dev.docket.ui.keys.KeyMap;
import dev.docket.ui.stage.PixelImages;
import dev.docket.ui.stage.Room;
import java.util.UUID;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * One picture of a stack, large. An open one is there as long as the view is; a covered one only while a key or the mouse
 * is held, and a strictly covered one for 8 s at a time: then it has to be let go and pressed again.
 */
public final class LargeView extends VBox {
    private static final Duration STRICT_LOOK = Duration.seconds(8);

    private final Label name = new Label();
    private final ImageView picture = new ImageView();
    private final Label words = new Label();
    private final StackPane ground = new StackPane(picture, words);
    private final PauseTransition strict = new PauseTransition(STRICT_LOOK);
    private StackViewModel model;
    private ObservableValue<KeyMap> keys;
    private StackMember member;
    private boolean sticky;
    private boolean held;
    private UUID asked;

    public LargeView() {
        getStyleClass().add("stack-large");
        name.getStyleClass().add("section-head");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button close = new Button(Text.of("stack.large.close"), Keycap.named("escape"));
        close.setId("large-close");
        close.setFocusTraversable(false);
        close.setOnAction(_ -> close());
        HBox head = new HBox(name, space, close);
        head.getStyleClass().add("stack-large-head");
        words.setWrapText(true);
        words.getStyleClass().add("muted");
        ground.getStyleClass().add("stack-large-ground");
        ground.setMinSize(0, 0);
        VBox.setVgrow(ground, Priority.ALWAYS);
        picture.setPreserveRatio(true);
        picture.fitWidthProperty().bind(ground.widthProperty().subtract(16));
        picture.fitHeightProperty().bind(ground.heightProperty().subtract(16));
        ground.setOnMousePressed(e -> {
            if (e.getButton() == MouseButton.PRIMARY) {
                hold(true);
            }
        });
        ground.setOnMouseReleased(_ -> hold(false));
        strict.setOnFinished(_ -> cover());
        getChildren().setAll(head, ground);
        setVisible(false);
    }

    void fill(StackViewModel shown, ObservableValue<KeyMap> map) {
        model = shown;
        keys = map;
    }

    /** Stays until it is closed. */
    void open(StackMember shown) {
        sticky = true;
        show(shown);
    }

    /** There while the key is held. */
    void peek(StackMember shown) {
        held = true;
        show(shown);
        look();
    }

    private void show(StackMember shown) {
        if (!shown.equals(member)) {
            cover(shown);
        }
        setVisible(true);
        name.setText(shown.item().shortId());
        if (!shown.covered()) {
            look();
        }
    }

    /** A key or the mouse went down on it, or up. */
    void hold(boolean down) {
        if (member == null || held == down) {
            return;
        }
        held = down;
        if (down) {
            look();
        } else if (!sticky) {
            close();
        } else if (member.covered()) {
            cover();
        }
    }

    /** No pixels of a covered picture from now on, whatever is held. */
    void cover() {
        if (member != null && member.covered()) {
            cover(member);
            if (!sticky) {
                close();
            }
        }
    }

    private void cover(StackMember shown) {
        member = shown;
        asked = null;
        hide();
        say(shown.covered() ? "mdmz-visibility_off" : "mdal-hourglass_empty", shown.covered() ? Text.of("stack.large.covered", keys.getValue().said(KeyCommand.PEEK)) : Text.of("stack.large.reading"));
    }

    void close() {
        sticky = false;
        held = false;
        asked = null;
        member = null;
        hide();
        setVisible(false);
    }

    private void hide() {
        strict.stop();
        picture.setImage(null);
        model.closed();
    }

    boolean isOpen() {
        return isVisible();
    }

    private void look() {
        if (picture.getImage() != null || asked != null) {
            return;
        }
        StackMember wanted = member;
        UUID mine = UUID.randomUUID();
        asked = mine;
        Room room = new Room(Math.max(1, (int) ground.getWidth()), Math.max(1, (int) ground.getHeight()));
        model.look(wanted.id(), ground.getWidth() > 0 ? room : Room.USUAL, pixels -> {
            if (mine.equals(asked)) {
                draw(wanted, pixels);
            }
        }, reason -> {
            if (mine.equals(asked)) {
                say("mdal-broken_image", reason);
            }
        });
    }

    private void draw(StackMember shown, DecodedImage pixels) {
        picture.setImage(PixelImages.of(pixels));
        words.setVisible(false);
        if (shown.strict() && shown.covered()) {
            strict.playFromStart();
        }
        model.opened(shown.id());
    }

    private void say(String icon, String text) {
        words.setGraphic(new FontIcon(icon));
        words.setText(text);
        words.setVisible(true);
        setAccessibleText(text);
    }
}
