package dev.docket.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.progress.Progress;
import dev.docket.progress.StoppedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptImagesTest {
    private static final int EACH = 1000;

    @TempDir
    private Path folder;
    private Database database;
    private ImageKeys keys;
    private FolderBlobStore far;
    private boolean away;
    private KeptImages images;

    /** The far store, and no way to it while {@link #away}. */
    private final class Road implements BlobStore {
        @Override
        public ContentHash put(byte[] content) throws IOException {
            return far.put(content);
        }

        @Override
        public Optional<byte[]> get(ContentHash address) throws IOException {
            if (away) {
                throw new IOException("The folder cannot be reached");
            }
            return far.get(address);
        }

        @Override
        public boolean contains(ContentHash address) {
            return far.contains(address);
        }

        @Override
        public void delete(ContentHash address) throws IOException {
            far.delete(address);
        }
    }

    @BeforeEach
    void open() {
        database = Database.openEmbedded(folder.resolve("database"), new byte[32]);
        keys = new ImageKeys(database);
        far = new FolderBlobStore(folder.resolve("far"), Optional.empty(), keys);
        images = kept(1 << 20);
    }

    @AfterEach
    void close() {
        images.close();
        database.close();
    }

    @Test
    void whatWasTakenIsThereWithoutTheNetworkAndWhatWasOnlyReadIsNot() throws IOException {
        ContentHash taken = put(1);
        ContentHash read = put(2);
        images.take(taken);
        images.get(read);
        away = true;

        assertThat(images.get(taken)).contains(content(1));
        assertThat(images.take(taken)).contains(content(1));
        assertThat(images.isHere(taken)).isTrue();
        assertThat(images.isHere(read)).isFalse();
        assertThatThrownBy(() -> images.get(read)).isInstanceOf(IOException.class);
    }

    @Test
    void aWindowIsBroughtHereInItsOrderAndToldAsItComes() {
        List<ContentHash> window = window(20);
        List<Long> told = new ArrayList<>();

        KeptImages.Brought brought = images.bring(window, (done, total, _) -> {
            synchronized (told) {
                told.add(done);
                assertThat(total).isEqualTo(20);
            }
        });

        assertThat(brought).isEqualTo(new KeptImages.Brought(20, List.of(), List.of(), Optional.empty()));
        assertThat(told).contains(0L, 20L).hasSize(21);
        away = true;
        assertThat(window).allMatch(images::isHere).allMatch(image -> get(image).isPresent());
    }

    @Test
    void bringingAgainFetchesNothingThatIsHere() {
        List<ContentHash> window = window(5);
        images.bring(window, Progress.NONE);
        away = true;

        assertThat(images.bring(window, Progress.NONE).here()).isEqualTo(5);
    }

    @Test
    void whatIsStoppedKeepsWhatItBrought() {
        List<ContentHash> window = window(40);
        Progress stopping = new Progress() {
            private volatile boolean enough;

            @Override
            public void at(long done, long total, String what) {
                enough |= done >= 5;
            }

            @Override
            public boolean cancelled() {
                return enough;
            }
        };

        assertThatThrownBy(() -> images.bring(window, stopping)).isInstanceOf(StoppedException.class);
        assertThat(window.stream().filter(images::isHere).count()).isBetween(5L, 10L);
    }

    @Test
    void whatDoesNotComeIsNamedAndNotWaitedForFiveHundredTimes() throws IOException {
        List<ContentHash> window = window(50);
        images.take(window.getFirst());
        away = true;

        KeptImages.Brought brought = images.bring(window, Progress.NONE);

        assertThat(brought.here()).isOne();
        assertThat(brought.left()).containsExactlyElementsOf(window.subList(1, 50));
        assertThat(brought.reason()).contains("The folder cannot be reached");
    }

    @Test
    void whatNobodyMaySeeIsNoReasonToStop() throws IOException {
        List<ContentHash> window = window(10);
        for (ContentHash image : window.subList(0, 6)) {
            keys.forget(image);
        }

        KeptImages.Brought brought = images.bring(window, Progress.NONE);

        assertThat(brought.here()).isEqualTo(4);
        assertThat(brought.gone()).containsExactlyInAnyOrderElementsOf(window.subList(0, 6));
        assertThat(brought.left()).isEmpty();
    }

    @Test
    void itStopsWhereThereIsNoRoomAndPushesNothingOutThatItBrought() {
        images.close();
        images = kept(10L * (EACH + 16));
        List<ContentHash> window = window(30);

        KeptImages.Brought brought = images.bring(window, Progress.NONE);

        assertThat(brought.here()).isBetween(8, 10);
        assertThat(brought.left()).hasSize(30 - brought.here());
        assertThat(brought.reason().orElseThrow()).contains("no room");
        assertThat(window.subList(0, 10)).as("the nearest come first, but for those under way at the end").filteredOn(images::isHere).hasSizeGreaterThanOrEqualTo(7);
        assertThat(bytesOnDisk()).isLessThanOrEqualTo(10L * (EACH + 16));
    }

    @Test
    void nothingOfAPictureCanBeReadOnTheDiskNorItsName() throws IOException {
        List<ContentHash> window = window(3);
        images.bring(window, Progress.NONE);

        for (Path file : files()) {
            assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)).doesNotContain("marker");
            assertThat(window).noneMatch(image -> file.toString().contains(image.hex()));
        }
        assertThat(files()).hasSize(3);
    }

    @Test
    void aCopyGoesWithItsImageAndWithTheRightToSeeIt() throws IOException {
        List<ContentHash> window = window(3);
        images.bring(window, Progress.NONE);

        images.delete(window.get(0));
        assertThat(images.isHere(window.get(0))).as("deleted here").isFalse();
        new ImageKeys(database).forget(window.get(1));
        images.checkNow();

        assertThat(images.isHere(window.get(1))).as("erased by somebody else").isFalse();
        assertThat(images.isHere(window.get(2))).isTrue();
        assertThat(files()).hasSize(1);
    }

    @Test
    void signingOutWipesEverything() {
        images.bring(window(3), Progress.NONE);

        images.close();

        assertThat(files()).isEmpty();
    }

    @Test
    void onADeskOfOnesOwnNothingIsCopied() throws IOException {
        try (KeptImages own = new KeptImages(far, Optional.empty(), keys)) {
            ContentHash image = put(1);

            assertThat(own.take(image)).contains(content(1));
            assertThat(own.isHere(image)).isTrue();
            assertThat(own.bring(List.of(image), Progress.NONE).here()).isOne();
            own.check();
            assertThat(files()).isEmpty();
        }
    }

    private KeptImages kept(long most) {
        return new KeptImages(new Road(), Optional.of(new SealedCache(folder.resolve("kept"), most)), keys);
    }

    private List<ContentHash> window(int size) {
        return IntStream.range(0, size).mapToObj(this::put).toList();
    }

    private ContentHash put(int number) {
        try {
            return far.put(content(number));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<byte[]> get(ContentHash image) {
        try {
            return images.get(image);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] content(int number) {
        byte[] content = new byte[EACH];
        byte[] words = ("marker of picture " + number).getBytes(StandardCharsets.UTF_8);
        System.arraycopy(words, 0, content, 0, words.length);
        return content;
    }

    private long bytesOnDisk() {
        return files().stream().mapToLong(file -> file.toFile().length()).sum();
    }

    private List<Path> files() {
        try (Stream<Path> inside = Files.walk(folder.resolve("kept"))) {
            return inside.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
