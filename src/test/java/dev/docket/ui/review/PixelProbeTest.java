package dev.docket.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.SteppingClock;
import dev.docket.decode.Animation;
import dev.docket.decode.DecodedImage;
import dev.docket.decode.ImageHeader;
import dev.docket.decode.Renditions;
import dev.docket.policy.PolicyPack.DisplayProfile;
import dev.docket.policy.Severity;
import dev.docket.queue.LeasedTask;
import dev.docket.settings.Settings;
import dev.docket.ui.Toolkit;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.Theme;
import dev.docket.ui.common.Views;
import dev.docket.ui.cover.Cover;
import dev.docket.ui.cover.Keyhole;
import dev.docket.ui.grid.Tile;
import dev.docket.ui.grid.TileSource;
import dev.docket.ui.keys.KeyMap;
import dev.docket.ui.stage.Covers;
import dev.docket.ui.stage.PixelSource;
import dev.docket.ui.stage.Room;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * Looks at every frame of a random sitting for colours that only pixels of S2 and up have, and finds them in none without a
 * held or latched key. {@code -Ddocket.frames=10000} for a long sitting, {@code -Ddocket.seed=N} for another.
 */
class PixelProbeTest {
    private static final int FRAMES = Integer.getInteger("docket.frames", 250);
    private static final long SEED = Long.getLong("docket.seed", 20261121);
    private static final int GREEN = 0xFF00FF00;
    private static final int MAGENTA = 0xFFFF00FF;
    private static final KeyCode[] LOOKING = {KeyCode.U, KeyCode.F, KeyCode.PLUS, KeyCode.MINUS, KeyCode.M, KeyCode.L, KeyCode.N, KeyCode.I, KeyCode.O,
        KeyCode.Y, KeyCode.LEFT, KeyCode.DOWN, KeyCode.D};
    private static final KeyCode[] SHEETS = {KeyCode.T, KeyCode.S, KeyCode.E, KeyCode.DIGIT0, KeyCode.F1, KeyCode.C};

    private final PaintedCasework painted = new PaintedCasework();
    private final SteppingClock clock = new SteppingClock(PaintedCasework.NOW);
    private final Random random = new Random(SEED);
    private final List<KeyCode> lifting = new ArrayList<>();
    private final List<Runnable> underWay = new ArrayList<>();
    private final TreeMap<String, Integer> done = new TreeMap<>();
    private ReviewViewModel model;
    private ReviewController controller;
    private Overlays overlays;
    private Scene scene;
    private Stage stage;
    private Stage other;
    private boolean space;
    private boolean hole;
    private boolean latched;
    private ReviewCase pressedOn;
    private WritableImage shot;
    private int[] argb;
    private int frames;
    private int seen;

    @BeforeEach
    void openTheScreen() {
        Toolkit.start();
        for (int n = 0; n < FRAMES / 3 + 40; n++) {
            painted.add(1, "guarded", n % 7 == 0);
        }
        Background now = new Background(Runnable::run, Runnable::run);
        Background later = new Background(underWay::add, Runnable::run);
        Toolkit.tell(() -> {
            new Theme(Settings.Theme.LIGHT);
            model = new ReviewViewModel(new Marked(painted), new Workers(now, now, later, 2, now, later), clock, 8);
            overlays = new Overlays();
            controller = new ReviewController(model, overlays, clock, 0.15, new SimpleObjectProperty<>(new KeyMap(painted.pack())));
            Parent view = new Views().load("review", controller);
            scene = new Scene(new StackPane(view, overlays.ground()), 1280, 720);
            Theme.dress(scene, "review");
            stage = new Stage();
            stage.setScene(scene);
            stage.show();
            other = new Stage();
            other.setScene(new Scene(new StackPane(), 200, 100));
            controller.shown();
            // whatever comes on screen starts under its own cover, also when it was there before
            model.currentProperty().addListener((o, before, on) -> {
                latched = false;
                pressedOn = null;
            });
        });
    }

    @AfterEach
    void closeTheWindows() {
        Toolkit.tell(() -> {
            controller.hidden();
            stage.close();
            other.close();
        });
    }

    @Test
    void noFrameShowsPixelsFromS2UpWithoutAHeldOrLatchedKey(TestReporter reporter) {
        while (frames < FRAMES) {
            Toolkit.tell(() -> {
                for (int step = 0; step < 10; step++) {
                    String what = step();
                    done.merge(what, 1, Integer::sum);
                    look(what);
                }
            });
            Toolkit.frames(1);
            Toolkit.tell(() -> look("a pulse"));
        }
        reporter.publishEntry("probe", frames + " frames, " + seen + " of them with pixels under a key, after " + done);
        assertThat(seen).as("frames in which a key showed pixels, so that the probe would have seen them").isGreaterThan(frames / 20);
    }

