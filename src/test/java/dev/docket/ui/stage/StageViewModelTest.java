package dev.docket.ui.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.classify.ActiveModels;
import dev.docket.decode.Animation;
import dev.docket.decode.DecodedImage;
import dev.docket.decode.ImageHeader;
import dev.docket.decode.Renditions;
import dev.docket.forensics.Levels;
import dev.docket.ui.common.Background;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StageViewModelTest {
    private final Deque<Runnable> work = new ArrayDeque<>();
    private final StageViewModel model = new StageViewModel(new Background(work::add, Runnable::run));
    private final Pixels pixels = new Pixels(800, 600, 4);

    @BeforeEach
    void makeRoom() {
        model.room(new Room(400, 300));
    }

    @Test
    void fullSizeIsDecodedOnlyOnceItIsWanted() {
        open();
        assertThat(work).isEmpty();

        model.oneToOne();

        assertThat(model.busy().with()).isEqualTo(Busy.With.FULL_SIZE);
        finish();
        assertThat(model.detail().width()).isEqualTo(800);
        assertThat(model.busy()).isEqualTo(Busy.NOTHING);
        model.zoom(2, 0, 0);
        assertThat(work).as("once").isEmpty();
    }

    @Test
    void closingLetsGoOfEveryPixelAndIgnoresWhatIsStillUnderWay() {
        open();
        model.toggleLens();

        model.close();
        finish();

        assertThat(model.isOpen()).isFalse();
        assertThat(model.base()).isNull();
        assertThat(model.detail()).isNull();
        assertThat(model.lensProperty().get().on()).isFalse();
    }

    @Test
    void commandsToAClosedStageDoNothing() {
        open();
        model.close();
        Framing before = model.framingProperty().get();

        model.oneToOne();
        model.turn(1);
        model.toggleLens();
        model.strongerLens();
        model.look(Look.NOISE);
        model.playOrPause();
        model.step(1);
        model.steer(1, 1, false);

        assertThat(work).isEmpty();
        assertThat(model.framingProperty().get()).isEqualTo(before);
        assertThat(model.lookProperty().get()).isEqualTo(Look.PLAIN);
        assertThat(model.lensProperty().get().on()).isFalse();
    }

    @Test
    void lookingAgainAtTheSamePictureKeepsHowItWasTurnedAndNothingElse() {
        open();
        model.turn(1);
        model.oneToOne();
        model.close();

        open();
        assertThat(model.framingProperty().get().turns()).isEqualTo(1);
        assertThat(model.framingProperty().get().mode()).isEqualTo(Framing.Mode.FIT);

        model.close();
        Pixels other = new Pixels(800, 600, 1);
        model.open(other.fit(), other);
        assertThat(model.framingProperty().get().turns()).isZero();
    }

    @Test
    void aLookIsMadeOfTheFullSizeAndTheSameKeyEndsIt() {
        open();
        model.look(Look.NOISE);
        finish();

        assertThat(model.lookProperty().get()).isEqualTo(Look.NOISE);
        assertThat(model.detail().argb()).isNotEqualTo(pixels.whole.argb());
        assertThat(model.base().width()).isEqualTo(pixels.fit().width());

        model.look(Look.NOISE);
        assertThat(model.lookProperty().get()).isEqualTo(Look.PLAIN);
        assertThat(model.detail().argb()).isEqualTo(pixels.whole.argb());
    }

    @Test
    void aHeatMapGetsFinerAsItIsMade() {
        pixels.scored = true;
        open();
        DecodedImage plain = model.base();
        model.look(Look.HEAT);
        finish();

        assertThat(model.lookProperty().get()).isEqualTo(Look.HEAT);
        assertThat(model.base().width()).isEqualTo(plain.width());
        assertThat(model.base().argb()[0]).as("the one pixel the score hangs on is warm").satisfies(p -> assertThat(p >> 16 & 0xFF).isGreaterThan((p & 0xFF) + 40));
        assertThat(model.base().argb()[model.base().argb().length - 1]).as("the far corner stays grey").satisfies(p -> assertThat(p >> 16 & 0xFF).isEqualTo(p & 0xFF));
    }

    @Test
    void aMapThatIsTheSameWithShuffledWeightsIsNotShown() {
        pixels.scored = true;
        pixels.shuffled = Optional.of(opened(image -> (image.argb()[0] & 0xFF) / 510.0));
        open();
        model.look(Look.HEAT);
        finish();

        assertThat(model.lookProperty().get()).isEqualTo(Look.PLAIN);
        assertThat(model.trouble()).contains("weights shuffled");
        assertThat(closed).isTrue();

        pixels.shuffled = Optional.of(opened(image -> (image.argb()[image.argb().length - 1] & 0xFF) / 255.0));
        model.look(Look.HEAT);
        finish();
        assertThat(model.lookProperty().get()).isEqualTo(Look.HEAT);
    }

    private boolean closed;

    private ActiveModels.OpenScorer opened(java.util.function.ToDoubleFunction<DecodedImage> scorer) {
        return new ActiveModels.OpenScorer() {
            @Override
            public double applyAsDouble(DecodedImage image) {
                return scorer.applyAsDouble(image);
            }

            @Override
            public void close() {
                closed = true;
            }
        };
    }

    @Test
    void withoutAScoreThatMayBeSeenThereIsNoHeatMap() {
        open();
        model.look(Look.HEAT);
        finish();

        assertThat(model.lookProperty().get()).isEqualTo(Look.PLAIN);
        assertThat(model.trouble()).contains("No score");
    }

    @Test
    void aLookThatIsNoLongerWantedNeverShows() {
        open();
        model.look(Look.LEVELS);
        model.look(Look.LEVELS);

        finish();

        assertThat(model.base()).isSameAs(pixels.fit);
    }

    @Test
    void levelsStartWithWhatThePictureSuggestsAndFollowThePerson() {
        open();
        model.look(Look.LEVELS);
        finish();
        assertThat(model.levels()).isEqualTo(Levels.auto(pixels.fit));

        model.levels(Optional.of(new Levels(10, 200, 2)));
        finish();

        assertThat(model.base().argb()).isEqualTo(new Levels(10, 200, 2).of(pixels.fit).argb());
    }

    @Test
    void aPictureThatCannotBeDecodedInFullSaysSoAndStaysAsItIs() {
        pixels.broken = true;
        open();
        model.look(Look.ERROR_LEVELS);
        finish();

        assertThat(model.trouble()).isEqualTo("The disk is gone");
        assertThat(model.lookProperty().get()).isEqualTo(Look.PLAIN);
        assertThat(model.base()).isSameAs(pixels.fit);
        assertThat(model.busy()).isEqualTo(Busy.NOTHING);
    }

    @Test
    void aSmallPictureIsItsOwnFullSize() {
        Pixels small = new Pixels(40, 30, 1);
        model.open(small.whole, small);

        model.look(Look.ERROR_LEVELS);
        finish();

        assertThat(small.decoded).isZero();
        assertThat(model.detail()).isNotNull();
    }

    @Test
    void framesPlayInTheirTimeAndStopWithTheCover() {
        open();
        assertThat(model.frames()).isEqualTo(4);
        model.playOrPause();
        finish();
        model.tick(0);
        model.tick(Duration.ofMillis(99).toNanos());
        assertThat(model.frame()).isEqualTo(1);

        model.tick(Duration.ofMillis(101).toNanos());
        model.tick(Duration.ofMillis(201).toNanos());
        assertThat(model.frame()).isEqualTo(3);
        assertThat(model.framesHere()).as("memory for three").isEqualTo(3);
        assertThat(model.base().argb()[0]).isEqualTo(2);
        model.tick(Duration.ofMillis(301).toNanos());
        assertThat(model.frame()).as("around").isEqualTo(1);

        model.close();
        assertThat(model.base()).isNull();
        open();
        assertThat(model.isPlaying()).isFalse();
        assertThat(model.base()).isSameAs(pixels.fit);
    }

    @Test
    void aStillPictureDoesNotPlay() {
        Pixels still = new Pixels(800, 600, 1);
        model.open(still.fit(), still);

        model.playOrPause();
        model.step(1);

        assertThat(model.isPlaying()).isFalse();
        assertThat(work).isEmpty();
    }

    @Test
    void theArrowsMoveTheLensWhileItIsOnAndElseThePicture() {
        open();
        model.oneToOne();
        double x = model.framingProperty().get().x();
        model.steer(1, 0, false);
        assertThat(model.framingProperty().get().x()).isGreaterThan(x);

        model.toggleLens();
        double now = model.framingProperty().get().x();
        model.steer(-1, 0, false);
        model.steer(0, 1, true);

        assertThat(model.lensProperty().get()).isEqualTo(new Lens(true, 2, -24, 3));
        assertThat(model.framingProperty().get().x()).isEqualTo(now);
        for (int press = 0; press < 40; press++) {
            model.steer(-1, 0, false);
        }
        assertThat(model.lensProperty().get().x()).isEqualTo(-200);
    }

    @Test
    void aNewRoomKeepsWhatIsLookedAt() {
        open();
        model.oneToOne();
        model.room(new Room(300, 200));

        assertThat(model.framingProperty().get().scale()).isEqualTo(1);
        assertThat(model.framingProperty().get().roomWidth()).isEqualTo(300);
        model.open(Renditions.scaled(pixels.whole, 266), pixels);
        assertThat(model.framingProperty().get().scale()).isEqualTo(1);
    }

    private void open() {
        model.open(pixels.fit(), pixels);
    }

    private void finish() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }

    /** Grain of a file with frames, of which memory holds three. */
    private static final class Pixels implements PixelSource {
        private final DecodedImage whole;
        private final DecodedImage fit;
        private boolean broken;
        private boolean scored;
        private Optional<ActiveModels.OpenScorer> shuffled = Optional.empty();
        private int decoded;

        Pixels(int width, int height, int frames) {
            Random random = new Random(1);
            int[] argb = new int[width * height];
            Arrays.setAll(argb, i -> 0xFF000000 | (80 + random.nextInt(60)) * 0x010101);
            whole = new DecodedImage(width, height, argb, new ImageHeader("image/gif", width, height, 1, frames), false);
            fit = Renditions.scaled(whole, 400);
        }

        DecodedImage fit() {
            return fit;
        }

        @Override
        public DecodedImage full() throws IOException {
            decoded++;
            if (broken) {
                throw new IOException("The disk is gone");
            }
            return whole;
        }

        @Override
        public Animation frames(int longerSide) {
            return new Animation(List.of(frame(0), frame(1), frame(2)), 4);
        }

        @Override
        public Optional<Explained> explained() {
            return scored ? Optional.of(new Explained("Grain", "grain@1", image -> (image.argb()[0] & 0xFF) / 255.0, () -> shuffled)) : Optional.empty();
        }

        private Animation.Frame frame(int number) {
            return new Animation.Frame(new DecodedImage(1, 1, new int[] {number}, whole.header(), false), Duration.ofMillis(100));
        }
    }
}
