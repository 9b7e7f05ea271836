package dev.docket.ui.quality;

import dev.docket.queue.Lane;
import dev.docket.queue.Scope;
import dev.docket.ui.common.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;

/** Of which lane and which place the figures are; by the lane of an item's first look. */
public final class ScopeChoice extends HBox {
    private static final String EVERYWHERE = "*";

    private final ComboBox<Optional<String>> lane = box("scope-lane");
    private final ComboBox<Optional<String>> place = box("scope-place");
    private final Map<String, String> titles = new LinkedHashMap<>();
    private boolean showing;

    public ScopeChoice() {
        getStyleClass().add("quality-toggles");
        lane.setAccessibleText(Text.of("quality.scope.lane"));
        place.setAccessibleText(Text.of("quality.scope.place"));
        words(lane, wanted -> wanted.map(id -> titles.getOrDefault(id, id)).orElse(Text.of("quality.scope.lanes")));
        words(place, wanted -> wanted.map(id -> id.equals(EVERYWHERE) ? Text.of("quality.scope.everywhere") : id).orElse(Text.of("quality.scope.places")));
        getChildren().setAll(lane, place);
    }

    void bind(ObjectProperty<Scope> scope) {
        List.of(lane, place).forEach(box -> box.valueProperty().subscribe(_ -> {
            if (!showing && lane.getValue() != null && place.getValue() != null) {
                scope.set(new Scope(lane.getValue(), place.getValue()));
            }
        }));
    }

    /** What there is, with what is chosen. */
    void show(List<Lane> lanes, Scope chosen) {
        showing = true;
        titles.clear();
        lanes.forEach(each -> titles.putIfAbsent(rule(each), each.title()));
        fill(lane, titles.keySet().stream().toList(), chosen.lane());
        fill(place, lanes.stream().map(ScopeChoice::jurisdiction).distinct().sorted().toList(), chosen.place());
        showing = false;
    }

    private static String rule(Lane lane) {
        int at = lane.key().lastIndexOf('/');
        return at < 0 ? lane.key() : lane.key().substring(0, at);
    }

    private static String jurisdiction(Lane lane) {
        return lane.place().isEmpty() ? EVERYWHERE : lane.place();
    }

    private static void fill(ComboBox<Optional<String>> box, List<String> values, Optional<String> chosen) {
        List<Optional<String>> all = new java.util.ArrayList<>(List.of(Optional.empty()));
        values.forEach(value -> all.add(Optional.of(value)));
        box.getItems().setAll(all);
        box.setValue(chosen);
        box.setDisable(values.size() < 2);
    }

    private static ComboBox<Optional<String>> box(String id) {
        ComboBox<Optional<String>> box = new ComboBox<>();
        box.setId(id);
        return box;
    }

    private static void words(ComboBox<Optional<String>> box, java.util.function.Function<Optional<String>, String> words) {
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(Optional<String> value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public Optional<String> fromString(String text) {
                throw new UnsupportedOperationException();
            }
        });
    }
}
