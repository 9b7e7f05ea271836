package dev.docket.ui.export;

import dev.docket.export.Approvals.Request;
import dev.docket.export.Changes;
import dev.docket.export.Departure;
import dev.docket.export.Lineage;
import dev.docket.export.SelectionException;
import dev.docket.export.SetRegister.Registered;
import dev.docket.export.Version;
import dev.docket.ui.common.Chip;
import dev.docket.ui.common.Ends;
import dev.docket.ui.common.Flow;
import dev.docket.ui.common.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** What the set is called, how it differs from the one before, and who has to sign. */
public final class VersionCard extends VBox {
    private static final int SHOWN = 4;

    private static final int NAME_COLUMNS = 13;

    private final ExportCard card = new ExportCard();
    private final TextField name = new TextField();
    private final Button apply = new Button();
    private final CheckBox second = new CheckBox();
    private final ComboBox<Optional<Registered>> since = new ComboBox<>();
    private boolean showing;
    private ExportViewModel model;
    private Consumer<List<Departure>> onGone;

    public VersionCard() {
        name.setId("export-name");
        second.setId("export-second");
        second.setWrapText(true);
        name.setPrefColumnCount(NAME_COLUMNS);
        setVgrow(card, Priority.ALWAYS);
        getChildren().setAll(card);
    }

    /** Before it is shown. @param onGone shown what the set that is followed has and this one has not */
    void bind(ExportViewModel of, Consumer<List<Departure>> onGone) {
        model = of;
        this.onGone = onGone;
        name.setPromptText(Text.of("export.version.prompt"));
        name.setAccessibleText(Text.of("export.version.name"));
        name.setOnAction(_ -> model.order().call(name.getText()));
        apply.setText(Text.of("export.version.set"));
        apply.setMinWidth(USE_PREF_SIZE);
        apply.setOnAction(_ -> model.order().call(name.getText()));
        second.setText(Text.of("export.second"));
        second.setOnAction(_ -> model.signatures().waitForSecond(second.isSelected()));
        since.setId("export-since");
        since.setAccessibleText(Text.of("export.since"));
        since.setConverter(new StringConverter<>() {
            @Override
            public String toString(Optional<Registered> earlier) {
                return earlier == null || earlier.isEmpty() ? Text.of("export.since.none") : Text.of("export.since.version", earlier.get().version().orElseThrow().toString());
            }

            @Override
            public Optional<Registered> fromString(String text) {
                throw new UnsupportedOperationException();
            }
        });
        since.valueProperty().subscribe(wanted -> {
            if (!showing && wanted != null) {
                wanted.ifPresentOrElse(model::follow, model::followNone);
            }
        });
        model.signatures().secondProperty().subscribe(second::setSelected);
        model.order().property().subscribe(order -> name.setText(order.name().orElse("")));
    }

    void show(Preview preview, boolean fixed) {
        name.setDisable(fixed);
        apply.setDisable(fixed);
        second.setDisable(fixed);
        since.setDisable(fixed || model.versionsProperty().get().isEmpty());
        offerVersions();
        Ends called = new Ends(List.of(new Label(Text.of("export.version.name"))), List.of(name, apply));
        called.getStyleClass().add("export-line");
        Ends written = new Ends(List.of(new Label(Text.of("export.since"))), List.of(since));
        written.getStyleClass().add("export-line");
        List<Node> lines = new ArrayList<>(List.of(called, written));
        Lineage lineage = preview.draft().lineage();
        lineage.version().ifPresent(version -> lines.add(ExportCard.line("mdal-layers", Text.of("export.version.next", version.toString()), since(lineage), "")));
        if (lineage.delta()) {
            lines.add(ExportCard.line("mdal-layers", Text.of("export.since.delta"), since(lineage), ""));
        }
        int gone = lineage.changes().map(changes -> changes.removed().size() + changes.erased().size()).orElse(0);
        if (gone > 0) {
            lines.add(ExportCard.line("mdal-delete_outline", Text.of("export.tombstones"), Text.of("export.tombstones.detail"), Text.of("export.number", gone)));
            Button which = button("export.gone.show", () -> model.departures(onGone));
            which.setId("tombstones-show");
            lines.add(new Flow(which));
        }
        lines.add(second);
        if (!model.signatures().isPossible()) {
            lines.add(ExportCard.line("mdal-info", Text.of("export.second.alone"), "", ""));
        }
        model.signatures().requestsProperty().get().stream().limit(SHOWN).forEach(request -> lines.add(line(request)));
        card.show(Text.of("export.version"), model.signatures().signedProperty().get().<Node>map(request -> new Chip(Text.of("export.second.under", request.askedBy(), signer(request)), Chip.Tone.SUCCESS, "mdal-check")).orElse(null), lines);
    }

    /** The newest first; what is followed now is chosen. */
    private void offerVersions() {
        showing = true;
        List<Optional<Registered>> offered = new ArrayList<>(List.of(Optional.empty()));
        model.versionsProperty().get().reversed().forEach(each -> offered.add(Optional.of(each)));
        since.getItems().setAll(offered);
        Optional<String> followed = model.order().get().since();
        since.setValue(offered.stream().filter(each -> each.map(known -> known.manifest().hex()).equals(followed)).findFirst().orElse(null));
        showing = false;
    }

    private static String since(Lineage lineage) {
        return lineage.parent().map(parent -> {
            Changes changes = parent.changes();
            return Text.of("export.version.since", parent.version().map(Version::toString).orElse(Text.of("export.since.unnamed")), changes.added().size(), changes.relabelled().size(), changes.changed().size(),
                    changes.removed().size(), changes.erased().size());
        }).orElse(Text.of("export.version.first"));
    }

    private Node line(Request request) {
        boolean mine = request.askedBy().equals(model.signatures().self());
        List<Node> buttons = new ArrayList<>();
        if (request.answer().isEmpty() && !mine) {
            buttons.add(button("export.second.sign", () -> model.signatures().answer(request, true)));
            buttons.add(button("export.second.refuse", () -> model.signatures().answer(request, false)));
        }
        if (!request.written() && request.answer().map(answer -> answer.approved()).orElse(true)) {
            buttons.add(button("export.second.take", () -> model.take(request)));
        }
        VBox line = new VBox(ExportCard.line("mdal-edit", state(request), what(request), ""));
        if (!buttons.isEmpty()) {
            Flow row = new Flow();
            row.getChildren().setAll(buttons);
            row.getStyleClass().add("sign-row");
            line.getChildren().add(row);
            line.getStyleClass().add("request");
        }
        return line;
    }

    private static Button button(String key, Runnable action) {
        Button button = new Button(Text.of(key));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private static String state(Request request) {
        String key = request.written() ? "written" : request.answer().map(answer -> answer.approved() ? "by" : "no").orElse("waiting");
        return Text.of("export.second." + key, request.askedBy(), signer(request));
    }

    private static String signer(Request request) {
        return request.answer().map(answer -> answer.by()).orElse("");
    }

    private static String what(Request request) {
        try {
            String where = request.parsed().recipe().selection().where();
            return (request.parsed().name().map(name -> name + ": ").orElse("")) + (where.isEmpty() ? Text.of("export.second.everything") : where);
        } catch (SelectionException e) {
            return e.getMessage();
        }
    }
}
