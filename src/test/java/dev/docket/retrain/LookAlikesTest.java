package dev.docket.retrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.decode.DecodedImage;
import dev.docket.decode.ImageHeader;
import dev.docket.desk.Desk;
import dev.docket.hash.PdqHasher;
import dev.docket.intake.IntakeSources;
import dev.docket.item.ImageItem;
import dev.docket.progress.Progress;
import dev.docket.progress.StoppedException;
import dev.docket.retrain.LookAlikes.LookAlike;
import dev.docket.retrain.LookAlikes.Way;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LookAlikesTest {
    private static final Path SAMPLES = Path.of(System.getProperty("docket.home", "."), "sample-data", "images");
    /** Below {@link LookAlikes#FEWEST} nothing is said. */
    private static final int PICTURES = Integer.getInteger("docket.look-alikes", 24);
    /** Copies of one picture stand side by side among the samples: one in so many is asked about. */
    private static final int EVERY = 3;

    @TempDir
    private static Path folder;
    private Desk desk;
    private List<UUID> ids;

    @BeforeAll
    void admitSome() throws Exception {
        Path pictures = Files.createDirectories(folder.resolve("pictures"));
        try (Stream<Path> samples = Files.list(SAMPLES)) {
            for (Path sample : samples.filter(file -> file.toString().endsWith(".jpg")).sorted().limit(PICTURES).toList()) {
                Files.copy(sample, pictures.resolve(sample.getFileName()));
            }
        }
        desk = Desk.open(folder.resolve("profile"), Clock.systemUTC());
        desk.intake.admitAll(IntakeSources.open(pictures, IntakeSources.Format.AUTO, "feed", desk.clock), Progress.NONE);
        // by the picture, as the order in which they were filed is another one each time
        ids = desk.database.inTransaction(tx -> desk.items.ids(tx).stream()
                .sorted(Comparator.comparing(id -> desk.items.find(tx, id).orElseThrow().sha256().hex())).toList());
    }

    @AfterAll
    void close() {
        desk.close();
    }

    @Test
    @Order(1)
    void beforeCatchingUpItSaysHowManyWait() {
        assertThatThrownBy(() -> desk.lookAlikes.catchUp(new Progress() {
            private int told;

            @Override
            public void at(long done, long total, String what) {
                told++;
            }

            @Override
            public boolean cancelled() {
                return told > 0;
            }
        })).isInstanceOf(StoppedException.class);

        LookAlikes.Found found = desk.lookAlikes.of(ids.getFirst(), 5);

        assertThat(found.compared()).isBetween(1, PICTURES - 1);
        assertThat(found.compared() + found.waiting()).isEqualTo(pictures());
    }

    @Test
    @Order(2)
    void aCroppedCopyIsFoundByItsEmbeddingWhereThePdqHashIsBlind() throws Exception {
        desk.lookAlikes.catchUp(Progress.NONE);
        int asked = 0;
        int found = 0;
        for (int i = 0; i < ids.size(); i += EVERY) {
            UUID id = ids.get(i);
            asked++;
            ImageItem item = desk.database.inTransaction(tx -> desk.items.find(tx, id)).orElseThrow();
            DecodedImage cropped = cropped(desk.decoder.decode(desk.blobs.get(item.sha256()).orElseThrow()));
            LookAlikes.Found like = desk.lookAlikes.like(cropped, new PdqHasher().hash(cropped), 5);
            assertThat(like.waiting()).isZero();
            found += like.nearest().stream().anyMatch(near -> near.way() == Way.EMBEDDING && near.picture().equals(item.sha256())) ? 1 : 0;
        }
        assertThat(found).as("found of %d", asked).isGreaterThan(asked * 2 / 3);
    }

    @Test
    @Order(3)
    void theSamePictureIsFoundByItsHashAndNamedOnce() throws Exception {
        ImageItem item = desk.database.inTransaction(tx -> desk.items.find(tx, ids.getFirst())).orElseThrow();
        DecodedImage picture = desk.decoder.decode(desk.blobs.get(item.sha256()).orElseThrow());

        List<LookAlike> like = desk.lookAlikes.like(picture, new PdqHasher().hash(picture), 8).nearest();

        assertThat(like.getFirst()).isEqualTo(new LookAlike(item.id(), item.sha256(), Way.PDQ, 0));
        assertThat(like).extracting(LookAlike::picture).doesNotHaveDuplicates();
        assertThat(like).hasSizeLessThanOrEqualTo(8);
        assertThat(desk.lookAlikes.of(item.id(), 8).nearest()).extracting(LookAlike::item).doesNotContain(item.id());
    }

    @Test
    @Order(4)
    void whatIsQuarantinedIsNobodysLookAlike() {
        for (UUID asked : ids) {
            List<LookAlike> before = desk.lookAlikes.of(asked, 3).nearest();
            if (!before.isEmpty()) {
                UUID gone = before.getFirst().item();
                desk.database.transact(tx -> desk.items.quarantine(tx, gone));

                assertThat(desk.lookAlikes.of(asked, 100).nearest()).extracting(LookAlike::item).doesNotContain(gone);
                assertThat(desk.lookAlikes.of(gone, 3).nearest()).isEmpty();
                return;
            }
        }
        throw new AssertionError("no picture has a look-alike");
    }

    private long pictures() {
        return desk.database.inTransaction(tx -> tx.select("select count(distinct sha256) from item").mapTo(long.class).one());
    }

    /** Without a tenth of it on each side. */
    private static DecodedImage cropped(DecodedImage picture) {
        int left = picture.width() / 10;
        int top = picture.height() / 10;
        int width = picture.width() - 2 * left;
        int height = picture.height() - 2 * top;
        int[] argb = new int[width * height];
        for (int y = 0; y < height; y++) {
            System.arraycopy(picture.argb(), (top + y) * picture.width() + left, argb, y * width, width);
        }
        return new DecodedImage(width, height, argb, new ImageHeader("image/png", width, height, 1, 1), false);
    }
}
