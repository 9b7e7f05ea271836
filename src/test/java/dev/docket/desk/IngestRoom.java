package dev.docket.desk;

import dev.docket.policy.Policies;
import dev.docket.policy.PolicyFile;
import dev.docket.policy.PolicyFormatException;
import dev.docket.queue.ReviewQueue;
import dev.docket.storage.CutCable;
import dev.docket.storage.Postgres;
import dev.docket.storage.Profile;
import dev.docket.team.ConnectionFile;
import dev.docket.team.Member;
import dev.docket.team.Role;
import dev.docket.team.TeamSettings;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;

/** Where a test brings items in: a desk of one's own, or a team's with the login of an intake at the end of a cable that can be cut. */
public final class IngestRoom implements AutoCloseable {
    private final Path folder;
    private final List<Desk> desks = new ArrayList<>();
    public final Optional<Postgres.Shared> shared;
    public final CutCable cable;

    private IngestRoom(Path folder, Optional<Postgres.Shared> shared, CutCable cable) {
        this.folder = folder;
        this.shared = shared;
        this.cable = cable;
    }

    /** An embedded database; its cable cannot be cut. */
    public static IngestRoom onH2(Path folder) {
        return new IngestRoom(folder, Optional.empty(), null);
    }

    public static IngestRoom onPostgres(Path folder) throws IOException {
        Postgres.Shared shared = Postgres.shared();
        Path images = Files.createDirectories(folder.resolve("images"));
        shared.owner.transact(tx -> {
            new Policies().keep(tx, PolicyFile.shipped());
            new ReviewQueue().openLanes(tx, PolicyFile.shipped());
            new TeamSettings().put(tx, TeamSettings.POLICY, PolicyFile.shipped().ref().sha256().hex());
            new TeamSettings().put(tx, TeamSettings.IMAGES, images.toString());
        });
        return new IngestRoom(folder, Optional.of(shared), shared.cable());
    }

    /** One more desk that brings items in; on an embedded database there is only one. */
    public Desk desk() throws IOException, PolicyFormatException {
        if (shared.isEmpty() && !desks.isEmpty()) {
            return desks.getFirst();
        }
        Path profile = folder.resolve("profile-" + desks.size());
        Desk desk = shared.isEmpty() ? Desk.open(profile, Clock.systemUTC()) : Desk.open(Profile.open(profile), Optional.of(login()), Clock.systemUTC());
        desks.add(desk);
        return desk;
    }

    private Joined login() {
        Postgres.Shared team = shared.orElseThrow();
        Member ingest = team.add("I-0" + (desks.size() + 1), Role.INGEST);
        ConnectionFile connection = team.connection(ingest, cable);
        return Joined.as(connection.login(), team.password(ingest), connection.address());
    }

    /** So many pictures in a folder, no two alike, {@code 0.png} and on. */
    public static Path pictures(Path folder, int count) throws IOException {
        Files.createDirectories(folder);
        for (int i = 0; i < count; i++) {
            Files.write(folder.resolve(i + ".png"), picture(folder.hashCode() * 31 + i));
        }
        return folder;
    }

    /** A small PNG that this number alone has. */
    public static byte[] picture(int number) throws IOException {
        BufferedImage picture = new BufferedImage(16, 12, BufferedImage.TYPE_INT_RGB);
        for (int bit = 0; bit < Integer.SIZE; bit++) {
            picture.setRGB(bit % 16, bit / 16 * 5 + 1, (number >>> bit & 1) == 1 ? 0xffffff : 0x202020);
        }
        java.io.ByteArrayOutputStream png = new java.io.ByteArrayOutputStream();
        ImageIO.write(picture, "png", png);
        return png.toByteArray();
    }

    /** How many items came from there. */
    public static int items(Desk desk, String source) {
        return desk.database.inTransaction(tx -> tx.createQuery("select count(*) from item where source = :source").bind("source", source).mapTo(Integer.class).one());
    }

    /** How many tasks were filed for them. */
    public static int tasks(Desk desk, String source) {
        return desk.database.inTransaction(tx -> tx.createQuery("select count(*) from review_task t join item i on i.item_id = t.item_id where i.source = :source")
                .bind("source", source).mapTo(Integer.class).one());
    }

    @Override
    public void close() throws IOException {
        desks.forEach(Desk::close);
        if (cable != null) {
            cable.close();
        }
        shared.ifPresent(Postgres.Shared::close);
    }
}
