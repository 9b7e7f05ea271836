package dev.docket.ui.grid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.decode.DecodedImage;
import dev.docket.decode.ImageHeader;
import dev.docket.policy.Severity;
import dev.docket.settings.Settings;
import dev.docket.ui.Keyboard;
import dev.docket.ui.OpenWindow;
import dev.docket.ui.Toolkit;
import dev.docket.ui.stage.Covers;
import dev.docket.ui.stage.Room;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A grid of 100 000 covered pictures of black and white squares: under the cover there is no black. */
class PictureGridTest {
    @RegisterExtension
    private final OpenWindow window = new OpenWindow("review");

    private final List<UUID> asked = new ArrayList<>();
    private PictureGrid grid;

    @BeforeEach
    void openTheWindow() {
        window.showAlone(Settings.Theme.LIGHT, 900, 640, () -> {
            grid = new PictureGrid(new Squares(), window.now(), 2);
            return grid;
        });
        Toolkit.tell(() -> {
            grid.show(IntStream.range(0, 100_000).mapToObj(n -> new UUID(1, n)).toList());
            grid.requestFocus();
        });
        Toolkit.frames(3);
    }

    @Test
    void onlyWhatIsSeenIsFetched() {
        assertThat(asked).isNotEmpty().hasSizeLessThan(150);
    }

    @Test
    void arrowsAndPageKeysReachEveryTile() {
        Keyboard.type(KeyCode.RIGHT);
        assertThat(focus()).isEqualTo(1);
        Keyboard.type(KeyCode.DOWN);
        int columns = focus() - 1;
        assertThat(columns).isEqualTo(4);
        Keyboard.type(KeyCode.END);
        assertThat(focus()).isEqualTo(99_999);
        Toolkit.frames(3);
        assertThat(asked).as("the last one came into view").contains(new UUID(1, 99_999));
        Keyboard.type(KeyCode.PAGE_UP);
        assertThat(focus()).isLessThan(99_999 - columns);
        Keyboard.type(KeyCode.HOME);
        assertThat(focus()).isZero();
        Keyboard.type(KeyCode.LEFT);
        assertThat(focus()).isZero();
    }

    @Test
    void aCoveredTileIsOpenOnlyWhileSpaceIsHeld() {
        assertThat(black()).isZero();

        Keyboard.press(KeyCode.SPACE);
        assertThat(black()).as("one tile").isBetween(5_000L, 16_000L);

        Toolkit.tell(() -> Toolkit.robot().keyRelease(KeyCode.SPACE));
        assertThat(black()).as("at once").isZero();
    }

    @Test
    void movingOnScrollingFarAndLosingTheWindowsFocusCoverIt() {
        Keyboard.press(KeyCode.SPACE);
        Keyboard.press(KeyCode.DOWN);
        assertThat(black()).isZero();
        Keyboard.release(KeyCode.DOWN);
        Keyboard.release(KeyCode.SPACE);

        Keyboard.press(KeyCode.SPACE);
        assertThat(black()).isPositive();
        Toolkit.tell(() -> grid.windowFocused(false));
        assertThat(black()).isZero();
        Keyboard.release(KeyCode.SPACE);
    }

    @Test
    void closingLetsGoOfEveryPicture() {
        Keyboard.press(KeyCode.SPACE);

        Toolkit.tell(grid::close);
        Toolkit.frames(2);

        assertThat(black()).isZero();
        Keyboard.release(KeyCode.SPACE);
    }

    @Test
    void closingLetsGoOfPicturesInRowsThatAreScrolledAwayToo() {
        Keyboard.type(KeyCode.END);
        Keyboard.type(KeyCode.HOME);
        assertThat(pictures()).isPositive();

        Toolkit.tell(grid::close);

        assertThat(pictures()).isZero();
    }

    @Test
    void tilesStayInTheSceneWhileTheirRowsMove() {
        int[] moved = {0};
        Toolkit.tell(() -> grid.lookupAll(".grid-tile").forEach(tile -> tile.parentProperty().subscribe((was, now) -> moved[0]++)));

        for (int step = 0; step < 12; step++) {
            Keyboard.type(KeyCode.DOWN);
        }

        assertThat(asked).as("rows came into view").hasSizeGreaterThan(50);
        assertThat(moved[0]).as("times a tile left the scene, or came back").isZero();
    }

    private long pictures() {
        return Toolkit.ask(() -> grid.lookupAll(".image-view").stream().filter(view -> ((ImageView) view).getImage() != null).count());
    }

    private int focus() {
        return Toolkit.ask(() -> grid.focusProperty().get());
    }

    /** Black pixels that are not letters: runs of eight. */
    private long black() {
        BufferedImage shot = Toolkit.shot(window.scene());
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
