package dev.docket.ui.stage;

import dev.docket.decode.Animation;
import dev.docket.decode.DecodedImage;
import dev.docket.ui.common.Background;
import java.util.Optional;

/** The frames of the open picture, fetched when they are first asked for and played on demand. JavaFX thread. */
final class Reel {
    private static final long MOST_LATE_NANOS = 1_000_000_000;

    private final Background worker;
    private final Runnable changed;
    private PixelSource source;
    private int longerSide;
    private int total = 1;
    private Animation film;
    private boolean loading;
    private boolean playing;
    private int frame;
    private long due;
    private String trouble = "";

    Reel(Background worker, Runnable changed) {
        this.worker = worker;
        this.changed = changed;
    }

    void open(PixelSource from, int side, int frames) {
        if (from != source) {
            close();
            source = from;
            total = Math.max(1, frames);
        }
        longerSide = side;
    }

    /** Lets go of every frame. */
    void close() {
        source = null;
        film = null;
        loading = false;
        playing = false;
        frame = 0;
        total = 1;
        trouble = "";
    }

    /** Back to the still picture. */
    void rewind() {
        film = null;
        playing = false;
        frame = 0;
    }

    void playOrPause() {
        if (total > 1 && source != null) {
            playing = !playing;
            due = 0;
            fetch();
        }
    }

    /** The next or, for a negative number, the previous frame; the last is followed by the first. */
    void step(int by) {
        if (total > 1 && source != null) {
            playing = false;
            if (film == null) {
                fetch();
            } else {
                frame = Math.floorMod(frame + by, film.frames().size());
                changed.run();
            }
        }
    }

    /** Shows the next frame when its time has come. @param now nanoseconds of any clock */
    void tick(long now) {
        if (!playing || film == null || film.frames().size() < 2) {
            return;
        }
        if (due == 0 || now - due > MOST_LATE_NANOS) {
            due = now + shown();
        } else if (now >= due) {
            frame = (frame + 1) % film.frames().size();
            due += shown();
            changed.run();
        }
    }

    private long shown() {
        return Math.max(1, film.frames().get(frame).shown().toNanos());
    }

    private void fetch() {
        changed.run();
        if (film != null || loading) {
            return;
        }
        loading = true;
        PixelSource mine = source;
        worker.run(() -> frames(mine), loaded -> {
            if (mine == source) {
                loading = false;
                film = loaded;
                changed.run();
            }
        }, reason -> {
            if (mine == source) {
                loading = false;
                playing = false;
                trouble = String.valueOf(reason.getMessage());
                changed.run();
            }
        });
        changed.run();
    }

    private Animation frames(PixelSource from) throws Exception {
        return Study.inMemory(() -> from.frames(longerSide));
    }

    /** The frame to show; empty while the still picture stands for the first. */
    Optional<DecodedImage> frame() {
        return film == null ? Optional.empty() : Optional.of(film.frames().get(frame).image());
    }

    boolean isPlaying() { return playing; }

    boolean isLoading() { return loading; }

    /** From 0. */
    int index() { return frame; }

    /** Frames that can be shown here; fewer than {@link #total} where memory did not do. */
    int here() { return film == null ? total : film.frames().size(); }

    /** Frames, or pages, that the file has. */
    int total() { return film == null ? total : film.total(); }

    String trouble() { return trouble; }
}
