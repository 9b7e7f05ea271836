package dev.docket.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.classify.ModelFolder;
import dev.docket.classify.TinyModel;
import dev.docket.intake.IntakeSources;
import dev.docket.policy.PolicyPack.Label;
import dev.docket.progress.Progress;
import dev.docket.queue.Lane;
import dev.docket.queue.LeasedTask;
import dev.docket.registry.ModelParts;
import dev.docket.registry.ModelVersion;
import dev.docket.settings.Settings;
import dev.docket.storage.PassphraseCost;
import dev.docket.storage.Profile;
import dev.docket.storage.SealedFile;
import dev.docket.storage.VeiledFile;
import dev.docket.team.ConnectionFile;
import dev.docket.team.ServerAddress;
import dev.docket.verdict.Finding;
import dev.docket.verdict.Shown;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictKind;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.Inflater;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A desk is worked at with words and pixels that are found again wherever they lie; then its folder is searched as whoever stole
 * it would: names, bytes in three encodings, and what is compressed.
 */
class StolenFolderTest {
    private static final char[] PASSPHRASE = "four words of mine".toCharArray();
    private static final int MOST_INFLATED = 1 << 20;

    @TempDir
    private Path folder;
    private final Map<String, byte[]> wanted = new LinkedHashMap<>();

    @Test
    void nothingOfWhatWasWorkedOnIsReadableInTheFolderOfAProfileWithAPassphrase() throws Exception {
        Path feed = feed();
        Path profile = folder.resolve("profile");
        try (Desk desk = open(profile)) {
            desk.ownSettings.write(Settings.DEFAULT.withCare(Settings.DEFAULT.care().withNotMine(Set.of(marker("settings")))));
        }
        assertThat(found(profile)).as("without a passphrase settings are in clear, and would be found").anyMatch(place -> place.contains("settings.json"));

        try (Desk desk = open(profile)) {
            remember("the profile's key", desk.profile.key());
            remember("the profile's key in words", HexFormat.of().formatHex(desk.profile.key()).getBytes(StandardCharsets.US_ASCII));
            desk.profile.keyFile().protect(PASSPHRASE);
            OwnSettings.settle(desk.profile);
            work(desk, feed);
            assertThat(found(profile)).as("while it is open").isEmpty();
        }
        assertThat(found(profile)).isEmpty();
        try (Desk desk = open(profile)) {
            assertThat(desk.settings.care().notMine()).containsExactly(marker("settings"));
        }
        assertThat(found(profile)).as("opened and closed again").isEmpty();
    }

    @Test
    void aTeamsNamePlaceLoginAndPasswordAreNotReadableEither() throws Exception {
        Path profile = folder.resolve("joined");
        try (Profile opened = Profile.open(profile, _ -> new byte[0], new PassphraseCost(8, 1, 1))) {
            new ConnectionFile(marker("team"), new ServerAddress(marker("host") + ".example", 5432, marker("database"), ServerAddress.Tls.VERIFY_FULL, Optional.of(marker("authority"))),
                    marker("login")).write(new VeiledFile(opened, ConnectionFile.NAME));
            new SealedFile(opened.folder().resolve("team.secret"), opened.key(), "team login").write(marker("password").getBytes(StandardCharsets.UTF_8));
            assertThat(found(profile)).hasSize(5).allMatch(place -> place.contains("team.json"));

            opened.keyFile().protect(PASSPHRASE);
            OwnSettings.settle(opened);
        }
        assertThat(found(profile)).isEmpty();
    }

