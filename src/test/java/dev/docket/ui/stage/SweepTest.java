package dev.docket.ui.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.decode.DecodedImage;
import dev.docket.decode.ImageHeader;
import dev.docket.ui.HeapSearch;
import dev.docket.ui.Toolkit;
import dev.docket.ui.common.Background;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepTest {
    private static final int SIDE = 64;

    @TempDir
    private Path folder;

    private final ImageView view = new ImageView();
    private final int[] turned = new Random().ints(SIDE).map(colour -> ~(colour | 0xFF000000)).toArray();
    private Pane ground;
    private Stage stage;

    @BeforeEach
    void paintAPicture() {
        Toolkit.start();
        Toolkit.tell(() -> {
            ground = new Pane(view);
            stage = new Stage();
            stage.setScene(new Scene(ground, 200, 100));
            stage.show();
            int[] argb = new int[SIDE * SIDE];
            Arrays.setAll(argb, at -> ~turned[at % SIDE]);
            view.setImage(PixelImages.of(new DecodedImage(SIDE, SIDE, argb, new ImageHeader("image/png", SIDE, SIDE, 1, 1), false)));
        });
        Toolkit.frames(3);
        Toolkit.tell(() -> view.setImage(null));
        Toolkit.frames(3);
    }

    @AfterEach
    void closeTheWindow() {
        Toolkit.tell(() -> stage.close());
    }

    @Test
    void ofAPictureThatIsGoneThePainterKeepsNothing() throws IOException {
        assertThat(places()).as("without a sweep the painter's copy is there still, so that it would be found").isPositive();

        Toolkit.tell(() -> Sweep.run(ground, new Background(Runnable::run, Runnable::run)));
        Toolkit.frames(12);

        assertThat(places()).isZero();
        assertThat(ground.getChildren()).containsExactly(view);
    }

    private int places() throws IOException {
        Path dump = HeapSearch.dump(folder);
        ByteBuffer row = ByteBuffer.allocate(32);
        Arrays.stream(turned, 8, 16).forEach(colour -> row.putInt(~colour));
        int places = HeapSearch.places(dump, row.array()).size();
        Files.delete(dump);
        return places;
    }
}
