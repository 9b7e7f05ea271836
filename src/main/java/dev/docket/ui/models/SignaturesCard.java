package dev.docket.ui.models;

import dev.docket.policy.PackApprovals.Request;
import dev.docket.ui.common.FigureTable;
import dev.docket.ui.common.Flow;
import dev.docket.ui.common.Text;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** Thresholds that leads asked for: who signs what, and the file of what is signed. */
final class SignaturesCard extends VBox {
    private static final int MOST = 6;

    private final StudiesViewModel model;
    private final Supplier<Optional<Path>> file;

    /** @param file asks where a signed pack goes; empty: nowhere */
    SignaturesCard(StudiesViewModel model, Supplier<Optional<Path>> file) {
        this.model = model;
        this.file = file;
        model.signaturesProperty().subscribe(this::show);
    }

    private void show(StudyBench.Signatures signatures) {
        getChildren().clear();
        List<Request> newest = signatures.requests().stream().limit(MOST).toList();
        if (!newest.isEmpty()) {
            StudyCard card = new StudyCard(Text.of("models.sign"), Text.of("models.sign.caption"));
            newest.forEach(request -> card.getChildren().add(row(request, signatures.self())));
            getChildren().add(card);
        }
        setVisible(!getChildren().isEmpty());
        setManaged(!getChildren().isEmpty());
    }

    private Flow row(Request request, String self) {
        Flow row = new Flow(FigureTable.text(Text.of("models.sign.change", request.pack().name(), request.change().model(), request.change().modelLabel(),
                FigureWords.of(request.change().was()), FigureWords.of(request.change().threshold())), "strong"), FigureTable.text(state(request), "secondary", "muted"));
        row.setHgap(8);
        row.setVgap(4);
        if (request.answer().isEmpty() && !request.askedBy().equals(self)) {
            row.getChildren().addAll(button("try", request, () -> model.tryAsked(request.change())), button("sign", request, () -> model.answer(request, true)), button("refuse", request, () -> model.answer(request, false)));
        } else if (request.signed()) {
            row.getChildren().add(button("write", request, () -> file.get().ifPresent(to -> model.writeSigned(request, to))));
        }
        return row;
    }

    private static String state(Request request) {
        return request.answer().map(answer -> Text.of(answer.approved() ? "models.sign.by" : "models.sign.no", request.askedBy(), answer.by())).orElseGet(() -> Text.of("models.sign.waiting", request.askedBy()));
    }

    private Button button(String what, Request request, Runnable action) {
        Button button = new Button(Text.of("models.sign." + what));
        button.setId(what + "-" + request.pack().version().replace('.', '-'));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        button.disableProperty().bind(model.work().busyProperty());
        return button;
    }
}