    @Test
    void theSearchFindsWhatIsThere() throws IOException {
        String secret = marker("control");
        Files.writeString(folder.resolve("plain"), "x" + secret);
        Files.write(folder.resolve("wide"), ("xx" + secret).getBytes(StandardCharsets.UTF_16LE));
        Files.write(folder.resolve("wider"), ("xx" + secret).getBytes(StandardCharsets.UTF_16BE));
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        deflated.write(new byte[100]);
        try (var out = new DeflaterOutputStream(deflated)) {
            out.write(("y".repeat(500) + secret).getBytes(StandardCharsets.UTF_8));
        }
        Files.write(folder.resolve("deflated"), deflated.toByteArray());
        try (var out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("zipped")))) {
            out.write(("y".repeat(500) + secret).getBytes(StandardCharsets.UTF_8));
        }
        Files.createFile(folder.resolve("name-" + secret));

        for (String file : List.of("plain", "wide", "wider", "deflated inflated", "zipped inflated", "name-" + secret)) {
            assertThat(found(folder)).anyMatch(place -> place.endsWith(" in " + file));
        }
    }

    private Desk open(Path profile) throws Exception {
        return Desk.open(Profile.open(profile, wrapped -> wrapped.open(PASSPHRASE), new PassphraseCost(8, 1, 1)), Optional.empty(), Clock.systemUTC());
    }

    private Path feed() throws IOException {
        Path feed = Files.createDirectories(folder.resolve("feed"));
        String name = marker("name");
        BufferedImage noise = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
        Random random = new Random();
        for (int x = 0; x < 320; x++) {
            Color colour = new Color(random.nextInt(1 << 24));
            for (int y = 0; y < 240; y++) {
                noise.setRGB(x, y, colour.getRGB());
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(noise, "png", png);
        Files.write(feed.resolve(name + ".png"), png.toByteArray());
        remember("its file", Arrays.copyOfRange(png.toByteArray(), png.size() / 2, png.size() / 2 + 24));
        Files.writeString(feed.resolve("queue.jsonl"), "{\"file\":\"%s.png\",\"id\":\"%s\",\"text\":\"%s\",\"uploader\":\"%s\",\"reports\":[\"%s\"],\"views\":90000,\"view_hours\":1}%n"
                .formatted(name, marker("id"), marker("words"), marker("uploader"), marker("report")));
        return feed;
    }

    private void work(Desk desk, Path feed) throws Exception {
        desk.intake.admitAll(IntakeSources.open(feed, IntakeSources.Format.AUTO, marker("source"), desk.clock), Progress.NONE);
        UUID item = desk.database.inTransaction(desk.items::ids).iterator().next();
        desk.thumbnails.of(desk.database.inTransaction(tx -> desk.items.find(tx, item)).orElseThrow().sha256());
        desk.database.transact(tx -> desk.comments.add(tx, item, desk.self.id(), marker("comment")));
        desk.care.leave(item);
        desk.care.keep();
        Lane lane = desk.database.inTransaction(desk.queue::lanes).stream().filter(each -> each.waiting() > 0).findFirst().orElseThrow();
        LeasedTask task = desk.database.inTransaction(tx -> desk.queue.claim(tx, desk.self.id(), lane.id(), 1)).getFirst();
        desk.outbox.record(verdict(desk, task));
        ModelParts model = model();
        ModelVersion checked = ModelFolder.check(model, desk.clock.instant());
        desk.database.transact(tx -> desk.registry.add(tx, checked, model));
        // what fails is told with its values
        assertThatThrownBy(() -> desk.database.transact(tx -> tx.execute("insert into " + marker("fault") + " values (1)"))).isNotNull();
    }

    private ModelParts model() throws IOException {
        Path given = TinyModel.write(folder.resolve("given"));
        Path config = given.resolve("config.json");
        Files.writeString(config, Files.readString(config).replace("red", marker("label")));
        Files.writeString(given.resolve("docket.json"), "{\"id\":\"" + marker("model") + "\"}");
        return ModelParts.in(given);
    }

    private Verdict verdict(Desk desk, LeasedTask task) {
        var item = desk.database.inTransaction(tx -> desk.items.find(tx, task.itemId())).orElseThrow();
        Label label = desk.policy.pack().labels().getFirst();
        Finding finding = Finding.of(label.id(), label.severity(), label.defaultAction()).withNote(Optional.of(marker("note")));
        return new Verdict(UUID.randomUUID(), task.taskId(), item.id(), task.round(), 0, VerdictKind.DECIDED, desk.self.id(), task.epoch(), Optional.of(finding), Optional.empty(),
                desk.policy.pack().ref(), new Shown(item.sha256(), true, List.of(), List.of(), "0".repeat(64), label.display(), true, List.of(), 1200), desk.clock.instant());
    }

    /** The same for the same thing, in any run of this test another. */
    private final String run = new Random().ints(8, 'a', 'z' + 1).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();

    private String marker(String what) {
        String marker = "mark" + what + run;
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            remember(what + " in " + charset, marker.getBytes(charset));
        }
        return marker;
    }

    private void remember(String what, byte[] bytes) {
        wanted.put(what, bytes);
    }

    /** Which of it stands where. */
    private List<String> found(Path where) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(where)) {
            for (Path file : files.toList()) {
                String name = where.relativize(file).toString();
                search(name, name.getBytes(StandardCharsets.UTF_8), found);
                if (Files.isRegularFile(file)) {
                    byte[] bytes = Files.readAllBytes(file);
                    search(name, bytes, found);
                    searchInflated(name, bytes, found);
                }
            }
        }
        return found;
    }

    private void search(String name, byte[] bytes, List<String> found) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        wanted.forEach((what, marker) -> {
            if (text.contains(new String(marker, StandardCharsets.ISO_8859_1))) {
                found.add(what + " in " + name);
            }
        });
    }

    /** Whatever may begin a zlib stream, or a deflated one behind a header of gzip or zip. */
    private void searchInflated(String name, byte[] bytes, List<String> found) {
        for (int at = 0; at + 10 < bytes.length; at++) {
            boolean zlib = (bytes[at] & 0x0f) == 8 && ((bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff) % 31 == 0;
            boolean gzip = bytes[at] == 0x1f && (bytes[at + 1] & 0xff) == 0x8b && bytes[at + 2] == 8;
            boolean zip = bytes[at] == 'P' && bytes[at + 1] == 'K' && bytes[at + 2] == 3 && bytes[at + 3] == 4 && at + 30 < bytes.length;
            if (zlib || gzip || zip) {
                int start = zlib ? at : gzip ? at + 10 : at + 30 + (bytes[at + 26] & 0xff) + (bytes[at + 28] & 0xff);
                search(name + " inflated", inflated(bytes, start, !zlib), found);
            }
        }
    }

    private static byte[] inflated(byte[] bytes, int start, boolean bare) {
        Inflater inflater = new Inflater(bare);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] piece = new byte[4096];
        try {
            inflater.setInput(bytes, start, Math.max(0, bytes.length - start));
            int read = inflater.inflate(piece);
            while (read > 0 && out.size() < MOST_INFLATED) {
                out.write(piece, 0, read);
                read = inflater.inflate(piece);
            }
        } catch (DataFormatException e) {
            // what came before it counts
        } finally {
            inflater.end();
        }
        return out.toByteArray();
    }
}
