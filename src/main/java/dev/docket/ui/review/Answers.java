package dev.docket.ui.review;

import dev.docket.quality.GoldenAnswer;
import dev.docket.ui.common.Background;
import dev.docket.verdict.Verdict;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Whether what was decided was a golden item, asked once the desk has the verdict: before, nobody knows. JavaFX thread. */
public final class Answers {
    private final Casework casework;
    private final Background records;
    /** Null while there is nothing to be read. */
    private final ReadOnlyObjectWrapper<GoldenAnswer> last = new ReadOnlyObjectWrapper<>(this, "last");

    Answers(Casework casework, Background records) {
        this.casework = casework;
        this.records = records;
    }

    /** A verdict is on record. One that cannot be asked about now stays unasked: it counts as it was given. */
    void stored(Verdict verdict) {
        if (verdict.finding().isPresent()) {
            records.run(() -> casework.answer(verdict.id()), found -> found.ifPresent(last::set), _ -> { });
        }
    }

    void read() {
        last.set(null);
    }

    /** What is to be read; null when there is nothing. */
    ReadOnlyObjectProperty<GoldenAnswer> lastProperty() {
        return last.getReadOnlyProperty();
    }
}
