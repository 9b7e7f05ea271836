package dev.docket.ui.finding;

import dev.docket.ui.common.Text;
import dev.docket.ui.keys.KeyCommand;
import dev.docket.ui.keys.KeyMap;
import dev.docket.ui.stage.Framing.Point;
import dev.docket.ui.stage.PictureView;
import dev.docket.verdict.Region.Corner;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Shape;

/** The regions over the open picture, where they lie however it is framed and turned. A child of its view, so that a cover hides both. */
public final class RegionLayer extends Region {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final double HANDLE = 5;
    private static final double CROSS = 14;

    private final RegionPen pen;
    private final PictureView view;
    private final FindingWords words;
    private final IntConsumer onLabel;
    private List<dev.docket.verdict.Region> decided = List.of();
    private final Label hint = new Label();

    /** @param onLabel asked what a selected region shows, by its number */
    public RegionLayer(RegionPen pen, PictureView view, ObservableValue<KeyMap> keys, IntConsumer onLabel) {
        this.pen = pen;
        this.view = view;
        this.onLabel = onLabel;
        words = new FindingWords(pen.pending().pack());
        getStyleClass().add("region-layer");
        hint.getStyleClass().add("stage-hint");
        keys.subscribe(map -> hint.setText(Text.of("finding.region.hint", map.said(KeyCommand.OUTLINE), map.said(KeyCommand.GO_ON), map.said(KeyCommand.UNDO))));
        hint.setWrapText(true);
        RegionMouse mouse = new RegionMouse(pen, view);
        mouse.listen(this);
        pen.changesProperty().subscribe(change -> draw());
        pen.pending().draftProperty().subscribe(draft -> draw());
        pen.drawingProperty().subscribe(drawing -> {
            setMouseTransparent(!drawing);
            setCursor(drawing ? Cursor.CROSSHAIR : null);
        });
        setPickOnBounds(true);
    }

    /** Regions of a verdict that was decided, to be seen and not to be changed. */
    public void decided(List<dev.docket.verdict.Region> regions) {
        decided = regions;
        draw();
    }

    /** The picture is framed otherwise now. */
    public void draw() {
        getChildren().clear();
        List<Mark> marks = pen.marks();
        setAccessibleText(decided.isEmpty() ? Text.of("finding.regions", marks.size()) : Text.of("finding.regions.decided", decided.size()));
        decided.forEach(this::drawDecided);
        for (int number = 0; number < marks.size(); number++) {
            draw(marks.get(number), number);
        }
        pen.rubber().ifPresent(mark -> outline(mark.corners(), true, true));
        if (!pen.corners().isEmpty()) {
            outline(pen.corners(), false, true);
            pen.corners().forEach(this::handle);
        }
        pen.aim().ifPresent(this::cross);
        if (pen.drawingProperty().get()) {
            getChildren().add(hint);
            hint.applyCss();
            double width = Math.clamp(getWidth() - 40, 0, Math.ceil(hint.prefWidth(-1)));
            hint.resize(width, hint.prefHeight(width));
            hint.relocate(Math.round((getWidth() - hint.getWidth()) / 2), 12);
        }
    }

    private void drawDecided(dev.docket.verdict.Region region) {
        Label name = new Label(words.label(region.label()));
        name.getStyleClass().add("mark-chip");
        put(name, outline(Mark.of(region, "").corners(), true, false));
    }

    private void draw(Mark mark, int number) {
        boolean selected = number == pen.selected();
        Node shape = outline(mark.corners(), true, selected);
        if (selected) {
            mark.corners().forEach(this::handle);
        }
        String label = mark.label().or(() -> pen.pending().draftProperty().get().primary()).map(words::label).orElseGet(() -> Text.of("finding.region.unnamed"));
        Button chip = new Button(Text.of("finding.region.chip", number + 1, label));
        chip.getStyleClass().setAll("mark-chip");
        chip.pseudoClassStateChanged(SELECTED, selected);
        chip.setAccessibleText(Text.of("finding.region.accessible", number + 1, label));
        chip.setFocusTraversable(false);
        chip.setCursor(Cursor.HAND);
        chip.setOnAction(e -> {
            if (number == pen.selected()) {
                onLabel.accept(number);
            } else {
                pen.select(number);
            }
        });
        put(chip, shape);
    }

    private void put(Labeled chip, Node shape) {
        getChildren().add(chip);
        chip.applyCss();
        chip.autosize();
        double left = shape.getLayoutBounds().getMinX();
        double top = shape.getLayoutBounds().getMinY() - chip.getHeight() - 2;
        chip.relocate(Math.round(Math.clamp(left, 0, Math.max(0, getWidth() - chip.getWidth()))), Math.round(Math.max(0, top)));
    }

    private Node outline(List<Corner> corners, boolean closed, boolean selected) {
        double[] points = corners.stream().map(corner -> view.placed(corner.x(), corner.y()))
                .flatMapToDouble(at -> java.util.stream.DoubleStream.of(at.x(), at.y())).toArray();
        Shape shadow = closed ? new Polygon(points) : new Polyline(points);
        Shape line = closed ? new Polygon(points) : new Polyline(points);
        shadow.getStyleClass().add("mark-shadow");
        line.getStyleClass().add("mark-line");
        line.pseudoClassStateChanged(SELECTED, selected);
        shadow.setMouseTransparent(true);
        line.setMouseTransparent(true);
        getChildren().addAll(shadow, line);
        return line;
    }

    /** Where the next corner goes, and the edge to it. */
    private void cross(Corner corner) {
        if (!pen.corners().isEmpty()) {
            outline(List.of(pen.corners().getLast(), corner), false, false);
        }
        Point at = view.placed(corner.x(), corner.y());
        for (String style : List.of("mark-shadow", "mark-line")) {
            for (Line line : List.of(new Line(at.x() - CROSS, at.y(), at.x() + CROSS, at.y()), new Line(at.x(), at.y() - CROSS, at.x(), at.y() + CROSS))) {
                line.getStyleClass().add(style);
                line.pseudoClassStateChanged(SELECTED, true);
                line.setMouseTransparent(true);
                getChildren().add(line);
            }
        }
    }

    private void handle(Corner corner) {
        Point at = view.placed(corner.x(), corner.y());
        Circle handle = new Circle(at.x(), at.y(), HANDLE);
        handle.getStyleClass().add("mark-handle");
        handle.setMouseTransparent(true);
        getChildren().add(handle);
    }

    @Override
    protected void layoutChildren() {
        // placed as they are drawn
    }
}
