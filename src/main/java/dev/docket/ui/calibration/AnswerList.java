package dev.docket.ui.calibration;

import dev.docket.policy.PolicyPack;
import dev.docket.quality.CalibrationAnswer;
import dev.docket.quality.CalibrationSession.Picked;
import dev.docket.ui.common.Paragraph;
import dev.docket.ui.common.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What was answered on an item, in the order of pseudonyms, and what became of it. */
final class AnswerList extends VBox {
    AnswerList() {
        getStyleClass().add("calibration-answers");
    }

    /** @param shown whether everybody's are there, or only one's own */
    void show(List<CalibrationAnswer> answers, Picked item, PolicyPack pack, boolean shown) {
        List<Node> lines = new ArrayList<>();
        lines.add(new Paragraph(Text.of(shown ? "calibration.answers" : "calibration.answers.own"), "section-head"));
        answers.forEach(answer -> lines.add(line(answer, pack)));
        if (answers.isEmpty()) {
            lines.add(new Paragraph(Text.of(shown ? "calibration.answers.none" : "calibration.answers.waiting"), "secondary", "muted"));
        }
        item.outcome().ifPresent(outcome -> lines.add(new Paragraph(
                Text.of("calibration.became." + outcome.name().toLowerCase(Locale.ROOT), item.note().orElse("")), "secondary", "calibration-became")));
        getChildren().setAll(lines);
    }

    private static Node line(CalibrationAnswer answer, PolicyPack pack) {
        String label = pack.find(answer.label()).map(PolicyPack.Label::shortTitle).orElse(answer.label());
        Label found = new Paragraph(Text.of(answer.sure() ? "calibration.one" : "calibration.one.unsure", answer.pseudonym(), label), "bold");
        VBox line = new VBox(found);
        if (!answer.why().isEmpty()) {
            line.getChildren().add(new Paragraph(answer.why(), "secondary"));
        }
        return line;
    }
}
