package dev.docket.ui.ladder;

import dev.docket.policy.PolicyPack;
import dev.docket.ui.common.Ends;
import dev.docket.ui.common.Flow;
import dev.docket.ui.common.SeverityTag;
import dev.docket.ui.common.Text;
import dev.docket.ui.keys.KeyCommand;
import dev.docket.ui.keys.KeyHint;
import dev.docket.ui.keys.KeyMap;
import dev.docket.verdict.Finding;
import dev.docket.verdict.Verdict;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What others found on the case, side by side, by whom is not told. What differs is marked, by a sign and by colour. */
public final class SettlePanel extends VBox {
    private static final int MOST = 4;
    /** Of each column, before what is left is shared. */
    private static final double COLUMN = 86;
    private static final List<KeyCommand> TAKE = List.of(KeyCommand.TAKE_FIRST, KeyCommand.TAKE_SECOND);

    private ObservableValue<KeyMap> keys;
    private Consumer<Finding> take;
    private Runnable grey;

    public SettlePanel() {
        getStyleClass().add("settle-panel");
        setMinWidth(0);
    }

    /** @param take makes one of the findings one's own; {@code grey} leaves it open */
    public void fill(ObservableValue<KeyMap> inForce, Consumer<Finding> take, Runnable grey) {
        this.keys = inForce;
        this.take = take;
        this.grey = grey;
    }

    /** @param settles whether the look is an adjudication, which may be left grey */
    public void show(Dossier dossier, PolicyPack pack, boolean settles) {
        List<Verdict> before = settling(dossier);
        boolean any = !before.isEmpty();
        setVisible(any);
        setManaged(any);
        getChildren().setAll(any ? settles ? List.of(head(before.size(), true), hint(), grid(before, new FoundWords(pack))) : List.of(head(before.size(), false), grid(before, new FoundWords(pack))) : List.<Node>of());
    }

    /** Those that are shown, in their order. */
    public static List<Verdict> settling(Dossier dossier) {
        List<Verdict> before = dossier.before();
        return before.subList(Math.max(0, before.size() - MOST), before.size());
    }

    private Node head(int many, boolean settles) {
        Label title = new Label(Text.of(settles ? "ladder.settle" : "ladder.settle.up", many));
        title.getStyleClass().add("section-head");
        title.setMinWidth(USE_PREF_SIZE);
        Ends head = new Ends(List.of(title), settles ? List.of(button("settle-grey", Text.of("ladder.grey"), KeyHint.of(keys, KeyCommand.LEAVE_GREY), grey)) : List.of());
        head.getStyleClass().add("settle-head");
        return head;
    }

    private static Node hint() {
        Label hint = new Label(Text.of("ladder.settle.hint"));
        hint.getStyleClass().addAll("caption", "muted");
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        return hint;
    }

    private GridPane grid(List<Verdict> before, FoundWords words) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("settle-grid");
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(USE_PREF_SIZE);
        grid.getColumnConstraints().add(names);
        for (int i = 0; i < before.size(); i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setMinWidth(0);
            column.setPrefWidth(COLUMN);
            column.setHgrow(Priority.ALWAYS);
            grid.getColumnConstraints().add(column);
            grid.add(columnHead(before.get(i), i), i + 1, 0);
        }
        row(grid, before, "ladder.row.label", words::labels, f -> severity(f, words));
        row(grid, before, "ladder.row.action", words::actions, f -> text(Text.of(f.sure() ? "ladder.sure" : "ladder.unsure", words.actions(f))));
        row(grid, before, "ladder.row.reason", words::reason, f -> text(words.reason(f)));
        row(grid, before, "ladder.row.origin", words::origin, f -> text(words.origin(f)));
        row(grid, before, "ladder.row.regions", words::regions, f -> text(words.regions(f)));
        int last = grid.getRowCount();
        boolean found = before.stream().anyMatch(v -> v.finding().isPresent());
        grid.add(name(Text.of(found ? "ladder.row.saw" : "ladder.row.why"), false), 0, last);
        for (int i = 0; i < before.size(); i++) {
            Verdict event = before.get(i);
            Label saw = text(event.finding().isPresent() ? words.saw(event.shown()) : words.passedUp(event));
            saw.getStyleClass().add("muted");
            grid.add(saw, i + 1, last);
        }
        return grid;
    }

    private Node columnHead(Verdict event, int at) {
        Label who = new Label(ordinal(at));
        who.getStyleClass().addAll("strong", "bold");
        who.setMinWidth(USE_PREF_SIZE);
        Flow head = new Flow(who);
        head.getStyleClass().add("settle-column");
        event.finding().ifPresent(finding -> {
            Node hint = at < TAKE.size() ? KeyHint.of(keys, TAKE.get(at)) : null;
            Button mine = button("settle-take-" + (at + 1), Text.of("ladder.take." + (at + 1)), hint, () -> take.accept(finding));
            mine.setWrapText(true);
            mine.setMinWidth(0);
            mine.maxWidthProperty().bind(head.widthProperty());
            head.getChildren().add(mine);
        });
        return head;
    }

    static String ordinal(int at) {
        return Text.of("ladder.ordinal." + (at + 1));
    }

    private static void row(GridPane grid, List<Verdict> before, String key, Function<Finding, String> told, Function<Finding, Node> drawn) {
        List<Finding> findings = before.stream().flatMap(v -> v.finding().stream()).toList();
        if (findings.stream().map(told).allMatch(Text.of("ladder.none")::equals)) {
            return;
        }
        boolean differs = findings.stream().map(told).distinct().count() > 1;
        int row = grid.getRowCount();
        grid.add(name(Text.of(key), differs), 0, row);
        for (int i = 0; i < before.size(); i++) {
            Node cell = before.get(i).finding().map(drawn).orElseGet(() -> text(Text.of("ladder.none")));
            if (differs) {
                cell.getStyleClass().add("differs");
            }
            grid.add(cell, i + 1, row);
        }
    }

    private static Node severity(Finding finding, FoundWords words) {
        Label label = text(words.labels(finding));
        label.getStyleClass().add("strong");
        HBox cell = new HBox(new SeverityTag(finding.severity()), label);
        cell.getStyleClass().add("settle-label");
        return cell;
    }

    private static Label name(String words, boolean differs) {
        Label name = new Label(differs ? Text.of("ladder.differs", words) : words);
        name.getStyleClass().addAll("caption", differs ? "differs-name" : "muted");
        name.setMinWidth(USE_PREF_SIZE);
        name.setAccessibleText(differs ? Text.of("ladder.differs.accessible", words) : words);
        return name;
    }

    private static Label text(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.getStyleClass().add("secondary");
        return label;
    }

    private static Button button(String id, String words, Node hint, Runnable step) {
        Button button = new Button(words, hint);
        button.setId(id);
        button.getStyleClass().addAll("small-button");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> step.run());
        return button;
    }
}
