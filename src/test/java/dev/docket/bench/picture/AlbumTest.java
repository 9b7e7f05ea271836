package dev.docket.bench.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.decode.FormatDecoders;
import dev.docket.decode.UndecodableImageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AlbumTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void everyShotIsAFileOfItsKindThatDecodes(Shot shot) throws IOException, UndecodableImageException {
        Photo photo = Album.made(folder, true).photo(shot);

        assertThat(new FormatDecoders().decode(photo.bytes()).width()).isEqualTo(photo.width()).isEqualTo(shot.width / 8);
        assertThat(photo.label()).startsWith(shot.encoding.label);
    }

    @Test
    void theSamePictureIsMadeOnEveryRun() throws IOException {
        byte[] once = Album.made(folder, true).photo(Shot.PNG_2).bytes();

        assertThat(Album.made(folder, true).photo(Shot.PNG_2).bytes()).isEqualTo(once);
    }

    @Test
    void mixedPhotographsAreAllDifferentAndOfSeveralFormats() throws IOException {
        List<Path> files = Album.made(folder, true).mixed(20);

        Set<String> contents = new HashSet<>();
        Set<String> kinds = new HashSet<>();
        for (Path file : files) {
            contents.add(java.util.Arrays.hashCode(Files.readAllBytes(file)) + "");
            kinds.add(file.toString().replaceAll(".*\\.", ""));
        }
        assertThat(contents).hasSize(20);
        assertThat(kinds).containsExactlyInAnyOrder("jpg", "png", "webp");
    }

    @Test
    void photographsCostDecodersWhatPhotographsCost() throws IOException {
        Photo photo = new MadeAlbum(folder, 2).photo(Shot.JPEG_12);

        double bitsOfAPixel = photo.bytes().length * 8.0 / (photo.width() * photo.height());
        assertThat(bitsOfAPixel).as("as cameras write JPEG").isBetween(1.5, 4.0);
    }

    @Test
    void onesOwnPhotographsAreTakenAsTheyAreAndTheRestIsMade() throws IOException {
        Path own = Files.createDirectory(folder.resolve("own"));
        Files.write(own.resolve("a.jpg"), Encoding.JPEG_PROGRESSIVE.encode(Painter.paint(90, 60, 1)));
        Files.write(own.resolve("b.png"), Encoding.PNG.encode(Painter.paint(80, 70, 2)));
        Files.writeString(own.resolve("notes.txt"), "not a picture");

        Album album = Album.of(own, folder, true);

        assertThat(album.photo(Shot.PNG_2).width()).isEqualTo(80);
        assertThat(album.photo(Shot.JPEG_12_PROGRESSIVE).width()).isEqualTo(90);
        assertThat(album.photo(Shot.JPEG_2).width()).as("made").isEqualTo(1920 / 8);
        assertThat(album.mixed(1000)).containsExactly(own.resolve("a.jpg"), own.resolve("b.png"));
    }

    @Test
    void aFolderWithoutPicturesIsRefused() {
        assertThatThrownBy(() -> Album.of(folder, folder, true)).hasMessageContaining("no JPEG, PNG or WebP picture");
    }
}
