package dev.docket.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.audit.AuditExport;
import dev.docket.desk.Desk;
import dev.docket.hash.PerceptualHash;
import dev.docket.intake.IntakeSources;
import dev.docket.item.HandOver;
import dev.docket.item.ImageItem;
import dev.docket.progress.Progress;
import dev.docket.storage.ContentHash;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Job;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.Theme;
import dev.docket.ui.common.Views;
import dev.docket.ui.keys.KeyMap;
import dev.docket.ui.review.ReviewViewModel;
import dev.docket.ui.review.Situation;
import dev.docket.ui.shell.Screen;
import dev.docket.ui.shell.ShellController;
import dev.docket.settings.Settings;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A marked picture with marked words is taken in, shown, looked at, searched for and commented on; then it is quarantined.
 * Nothing of it is found afterwards: on no screen, in no query, in no file, and not in memory. What is looked for is kept
 * here turned inside out, so that the search does not find itself.
 */
class CanaryTest {
    private static final int WIDTH = 240;
    private static final int HEIGHT = 180;

    @TempDir
    private Path folder;

    private final Background records = Background.ofWindow("records", 1);
    private final Background work = Background.ofWindow("work", 2);
    private final Map<String, byte[]> turned = new LinkedHashMap<>();
    private final int[] turnedColours = new int[WIDTH];
    private Desk desk;
    private ReviewViewModel model;
    private Screens screens;
    private ShellController shell;
    private Stage stage;
    private ContentHash picture;
    private UUID item;

    @BeforeEach
    void takeItIn() throws Exception {
        Toolkit.start();
        write(Files.createDirectories(folder.resolve("feed")));
        desk = Desk.open(folder.resolve("profile"), Clock.systemUTC());
        desk.intake.admitAll(IntakeSources.open(folder.resolve("feed"), IntakeSources.Format.AUTO, "test", desk.clock), Progress.NONE);
        item = desk.database.inTransaction(desk.items::ids).stream()
                .filter(id -> desk.database.inTransaction(tx -> desk.items.find(tx, id)).map(i -> i.sha256().equals(picture)).orElse(false)).findFirst().orElseThrow();
        PerceptualHash pdq = desk.database.inTransaction(tx -> desk.nearDuplicates.hashOf(tx, picture)).orElseThrow();
        remember("its PDQ in words", pdq.hex().getBytes(StandardCharsets.US_ASCII));
        Toolkit.tell(() -> {
            Overlays overlays = new Overlays();
            Job job = new Job(work);
            shell = new ShellController(overlays, new Theme(Settings.Theme.DARK), job);
            Parent root = new Views().load("shell", shell);
            screens = Screens.of(desk, records, work, overlays, job, new SimpleObjectProperty<>(new KeyMap(desk.policy.pack())));
            model = screens.review().model();
            Scene scene = new Scene(root, 1280, 800);
            Theme.dress(scene, Screens.STYLES);
            stage = new Stage();
            stage.setScene(scene);
            stage.show();
            stage.requestFocus();
            shell.open(screens.all(), desk.self.pseudonym());
        });
        until(() -> model.canDecide());
    }

    @AfterEach
    void closeTheDesk() {
        if (stage != null) {
            Toolkit.tell(() -> {
                screens.close();
                stage.close();
            });
        }
        records.close();
        work.close();
        if (desk != null) {
            desk.close();
        }
        stage = null;
        screens = null;
        shell = null;
        model = null;
        desk = null;
    }

