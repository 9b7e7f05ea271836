package dev.docket.ui.finding;

import dev.docket.policy.PolicyPack;
import dev.docket.policy.PolicyPack.Label;
import dev.docket.policy.Rationale;
import dev.docket.ui.common.Keycap;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.Text;
import dev.docket.ui.common.TextSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * Why: the label's reasons found as one types, what is filled into them, and a note. Without a label yet it offers the
 * reasons of all labels, and the one that is taken brings its label along.
 */
final class ReasonSheet extends VBox {
    private static final double ROW = 44;
    private static final int MOST_ROWS = 5;
    /** However large the text is, what is below the list stays in the window. */
    private static final double MOST_HEIGHT = 320;

    /** A reason of a label; no reason at all, for a note alone. */
    record Row(Optional<Label> label, Optional<Rationale> reason) {}

    private final PendingVerdict pending;
    private final Overlays overlays;
    private final TextField find = new TextField();
    private final ListView<Row> list;
    private final ReasonFields fields = new ReasonFields();
    private final NoteBox note;
    private final javafx.scene.control.Label fault = new javafx.scene.control.Label();

    ReasonSheet(PendingVerdict pending, Overlays overlays) {
        this.pending = pending;
        this.overlays = overlays;
        Draft draft = pending.draftProperty().get();
        note = new NoteBox(draft.note().orElse(""));
        FilteredList<Row> rows = new FilteredList<>(FXCollections.observableList(rows()));
        list = new ListView<>(rows);
        getStyleClass().addAll("sheet", "finding-sheet");
        setAccessibleText(Text.of("finding.reason.title"));
        find.setId("find-reason");
        find.setPromptText(Text.of("finding.reason.prompt"));
        find.setAccessibleText(Text.of("finding.reason.prompt"));
        find.textProperty().subscribe(words -> {
            rows.setPredicate(matching(words));
            list.getSelectionModel().selectFirst();
        });
        list.setId("reasons");
        list.setAccessibleText(Text.of("finding.reason.title"));
        list.setFocusTraversable(false);
        TextSize.around(list).subscribe(size -> {
            list.setFixedCellSize(ROW * size);
            list.setPrefHeight(Math.min(MOST_HEIGHT, ROW * size * Math.min(MOST_ROWS, rows.size()) + 4));
        });
        list.setCellFactory(view -> new ReasonCell());
        list.getSelectionModel().selectedItemProperty().subscribe(row -> {
            boolean same = row != null && row.reason().map(Rationale::id).equals(draft.reason());
            fields.show(row == null ? Optional.empty() : row.reason(), same ? draft.parameters() : Map.of());
            fault.setText("");
        });
        select(draft);
        fault.getStyleClass().add("pending-advice");
        fault.visibleProperty().bind(fault.textProperty().isNotEmpty());
        fault.managedProperty().bind(fault.visibleProperty());
        Button take = new Button(Text.of("finding.take"), Keycap.named("enter"));
        take.setId("take-reason");
        take.getStyleClass().addAll("commit", "success");
        take.setOnAction(e -> take());
        VBox body = new VBox(10, find, list, fields, note, fault, take);
        body.getStyleClass().add("finding-body");
        getChildren().setAll(bar(), body);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private Node bar() {
        String of = pending.label().map(Label::shortTitle).orElseGet(() -> Text.of("finding.reason.any"));
        javafx.scene.control.Label title = new javafx.scene.control.Label(Text.of("finding.reason.of", of));
        title.getStyleClass().add("sheet-title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        javafx.scene.control.Label how = new javafx.scene.control.Label(Text.of("finding.reason.how"));
        how.getStyleClass().addAll("secondary", "muted");
        HBox bar = new HBox(title, how, space, Keycap.named("escape"));
        bar.getStyleClass().add("sheet-bar");
        return bar;
    }

    private List<Row> rows() {
        Stream<Label> labels = pending.label().map(Stream::of)
                .orElseGet(() -> pending.pack().labels().stream().filter(l -> !l.id().equals(PolicyPack.MINORS_SAFETY)));
        List<Row> rows = new ArrayList<>(labels.flatMap(label -> label.rationales().values().stream()
                .map(reason -> new Row(Optional.of(label), Optional.of(reason)))).toList());
        rows.add(new Row(Optional.empty(), Optional.empty()));
        return rows;
    }

    private static Predicate<Row> matching(String words) {
        List<String> parts = Stream.of(words.toLowerCase(Locale.ROOT).split("\\s+")).filter(part -> !part.isEmpty()).toList();
        return row -> {
            String text = (row.label().map(Label::title).orElse("") + " " + row.reason().map(Rationale::text).orElse("")).toLowerCase(Locale.ROOT);
            return parts.stream().allMatch(text::contains);
        };
    }

    private void select(Draft draft) {
        list.getItems().stream().filter(row -> draft.reason().isPresent() && row.reason().map(Rationale::id).equals(draft.reason())).findFirst()
                .ifPresentOrElse(list.getSelectionModel()::select, list.getSelectionModel()::selectFirst);
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case ESCAPE -> overlays.close();
            case ENTER -> enter(event);
            case UP, DOWN -> {
                if (!find.isFocused()) {
                    return;
                }
                int by = event.getCode() == KeyCode.UP ? -1 : 1;
                list.getSelectionModel().select(Math.clamp(list.getSelectionModel().getSelectedIndex() + by, 0, Math.max(0, list.getItems().size() - 1)));
                list.scrollTo(list.getSelectionModel().getSelectedIndex());
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** From the list to what has to be filled in, then it is taken. */
    private void enter(KeyEvent event) {
        if (event.isShiftDown() && note.isFocusWithin()) {
            note.newLine();
        } else if (find.isFocused() && fields.firstEmpty().isPresent()) {
            fields.firstEmpty().get().requestFocus();
        } else {
            take();
        }
    }

    private void take() {
        Row row = list.getSelectionModel().getSelectedItem();
        if (row == null) {
            fault.setText(Text.of("finding.reason.nothing"));
            return;
        }
        Map<String, String> values = fields.values();
        Optional<String> wrong = row.reason().flatMap(reason -> reason.fault(values));
        if (wrong.isPresent()) {
            fault.setText(wrong.get());
            fields.firstEmpty().ifPresent(Node::requestFocus);
        } else if (note.isChecked(values.values())) {
            overlays.close();
            pending.change(draft -> labelled(draft, row).withReason(row.reason().map(Rationale::id), values, note.words()));
        }
    }

    private static Draft labelled(Draft draft, Row row) {
        return row.label().filter(label -> draft.labels().isEmpty()).map(label -> draft.withPrimary(label.id())).orElse(draft);
    }

    /** The sheet is focused when it opens; what is typed finds. */
    @Override
    public void requestFocus() {
        find.requestFocus();
    }
}
