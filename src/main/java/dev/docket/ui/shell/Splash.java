package dev.docket.ui.shell;

import dev.docket.ui.common.Text;
import java.nio.file.Path;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What stands in the window before its screens do: that the desk is being opened, or why it cannot be. */
public final class Splash {
    private Splash() {}

    public static Node opening() {
        Label words = new Label(Text.of("splash.opening"));
        words.getStyleClass().add("muted");
        return notice(new FontIcon("mdal-hourglass_empty"), words);
    }

    /** @param reason its message is fit for a person and says what to do */
    public static Node failed(Exception reason, Path profile, Runnable again, Runnable quit) {
        FontIcon sign = new FontIcon("mdal-error_outline");
        Label title = new Label(Text.of("splash.failed"));
        title.getStyleClass().add("screen-title");
        Label words = wrapped(reason.getMessage() == null ? reason.toString() : reason.getMessage());
        Label place = wrapped(Text.of("splash.profile", profile));
        place.getStyleClass().add("muted");
        place.setManaged(!words.getText().contains(profile.toString()));
        place.setVisible(place.isManaged());
        Button retry = new Button(Text.of("splash.again"));
        retry.setDefaultButton(true);
        retry.setOnAction(e -> again.run());
        Button leave = new Button(Text.of("splash.quit"));
        leave.setOnAction(e -> quit.run());
        HBox buttons = new HBox(8, retry, leave);
        buttons.setAlignment(Pos.CENTER);
        return notice(sign, title, words, place, buttons);
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMaxWidth(560);
        label.setAlignment(Pos.CENTER);
        return label;
    }

    private static Node notice(Node... lines) {
        VBox box = new VBox(lines);
        box.getStyleClass().add("notice");
        return box;
    }
}
