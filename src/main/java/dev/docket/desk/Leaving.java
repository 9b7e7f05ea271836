package dev.docket.desk;

import dev.docket.policy.PolicyFormatException;
import dev.docket.queue.ReviewQueue;
import dev.docket.storage.Database;
import dev.docket.storage.Journal;
import dev.docket.storage.Profile;
import dev.docket.storage.StorageException;
import dev.docket.team.ConnectionFile;
import dev.docket.team.Member;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A profile leaves its team: how one logs in there and what was kept of its images goes; no verdict that waits does. */
public final class Leaving {
    /** The connection file goes last: what is cut off can be done again. */
    private static final List<String> GOING = List.of("kept", "thumbnails", TeamImages.SECRET, Joined.SECRET, Joined.CHECKPOINT, Joined.JOURNAL, ConnectionFile.NAME, ConnectionFile.NAME + ".sealed");

    private static final Logger LOG = LoggerFactory.getLogger(Leaving.class);

    private Leaving() {}

    /**
     * @param opening opens the profile, more than once
     * @return what the team calls itself; empty when the profile had joined none
     * @throws StorageException when verdicts wait here that the team's database did not take
     */
    public static Optional<String> leave(Supplier<Profile> opening, Clock clock) throws IOException, PolicyFormatException {
        Optional<Joined> joined;
        boolean waiting;
        try (Profile profile = opening.get()) {
            joined = Joined.in(profile);
            waiting = joined.isPresent() && isWaiting(profile);
        }
        if (joined.isEmpty()) {
            return Optional.empty();
        }
        if (waiting) {
            send(opening, clock);
        }
        try (Profile profile = opening.get()) {
            if (isWaiting(profile)) {
                throw new StorageException("Verdicts of yours wait on this machine, and the team's database does not take them. Start Docket, which says why, and ask a lead. Nothing was deleted.");
            }
            giveBack(joined.get());
            GOING.forEach(name -> delete(profile.folder().resolve(name)));
        }
        return Optional.of(joined.get().connection().team());
    }

    private static boolean isWaiting(Profile profile) throws IOException {
        Path file = profile.folder().resolve(Joined.JOURNAL);
        if (!Files.exists(file)) {
            return false;
        }
        try (Journal journal = Journal.open(file, profile.key(), "verdicts")) {
            return !journal.found().isEmpty();
        }
    }

    /** Opening a desk sends what waits. */
    private static void send(Supplier<Profile> opening, Clock clock) throws IOException, PolicyFormatException {
        try (Desk desk = Desk.open(opening.get(), Optional.empty(), clock)) {
            desk.session.send();
        } catch (StorageException e) {
            throw new StorageException("Verdicts of yours wait on this machine and cannot be sent: " + e.getMessage() + " Leave once they were sent; nothing was deleted.", e);
        }
    }

    /** What one still holds; without the database it lapses by itself. */
    private static void giveBack(Joined joined) throws IOException {
        try (Database database = joined.open()) {
            Member self = Joined.self(database);
            if (self.role().hasDesk()) {
                database.transact(tx -> new ReviewQueue().releaseAll(tx, self.id()));
            }
        } catch (StorageException e) {
            LOG.debug("Leases lapse by themselves", e);
        }
    }

    private static void delete(Path place) {
        try (Stream<Path> inside = Files.exists(place) ? Files.walk(place) : Stream.empty()) {
            for (Path each : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new StorageException(place + " could not be deleted: " + e.getMessage() + ". Permit it and leave again.", e);
        }
    }
}
