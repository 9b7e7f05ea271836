package dev.docket.ui.settings;

import dev.docket.queue.Lane;
import dev.docket.settings.OwnLanes;
import dev.docket.settings.Settings;
import dev.docket.ui.common.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** From which of the lanes that are open to a reviewer they draw, in which order, and how many items ahead. */
final class LanesPage extends SettingsPage {
    private final SettingsViewModel model;
    private final ObservableList<Lane> lanes;
    private final int fixed;
    private List<Lane> drawn = List.of();
    private OwnLanes drawnAs = OwnLanes.ALL;

    /** @param lanes every lane of the desk, as it stands */
    LanesPage(SettingsViewModel model, SettingControls controls, ObservableList<Lane> lanes) {
        super("lanes", "mdal-archive", List.of(
                new SettingRow("window", controls.spinner("settingWindow", 1, 64, 1, Settings::window, Settings::withWindow)),
                SettingHead.note("settings.lanes.about")));
        this.model = model;
        this.lanes = lanes;
        fixed = getChildren().size();
        lanes.addListener((ListChangeListener<Lane>) c -> draw());
        model.settingsProperty().subscribe(s -> draw());
    }

    private OwnLanes own() {
        return model.settingsProperty().get().lanes();
    }

    /** Built anew only when other lanes are open, or in another order: whoever is at a button stays there. */
    private void draw() {
        List<Lane> open = own().ordered(lanes.stream().filter(l -> !l.closed()).toList(), Lane::key);
        List<Lane> closed = lanes.stream().filter(Lane::closed).toList();
        List<Lane> now = new ArrayList<>(open);
        now.addAll(closed);
        if (now.stream().map(Lane::key).toList().equals(drawn.stream().map(Lane::key).toList()) && own().equals(drawnAs)) {
            now.forEach(lane -> rows().filter(row -> row.lane().key().equals(lane.key())).forEach(row -> row.count(lane)));
            return;
        }
        drawn = now;
        drawnAs = own();
        String focused = getScene() == null || getScene().getFocusOwner() == null ? null : getScene().getFocusOwner().getId();
        getChildren().remove(fixed, getChildren().size());
        getChildren().addAll(open.isEmpty() ? none() : open.stream().map(lane -> row(lane, open)).toList());
        if (!closed.isEmpty()) {
            getChildren().add(SettingHead.of("settings.lanes.closed"));
            closed.forEach(lane -> getChildren().add(new LaneRow(lane)));
        }
        if (!open.isEmpty()) {
            getChildren().add(reset());
        }
        if (focused != null && !focused.isEmpty()) {
            getChildren().stream().flatMap(row -> row.lookupAll("#" + focused).stream()).findFirst().ifPresent(Node::requestFocus);
        }
    }

    private java.util.stream.Stream<LaneRow> rows() {
        return getChildren().stream().filter(LaneRow.class::isInstance).map(LaneRow.class::cast);
    }

    private LaneRow row(Lane lane, List<Lane> open) {
        boolean last = own().draws(lane.key()) && open.stream().filter(l -> own().draws(l.key())).count() == 1;
        return new LaneRow(lane, open.indexOf(lane), open.size(), own().draws(lane.key()), last, this::draws, this::move);
    }

    private void draws(Lane lane, boolean on) {
        Set<String> leftOut = new TreeSet<>(own().leftOut());
        if (on) {
            leftOut.remove(lane.key());
        } else {
            leftOut.add(lane.key());
        }
        model.change(s -> s.withLanes(s.lanes().withLeftOut(leftOut)));
    }

    private void move(Lane lane, int by) {
        List<String> order = new ArrayList<>(drawn.stream().filter(l -> !l.closed()).map(Lane::key).toList());
        int at = order.indexOf(lane.key());
        int to = at + by;
        if (to >= 0 && to < order.size()) {
            Collections.swap(order, at, to);
            model.change(s -> s.withLanes(s.lanes().withOrder(order)));
        }
    }

    private Node reset() {
        Button reset = new Button(Text.of("settings.lanes.reset"));
        reset.setId("lanesReset");
        reset.setDisable(own().equals(OwnLanes.ALL));
        reset.setOnAction(_ -> model.change(s -> s.withLanes(OwnLanes.ALL)));
        HBox foot = new HBox(reset);
        foot.getStyleClass().add("lanes-foot");
        return foot;
    }

    /** Before the lanes were counted nothing is said of them. */
    private List<Node> none() {
        if (lanes.isEmpty()) {
            return List.of();
        }
        Label head = new Label(Text.of("settings.lanes.none"), new FontIcon("mdal-lock"));
        head.getStyleClass().addAll("strong", "bold");
        Label detail = new Label(Text.of("settings.lanes.none.detail"));
        detail.setWrapText(true);
        detail.setMinHeight(USE_PREF_SIZE);
        detail.getStyleClass().add("muted");
        VBox none = new VBox(head, detail);
        none.getStyleClass().add("lanes-none");
        return List.of(none);
    }
}
