package dev.docket.ui.stage;

import dev.docket.decode.DecodedImage;
import dev.docket.decode.ImageHeader;
import dev.docket.forensics.Levels;
import dev.docket.ui.common.Background;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * How the picture that may be seen now is looked at: framing, lens, look, frames. Whoever covers the picture closes it
 * here, and with that every pixel is let go; commands to a closed stage do nothing. JavaFX thread.
 */
public final class StageViewModel {
    private static final double PAN_SHARE = 0.125;
    /** From so much larger than what is here on, more pixels are wanted. */
    private static final double CLOSER = 1.02;
    private static final int LENS_STEP = 24;
    private static final int LENS_FINE_STEP = 3;

    private final Study study;
    private final Reel reel;
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(this, "open");
    private final ReadOnlyObjectWrapper<Framing> framing = new ReadOnlyObjectWrapper<>(this, "framing", Framing.whole(1, 1, 1, 1));
    private final ReadOnlyObjectWrapper<Lens> lens = new ReadOnlyObjectWrapper<>(this, "lens", Lens.OFF);
    private final ReadOnlyObjectWrapper<Look> look = new ReadOnlyObjectWrapper<>(this, "look", Look.PLAIN);
    private final ReadOnlyLongWrapper pixels = new ReadOnlyLongWrapper(this, "pixels");
    private Room room = Room.USUAL;
    private PixelSource source;
    private int turns;
    private ImageHeader header;
    private DecodedImage fit;

    /** @param worker one thread, for full sizes, looks and frames */
    public StageViewModel(Background worker) {
        study = new Study(worker, this::redraw);
        reel = new Reel(worker, this::redraw);
    }

    /**
     * The picture may be seen from now on.
     *
     * @param image as large as the room takes it
     * @param from stays the same object while the same picture is looked at
     */
    public void open(DecodedImage image, PixelSource from) {
        boolean again = open.get() && from == source;
        if (from != source) {
            turns = 0;
        }
        source = from;
        fit = image;
        header = image.header();
        if (!again) {
            framing.set(Framing.whole(header.uprightWidth(), header.uprightHeight(), room.width(), room.height()).turned(turns));
        }
        reel.open(from, Math.max(image.width(), image.height()), header.frames());
        study.open(image, from);
        open.set(true);
        redraw();
    }

    /** The picture is covered or gone: nothing of it stays. How it was turned does, while it is the same picture. */
    public void close() {
        if (open.get()) {
            study.close();
            reel.close();
            fit = null;
            lens.set(Lens.OFF);
            look.set(Look.PLAIN);
            open.set(false);
            redraw();
        }
    }

    /** The room changed. */
    public void room(Room now) {
        room = now;
        frame(framing.get().inRoom(now.width(), now.height()));
    }

    /** The whole picture, or no empty room. */
    public void fitOrFill() {
        if (isOpen()) {
            frame(framing.get().mode() == Framing.Mode.FIT ? framing.get().fill() : framing.get().fit());
        }
    }

    public void oneToOne() {
        if (isOpen()) {
            frame(framing.get().oneToOne());
        }
    }

    /** @param x and y from the middle of the room, in device pixels */
    public void zoom(double factor, double x, double y) {
        if (isOpen()) {
            frame(framing.get().zoomedBy(factor, x, y));
        }
    }

    /** Moves the picture by device pixels. */
    public void drag(double right, double down) {
        if (isOpen()) {
            frame(framing.get().moved(right, down));
        }
    }

    /** A step of the arrow keys: moves the lens, or what is seen of the picture. */
    public void steer(int right, int down, boolean fine) {
        if (lens.get().on()) {
            int step = fine ? LENS_FINE_STEP : LENS_STEP;
            lensTo(lens.get().x() + right * step, lens.get().y() + down * step);
        } else {
            drag(-right * room.width() * PAN_SHARE, -down * room.height() * PAN_SHARE);
        }
    }

    /** Quarter turns to the right; only for this look at it, nothing is stored. */
    public void turn(int quarters) {
        if (isOpen()) {
            turns = Math.floorMod(turns + quarters, 4);
            frame(framing.get().turned(quarters));
        }
    }

