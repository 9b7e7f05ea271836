package dev.docket.ui.review;

import dev.docket.policy.PolicyPack;
import dev.docket.quality.GoldenAnswer;
import dev.docket.ui.common.Text;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;

/** Says that the item before was a golden one, what was expected and why: until it was read, or the next is answered. */
public final class AnswerNote extends HBox {
    private final Label words = new Label();
    private final Button read = new Button(Text.of("review.golden.read"));

    public AnswerNote() {
        setId("golden-answer");
        getStyleClass().addAll("note", "case-bar");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        read.setId("golden-read");
        read.getStyleClass().add("small-button");
        read.setMinWidth(USE_PREF_SIZE);
        getChildren().setAll(new FontIcon("mdal-info"), words, read);
        show(null, null);
    }

    void bind(Answers answers, PolicyPack pack) {
        read.setOnAction(_ -> answers.read());
        answers.lastProperty().subscribe(answer -> show(answer, pack));
    }

    private void show(GoldenAnswer answer, PolicyPack pack) {
        setVisible(answer != null);
        setManaged(answer != null);
        if (answer != null) {
            words.setText(answer.isRight() ? Text.of("review.golden.right", title(pack, answer.expected()), answer.why())
                    : Text.of("review.golden.other", title(pack, answer.expected()), title(pack, answer.given()), answer.why()));
        }
    }

    private static String title(PolicyPack pack, String label) {
        return pack.find(label).map(PolicyPack.Label::title).orElse(label);
    }
}
