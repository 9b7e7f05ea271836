package dev.docket.ui.stage;

import dev.docket.decode.ImageHeader;
import dev.docket.forensics.ErrorLevels;
import dev.docket.forensics.Levels;
import dev.docket.forensics.NoiseResidual;
import dev.docket.ui.common.Figures;
import dev.docket.ui.common.Text;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Words on the picture: what is missing of it, which frame it is, how large it is, what the look shows and what it does not prove. */
public final class StageCaption extends VBox {
    private final Label partial = plate("stage-warning", "mdmz-warning");
    private final Label frames = plate("stage-plate", "mdmz-movie");
    private final Label size = plate("stage-plate", null);
    private final Label busy = plate("stage-plate", "mdal-hourglass_empty");
    private final Label look = plate("stage-plate", "mdal-info");
    private final Label trouble = plate("stage-warning", "mdal-error_outline");
    private final List<Label> all;

    public StageCaption() {
        getStyleClass().add("stage-caption");
        setMouseTransparent(true);
        look.setWrapText(true);
        partial.setWrapText(true);
        frames.setWrapText(true);
        List.of(size, busy).forEach(words -> words.setMinWidth(USE_PREF_SIZE));
        trouble.setWrapText(true);
        HBox line = new HBox(partial, frames, size, busy);
        line.setFillHeight(false);
        line.getStyleClass().add("stage-caption-line");
        all = List.of(partial, frames, size, busy, trouble, look);
        getChildren().setAll(line, trouble, look);
    }

    /** Follows what the view-model does while it is open. */
    public void bind(StageViewModel model) {
        model.changesProperty().subscribe(c -> {
            if (model.isOpen()) {
                showOpen(model);
            }
        });
    }

    private void showOpen(StageViewModel model) {
        show(model.header(), model.isPartial());
        int total = model.frames();
        if (total > 1) {
            set(frames, model.framesHere() < total
                    ? Text.of("stage.frames.some", model.frame(), model.framesHere(), total) : Text.of(unit(model.header()), model.frame(), total));
        }
        set(size, model.framingProperty().get().mode() == Framing.Mode.FIT ? "" : Text.of("stage.scale", percent(model.framingProperty().get().scale())));
        set(busy, busy(model.busy()));
        set(look, look(model));
        set(trouble, model.trouble());
    }

    /** What is known without looking. */
    public void show(ImageHeader header, boolean isPartial) {
        set(partial, isPartial ? Text.of("stage.partial") : "");
        set(frames, header.frames() > 1 ? Text.of(unit(header), 1, header.frames()) : "");
        List.of(size, busy, look, trouble).forEach(l -> set(l, ""));
    }

    public void clear() {
        all.forEach(l -> set(l, ""));
    }

    /** Everything it says now, for those who hear it. */
    public String words() {
        return all.stream().map(Label::getText).filter(t -> !t.isEmpty()).collect(Collectors.joining(". "));
    }

    private static String unit(ImageHeader header) {
        return header.mediaType().equals("image/tiff") ? "stage.pages" : "stage.frames";
    }

    private static String percent(double scale) {
        return Figures.decimal(scale * 100, scale < 0.1 ? 1 : 0);
    }

    private static String busy(Busy busy) {
        if (busy.with() == Busy.With.NOTHING) {
            return "";
        }
        String words = Text.of("stage.busy." + busy.with().name().toLowerCase(Locale.ROOT));
        return busy.share() < 0 ? words : Text.of("stage.busy.share", words, Math.round(busy.share() * 100));
    }

    private static String look(StageViewModel model) {
        Levels levels = model.levels();
        return switch (model.lookProperty().get()) {
            case PLAIN -> "";
            case LEVELS -> Text.of("stage.look.levels", levels.black(), levels.white(), Figures.decimal(levels.gamma(), 2));
            case ERROR_LEVELS -> Text.of("stage.look.error_levels", ErrorLevels.QUALITY, ErrorLevels.GAIN);
            case NOISE -> Text.of("stage.look.noise", NoiseResidual.GAIN);
            case HEAT -> model.explained().map(e -> Text.of("stage.look.heat", e.label(), e.model())).orElse("");
        };
    }

    private static Label plate(String style, String icon) {
        Label label = new Label();
        label.getStyleClass().add(style);
        if (icon != null) {
            label.setGraphic(new FontIcon(icon));
        }
        set(label, "");
        return label;
    }

    private static void set(Label label, String text) {
        label.setText(text);
        label.setVisible(!text.isEmpty());
        label.setManaged(!text.isEmpty());
    }
}
