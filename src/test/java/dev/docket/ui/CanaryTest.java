package dev.docket.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.audit.AuditExport;
import dev.docket.desk.Desk;
import dev.docket.hash.BankDefaults;
import dev.docket.intake.IntakeSources;
import dev.docket.item.HandOver;
import dev.docket.progress.Progress;
import dev.docket.storage.ContentHash;
import dev.docket.ui.review.Situation;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A marked picture with marked words is quarantined: by key after it was shown, looked at, searched for and commented on; by
 * a bank before anybody saw it; by a bank while it is looked at. Nothing of it is found afterwards: on no screen, in no
 * query, in no file, and not in memory.
 */
class CanaryTest {
    private static final int OTHERS = 3;

    @TempDir
    private Path folder;

    private Desk desk;
    private DeskWindow window;
    private MarkedPicture picture;

    @AfterEach
    void closeTheDesk() {
        if (window != null) {
            window.close();
        }
        if (desk != null) {
            desk.close();
        }
        window = null;
        desk = null;
    }

    @Test
    void nothingOfAQuarantinedPictureIsLeftAnywhere() throws Exception {
        Path feed = Files.createDirectories(folder.resolve("feed"));
        UUID item = takeIn(feed);
        picture.remember("its PDQ in words", desk.database.inTransaction(tx -> desk.nearDuplicates.hashOf(tx, picture.hash())).orElseThrow()
                .hex().getBytes(StandardCharsets.US_ASCII));
        window = new DeskWindow(desk);
        window.bringOnScreen(item, 2 * OTHERS);
        look(item);
        Files.delete(feed.resolve("marked.png"));
        Files.delete(feed.resolve("queue.jsonl"));

        window.type(KeyCode.Q);

        assertThat(picture.on(window.shot())).as("marked pixels in the first frame after the key").isZero();
        DeskWindow.until(() -> desk.database.inTransaction(tx -> desk.items.find(tx, item)).isEmpty() && !window.model().tray().isBusy());
        DeskWindow.until(() -> !Toolkit.ask(() -> window.model().situationProperty().get()).equals(Situation.WITHHELD));
        noScreenShowsIt();
        theRecordIsTold(item, HandOver.Cause.PERSON);
        noQueryFindsIt(item);
        noFileHoldsIt();
        assertThat(picture.inMemory(folder, MarkedPicture.PIXELS)).as("in memory").isEmpty();
        // while the database is open it has its last changes in memory, until others follow: words are looked for when it is closed
        closeTheDesk();
        assertThat(picture.inMemory(folder, picture.everything())).as("in memory").isEmpty();
    }

    @Test
    void aPictureThatABankKnowsIsNeverPaintedAndOneThatABankLearnsOfIsGoneFromTheScreen() throws Exception {
        Path feed = Files.createDirectories(folder.resolve("feed"));
        desk = Desk.open(folder.resolve("profile"), Clock.systemUTC());
        MarkedPicture known = new MarkedPicture(feed.resolve("known.png"));
        bank(known.hash());
        UUID item = takeIn(feed);
        Files.walk(feed).filter(Files::isRegularFile).forEach(file -> file.toFile().delete());
        HandOver record = desk.database.inTransaction(desk.handOvers::all).getFirst();
        assertThat(record.picture()).isEqualTo(known.hash());
        assertThat(record.grounds().cause()).isEqualTo(HandOver.Cause.BANK);
        window = new DeskWindow(desk);
        window.bringOnScreen(item, 2 * OTHERS);
        window.type(KeyCode.F);
        window.press(KeyCode.SPACE);
        assertThat(picture.on(window.shot())).as("seen while the key is held").isPositive();
        assertThat(known.on(window.shot())).isZero();

        bank(picture.hash());
        desk.rescoring.run(Progress.NONE);

        DeskWindow.until(() -> Toolkit.ask(() -> window.model().situationProperty().get()).equals(Situation.WITHDRAWN));
        Toolkit.frames(2);
        assertThat(picture.on(window.shot())).as("marked pixels once the window heard of it, the key still held").isZero();
        window.release(KeyCode.SPACE);
        noScreenShowsIt();
        theRecordIsTold(item, HandOver.Cause.BANK);
        noQueryFindsIt(item);
        noFileHoldsIt();
        assertThat(picture.inMemory(folder, MarkedPicture.PIXELS)).as("of the one that was open, in memory").isEmpty();
        assertThat(known.inMemory(folder, MarkedPicture.PIXELS)).as("of the one that was never shown, in memory").isEmpty();
    }

    /** A marked picture and some plain ones, each with its line. */
    private UUID takeIn(Path feed) throws Exception {
        picture = new MarkedPicture(feed.resolve("marked.png"));
        String words = picture.words();
        List<String> lines = new ArrayList<>();
        lines.add("{\"file\":\"marked.png\",\"id\":\"marked\",\"text\":\"%s\",\"uploader\":\"%s\",\"reports\":[\"%s\"],\"views\":90000,\"view_hours\":1}"
                .formatted(words, words, words));
        for (int n = 0; n < OTHERS; n++) {
            ImageIO.write(plain(n), "png", feed.resolve("plain-" + n + ".png").toFile());
            lines.add("{\"file\":\"plain-%d.png\",\"id\":\"plain-%d\",\"text\":\"nothing of note\"}".formatted(n, n));
        }
        if (Files.exists(feed.resolve("known.png"))) {
            lines.add("{\"file\":\"known.png\",\"id\":\"known\"}");
        }
        Files.write(feed.resolve("queue.jsonl"), lines);
        desk = desk == null ? Desk.open(folder.resolve("profile"), Clock.systemUTC()) : desk;
        desk.intake.admitAll(IntakeSources.open(feed, IntakeSources.Format.AUTO, "test", desk.clock), Progress.NONE);
        return desk.database.inTransaction(tx -> desk.items.showing(tx, picture.hash())).getFirst();
    }

