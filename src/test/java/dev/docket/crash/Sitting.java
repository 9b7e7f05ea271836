package dev.docket.crash;

import dev.docket.audit.AuditLog;
import dev.docket.desk.Joined;
import dev.docket.hash.NearDuplicates;
import dev.docket.item.Items;
import dev.docket.policy.PolicyFile;
import dev.docket.policy.PolicyPack;
import dev.docket.queue.ReviewQueue;
import dev.docket.queue.ShortLeases;
import dev.docket.storage.Database;
import dev.docket.storage.FolderBlobStore;
import dev.docket.storage.ImageKeys;
import dev.docket.storage.Journal;
import dev.docket.storage.Profile;
import dev.docket.team.ConnectionFile;
import dev.docket.team.Member;
import dev.docket.verdict.Outbox;
import dev.docket.verdict.Propagation;
import dev.docket.verdict.PublishHold;
import dev.docket.verdict.Recorder;
import dev.docket.verdict.Session;
import dev.docket.verdict.VerdictDesk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * What a person of the crash run works with: the profile, login, journal, session and queue of {@code desk.Desk}, in its
 * order, without pictures and models.
 */
final class Sitting implements AutoCloseable {
    static final PolicyPack PACK = PolicyFile.shipped();

    final Database database;
    final Member self;
    final ReviewQueue queue;
    final Recorder recorder;
    final Session session;
    private final Profile profile;

    /** @throws dev.docket.storage.StorageException when the database cannot be reached or the journal not be written */
    static Sitting open(Path folder, Duration lease, Clock clock, Wiring wiring) throws IOException {
        Profile profile = Profile.open(folder);
        try {
            Joined joined = Joined.in(profile).orElseThrow();
            ConnectionFile connection = joined.connection();
            char[] password = new String(joined.password().read().orElseThrow(), StandardCharsets.UTF_8).toCharArray();
            Database database = Database.joined(wiring.source(connection.address().source(connection.login(), password), clock), connection.address().text());
            try {
                return new Sitting(profile, database, ShortLeases.of(lease), clock, wiring);
            } catch (IOException | RuntimeException e) {
                database.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            profile.close();
            throw e;
        }
    }

    private Sitting(Profile profile, Database database, ReviewQueue queue, Clock clock, Wiring wiring) throws IOException {
        this.profile = profile;
        this.database = database;
        this.queue = queue;
        self = Joined.self(database);
        Items items = new Items();
        AuditLog audit = new AuditLog(self.id(), "desk", clock);
        FolderBlobStore images = new FolderBlobStore(profile.folder().resolve("images"), Optional.empty(), new ImageKeys(database));
        VerdictDesk desk = new VerdictDesk(database, queue, items, images, PACK, audit, clock);
        Propagation propagation = new Propagation(database, queue, items, new NearDuplicates(), PACK, audit, new PublishHold(Duration.ZERO, clock));
        recorder = wiring.recorder(Journal.open(profile.folder().resolve("journal"), profile.key(), "verdicts"), database, desk);
        database.transact(tx -> queue.releaseAll(tx, self.id()));
        session = new Session(recorder, propagation);
    }

    /** What became of what an earlier sitting had kept. */
    Optional<Outbox.Replayed> replayed() {
        return recorder instanceof Outbox outbox ? Optional.of(outbox.replayed()) : Optional.empty();
    }

    /** As a kill leaves it, in a process that lives on. */
    void abandon() {
        database.close();
        profile.close();
    }

    @Override
    public void close() {
        if (recorder instanceof Outbox outbox) {
            outbox.close();
        }
        database.close();
        profile.close();
    }
}
