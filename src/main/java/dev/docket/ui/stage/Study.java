package dev.docket.ui.stage;

import dev.docket.classify.ActiveModels;
import dev.docket.classify.HeatCheck;
import dev.docket.classify.HeatMap;
import dev.docket.classify.Occlusion;
import dev.docket.classify.ScoringException;
import dev.docket.decode.DecodedImage;
import dev.docket.decode.Renditions;
import dev.docket.forensics.ErrorLevels;
import dev.docket.forensics.Levels;
import dev.docket.forensics.NoiseResidual;
import dev.docket.progress.Progress;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Text;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * The pixels of the open picture: as large as the screen takes them, at full size once that is asked for, and what a look
 * makes of either. Made on a worker; what is no longer wanted is stopped. JavaFX thread.
 */
final class Study {
    private final Background worker;
    private final Runnable changed;
    private DecodedImage fit;
    private PixelSource source;
    private DecodedImage full;
    private boolean loading;
    private Look look = Look.PLAIN;
    private Optional<Levels> asked = Optional.empty();
    private Levels levels = Levels.NONE;
    private DecodedImage base;
    private DecodedImage detail;
    private Errand session = new Errand();
    private Errand making = new Errand();
    private Busy busy = Busy.NOTHING;
    private String trouble = "";

    /** @param changed told whenever {@link #base}, {@link #detail}, {@link #busy} or {@link #trouble} may be new */
    Study(Background worker, Runnable changed) {
        this.worker = worker;
        this.changed = changed;
    }

    /** What may be seen now; {@code pixels} for the same source made anew for another room keep the rest. */
    void open(DecodedImage pixels, PixelSource from) {
        if (from != source) {
            close();
        }
        source = from;
        fit = pixels;
        if (isWhole(pixels)) {
            full = pixels;
        }
        make();
    }

    /** Lets go of every pixel. */
    void close() {
        session.cancel();
        session = new Errand();
        making.cancel();
        source = null;
        fit = null;
        full = null;
        base = null;
        detail = null;
        loading = false;
        look = Look.PLAIN;
        asked = Optional.empty();
        levels = Levels.NONE;
        busy = Busy.NOTHING;
        trouble = "";
    }

    void look(Look wanted) {
        look = wanted;
        asked = Optional.empty();
        trouble = "";
        make();
    }

    /** @param wanted empty for those the picture itself suggests */
    void levels(Optional<Levels> wanted) {
        asked = wanted;
        make();
    }

    /** Asks for the full size unless it is here or on its way. */
    void needFull() {
        if (source == null || full != null || loading || !trouble.isEmpty()) {
            return;
        }
        loading = true;
        tell(new Busy(Busy.With.FULL_SIZE, -1));
        run(session, source::full, image -> {
            loading = false;
            full = image;
            make();
        });
    }

    private void make() {
        if (source == null) {
            return;
        }
        making.cancel();
        making = new Errand();
        if (look == Look.PLAIN) {
            show(fit, full);
        } else if (look.isOfFullSize() && full == null) {
            needFull();
        } else {
            tell(new Busy(Busy.With.LOOK, -1));
            compute(making);
        }
    }

    private void compute(Errand mine) {
        DecodedImage small = fit;
        DecodedImage large = full;
        if (look == Look.LEVELS) {
            Optional<Levels> wanted = asked;
            record Stretched(Levels levels, DecodedImage base, DecodedImage detail) {}
            run(mine, () -> {
                Levels used = wanted.orElseGet(() -> Levels.auto(small));
                return new Stretched(used, used.of(small), large == null ? null : used.of(large));
            }, made -> {
                levels = made.levels();
                show(made.base(), made.detail());
            });
        } else if (look == Look.HEAT) {
            explain(mine, small, large);
        } else {
            boolean noise = look == Look.NOISE;
            run(mine, () -> noise ? NoiseResidual.of(large, mine) : ErrorLevels.of(large, mine),
                    made -> show(Renditions.scaled(made, Math.max(small.width(), small.height())), made));
        }
    }

