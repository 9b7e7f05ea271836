package dev.docket.ui.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.decode.Animation;
import dev.docket.decode.DecodedImage;
import dev.docket.decode.ImageHeader;
import dev.docket.decode.Renditions;
import dev.docket.ui.Toolkit;
import dev.docket.ui.common.Background;
import java.awt.image.BufferedImage;
import java.util.Random;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is on screen, pixel by pixel, of a picture in which every pixel says where it is. */
class PictureViewTest {
    private static final int WIDTH = 3000;
    private static final int HEIGHT = 2200;
    private static final int SIDE = 400;

    private final Background now = new Background(Runnable::run, Runnable::run);
    private final StageViewModel model = new StageViewModel(now);
    private final DecodedImage picture = mapped();
    private Scene scene;
    private Stage stage;

    @BeforeEach
    void openTheWindow() {
        Toolkit.start();
        Toolkit.tell(() -> {
            PictureView view = new PictureView(0);
            view.show(model);
            StackPane ground = new StackPane(view);
            ground.setStyle("-fx-background-color: white");
            scene = new Scene(ground, SIDE, SIDE);
            stage = new Stage();
            stage.setScene(scene);
            stage.show();
            model.room(new Room(SIDE, SIDE));
            model.open(Renditions.scaled(picture, SIDE), source(picture));
        });
        Toolkit.frames(2);
    }

    @AfterEach
    void closeTheWindow() {
        Toolkit.tell(stage::close);
    }

    @Test
    void atOneToOneEveryPixelOfTheScreenIsOneOfThePicture() {
        Toolkit.tell(() -> {
            model.oneToOne();
            model.drag(317, -215);
        });

        assertSeen((x, y) -> at(1500 - 317 - 200 + x, 1100 + 215 - 200 + y));
    }

    @Test
    void draggingALargePictureShowsTheRightPartEachTime() {
        Random random = new Random(3);
        Toolkit.tell(model::oneToOne);
        for (int step = 0; step < 6; step++) {
            int right = random.nextInt(900) - 450;
            int down = random.nextInt(900) - 450;
            Toolkit.tell(() -> model.drag(right, down));
            Framing framing = Toolkit.ask(() -> model.framingProperty().get());
            int left = (int) Math.round(framing.x() - 200);
            int top = (int) Math.round(framing.y() - 200);

            assertSeen((x, y) -> at(left + x, top + y));
        }
    }

    @Test
    void beyondTwoToOnePixelsAreSquares() {
        Toolkit.tell(() -> {
            model.oneToOne();
            model.zoom(8, 0, 0);
        });

        assertSeen((x, y) -> at(1500 - 25 + x / 8, 1100 - 25 + y / 8));
    }

    @Test
    void aTurnedPictureLiesAsItShould() {
        Toolkit.tell(() -> {
            model.turn(1);
            model.oneToOne();
        });
        assertSeen((x, y) -> at(1500 - 200 + y, 1100 + 199 - x));

        Toolkit.tell(() -> model.turn(1));
        assertSeen((x, y) -> at(1500 + 199 - x, 1100 + 199 - y));

        Toolkit.tell(() -> model.turn(1));
        assertSeen((x, y) -> at(1500 + 199 - y, 1100 - 200 + x));
    }

    @Test
    void fitShowsTheRenditionThatWasMadeForTheRoomUnscaled() {
        DecodedImage fit = Renditions.scaled(picture, SIDE);
        int top = (SIDE - fit.height()) / 2;

        assertSeen((x, y) -> y >= top && y < top + fit.height() ? fit.argb()[(y - top) * SIDE + x] & 0xFFFFFF : 0xFFFFFF);
    }

    @Test
    void nothingIsLeftOnceItIsClosed() {
        Toolkit.tell(() -> {
            model.oneToOne();
            model.toggleLens();
        });
        Toolkit.frames(1);

        Toolkit.tell(model::close);

        assertSeen((x, y) -> 0xFFFFFF);
    }

    private interface Expected {
        int rgb(int x, int y);
    }

    private void assertSeen(Expected expected) {
        Toolkit.frames(2);
        BufferedImage shot = Toolkit.shot(scene);
        int wrong = 0;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                wrong += (shot.getRGB(x, y) & 0xFFFFFF) == expected.rgb(x, y) ? 0 : 1;
            }
        }
        assertThat(wrong).as("pixels that are not what they should be").isZero();
    }

    /** The colour of the picture's own pixel. */
    private static int at(int x, int y) {
        return x >> 4 << 16 & 0xFF0000 | y >> 4 << 8 & 0xFF00 | (x & 15) << 4 | y & 15;
    }

    private static DecodedImage mapped() {
        int[] argb = new int[WIDTH * HEIGHT];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = 0xFF000000 | at(i % WIDTH, i / WIDTH);
        }
        return new DecodedImage(WIDTH, HEIGHT, argb, new ImageHeader("image/png", WIDTH, HEIGHT, 1, 1), false);
    }

    private static PixelSource source(DecodedImage picture) {
        return new PixelSource() {
            @Override
            public DecodedImage full() {
                return picture;
            }

            @Override
            public Animation frames(int longerSide) {
                throw new AssertionError("It does not move");
            }
        };
    }
}