    private static BufferedImage plain(int n) {
        BufferedImage plain = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
        java.awt.Graphics2D g = plain.createGraphics();
        for (int bar = 0; bar < 8; bar++) {
            g.setColor(new java.awt.Color(40 + 25 * bar, 60 + 50 * n, 120));
            g.fillOval(bar * 40, 20 * n + 10 * bar, 60, 90);
        }
        g.dispose();
        return plain;
    }

    private void bank(ContentHash entry) throws IOException {
        Path list = Files.writeString(folder.resolve("list.txt"), "sha256 " + entry.hex() + "\n");
        desk.bankShelf.add("known", list, new BankDefaults(Optional.empty(), "minors_safety", Optional.empty()), Progress.NONE);
        Files.delete(list);
    }

    private void look(UUID item) {
        window.press(KeyCode.SPACE);
        assertThat(picture.on(window.shot())).as("marked pixels while the key is held, so that they would be found")
                .isGreaterThan(MarkedPicture.WIDTH * MarkedPicture.HEIGHT / 4);
        window.release(KeyCode.SPACE);
        window.press(KeyCode.SPACE);
        List.of(KeyCode.U, KeyCode.M, KeyCode.L).forEach(window::type);
        window.release(KeyCode.SPACE);
        window.press(KeyCode.SPACE);
        List.of(KeyCode.G, KeyCode.G).forEach(window::type);
        window.release(KeyCode.SPACE);
        window.press(KeyCode.K);
        window.release(KeyCode.K);
        window.type(KeyCode.T);
        Toolkit.frames(20);
        window.type(KeyCode.ESCAPE);
        String words = new String(picture.wanted("its words"), StandardCharsets.US_ASCII);
        desk.database.transact(tx -> desk.comments.add(tx, item, desk.self.id(), words));
        window.visit(5, _ -> {});
        window.show("queue");
        Toolkit.tell(() -> window.screens().queue().model().find(item));
        Toolkit.frames(20);
        window.show("review");
        Toolkit.frames(5);
        assertThat(window.isOnScreen(item)).isTrue();
    }

    private void noScreenShowsIt() {
        String words = new String(picture.wanted("its words"), StandardCharsets.US_ASCII);
        window.visit(10, screen -> {
            assertThat(picture.on(window.shot())).as("marked pixels on %s", screen.id()).isZero();
            assertThat(window.says(words)).as("its words on %s", screen.id()).isFalse();
        });
    }

    /** The one thing that stays, and where it is looked for. */
    private void theRecordIsTold(UUID item, HandOver.Cause cause) {
        HandOver record = desk.database.inTransaction(tx -> desk.handOvers.of(tx, item)).orElseThrow();
        assertThat(record.picture()).isEqualTo(picture.hash());
        assertThat(record.grounds().cause()).isEqualTo(cause);
        if (cause == HandOver.Cause.PERSON) {
            assertThat(record.grounds().person()).contains(desk.self.id());
            DeskWindow.until(() -> window.says("Withheld. Hand-over record " + record.number() + " waits to be handed over."));
        }
        window.show("queue");
        Toolkit.tell(() -> window.screens().queue().model().find(item));
        DeskWindow.until(() -> window.says("Item " + item.toString().substring(0, 8) + " is withheld. Hand-over record "
                + record.number() + " waits to be handed over."));
        assertThat(picture.on(window.shot())).as("marked pixels beside the record").isZero();
        window.show("review");
    }

    private void noQueryFindsIt(UUID item) throws Exception {
        assertThat(desk.blobs.get(picture.hash())).isEmpty();
        assertThatThrownBy(() -> desk.thumbnails.of(picture.hash())).isInstanceOf(IOException.class);
        desk.database.transact(tx -> {
            assertThat(desk.items.ids(tx)).doesNotContain(item);
            assertThat(desk.items.provenanceJson(tx, item)).isEqualTo("{}");
            assertThat(desk.comments.of(tx, item)).isEmpty();
            assertThat(desk.scores.of(tx, item)).isEmpty();
            assertThat(desk.policies.of(tx, item)).isEmpty();
            assertThat(desk.nearDuplicates.hashOf(tx, picture.hash())).isEmpty();
        });
        for (UUID other : desk.database.inTransaction(desk.items::ids)) {
            assertThat(desk.lookAlikes.of(other, 100).nearest()).noneMatch(found -> found.item().equals(item));
        }
    }

    private void noFileHoldsIt() throws IOException {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        AuditExport.write(desk.database, log);
        Files.write(folder.resolve("audit.ndjson"), log.toByteArray());
        desk.database.transact(tx -> tx.execute("script to '" + folder.resolve("script.sql").toString().replace("'", "''") + "'"));
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(picture.in(file, picture.everything())).as("in %s", folder.relativize(file)).isEmpty();
            }
        }
    }
}