    /** Its colours change from pixel to pixel, each row the same, so that any part of a row names it; others are plain. */
    private void write(Path feed) throws IOException {
        Random random = new Random();
        String words = "canary" + random.ints(24, 'a', 'z' + 1).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        BufferedImage marked = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        ByteBuffer row = ByteBuffer.allocate(4 * WIDTH);
        for (int x = 0; x < WIDTH; x++) {
            int colour = 0xFF000000 | random.nextInt(1 << 24);
            turnedColours[x] = ~colour;
            row.putInt(colour);
            for (int y = 0; y < HEIGHT; y++) {
                marked.setRGB(x, y, colour);
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(marked, "png", png);
        Files.write(feed.resolve("marked.png"), png.toByteArray());
        picture = ContentHash.of(png.toByteArray());
        remember("its file", slice(png.toByteArray(), png.size() / 2, 24));
        remember("its pixels", slice(row.array(), 400, 32));
        remember("its pixels, bytes turned", swapped(slice(row.array(), 400, 32)));
        remember("its words", words.getBytes(StandardCharsets.US_ASCII));
        remember("its words, wide", words.getBytes(StandardCharsets.UTF_16LE));
        List<String> lines = new ArrayList<>();
        lines.add("{\"file\":\"marked.png\",\"id\":\"marked\",\"text\":\"%s\",\"uploader\":\"%s\",\"reports\":[\"%s\"],\"views\":90000,\"view_hours\":1}"
                .formatted(words, words, words));
        for (int n = 0; n < 3; n++) {
            BufferedImage plain = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
            java.awt.Graphics2D g = plain.createGraphics();
            for (int bar = 0; bar < 8; bar++) {
                g.setColor(new java.awt.Color(40 + 25 * bar, 60 + 50 * n, 120));
                g.fillOval(bar * 40, 20 * n + 10 * bar, 60, 90);
            }
            g.dispose();
            ImageIO.write(plain, "png", feed.resolve("plain-" + n + ".png").toFile());
            lines.add("{\"file\":\"plain-%d.png\",\"id\":\"plain-%d\",\"text\":\"nothing of note\"}".formatted(n, n));
        }
        Files.write(feed.resolve("queue.jsonl"), lines);
    }

    @Test
    void nothingOfAQuarantinedPictureIsLeftAnywhere() throws Exception {
        bringOnScreen();
        look();
        Files.delete(folder.resolve("feed/marked.png"));
        Files.delete(folder.resolve("feed/queue.jsonl"));

        type(KeyCode.Q);

        assertThat(onScreen()).as("marked pixels in the first frame after the key").isZero();
        until(() -> desk.database.inTransaction(tx -> desk.items.find(tx, item)).isEmpty() && !model.tray().isBusy());
        until(() -> !Toolkit.ask(() -> model.situationProperty().get()).equals(Situation.WITHHELD));
        noScreenShowsIt();
        noQueryFindsIt();
        noFileHoldsIt(folder);
        memoryHoldsNothingOf(List.of("its file", "its pixels", "its pixels, bytes turned"));
        closeTheDesk();
        memoryHoldsNothingOf(turned.keySet());
    }

    private void bringOnScreen() {
        for (int n = 0; n < 6 && !isOnScreen(); n++) {
            type(KeyCode.S);
            type(KeyCode.DIGIT1);
            until(() -> Toolkit.ask(() -> model.canDecide()));
        }
        assertThat(isOnScreen()).isTrue();
    }

    private boolean isOnScreen() {
        return Toolkit.ask(() -> model.currentProperty().get() != null && model.currentProperty().get().item().id().equals(item));
    }

    private void look() {
        press(KeyCode.SPACE);
        assertThat(onScreen()).as("marked pixels while the key is held, so that they would be found").isGreaterThan(WIDTH * HEIGHT / 4);
        release(KeyCode.SPACE);
        press(KeyCode.SPACE);
        type(KeyCode.U);
        type(KeyCode.M);
        type(KeyCode.L);
        release(KeyCode.SPACE);
        press(KeyCode.SPACE);
        type(KeyCode.G);
        type(KeyCode.G);
        release(KeyCode.SPACE);
        press(KeyCode.K);
        release(KeyCode.K);
        type(KeyCode.T);
        Toolkit.frames(20);
        type(KeyCode.ESCAPE);
        String words = new String(wanted("its words"), StandardCharsets.US_ASCII);
        desk.database.transact(tx -> desk.comments.add(tx, item, desk.self.id(), words));
        for (Screen screen : Toolkit.ask(() -> screens.all())) {
            Toolkit.tell(() -> shell.show(screen.id()));
            Toolkit.frames(5);
        }
        Toolkit.tell(() -> {
            shell.show("queue");
            screens.queue().model().find(item);
        });
        Toolkit.frames(20);
        Toolkit.tell(() -> shell.show("review"));
        Toolkit.frames(5);
        assertThat(isOnScreen()).isTrue();
    }

    private void noScreenShowsIt() {
        String words = new String(wanted("its words"), StandardCharsets.US_ASCII);
        for (Screen screen : Toolkit.ask(() -> screens.all())) {
            Toolkit.tell(() -> shell.show(screen.id()));
            Toolkit.frames(20);
            assertThat(onScreen()).as("marked pixels on %s", screen.id()).isZero();
            assertThat(Toolkit.ask(() -> texts(stage.getScene().getRoot()).anyMatch(text -> text.contains(words)))).as("its words on %s", screen.id()).isFalse();
        }
        Toolkit.tell(() -> shell.show("review"));
        Toolkit.frames(5);
    }

    private static Stream<String> texts(Node node) {
        Stream<String> own = switch (node) {
            case Labeled labeled -> Stream.ofNullable(labeled.getText());
            case TextInputControl field -> Stream.ofNullable(field.getText());
            case Text text -> Stream.ofNullable(text.getText());
            default -> Stream.empty();
        };
        Stream<String> told = Stream.concat(own, Stream.ofNullable(node.getAccessibleText()));
        return node instanceof Parent parent ? Stream.concat(told, parent.getChildrenUnmodifiable().stream().flatMap(CanaryTest::texts)) : told;
    }

    private void noQueryFindsIt() throws Exception {
        assertThat(desk.blobs.get(picture)).isEmpty();
        theRecordIsTold();
        assertThatThrownBy(() -> desk.thumbnails.of(picture)).isInstanceOf(IOException.class);
        desk.database.transact(tx -> {
            assertThat(desk.items.ids(tx)).doesNotContain(item);
            assertThat(desk.items.provenanceJson(tx, item)).isEqualTo("{}");
            assertThat(desk.comments.of(tx, item)).isEmpty();
            assertThat(desk.scores.of(tx, item)).isEmpty();
            assertThat(desk.policies.of(tx, item)).isEmpty();
            assertThat(desk.nearDuplicates.hashOf(tx, picture)).isEmpty();
        });
        for (UUID other : desk.database.inTransaction(desk.items::ids)) {
            assertThat(desk.lookAlikes.of(other, 100).nearest()).noneMatch(found -> found.item().equals(item));
        }
    }

    /** The one thing that stays, and where it is looked for. */
    private void theRecordIsTold() throws Exception {
        HandOver record = desk.database.inTransaction(tx -> desk.handOvers.of(tx, item)).orElseThrow();
        assertThat(record.picture()).isEqualTo(picture);
        assertThat(record.grounds().person()).contains(desk.self.id());
        until(() -> Toolkit.ask(() -> texts(stage.getScene().getRoot()).anyMatch(
                ("Withheld. Hand-over record " + record.number() + " waits to be handed over.")::equals)));
        Toolkit.tell(() -> {
            shell.show("queue");
            screens.queue().model().find(item);
        });
        String told = "Item " + item.toString().substring(0, 8) + " is withheld. Hand-over record " + record.number() + " waits to be handed over.";
        until(() -> Toolkit.ask(() -> texts(stage.getScene().getRoot()).anyMatch(told::equals)));
        assertThat(onScreen()).as("marked pixels beside the record").isZero();
        Toolkit.tell(() -> shell.show("review"));
    }

    private void noFileHoldsIt(Path under) throws IOException {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        AuditExport.write(desk.database, log);
        Files.write(folder.resolve("audit.ndjson"), log.toByteArray());
        desk.database.transact(tx -> tx.execute("script to '" + folder.resolve("script.sql").toString().replace("'", "''") + "'"));
        try (Stream<Path> files = Files.walk(under)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                for (String what : turned.keySet()) {
                    assertThat(HeapSearch.places(file, wanted(what))).as("%s in %s", what, under.relativize(file)).isEmpty();
                }
            }
        }
    }

    /** While the database is open it has its last changes in memory, until others follow: words are looked for when it is closed. */
    private void memoryHoldsNothingOf(Collection<String> kinds) throws Exception {
        Path dump = HeapSearch.dump(folder);
        List<String> found = new ArrayList<>();
        for (String what : kinds) {
            List<String> places = HeapSearch.places(dump, wanted(what));
            places.stream().findFirst().ifPresent(place -> found.add(what + " in " + places.size() + " places, first at " + place));
        }
        if (!found.isEmpty() && Boolean.getBoolean("docket.keep.dump")) {
            Files.copy(dump, Path.of("target", "heap.hprof"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        Files.delete(dump);
        assertThat(found).as("in memory").isEmpty();
    }

    private long onScreen() {
        BufferedImage shot = Toolkit.shot(stage.getScene());
        long marked = 0;
        for (int y = 0; y < shot.getHeight(); y++) {
            for (int x = 0; x + 1 < shot.getWidth(); x++) {
                marked += isMarked(shot.getRGB(x, y), shot.getRGB(x + 1, y)) ? 1 : 0;
            }
        }
        return marked;
    }

    /** Two neighbours of a row beside each other, which chance does not bring about. */
    private boolean isMarked(int left, int right) {
        for (int x = 0; x + 1 < WIDTH; x++) {
            if (~turnedColours[x] == (left | 0xFF000000) && ~turnedColours[x + 1] == (right | 0xFF000000)) {
                return true;
            }
        }
        return false;
    }

    private void remember(String what, byte[] bytes) {
        byte[] inside = bytes.clone();
        for (int at = 0; at < inside.length; at++) {
            inside[at] = (byte) ~inside[at];
        }
        turned.put(what, inside);
    }

    private byte[] wanted(String what) {
        byte[] bytes = turned.get(what).clone();
        for (int at = 0; at < bytes.length; at++) {
            bytes[at] = (byte) ~bytes[at];
        }
        return bytes;
    }

    private static byte[] slice(byte[] of, int from, int length) {
        return java.util.Arrays.copyOfRange(of, from, from + length);
    }

    private static byte[] swapped(byte[] ints) {
        ByteBuffer out = ByteBuffer.allocate(ints.length).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer in = ByteBuffer.wrap(ints);
        while (in.hasRemaining()) {
            out.putInt(in.getInt());
        }
        return out.array();
    }

    private static void until(BooleanSupplier done) {
        long end = System.nanoTime() + 30_000_000_000L;
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            Toolkit.frames(3);
        }
    }

    private static void press(KeyCode key) {
        Toolkit.tell(() -> new Robot().keyPress(key));
        Toolkit.frames(3);
    }

    private static void release(KeyCode key) {
        Toolkit.tell(() -> new Robot().keyRelease(key));
        Toolkit.frames(3);
    }

    private static void type(KeyCode key) {
        press(key);
        release(key);
    }
}
