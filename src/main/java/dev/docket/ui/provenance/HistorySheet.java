package dev.docket.ui.provenance;

import dev.docket.provenance.KeptReport;
import dev.docket.provenance.Manifest.Ingredient;
import dev.docket.provenance.ProvenanceReport;
import dev.docket.ui.common.Chip;
import dev.docket.ui.common.Ends;
import dev.docket.ui.common.Keycap;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.Text;
import dev.docket.ui.common.Tip;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Everything that is known of where a picture comes from: a tree of manifests and ingredients with their history, and what each
 * says; at its end the raw report. Arrows move in the tree, Tab goes on to what the line says. JavaFX thread.
 */
public final class HistorySheet extends VBox {
    private static final double WIDTH = 1040;
    private static final double HEIGHT = 680;
    private static final double ROOM_AROUND = 48;

    private final ProvenanceReport report;
    private final ZoneId zone;
    private final Function<Ingredient, Node> pictures;
    private final TreeView<HistoryNode> tree = new TreeView<>();
    private final StackPane detail = new StackPane();
    private final Button copy = new Button(Text.of("provenance.sheet.copy"), new FontIcon("mdal-content_copy"));
    private int listed;

    private HistorySheet(Overlays overlays, String item, ProvenanceReport report, ZoneId zone, Function<Ingredient, Node> pictures) {
        this.report = report;
        this.zone = zone;
        this.pictures = pictures;
        getStyleClass().addAll("sheet", "history-sheet");
        String name = Text.of("provenance.sheet.title", item);
        setAccessibleText(name);
        Label title = new Label(name, new FontIcon("mdal-account_tree"));
        title.getStyleClass().add("sheet-title");
        Tip.on(title, name);
        Chip state = new Chip(ProvenanceWords.state(report), ProvenanceWords.tone(report.c2pa().state()), ProvenanceWords.icon(report.c2pa().state()));
        Ends bar = new Ends(List.of(title, state), List.of(Keycap.named("escape")));
        bar.getStyleClass().add("sheet-bar");
        HBox middle = new HBox(tree, detail);
        middle.getStyleClass().add("history-middle");
        VBox.setVgrow(middle, Priority.ALWAYS);
        HBox.setHgrow(detail, Priority.ALWAYS);
        copy.setId("history-copy");
        copy.setOnAction(_ -> copy());
        Ends foot = new Ends(List.of(Keycap.small("\u2191"), Keycap.small("\u2193"), Keycap.small("\u2190"), Keycap.small("\u2192"), words(Text.of("alikes.move"))), List.of(copy));
        foot.getStyleClass().add("sheet-foot");
        fillTree();
        getChildren().setAll(bar, middle, foot);
        addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                e.consume();
                overlays.close();
            }
        });
    }

    /**
     * Opens the sheet over this window.
     *
     * @param item the picture's short name
     * @param pictures the covered small picture of an ingredient that has one
     */
    public static HistorySheet open(Overlays overlays, Scene window, String item, ProvenanceReport report, ZoneId zone, Function<Ingredient, Node> pictures) {
        HistorySheet sheet = new HistorySheet(overlays, item, report, zone, pictures);
        sheet.setPrefSize(Math.min(WIDTH, window.getWidth() - ROOM_AROUND), Math.min(HEIGHT, window.getHeight() - ROOM_AROUND));
        overlays.open(sheet);
        sheet.tree.requestFocus();
        return sheet;
    }

    /** What was found at other times, once it is known; before the raw report. @param onScreen SHA-256 of the report that this sheet shows */
    public void record(List<KeptReport> kept, String onScreen) {
        if (!kept.isEmpty()) {
            beforeTheRawOne(new HistoryNode.OnRecord(kept, onScreen));
        }
    }

    /** In place of them. */
    public void recordFailed(Exception reason) {
        beforeTheRawOne(new HistoryNode.NoRecord(String.valueOf(reason.getMessage())));
    }

    private void beforeTheRawOne(HistoryNode node) {
        List<TreeItem<HistoryNode>> lines = tree.getRoot().getChildren();
        lines.add(lines.size() - 1, new TreeItem<>(node));
    }

    private void fillTree() {
        tree.setId("history-tree");
        tree.getStyleClass().add("history-tree");
        tree.setAccessibleText(Text.of("provenance.sheet.tree"));
        tree.setCellFactory(_ -> new Line());
        tree.addEventFilter(KeyEvent.ANY, this::look);
        tree.focusedProperty().subscribe(focused -> {
            if (!focused) {
                look(new KeyEvent(KeyEvent.KEY_RELEASED, "", "", KeyCode.SPACE, false, false, false, false));
            }
        });
        tree.setRoot(branch(new HistoryNode.Picture(report)));
        tree.getSelectionModel().selectedItemProperty().subscribe(chosen -> {
            if (chosen != null) {
                show(chosen.getValue());
            }
        });
        tree.getSelectionModel().selectFirst();
    }

    private TreeItem<HistoryNode> branch(HistoryNode node) {
        TreeItem<HistoryNode> item = new TreeItem<>(node);
        item.setExpanded(true);
        for (HistoryNode below : node.below()) {
            if (listed++ >= HistoryNode.MOST) {
                item.getChildren().add(new TreeItem<>(new HistoryNode.More()));
                break;
            }
            item.getChildren().add(branch(below));
        }
        return item;
    }

    private void show(HistoryNode node) {
        if (node instanceof HistoryNode.Raw) {
            detail.getChildren().setAll(raw());
            return;
        }
        VBox rows = new VBox();
        rows.getStyleClass().add("history-rows");
        rows.getChildren().setAll(new HistoryDetail(report.c2pa(), zone, pictures).of(node));
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setId("history-detail");
        scroll.setAccessibleText(node.words());
        detail.getChildren().setAll(scroll);
    }

    /** Space in the tree is for the covered picture beside it, where there is one. */
    private void look(KeyEvent event) {
        Node picture = detail.lookup(".picture-grid");
        if (picture != null && event.getCode() == KeyCode.SPACE) {
            event.consume();
            Event.fireEvent(picture, event.copyFor(picture, picture));
        }
    }

    private Node raw() {
        String all = RawReport.of(report);
        TextArea text = new TextArea(all.length() <= RawReport.MOST_SHOWN ? all : all.substring(0, RawReport.MOST_SHOWN));
        text.setId("history-raw");
        text.setEditable(false);
        text.getStyleClass().addAll("mono", "history-raw");
        text.setAccessibleText(Text.of("provenance.sheet.raw"));
        VBox box = new VBox(text);
        VBox.setVgrow(text, Priority.ALWAYS);
        if (all.length() > RawReport.MOST_SHOWN) {
            box.getChildren().add(words(Text.of("provenance.sheet.cut", RawReport.MOST_SHOWN, all.length())));
        }
        return box;
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(RawReport.of(report));
        Clipboard.getSystemClipboard().setContent(content);
        copy.setText(Text.of("provenance.sheet.copied"));
    }

    private static Label words(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("secondary", "muted");
        return label;
    }

    /** A line of the tree; what is not sound says so beside its name. */
    private static final class Line extends TreeCell<HistoryNode> {
        @Override
        protected void updateItem(HistoryNode node, boolean empty) {
            super.updateItem(node, empty);
            setText(empty || node == null ? null : node.words());
            setTooltip(null);
            if (empty || node == null) {
                setGraphic(null);
                return;
            }
            HBox signs = new HBox(6, new FontIcon(node.icon()));
            node.remark().ifPresent(remark -> signs.getChildren().add(new Chip(remark, Chip.Tone.WARNING)));
            setGraphic(signs);
        }
    }
}
