package dev.docket.ui.models;

import dev.docket.registry.ModelVersion;
import dev.docket.registry.Stage;
import dev.docket.ui.common.Chip;
import dev.docket.ui.common.Ends;
import dev.docket.ui.common.Figures;
import dev.docket.ui.common.Text;
import dev.docket.ui.models.ModelBench.Entry;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The registry: models by id, their versions with their stage, and the vendors whose scores came with items. */
public final class RegistryRail extends VBox {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    public RegistryRail() {
        getStyleClass().add("registry-rail");
    }

    /** @param onSelect told {@code id@version} */
    void show(ModelsViewModel model, Consumer<String> onSelect) {
        getChildren().clear();
        String id = "";
        for (Entry entry : model.readingProperty().get().entries()) {
            if (!entry.version().id().equals(id)) {
                id = entry.version().id();
                getChildren().add(head(id));
            }
            getChildren().add(row(entry, entry.equals(model.selectedProperty().get()), onSelect));
        }
        getChildren().add(head(Text.of("models.vendors")));
        if (model.fed().isEmpty()) {
            getChildren().add(words(Text.of("models.vendors.none")));
        }
        model.fed().forEach(rates -> getChildren().add(words(rates.scorer())));
    }

    private static Node row(Entry entry, boolean selected, Consumer<String> onSelect) {
        ModelVersion version = entry.version();
        Label name = new Label(Text.of("models.version"));
        name.getStyleClass().add("strong");
        Label number = new Label(version.version());
        number.getStyleClass().add("mono");
        Ends top = new Ends(List.of(name, number), List.of(stage(version.stage())));
        top.getStyleClass().add("registry-row-top");
        Label detail = new Label(detail(entry));
        detail.getStyleClass().addAll("caption", "muted");
        Button row = new Button("", new VBox(2, top, detail));
        row.setId("version-" + version.name().replaceAll("[^A-Za-z0-9-]", "-"));
        row.getStyleClass().setAll("registry-row");
        row.setMaxWidth(Double.MAX_VALUE);
        row.pseudoClassStateChanged(SELECTED, selected);
        row.setAccessibleText(Text.of("models.version.accessible", version.name(), stageWord(version.stage())));
        row.setOnAction(_ -> onSelect.accept(version.name()));
        return row;
    }

    private static String detail(Entry entry) {
        String day = Figures.day(LocalDate.ofInstant(entry.version().addedAt(), ZoneOffset.UTC));
        return entry.report().map(report -> Text.of("models.version.trained", day, report.trainedOn()))
                .orElseGet(() -> Text.of("models.version.added", day, entry.version().thresholds().size()));
    }

    static Chip stage(Stage stage) {
        Chip.Tone tone = switch (stage) {
            case ACTIVE -> Chip.Tone.SUCCESS;
            case CANDIDATE, SHADOW -> Chip.Tone.ACCENT;
            case RETIRED -> Chip.Tone.NEUTRAL;
        };
        return new Chip(stageWord(stage), tone);
    }

    static String stageWord(Stage stage) {
        return Text.of("models.stage." + stage.name().toLowerCase(Locale.ROOT));
    }

    private static Label head(String words) {
        Label head = new Label(words);
        head.getStyleClass().addAll("caption-head", "registry-head");
        head.setWrapText(true);
        head.setMinHeight(Region.USE_PREF_SIZE);
        return head;
    }

    private static Label words(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().addAll("secondary", "muted", "registry-words");
        return label;
    }
}