    public void toggleLens() {
        if (isOpen()) {
            lens.set(lens.get().on() ? lens.get().off() : lens.get().at(0, 0));
            redraw();
        }
    }

    /** Twice, three times, four times. */
    public void strongerLens() {
        if (isOpen()) {
            lens.set(lens.get().on() ? lens.get().stronger() : lens.get().at(0, 0));
            redraw();
        }
    }

    /** @param x and y from the middle of the room, in device pixels */
    public void lensTo(double x, double y) {
        if (lens.get().on()) {
            lens.set(lens.get().at(Math.clamp(x, -room.width() / 2.0, room.width() / 2.0), Math.clamp(y, -room.height() / 2.0, room.height() / 2.0)));
        }
    }

    /** This look, or the plain one when it is on already. */
    public void look(Look wanted) {
        if (isOpen()) {
            reel.rewind();
            study.look(study.look() == wanted ? Look.PLAIN : wanted);
            redraw();
        }
    }

    /** @param wanted empty for those the picture itself suggests */
    public void levels(Optional<Levels> wanted) {
        if (isOpen() && study.look() == Look.LEVELS) {
            study.levels(wanted);
        }
    }

    /** Plays the frames, or holds them. */
    public void playOrPause() {
        moving(reel::playOrPause);
    }

    public void step(int frames) {
        moving(() -> reel.step(frames));
    }

    private void moving(Runnable command) {
        if (isOpen() && reel.total() > 1) {
            if (study.look() != Look.PLAIN) {
                study.look(Look.PLAIN);
            }
            command.run();
            redraw();
        }
    }

    /** On every pulse. @param now nanoseconds of any clock */
    public void tick(long now) {
        if (isOpen()) {
            reel.tick(now);
        }
    }

    private void frame(Framing now) {
        framing.set(now);
        redraw();
    }

    private void redraw() {
        if (isOpen()) {
            look.set(study.look());
            boolean closer = framing.get().mode() != Framing.Mode.FIT && framing.get().scale() * header.uprightWidth() > fit.width() * CLOSER;
            if (reel.frame().isEmpty() && (lens.get().on() || closer)) {
                study.needFull();
            }
        }
        pixels.set(pixels.get() + 1);
    }

    /** Counts up whenever {@link #base}, {@link #detail} or what is said of them may be new. */
    public ReadOnlyLongProperty changesProperty() { return pixels.getReadOnlyProperty(); }

    public ReadOnlyBooleanProperty openProperty() { return open.getReadOnlyProperty(); }

    public boolean isOpen() { return open.get(); }

    public ReadOnlyObjectProperty<Framing> framingProperty() { return framing.getReadOnlyProperty(); }

    public ReadOnlyObjectProperty<Lens> lensProperty() { return lens.getReadOnlyProperty(); }

    public ReadOnlyObjectProperty<Look> lookProperty() { return look.getReadOnlyProperty(); }

    /** What to show, as large as the room takes it; null while nothing may be seen. */
    public DecodedImage base() { return reel.frame().orElseGet(study::base); }

    /** The same at the picture's own size; null while that is not here or not wanted. */
    public DecodedImage detail() { return reel.frame().isPresent() ? null : study.detail(); }

    /** The stretch in use, once it is known. */
    public Levels levels() { return study.levels(); }

    /** What a heat map explains, where one can be asked for. */
    public Optional<PixelSource.Explained> explained() { return study.explained(); }

    public Busy busy() { return reel.isLoading() ? new Busy(Busy.With.FRAMES, -1) : study.busy(); }

    /** Why something asked for could not be shown; empty text when nothing is wrong. */
    public String trouble() { return study.trouble().isEmpty() ? reel.trouble() : study.trouble(); }

    /** What the file says of the open picture; the last one's while nothing is open. */
    public ImageHeader header() { return header; }

    /** Whether the file ends early and a part is missing. */
    public boolean isPartial() { return fit != null && fit.partial(); }

    public boolean isPlaying() { return reel.isPlaying(); }

    /** From 1. */
    public int frame() { return reel.index() + 1; }

    /** Frames that can be shown; fewer than {@link #frames} where memory did not do. */
    public int framesHere() { return reel.here(); }

    /** Frames, or pages, that the file has. */
    public int frames() { return reel.total(); }
}
