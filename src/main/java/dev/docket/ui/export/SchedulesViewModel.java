package dev.docket.ui.export;

import dev.docket.export.Order;
import dev.docket.export.Schedules;
import dev.docket.export.Schedules.Schedule;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Text;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The sets that this desk writes by itself. JavaFX thread. */
public final class SchedulesViewModel {
    private final Schedules schedules;
    private final Background background;
    private final ReadOnlyObjectWrapper<List<Schedule>> all = new ReadOnlyObjectWrapper<>(this, "all", List.of());
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper(this, "words", "");

    public SchedulesViewModel(Schedules schedules, Background background) {
        this.schedules = schedules;
        this.background = background;
    }

    /** As when the screen comes to the front. */
    public void refresh() {
        after(() -> null, "");
    }

    /** From now on what the order makes is written into {@code folder}. */
    void add(Order order, Path folder) {
        after(() -> {
            schedules.add(order, folder);
            return null;
        }, Text.of("export.schedule.added", order.name().orElse(""), folder.toString()));
    }

    void stop(String name) {
        after(() -> schedules.stop(name), Text.of("export.schedule.stopped", name));
    }

    private void after(Callable<?> step, String said) {
        background.run(() -> {
            step.call();
            return schedules.all();
        }, now -> {
            all.set(now);
            words.set(said);
        }, reason -> words.set(Text.of("export.schedule.failed", ExportViewModel.message(reason))));
    }

    ReadOnlyObjectProperty<List<Schedule>> allProperty() {
        return all.getReadOnlyProperty();
    }

    /** What became of the last step; empty text for nothing. */
    ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }
}