    private String step() {
        lifting.forEach(key -> send(KeyEvent.KEY_RELEASED, key, false));
        lifting.clear();
        int draw = random.nextInt(100);
        if (draw < 24) {
            return finish();
        } else if (draw < 38) {
            return hold(KeyCode.SPACE);
        } else if (draw < 45) {
            return hold(KeyCode.K);
        } else if (draw < 50) {
            return latch();
        } else if (draw < 63) {
            tap(LOOKING[random.nextInt(LOOKING.length)]);
            return "look closer";
        } else if (draw < 75) {
            tap(random.nextBoolean() ? KeyCode.DIGIT1 : KeyCode.DIGIT9);
            return "decide";
        } else if (draw < 79) {
            tap(KeyCode.Z);
            return "undo";
        } else if (draw < 83) {
            latched = false;
            letGo();
            tap(KeyCode.X);
            return "step";
        } else if (draw < 87) {
            tap(KeyCode.ESCAPE);
            letGo();
            return "escape";
        } else if (draw < 90) {
            tap(SHEETS[random.nextInt(SHEETS.length)]);
            if (overlays.isOpen()) {
                letGo();
            }
            return "sheet";
        } else {
            return around();
        }
    }

    private String around() {
        switch (random.nextInt(8)) {
            case 0 -> {
                letGo();
                other.show();
                other.requestFocus();
                controller.windowFocused(false);
                return "other window";
            }
            case 1 -> {
                letGo();
                controller.hidden();
                controller.shown();
                return "other tab";
            }
            case 2 -> {
                stage.setWidth(1280 + random.nextInt(200));
                stage.setHeight(720 + random.nextInt(150));
                return "resize";
            }
            case 3 -> {
                stage.setIconified(true);
                letGo();
                stage.setIconified(false);
                return "minimise";
            }
            case 4 -> {
                clock.pass(Cover.STRICT_LOOK);
                model.cover().tick();
                if (Optional.ofNullable(model.currentProperty().get()).map(c -> c.decision().severity() == Severity.S3).orElse(false)) {
                    letGo();
                }
                return "eight seconds";
            }
            case 5 -> {
                tap(KeyCode.A);
                return "look back";
            }
            case 6 -> {
                tap(KeyCode.Q);
                look("quarantine");
                clock.pass(Duration.ofSeconds(2));
                model.tick();
                return "quarantine";
            }
            default -> {
                tap(KeyCode.G);
                tap(KeyCode.G);
                return "grey";
            }
        }
    }

    /** One hand: a key that is down is let go of before it is pressed with another. The key is dead under a sheet. */
    private String latch() {
        if (space) {
            return hold(KeyCode.SPACE);
        }
        press(KeyCode.SPACE, true);
        if (!overlays.isOpen()) {
            latched = !latched;
            pressedOn = model.currentProperty().get();
        }
        return "latch";
    }

    /** A worker comes back, whichever. */
    private String finish() {
        for (int n = random.nextInt(4); n >= 0 && !underWay.isEmpty(); n--) {
            underWay.remove(random.nextInt(underWay.size())).run();
        }
        return "work done";
    }

    private String hold(KeyCode key) {
        boolean isSpace = key == KeyCode.SPACE;
        boolean down = isSpace ? !space : !hole;
        if (down) {
            press(key, false);
            pressedOn = model.currentProperty().get();
        } else {
            send(KeyEvent.KEY_RELEASED, key, false);
        }
        latched &= !(isSpace && down);
        space = isSpace ? down : space;
        hole = isSpace ? hole : down;
        return (isSpace ? "look " : "keyhole ") + (down ? "on" : "off");
    }

    /** What is held is forgotten by the window, and let go of by the hand a moment later. */
    private void letGo() {
        if (space) {
            lifting.add(KeyCode.SPACE);
        }
        if (hole) {
            lifting.add(KeyCode.K);
        }
        space = false;
        hole = false;
        latched = false;
        pressedOn = null;
    }

    private void tap(KeyCode key) {
        press(key, false);
        send(KeyEvent.KEY_RELEASED, key, false);
    }

    private void press(KeyCode key, boolean shift) {
        send(KeyEvent.KEY_PRESSED, key, shift);
        if (shift) {
            send(KeyEvent.KEY_RELEASED, key, true);
        }
    }

    private void send(javafx.event.EventType<KeyEvent> type, KeyCode key, boolean shift) {
        Node focused = scene.getFocusOwner();
        Event.fireEvent(focused == null ? scene : focused, new KeyEvent(type, "", "", key, shift, false, false, false));
    }

