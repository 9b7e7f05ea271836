package dev.docket.ui.export;

import dev.docket.export.Format;
import dev.docket.export.Images;
import dev.docket.export.Resolution;
import dev.docket.ui.common.Ends;
import dev.docket.ui.common.Text;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** Which label counts, how many items one uploader may have, how pictures come in. Its controls stay, so that the keyboard stays where it is. */
public final class RuleCard extends VBox {
    private static final List<Integer> CAPS = List.of(0, 1, 2, 5, 10, 20, 50, 100);

    private final ExportCard card = new ExportCard();
    private final ComboBox<Resolution> rule = box("rule", List.of(Resolution.values()), r -> Text.of("export.rule." + key(r)));
    private final ComboBox<Integer> most = box("most", CAPS, n -> n == 0 ? Text.of("export.cap.none") : Text.of("export.cap.some", n));
    private final ComboBox<Images> images = box("images", List.of(Images.values()), i -> Text.of("export.images." + i));
    private final Label what = ExportCard.caption("");
    private boolean showing;

    public RuleCard() {
        what.setWrapText(true);
        what.setMinHeight(USE_PREF_SIZE);
        setVgrow(card, Priority.ALWAYS);
        getChildren().setAll(card);
    }

    /** Before it is shown. */
    void bind(ExportViewModel model) {
        rule.setAccessibleText(Text.of("export.rule.choose"));
        most.setAccessibleText(Text.of("export.cap"));
        images.setAccessibleText(Text.of("export.images"));
        told(rule, model.order()::resolve);
        told(most, n -> model.order().cap(n == 0 ? OptionalInt.empty() : OptionalInt.of(n)));
        told(images, wanted -> {
            model.order().bring(wanted);
            images.setValue(model.order().get().images()); // where it cannot be done, it stays as it was
        });
    }

    private <T> void told(ComboBox<T> box, Consumer<T> taker) {
        box.valueProperty().subscribe(value -> {
            if (!showing && value != null) {
                taker.accept(value);
            }
        });
    }

    void show(ExportViewModel model, boolean fixed) {
        showing = true;
        rule.setValue(model.order().get().recipe().rule());
        int cap = model.order().get().recipe().mostPerUploader().orElse(0);
        if (!most.getItems().contains(cap)) {
            most.getItems().add(cap);
        }
        most.setValue(cap);
        images.setValue(model.order().get().images());
        showing = false;
        List.of(rule, most, images).forEach(box -> box.setDisable(fixed));
        images.setDisable(fixed || model.order().get().formats().stream().noneMatch(Format::pictured));
        what.setText(Text.of("export.rule." + key(model.order().get().recipe().rule()) + ".detail"));
        card.show(Text.of("export.rule"), null, List.of(new VBox(line(Text.of("export.rule.choose"), rule), what), line(Text.of("export.cap"), most), line(Text.of("export.images"), images)));
    }

    static String key(Resolution rule) {
        return rule.word().replace('-', '_');
    }

    private static Ends line(String words, Node control) {
        Ends line = new Ends(List.of(new Label(words)), List.of(control));
        line.getStyleClass().add("export-line");
        return line;
    }

    private static <T> ComboBox<T> box(String id, List<T> values, Function<T, String> words) {
        ComboBox<T> box = new ComboBox<>();
        box.setId("export-" + id);
        box.getItems().setAll(values);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException();
            }
        });
        return box;
    }
}
