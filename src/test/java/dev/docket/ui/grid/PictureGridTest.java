package dev.docket.ui.grid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.decode.DecodedImage;
import dev.docket.decode.ImageHeader;
import dev.docket.policy.Severity;
import dev.docket.settings.Settings;
import dev.docket.ui.Toolkit;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Theme;
import dev.docket.ui.stage.Covers;
import dev.docket.ui.stage.Room;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A grid of 100 000 covered pictures of black and white squares: under the cover there is no black. */
class PictureGridTest {
    private final List<UUID> asked = new ArrayList<>();
    private final Background now = new Background(Runnable::run, Runnable::run);
    private PictureGrid grid;
    private Scene scene;
    private Stage stage;

    @BeforeEach
    void openTheWindow() {
        Toolkit.start();
        Toolkit.tell(() -> {
            new Theme(Settings.Theme.LIGHT);
            grid = new PictureGrid(new Squares(), now, 2);
            StackPane ground = new StackPane(grid);
            scene = new Scene(ground, 900, 640);
            Theme.dress(scene, "review");
            stage = new Stage();
            stage.setScene(scene);
            stage.show();
            stage.requestFocus();
            List<UUID> items = new ArrayList<>();
            for (int n = 0; n < 100_000; n++) {
                items.add(new UUID(1, n));
            }
            grid.show(items);
            grid.requestFocus();
        });
        Toolkit.frames(3);
    }

    @AfterEach
    void closeTheWindow() {
        Toolkit.tell(stage::close);
    }

    @Test
    void onlyWhatIsSeenIsFetched() {
        assertThat(asked).isNotEmpty().hasSizeLessThan(150);
    }

    @Test
    void arrowsAndPageKeysReachEveryTile() {
        type(KeyCode.RIGHT);
        assertThat(focus()).isEqualTo(1);
        type(KeyCode.DOWN);
        int columns = focus() - 1;
        assertThat(columns).isEqualTo(4);
        type(KeyCode.END);
        assertThat(focus()).isEqualTo(99_999);
        Toolkit.frames(3);
        assertThat(asked).as("the last one came into view").contains(new UUID(1, 99_999));
        type(KeyCode.PAGE_UP);
        assertThat(focus()).isLessThan(99_999 - columns);
        type(KeyCode.HOME);
        assertThat(focus()).isZero();
        type(KeyCode.LEFT);
        assertThat(focus()).isZero();
    }

    @Test
    void aCoveredTileIsOpenOnlyWhileSpaceIsHeld() {
        assertThat(black()).isZero();

        press(KeyCode.SPACE);
        assertThat(black()).as("one tile").isBetween(5_000L, 16_000L);

        Toolkit.tell(() -> new Robot().keyRelease(KeyCode.SPACE));
        assertThat(black()).as("at once").isZero();
    }

    @Test
    void movingOnScrollingFarAndLosingTheWindowsFocusCoverIt() {
        press(KeyCode.SPACE);
        press(KeyCode.DOWN);
        assertThat(black()).isZero();
        release(KeyCode.DOWN);
        release(KeyCode.SPACE);

        press(KeyCode.SPACE);
        assertThat(black()).isPositive();
        Toolkit.tell(() -> grid.windowFocused(false));
        assertThat(black()).isZero();
        release(KeyCode.SPACE);
    }

    @Test
    void closingLetsGoOfEveryPicture() {
        press(KeyCode.SPACE);

        Toolkit.tell(grid::close);
        Toolkit.frames(2);

        assertThat(black()).isZero();
        release(KeyCode.SPACE);
    }

    private int focus() {
        return Toolkit.ask(() -> grid.focusProperty().get());
    }

    private void press(KeyCode key) {
        Toolkit.tell(() -> new Robot().keyPress(key));
        Toolkit.frames(2);
    }

    private void release(KeyCode key) {
        Toolkit.tell(() -> new Robot().keyRelease(key));
        Toolkit.frames(2);
    }

    private void type(KeyCode key) {
        press(key);
        release(key);
    }

    /** Black pixels that are not letters: runs of eight. */
    private long black() {
        BufferedImage shot = Toolkit.shot(scene);
        long black = 0;
        for (int y = 0; y < shot.getHeight(); y++) {
            int run = 0;
            for (int x = 0; x < shot.getWidth(); x++) {
                run = (shot.getRGB(x, y) & 0xFFFFFF) == 0 ? run + 1 : 0;
                black += run >= 8 ? run == 8 ? 8 : 1 : 0;
            }
        }
        return black;
    }

    private final class Squares implements TileSource {
        @Override
        public Tile tile(UUID item, Room room) {
            asked.add(item);
            return new Tile(new Tile.Pixels(Covers.over(squares()), true), "PDQ 4", "item", Optional.of(Severity.S2), "not decided");
        }

        @Override
        public Optional<DecodedImage> look(UUID item, Room room) {
            return Optional.of(squares());
        }

        private DecodedImage squares() {
            int[] argb = new int[180 * 135];
            for (int i = 0; i < argb.length; i++) {
                argb[i] = (i % 180 / 12 + i / 180 / 12) % 2 == 0 ? 0xFF000000 : 0xFFFFFFFF;
            }
            return new DecodedImage(180, 135, argb, new ImageHeader("image/png", 180, 135, 1, 1), false);
        }
    }
}