    private void look(String after) {
        frames++;
        long marked = marked();
        boolean held = (space || hole || latched) && pressedOn != null && pressedOn == model.currentProperty().get();
        if (!held) {
            assertThat(marked).as("marked pixels in frame %d, after %s, seed %d, %s, cover %s, sheet %s, %s", frames, after, SEED,
                    model.situationProperty().get(), model.cover().word(), overlays.isOpen(), done).isZero();
        } else if (marked > 0) {
            seen++;
            if (hole && !space && !latched) {
                assertThat(marked).as("through the keyhole in frame %d, after %s, %s", frames, after, done).isLessThan((long) (Math.PI * Keyhole.RADIUS * Keyhole.RADIUS * 1.02));
            }
        }
    }

    private int marked() {
        int width = (int) scene.getWidth();
        int height = (int) scene.getHeight();
        if (shot == null || shot.getWidth() != width || shot.getHeight() != height) {
            shot = new WritableImage(width, height);
            argb = new int[width * height];
        }
        scene.snapshot(shot);
        shot.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbPreInstance(), argb, 0, width);
        int marked = 0;
        int before = 0;
        for (int pixel : argb) {
            // most of a screen is plain
            if (pixel != before && !isNear(pixel, GREEN) && !isNear(pixel, MAGENTA)) {
                before = pixel;
            } else if (pixel != before) {
                marked++;
            }
        }
        return marked;
    }

    private static boolean isNear(int pixel, int colour) {
        return Math.abs((pixel >> 16 & 0xFF) - (colour >> 16 & 0xFF)) < 24 && Math.abs((pixel >> 8 & 0xFF) - (colour >> 8 & 0xFF)) < 24
                && Math.abs((pixel & 0xFF) - (colour & 0xFF)) < 24;
    }

    /** Cases whose pixels from S2 up are green and magenta, and under any cover neither; in colour, so that they would be found. */
    private static final class Marked extends ForwardingCasework {
        private record Fit(Severity severity, int side) {}

        private final Map<Fit, DecodedImage> fits = new HashMap<>();

        private Marked(Casework other) {
            super(other);
        }

        @Override
        public Optional<ReviewCase> open(LeasedTask task) {
            return super.open(task).map(k -> new ReviewCase(k.task(), k.item(), k.provenance(), k.provenanceHash(), k.decision(),
                    switch (k.decision().severity()) {
                        case S0, S1 -> new DisplayProfile("open", 0, false, "none", false, true);
                        case S2 -> new DisplayProfile("guarded", 60, false, "hold", false, true);
                        default -> new DisplayProfile("strict", 100, false, "hold", true, true);
                    }, k.scores(), k.past(), k.stack(), k.blind(), k.dossier()));
        }

        @Override
        public Optional<Recalled> recall(int back) {
            return super.recall(back).map(r -> new Recalled(open(r.known().task()).orElseThrow(), r.verdict()));
        }

        @Override
        public Picture picture(ReviewCase known, Room room) {
            return Picture.Decoded.of(fits.computeIfAbsent(new Fit(known.decision().severity(), room.longerSide(1200, 900)),
                    fit -> Renditions.scaled(marked(fit.severity(), 1200, 900), fit.side())), known.profile());
        }

        @Override
        public PixelSource pixels(ReviewCase known) {
            return new PixelSource() {
                @Override
                public DecodedImage full() {
                    return marked(known.decision().severity(), 1200, 900);
                }

                @Override
                public Animation frames(int longerSide) {
                    DecodedImage frame = marked(known.decision().severity(), longerSide, longerSide * 3 / 4);
                    return new Animation(List.of(new Animation.Frame(frame, Duration.ofMillis(50))), 1);
                }
            };
        }

        @Override
        public Alikes alikes(ReviewCase known) {
            List<UUID> items = List.of(new UUID(5, 1), new UUID(5, 2), new UUID(5, 3), new UUID(5, 4));
            return new Alikes(items, 4, 0, 0, new TileSource() {
                @Override
                public Tile tile(UUID item, Room room) {
                    return new Tile(new Tile.Pixels(Covers.over(marked(Severity.S2, 180, 135)), true), "PDQ 4", "item", Optional.of(Severity.S2), "");
                }

                @Override
                public Optional<DecodedImage> look(UUID item, Room room) {
                    return Optional.of(marked(Severity.S2, 180, 135));
                }
            });
        }

        private static DecodedImage marked(Severity severity, int width, int height) {
            boolean grave = severity.compareTo(Severity.S2) >= 0;
            int[] argb = new int[width * height];
            Arrays.setAll(argb, at -> (at % width / 12 + at / width / 12) % 2 == 0 ? grave ? GREEN : 0xFF8090A0 : grave ? MAGENTA : 0xFF506070);
            return new DecodedImage(width, height, argb, new ImageHeader("image/png", width, height, 1, 1), false);
        }
    }
}
