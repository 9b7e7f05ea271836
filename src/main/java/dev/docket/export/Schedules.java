package dev.docket.export;

import dev.docket.progress.Progress;
import dev.docket.storage.CanonicalJson;
import dev.docket.storage.DurableFile;
import dev.docket.storage.StorageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/**
 * Named sets that a desk writes by itself, each a folder {@code NAME-N} in a place of its own, whenever something changed since the one
 * before. They belong to this desk, whose disk the places are on, and stand in a file of its profile. Several threads.
 */
public final class Schedules {
    private static final int MOST = 100;
    private static final long MOST_BYTES = 8L << 20;

    /**
     * One that is written by itself.
     *
     * @param order as {@link Order#text}; it has a name
     * @param lastRun when it was last seen to, and {@code lastSaid} what came of it; null before
     */
    public record Schedule(String order, String folder, String lastRun, String lastSaid) {
        /** @throws SelectionException when this version does not understand it any more */
        public Order parsed() throws SelectionException {
            return Order.parse(order);
        }

        private boolean isSame(Schedule other) {
            return order.equals(other.order) && folder.equals(other.folder);
        }
    }

    private record Kept(List<Schedule> schedules) {}

    private final Path file;
    private final ExportDesk exports;
    private final Clock clock;

    /** @param file of the profile; need not exist */
    public Schedules(Path file, ExportDesk exports, Clock clock) {
        this.file = file;
        this.exports = exports;
        this.clock = clock;
    }

    /** All of them, in the order they were made in. @throws UncheckedIOException when the file cannot be read */
    public synchronized List<Schedule> all() {
        try {
            if (!Files.exists(file)) {
                return List.of();
            }
            if (Files.size(file) > MOST_BYTES) {
                throw new IOException(file + " has more bytes than schedules take");
            }
            Kept kept = CanonicalJson.read(Files.readString(file), Kept.class);
            return kept == null || kept.schedules() == null ? List.of() : List.copyOf(kept.schedules());
        } catch (JacksonException e) {
            throw new UncheckedIOException(new IOException(file + " is no file of schedules; move it away and make them anew", e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * From now on the order is written into {@code folder}; one of the same name is replaced.
     *
     * @throws SelectionException when it has no name, names what is not there, or there are too many
     */
    public synchronized void add(Order order, Path folder) throws SelectionException {
        if (order.name().isEmpty()) {
            throw new SelectionException("--name: a set that is written by itself has a name, so that each is told from the one before");
        }
        exports.draft(order.kept());
        List<Schedule> next = without(order.name().get());
        if (next.size() >= MOST) {
            throw new SelectionException("There are " + MOST + " schedules already; stop one first");
        }
        next.add(new Schedule(order.text(), folder.toAbsolutePath().normalize().toString(), null, null));
        keep(next);
    }

    /** No more sets of this name by themselves. @return whether there was one */
    public synchronized boolean stop(String name) throws SelectionException {
        List<Schedule> next = without(name);
        boolean was = next.size() < all().size();
        keep(next);
        return was;
    }

    /**
     * Sees to all of them, one after the other; meanwhile others are added and stopped as ever. A fault of one is told with it and stops no other.
     *
     * @return how many sets were written
     */
    public int run(Progress progress) {
        int written = 0;
        for (Schedule schedule : all()) {
            progress.stopIfCancelled();
            if (all().stream().noneMatch(schedule::isSame)) {
                continue; // stopped or replaced while another was written
            }
            Optional<Path> folder = Optional.empty();
            String said;
            try {
                folder = write(schedule, progress);
                said = folder.map(Path::toString).orElse("nothing changed");
            } catch (SelectionException | TargetFolderException | IOException | StorageException | UncheckedIOException e) {
                said = e.getMessage();
            }
            written += folder.isPresent() ? 1 : 0;
            say(schedule, said);
        }
        return written;
    }

    private synchronized void say(Schedule seen, String said) {
        Schedule now = new Schedule(seen.order(), seen.folder(), Instant.now(clock).toString(), said);
        keep(all().stream().map(each -> each.isSame(seen) ? now : each).toList());
    }

    private Optional<Path> write(Schedule schedule, Progress progress) throws SelectionException, TargetFolderException, IOException {
        Draft draft = exports.draft(schedule.parsed());
        if (draft.set().isEmpty() || draft.lineage().changes().map(Changes::none).orElse(false)) {
            return Optional.empty();
        }
        Version version = draft.lineage().version().orElseThrow();
        return Optional.of(exports.write(draft, Path.of(schedule.folder()).resolve(version.name() + "-" + version.number()), progress).folder());
    }

    private List<Schedule> without(String name) throws SelectionException {
        List<Schedule> others = new ArrayList<>();
        for (Schedule schedule : all()) {
            if (!schedule.parsed().name().equals(Optional.of(name))) {
                others.add(schedule);
            }
        }
        return others;
    }

    private void keep(List<Schedule> schedules) {
        try {
            DurableFile.write(file, CanonicalJson.bytes(new Kept(schedules)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
