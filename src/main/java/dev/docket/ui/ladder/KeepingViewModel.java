package dev.docket.ui.ladder;

import dev.docket.ui.common.Background;
import dev.docket.ui.common.Text;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Keeping one item, or erasing it. JavaFX thread. */
public final class KeepingViewModel {
    private final KeepingDesk desk;
    private final Background background;
    private final UUID item;
    private final Consumer<UUID> erased;
    /** Null until the first answer. */
    private final ReadOnlyObjectWrapper<KeepingDesk.Standing> standing = new ReadOnlyObjectWrapper<>(this, "standing");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper(this, "notice", "");

    /** @param erased told once it is gone */
    public KeepingViewModel(KeepingDesk desk, Background background, UUID item, Consumer<UUID> erased) {
        this.desk = desk;
        this.background = background;
        this.item = item;
        this.erased = erased;
        read();
    }

    public void place(String reference) {
        did(() -> desk.place(item, reference), Text.of("keep.placed", reference), Text.of("keep.placed.before", reference));
    }

    public void lift(String reference) {
        did(() -> desk.lift(item, reference), Text.of("keep.lifted", reference), Text.of("keep.lifted.before", reference));
    }

    public void erase(String reason, String basis) {
        background.run(() -> desk.erase(item, reason, basis), gone -> {
            if (gone) {
                erased.accept(item);
            } else {
                notice.set(Text.of("keep.erase.not"));
                read();
            }
        }, this::failed);
    }

    private void did(Supplier<Boolean> step, String done, String not) {
        background.run(step::get, yes -> {
            notice.set(yes ? done : not);
            read();
        }, this::failed);
    }

    private void read() {
        background.run(() -> desk.standing(item), standing::set, this::failed);
    }

    private void failed(Exception reason) {
        notice.set(reason.getMessage() == null ? reason.toString() : reason.getMessage());
    }

    public ReadOnlyObjectProperty<KeepingDesk.Standing> standingProperty() {
        return standing.getReadOnlyProperty();
    }

    /** A sentence on what was done or could not be; empty text when there is nothing to say. */
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }
}
