package dev.docket.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.decode.DecodedImage;
import dev.docket.desk.Desk;
import dev.docket.intake.IntakeSources;
import dev.docket.policy.PolicyPack.DisplayProfile;
import dev.docket.policy.Severity;
import dev.docket.progress.Progress;
import dev.docket.provenance.Manifest.Ingredient;
import dev.docket.ui.grid.Tile;
import dev.docket.ui.grid.TileSource;
import dev.docket.ui.stage.Room;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A picture whose credentials keep a small picture of what it was made from. */
class DeskIngredientTest {
    private static final Room ROOM = new Room(184, 137);
    private static final UUID ANY = new UUID(0, 0);

    @TempDir
    private Path folder;
    private Desk desk;
    private DeskCasework casework;
    private ReviewCase known;

    @BeforeEach
    void openTheDesk() throws Exception {
        Path pictures = Files.createDirectories(folder.resolve("pictures"));
        try (InputStream edited = Desk.class.getResourceAsStream("/c2pa/edited.jpg")) {
            Files.write(pictures.resolve("edited.jpg"), edited.readAllBytes());
        }
        desk = Desk.open(folder.resolve("profile"), Clock.systemUTC());
        desk.intake.admitAll(IntakeSources.open(pictures, IntakeSources.Format.AUTO, "test", desk.clock), Progress.NONE);
        casework = new DeskCasework(desk);
        known = casework.lanes().stream().flatMap(l -> casework.claim(l.id(), 9).stream()).map(task -> casework.open(task).orElseThrow()).findFirst().orElseThrow();
    }

    @AfterEach
    void closeTheDesk() {
        desk.close();
    }

    @Test
    void itIsCoveredUntilAKeyIsHeldAndALookCounts() {
        TileSource source = casework.ingredient(known, ingredient());

        Tile tile = source.tile(ANY, ROOM);
        DecodedImage picture = source.look(ANY, ROOM).orElseThrow();
        source.looked(ANY, java.time.Duration.ofSeconds(2));

        assertThat(tile.name()).isEqualTo("camera.jpg");
        assertThat(tile.line()).isEqualTo("hold Space to look");
        assertThat(tile.face()).isInstanceOfSatisfying(Tile.Pixels.class, pixels -> {
            assertThat(pixels.covered()).isTrue();
            assertThat(Arrays.stream(pixels.image().argb()).allMatch(p -> (p >> 16 & 255) == (p & 255))).as("grey").isTrue();
            assertThat(pixels.image().argb()).isNotEqualTo(picture.argb());
        });
        assertThat(picture.width()).isEqualTo(32);
        assertThat(picture.height()).isEqualTo(24);
        assertThat(Arrays.stream(picture.argb()).allMatch(p -> (p >> 16 & 255) == (p & 255))).as("grey").isFalse();
        assertThat(desk.care.today().from(Severity.S0).looks()).isEqualTo(1);
    }

    @Test
    void ofACaseForWordsThereAreOnlyWords() {
        DisplayProfile words = new DisplayProfile("words", 100, true, "hold", true, true);
        TileSource source = casework.ingredient(known.under(words), ingredient());

        assertThat(source.tile(ANY, ROOM).face()).isEqualTo(new Tile.Words("mdmz-visibility_off", "Text only"));
        assertThat(source.look(ANY, ROOM)).isEmpty();
    }

    @Test
    void whatWasQuarantinedSinceIsNoLongerShownNorOpened() {
        TileSource source = casework.ingredient(known, ingredient());
        desk.database.transact(tx -> desk.items.quarantine(tx, known.item().id()));

        assertThat(source.tile(ANY, ROOM).face()).isInstanceOf(Tile.Words.class);
        assertThat(source.look(ANY, ROOM)).isEmpty();
    }

    private Ingredient ingredient() {
        return known.provenance().c2pa().manifest().orElseThrow().ingredients().getFirst();
    }
}
