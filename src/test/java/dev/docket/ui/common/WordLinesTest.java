package dev.docket.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.ui.Toolkit;
import dev.docket.ui.common.WordLines.Line;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WordLinesTest {
    @BeforeAll
    static void startJavaFx() {
        Toolkit.start();
    }

    @Test
    void otherWordsComeIntoTheSameLabels() {
        WordLines lines = new WordLines(0);
        lines.show(Line.of("one", "strong"), Line.of("two", "muted"), Line.of("three"));
        List<Node> labels = List.copyOf(lines.getChildren());

        lines.show(Line.of("uno", "strong"), Line.of("due", "secondary", "muted"));
        assertThat(lines.getChildren()).containsExactlyElementsOf(labels.subList(0, 2));
        assertThat(words(lines)).containsExactly("uno", "due");
        assertThat(lines.getChildren().get(1).getStyleClass()).containsExactly("label", "secondary", "muted");

        lines.show(Line.of("ein"), Line.of("zwei"), Line.of("drei"));
        assertThat(lines.getChildren()).containsExactlyElementsOf(labels);
        assertThat(words(lines)).containsExactly("ein", "zwei", "drei");
        assertThat(lines.getChildren().get(0).getStyleClass()).containsExactly("label");
    }

    @Test
    void childrenThatStayAreNotPutInAgain() {
        Label first = new Label("a");
        Label second = new Label("b");
        Label third = new Label("c");
        HBox parent = new HBox(first, second);
        int[] moved = {0};
        first.parentProperty().subscribe((was, now) -> moved[0]++);

        ChildNodes.set(parent.getChildren(), List.of(first, third, second));
        assertThat(parent.getChildren()).containsExactly(first, third, second);
        ChildNodes.set(parent.getChildren(), List.of(first));
        assertThat(parent.getChildren()).containsExactly(first);
        ChildNodes.set(parent.getChildren(), List.of(first, second));

        assertThat(parent.getChildren()).containsExactly(first, second);
        assertThat(moved[0]).as("times the first one changed its parent").isZero();
    }

    private static List<String> words(WordLines lines) {
        return lines.getChildren().stream().map(node -> ((Label) node).getText()).toList();
    }
}
