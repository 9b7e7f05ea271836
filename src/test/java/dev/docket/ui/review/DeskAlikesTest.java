package dev.docket.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.decode.DecodedImage;
import dev.docket.decode.Renditions;
import dev.docket.desk.Desk;
import dev.docket.intake.IntakeSources;
import dev.docket.progress.Progress;
import dev.docket.queue.LeasedTask;
import dev.docket.ui.grid.Tile;
import dev.docket.ui.stage.Room;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A street, the same street made smaller, and another one. */
class DeskAlikesTest {
    private static final Room ROOM = new Room(184, 137);

    @TempDir
    private Path folder;
    private Desk desk;
    private DeskCasework casework;
    private ReviewCase known;

    @BeforeEach
    void openTheDesk() throws Exception {
        Path pictures = Files.createDirectories(folder.resolve("pictures"));
        DecodedImage street = PaintedPictures.street(3, 640, 480);
        write(street, pictures.resolve("street.png"));
        write(Renditions.scaled(street, 500), pictures.resolve("smaller.png"));
        write(PaintedPictures.street(8, 640, 480), pictures.resolve("other.png"));
        desk = Desk.open(folder.resolve("profile"), Clock.systemUTC());
        desk.intake.admitAll(IntakeSources.open(pictures, IntakeSources.Format.AUTO, "test", desk.clock), Progress.NONE);
        casework = new DeskCasework(desk);
        known = casework.lanes().stream().flatMap(l -> casework.claim(l.id(), 9).stream()).map(this::open)
                .filter(c -> c.item().width() == 500).findFirst().orElseThrow();
    }

    @AfterEach
    void closeTheDesk() {
        desk.close();
    }

    @Test
    void theScaledCopyIsFoundWithItsDistance() {
        Alikes found = casework.alikes(known);

        assertThat(found.items()).hasSize(1);
        assertThat(found.hashed()).isEqualTo(1);
        Tile tile = found.tiles().tile(found.items().getFirst(), ROOM);
        assertThat(tile.badge()).matches("PDQ \\d+");
        assertThat(tile.line()).isIn("not decided", "hidden until you decide");
        assertThat(tile.face()).isInstanceOf(Tile.Pixels.class);
        DecodedImage face = ((Tile.Pixels) tile.face()).image();
        assertThat(face.width()).isLessThanOrEqualTo(184);
        assertThat(face.height()).isLessThanOrEqualTo(137);
    }

    @Test
    void whatWasQuarantinedSinceIsNoLongerShownNorOpened() {
        Alikes found = casework.alikes(known);
        UUID other = found.items().getFirst();
        desk.database.transact(tx -> desk.items.quarantine(tx, other));

        Tile tile = found.tiles().tile(other, ROOM);

        assertThat(tile.face()).isInstanceOf(Tile.Words.class);
        assertThat(tile.name()).isEmpty();
        assertThat(found.tiles().look(other, ROOM)).isEmpty();
    }

    @Test
    void aBlindCaseShowsNeitherVerdictNorSeverityOfItsLookAlikes() {
        ReviewCase blind = new ReviewCase(known.task(), known.item(), known.provenance(), known.provenanceHash(), known.decision(),
                known.profile(), known.scores(), known.past(), known.stack(), true, known.dossier());

        Alikes found = casework.alikes(blind);
        Tile tile = found.tiles().tile(found.items().getFirst(), ROOM);

        assertThat(tile.severity()).isEqualTo(Optional.empty());
        assertThat(tile.line()).isEqualTo("hidden until you decide");
    }

    private ReviewCase open(LeasedTask task) {
        return casework.open(task).orElseThrow();
    }

    private static void write(DecodedImage picture, Path file) throws java.io.IOException {
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, picture.width(), picture.height(), picture.argb(), 0, picture.width());
        ImageIO.write(image, "png", file.toFile());
    }
}
