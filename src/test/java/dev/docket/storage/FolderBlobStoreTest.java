package dev.docket.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderBlobStoreTest {
    private static final byte[] KEY = new byte[32];
    private static final byte[] PICTURE = "the bytes of a picture".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path folder;
    private FolderBlobStore store;

    @BeforeEach
    void open() {
        store = new FolderBlobStore(folder, KEY);
    }

    @Test
    void whatIsPutComesBackUnderItsHash() throws IOException {
        ContentHash address = store.put(PICTURE);

        assertThat(address).isEqualTo(ContentHash.of(PICTURE));
        assertThat(store.contains(address)).isTrue();
        assertThat(store.get(address)).contains(PICTURE);
        assertThat(file(address)).exists();
    }

    @Test
    void imagesOfAnySizeComeBack() throws IOException {
        Random random = new Random(7);
        for (int size : new int[] {0, 1, 15, 16, 17, 65_536, 1_000_003}) {
            byte[] content = new byte[size];
            random.nextBytes(content);

            assertThat(store.get(store.put(content))).contains(content);
        }
    }

    @Test
    void theDiskShowsNothingOfThePicture() throws IOException {
        byte[] stored = Files.readAllBytes(file(store.put(PICTURE)));

        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("picture");
    }

    @Test
    void anyChangedByteIsFound() throws IOException {
        ContentHash address = store.put(PICTURE);
        byte[] sound = Files.readAllBytes(file(address));

        for (int place = 0; place < sound.length; place++) {
            byte[] changed = sound.clone();
            changed[place] ^= 1;
            Files.write(file(address), changed);
            assertThatThrownBy(() -> store.get(address)).as("byte %d", place).isInstanceOf(IOException.class).hasMessageContaining(address.hex());
        }
    }

    @Test
    void anyCutFileIsFoundAndPuttingThePictureAgainMendsIt() throws IOException {
        ContentHash address = store.put(PICTURE);
        byte[] sound = Files.readAllBytes(file(address));
        for (int length = 0; length < sound.length; length++) {
            Files.write(file(address), Arrays.copyOf(sound, length));
            assertThatThrownBy(() -> store.get(address)).isInstanceOf(IOException.class);
        }

        store.put(PICTURE);

        assertThat(store.get(address)).contains(PICTURE);
    }

    @Test
    void aFileMovedToAnotherAddressDoesNotOpen() throws IOException {
        ContentHash one = store.put(PICTURE);
        ContentHash two = store.put(new byte[] {1, 2, 3});
        Files.copy(file(one), file(two), StandardCopyOption.REPLACE_EXISTING);

        assertThatThrownBy(() -> store.get(two)).isInstanceOf(IOException.class).hasMessageContaining(two.hex());
    }

    @Test
    void anotherKeyOpensNothing() throws IOException {
        ContentHash address = store.put(PICTURE);
        byte[] other = KEY.clone();
        other[31] = 1;

        assertThatThrownBy(() -> new FolderBlobStore(folder, other).get(address)).isInstanceOf(IOException.class);
    }

    @Test
    void whatAKilledProcessLeftHalfWrittenIsSweptOutAndWhatOthersAreWritingIsNot() throws IOException {
        Path left = Files.write(folder.resolve("unfinished").resolve("1234"), new byte[100]);
        Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        Path underWay = Files.write(folder.resolve("unfinished").resolve("5678"), new byte[100]);

        new FolderBlobStore(folder, KEY);

        assertThat(folder.resolve("unfinished")).isDirectoryContaining(underWay::equals).isDirectoryNotContaining(left::equals);
    }

    @Test
    void aPictureWhoseKeyIsErasedOpensInNoCopy(@TempDir Path elsewhere) throws IOException {
        try (Database database = Database.openEmbedded(elsewhere.resolve("database"), KEY)) {
            FolderBlobStore own = new FolderBlobStore(folder, Optional.empty(), new ImageKeys(database));
            ContentHash address = own.put(PICTURE);
            assertThat(own.get(address)).contains(PICTURE);
            byte[] copy = Files.readAllBytes(file(address));

            own.delete(address);
            Files.createDirectories(file(address).getParent());
            Files.write(file(address), copy);

            assertThat(own.get(address)).isEmpty();
            assertThat(own.get(own.put(PICTURE))).as("admitted again, under another key").contains(PICTURE);
        }
    }

    @Test
    void picturesOfAnEarlierVersionStillOpen(@TempDir Path elsewhere) throws IOException {
        ContentHash address = store.put(PICTURE);
        try (Database database = Database.openEmbedded(elsewhere.resolve("database"), KEY)) {
            assertThat(new FolderBlobStore(folder, Optional.of(KEY), new ImageKeys(database)).get(address)).contains(PICTURE);
            assertThat(new FolderBlobStore(folder, Optional.empty(), new ImageKeys(database)).get(address)).as("a store that never had that key").isEmpty();
        }
    }

    @Test
    void aDeletedPictureIsGone() throws IOException {
        ContentHash address = store.put(PICTURE);

        store.delete(address);
        store.delete(address);

        assertThat(store.contains(address)).isFalse();
        assertThat(store.get(address)).isEmpty();
    }

    @Test
    void manyThreadsMayPutTheSamePicture() throws IOException {
        List<ContentHash> addresses = IntStream.range(0, 64).parallel().mapToObj(_ -> {
            try {
                return store.put(PICTURE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }).distinct().toList();

        assertThat(addresses).hasSize(1);
        assertThat(store.get(addresses.getFirst())).contains(PICTURE);
        try (Stream<Path> leftovers = Files.list(folder.resolve("unfinished"))) {
            assertThat(leftovers).isEmpty();
        }
    }

    private Path file(ContentHash address) {
        String hex = address.hex();
        return folder.resolve(hex.substring(0, 2)).resolve(hex.substring(2, 4)).resolve(hex);
    }
}
