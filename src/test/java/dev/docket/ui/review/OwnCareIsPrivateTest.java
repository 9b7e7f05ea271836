package dev.docket.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.care.Limit;
import dev.docket.decode.DecodedImage;
import dev.docket.desk.Desk;
import dev.docket.intake.IntakeSources;
import dev.docket.policy.Severity;
import dev.docket.progress.Progress;
import dev.docket.settings.Breaks;
import dev.docket.settings.Care;
import dev.docket.settings.Covering;
import dev.docket.settings.Limits;
import dev.docket.settings.OwnLanes;
import dev.docket.ui.common.Background;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A reviewer looks, reaches limits, leaves an item for their own sake, rests and changes what they want to see. Whatever leads,
 * auditors and exports read comes out of the database; it is the same afterwards, row for row.
 */
class OwnCareIsPrivateTest {
    /** Who holds a task now; it is empty again once they let go, as it would be whatever made them. */
    private static final Set<String> LEASE = Set.of("STATE", "LEASE_OWNER", "LEASE_UNTIL", "LEASE_EPOCH");

    @TempDir
    private Path folder;
    private final Background now = new Background(Runnable::run, Runnable::run);
    private Desk desk;

    @BeforeEach
    void openTheDesk() throws Exception {
        Path pictures = Files.createDirectories(folder.resolve("pictures"));
        for (int n = 0; n < 6; n++) {
            write(PaintedPictures.street(n, 160, 120), pictures.resolve("street-" + n + ".png"));
        }
        desk = Desk.open(folder.resolve("profile"), Clock.systemUTC());
        desk.intake.admitAll(IntakeSources.open(pictures, IntakeSources.Format.AUTO, "test", desk.clock), Progress.NONE);
    }

    @AfterEach
    void closeTheDesk() {
        desk.close();
    }

    @Test
    void noneOfItIsInTheDatabaseWhichIsAllThatOthersRead() throws IOException {
        ReviewViewModel model = new ReviewViewModel(new DeskCasework(desk), PaintedCasework.workers(now), desk.clock, 2);
        model.tick();
        Map<String, String> before = rows();
        Set<String> files = files();

        model.heed(new Care(Covering.DEFAULT.withFrom(Covering.From.S1).withGrey(true), Limits.NONE.withCriticalLooks(3),
                new Breaks(Duration.ofMinutes(1), 1), true, Set.of("self_harm")));
        model.draw(new OwnLanes(List.of(), Set.of("spam")), 2);
        for (int look = 0; look < 3; look++) {
            model.peek(true);
            desk.care.glanced(Severity.S4, desk.clock.instant());
            model.peek(false);
        }
        assertThat(desk.care.pause().orElseThrow().reached()).isEqualTo(Limit.CRITICAL_LOOKS);
        model.painted();
        model.skip("wellbeing_skip");
        assertThat(desk.care.avoidance().items()).hasSize(1);
        model.takeBreak();
        model.goOn();
        model.giveBack();
        model.close();

        assertThat(rows()).isEqualTo(before);
        assertThat(files()).as("their own sealed file").isEqualTo(Stream.concat(files.stream(), Stream.of("care")).collect(java.util.stream.Collectors.toSet()));
        assertThat(Files.readString(folder.resolve("profile/care"), StandardCharsets.ISO_8859_1)).doesNotContain("CRITICAL").doesNotContain("wellbeing");
    }

    /** Every row of every table, its lease aside. */
    private Map<String, String> rows() {
        return desk.database.inTransaction(tx -> {
            Map<String, String> all = new TreeMap<>();
            for (String table : tables(tx)) {
                List<String> rows = tx.createQuery("select * from \"" + table + "\"").mapToMap().stream()
                        .map(row -> {
                            Map<String, String> kept = new TreeMap<>();
                            row.forEach((column, value) -> {
                                if (!LEASE.contains(column.toUpperCase(java.util.Locale.ROOT))) {
                                    kept.put(column, value instanceof byte[] bytes ? java.util.Arrays.toString(bytes) : String.valueOf(value));
                                }
                            });
                            return kept.toString();
                        }).sorted().toList();
                all.put(table, String.join("\n", rows));
            }
            return all;
        });
    }

    private static List<String> tables(Handle tx) {
        List<String> tables = tx.createQuery("select table_name from information_schema.tables where lower(table_schema) = 'public' and table_type = 'BASE TABLE'")
                .mapTo(String.class).list();
        assertThat(tables).extracting(name -> name.toLowerCase(java.util.Locale.ROOT)).contains("review_task", "audit_entry");
        return tables;
    }

    /** Of the profile, its database, its pictures and their small ones aside. */
    private Set<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("profile"))) {
            return files.map(file -> file.getFileName().toString()).filter(name -> !name.startsWith("database")).collect(java.util.stream.Collectors.toSet());
        }
    }

    private static void write(DecodedImage image, Path file) throws IOException {
        BufferedImage picture = new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, image.width(), image.height(), image.argb(), 0, image.width());
        ImageIO.write(picture, "png", file.toFile());
    }
}