    /** Shown as it gets finer. */
    private void explain(Errand mine, DecodedImage small, DecodedImage large) {
        PixelSource.Explained explained = source.explained().orElse(null);
        if (explained == null) {
            trouble = Text.of("stage.trouble.heat");
            look = Look.PLAIN;
            show(fit, full);
            return;
        }
        run(mine, () -> !showsTheModel(explained, large, mine) ? Optional.<HeatMap>empty() : Optional.of(new Occlusion(explained.scorer()).explain(large, mine, map -> {
            DecodedImage painted = HeatPicture.of(small, map);
            worker.onScreen(() -> {
                if (!mine.cancelled()) {
                    base = painted;
                    detail = null;
                    changed.run();
                }
            });
        })), map -> {
            if (map.isEmpty()) {
                trouble = Text.of("stage.trouble.unmoved");
                look = Look.PLAIN;
            }
            show(map.map(found -> HeatPicture.of(small, found)).orElse(fit), map.isPresent() ? null : full);
        });
    }

    /** Held against the same model with shuffled weights; where there is none that could be run, it is taken to. */
    private static boolean showsTheModel(PixelSource.Explained explained, DecodedImage picture, Errand mine) {
        Optional<ActiveModels.OpenScorer> shuffled = explained.shuffled().get();
        if (shuffled.isEmpty()) {
            return true;
        }
        try (ActiveModels.OpenScorer other = shuffled.get()) {
            return HeatCheck.showsTheModel(new Occlusion(explained.scorer()).coarse(picture, mine), new Occlusion(other).coarse(picture, mine));
        } catch (ScoringException | IllegalArgumentException e) {
            return true; // gives no score at all any more: another map it cannot be
        }
    }

    private void show(DecodedImage newBase, DecodedImage newDetail) {
        base = newBase;
        detail = newDetail;
        tell(loading ? new Busy(Busy.With.FULL_SIZE, -1) : Busy.NOTHING);
    }

    private <T> void run(Errand mine, Callable<T> work, Consumer<T> done) {
        worker.run(() -> mine.cancelled() ? Optional.<T>empty() : Optional.of(inMemory(work)), result -> {
            if (!mine.cancelled()) {
                result.ifPresent(done);
            }
        }, reason -> {
            if (!mine.cancelled()) {
                loading = false;
                trouble = String.valueOf(reason.getMessage());
                look = Look.PLAIN;
                show(fit, full);
            }
        });
    }

    static <T> T inMemory(Callable<T> work) throws Exception {
        try {
            return work.call();
        } catch (OutOfMemoryError e) {
            throw new IOException(Text.of("stage.trouble.memory"), e);
        }
    }

    private void tell(Busy with) {
        busy = with;
        changed.run();
    }

    private static boolean isWhole(DecodedImage image) {
        return image.width() == image.header().uprightWidth() && image.height() == image.header().uprightHeight();
    }

    Look look() { return look; }

    Levels levels() { return levels; }

    /** What a heat map explains, where one can be asked for. */
    Optional<PixelSource.Explained> explained() { return source == null ? Optional.empty() : source.explained(); }

    /** As large as the screen takes it; null while nothing is open. */
    DecodedImage base() { return base; }

    /** The same at the picture's own size; null while that is not here. */
    DecodedImage detail() { return detail; }

    Busy busy() { return busy; }

    /** Why something asked for could not be made; empty text when nothing is wrong. */
    String trouble() { return trouble; }

    /** A piece of work that can be called off. */
    private final class Errand implements Progress {
        private volatile boolean off;

        void cancel() {
            off = true;
        }

        @Override
        public boolean cancelled() {
            return off;
        }

        @Override
        public void at(long done, long total, String what) {
            worker.onScreen(() -> {
                if (!off && busy.with() == Busy.With.LOOK) {
                    tell(new Busy(Busy.With.LOOK, (double) done / total));
                }
            });
        }
    }
}
