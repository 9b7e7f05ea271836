package dev.docket.ui.audit;

import dev.docket.audit.AuditFilter;
import dev.docket.audit.AuditPage;
import dev.docket.audit.AuditPage.Place;
import dev.docket.audit.LoggedEntry;
import dev.docket.audit.Sealing;
import dev.docket.ui.common.Background;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The list of the log, read page by page. An answer to what is no longer asked comes too late. JavaFX thread. */
public final class LogListing {
    static final int PAGE = 100;

    private final LogBook book;
    private final Background background;
    private final Consumer<Exception> failed;
    private final ObservableList<LogRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<AuditFilter> filter = new ReadOnlyObjectWrapper<>(this, "filter", AuditFilter.ALL);
    private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper(this, "reading");
    private final ReadOnlyObjectWrapper<Optional<Place>> next = new ReadOnlyObjectWrapper<>(this, "next", Optional.empty());
    private boolean withCheckpoints = true;
    private long asked;

    /** What one question brought. */
    private record Part(AuditPage page, List<Sealing> checkpoints) {}

    LogListing(LogBook book, Background background, Consumer<Exception> failed) {
        this.book = book;
        this.background = background;
        this.failed = failed;
    }

    /** From the newest, as the filter stands. */
    void read() {
        asked++;
        rows.clear();
        next.set(Optional.empty());
        read(Optional.empty(), PAGE);
    }

    /** The page after what is there; nothing while one is being read, or when there is none. */
    public void more() {
        if (!reading.get() && next.get().isPresent()) {
            read(next.get(), PAGE);
        }
    }

    public void narrow(AuditFilter wanted) {
        if (!wanted.equals(filter.get())) {
            filter.set(wanted);
            read();
        }
    }

    public void checkpoints(boolean shown) {
        if (shown != withCheckpoints) {
            withCheckpoints = shown;
            read();
        }
    }

    /** @param wanted how many are still to come */
    private void read(Optional<Place> after, int wanted) {
        long question = asked;
        AuditFilter by = filter.get();
        boolean all = withCheckpoints && by.words().isEmpty() && by.kind().isEmpty() && by.person().isEmpty();
        reading.set(true);
        background.run(() -> {
            AuditPage page = book.page(by, after, wanted);
            Instant from = page.next().map(Place::at).or(by::from).orElse(Instant.EPOCH);
            return new Part(page, all ? book.checkpoints(from, after.map(Place::at).or(by::until)) : List.of());
        }, part -> {
            if (question == asked) {
                take(part, wanted);
            }
        }, reason -> {
            if (question == asked) {
                reading.set(false);
                failed.accept(reason);
            }
        });
    }

    private void take(Part part, int wanted) {
        List<LogRow> more = new ArrayList<>();
        part.checkpoints().forEach(sealing -> more.add(new LogRow.Checkpoint(sealing)));
        part.page().entries().forEach(logged -> more.add(new LogRow.Entry(logged)));
        // sorting keeps the order of equals: a checkpoint stands before what it covers
        more.sort(Comparator.comparing(LogRow::at).reversed());
        rows.addAll(more);
        next.set(part.page().next());
        int left = wanted - part.page().entries().size();
        if (left > 0 && part.page().next().isPresent()) {
            read(part.page().next(), left);
        } else {
            reading.set(false);
        }
    }

    public ObservableList<LogRow> rows() {
        return rows;
    }

    /** The entries among the rows. */
    List<LoggedEntry> entries() {
        return rows.stream().filter(LogRow.Entry.class::isInstance).map(row -> ((LogRow.Entry) row).logged()).toList();
    }

    public ReadOnlyObjectProperty<AuditFilter> filterProperty() {
        return filter.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /** How far it was read; empty: to the end. */
    public ReadOnlyObjectProperty<Optional<Place>> nextProperty() {
        return next.getReadOnlyProperty();
    }
}
