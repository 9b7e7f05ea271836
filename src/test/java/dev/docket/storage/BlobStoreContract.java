package dev.docket.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What every store of images keeps to, wherever its bytes lie; each image is under a key of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class BlobStoreContract {
    protected static final byte[] PICTURE = "the bytes of a picture".getBytes(StandardCharsets.US_ASCII);

    /** Of one test. */
    @TempDir
    protected Path folder;
    protected ImageKeys keys;
    protected BlobStore store;
    private Database database;

    /** Over these keys. */
    protected abstract BlobStore open(ImageKeys keys) throws Exception;

    /** What lies there under this address; as whoever runs the place sees it. */
    protected abstract byte[] lying(ContentHash address) throws Exception;

    /** Puts something else there. */
    protected abstract void lay(ContentHash address, byte[] bytes) throws Exception;

    @BeforeAll
    void openTheDatabase(@TempDir Path elsewhere) {
        database = Database.openEmbedded(elsewhere.resolve("database"), new byte[32]);
        keys = new ImageKeys(database);
    }

    @AfterAll
    void closeTheDatabase() {
        database.close();
    }

    @BeforeEach
    void openTheStore() throws Exception {
        store = open(keys);
    }

    @AfterEach
    void closeTheStore() {
        store.close();
    }

    @Test
    void whatIsPutComesBackUnderItsHash() throws Exception {
        ContentHash address = store.put(PICTURE);

        assertThat(address).isEqualTo(ContentHash.of(PICTURE));
        assertThat(store.contains(address)).isTrue();
        assertThat(store.get(address)).contains(PICTURE);
    }

    @Test
    void whatWasNeverPutIsNotThere() throws IOException {
        ContentHash address = ContentHash.of(new byte[] {9, 9, 9});

        assertThat(store.contains(address)).isFalse();
        assertThat(store.get(address)).isEmpty();
        store.delete(address);
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
    void nothingOfThePictureCanBeReadWhereItLies() throws Exception {
        assertThat(new String(lying(store.put(PICTURE)), StandardCharsets.ISO_8859_1)).doesNotContain("picture");
    }

    @Test
    void anyChangedByteIsFound() throws Exception {
        ContentHash address = store.put(PICTURE);
        byte[] sound = lying(address);

        for (int place = 0; place < sound.length; place++) {
            byte[] changed = sound.clone();
            changed[place] ^= 1;
            lay(address, changed);
            assertThatThrownBy(() -> store.get(address)).as("byte %d", place).isInstanceOf(IOException.class).hasMessageContaining(address.hex());
        }
    }

    @Test
    void whatWasCutOffIsFoundAndPuttingThePictureAgainMendsIt() throws Exception {
        ContentHash address = store.put(PICTURE);
        byte[] sound = lying(address);
        for (int length : new int[] {0, 1, 12, 13, 28, 29, sound.length - 1}) {
            lay(address, Arrays.copyOf(sound, length));
            assertThatThrownBy(() -> store.get(address)).as("%d bytes", length).isInstanceOf(IOException.class).hasMessageContaining("damaged");
        }

        store.put(PICTURE);

        assertThat(store.get(address)).contains(PICTURE);
    }

    @Test
    void whatBelongsToAnotherHashDoesNotOpen() throws Exception {
        ContentHash one = store.put(PICTURE);
        ContentHash two = store.put(new byte[] {1, 2, 3});
        lay(two, lying(one));

        assertThatThrownBy(() -> store.get(two)).isInstanceOf(IOException.class).hasMessageContaining(two.hex());
    }

    @Test
    void whatIsThereIsNotWrittenAgain() throws Exception {
        ContentHash address = store.put(PICTURE);
        byte[] first = lying(address);

        store.put(PICTURE);

        assertThat(lying(address)).as("the same nonce").isEqualTo(first);
    }

    @Test
    void aPictureWhoseKeyIsErasedOpensInNoCopy() throws Exception {
        ContentHash address = store.put(PICTURE);
        byte[] copy = lying(address);

        store.delete(address);
        lay(address, copy);

        assertThat(store.get(address)).isEmpty();
        assertThat(store.get(store.put(PICTURE))).as("admitted again, under another key").contains(PICTURE);
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
    }
}
