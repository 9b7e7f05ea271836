package dev.docket.ui.welcome;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** How far somebody has come in the practice. JavaFX thread; no nodes. */
final class Course {

    /**
     * Where it stands.
     *
     * @param done the step that the person has just done; null after a skip or a step back
     * @param slipped whether something else was done than this step asks for
     */
    record Standing(Lesson lesson, Lesson done, boolean slipped) {}

    private final List<Lesson> lessons;
    private final ReadOnlyObjectWrapper<Standing> standing;

    Course(List<Lesson> lessons) {
        this.lessons = List.copyOf(lessons);
        standing = new ReadOnlyObjectWrapper<>(this, "standing", new Standing(lessons.getFirst(), null, false));
    }

    /** The person did this; whether the step asked for it shows in the standing. */
    void did(Deed deed) {
        Lesson now = lesson();
        if (now.deed().isEmpty()) {
            return;
        }
        if (now.deed().get() == deed) {
            go(1, now);
        } else if (deed.endsCase()) {
            standing.set(new Standing(now, null, true));
        }
    }

    /** On, done or not. */
    void on() {
        go(1, null);
    }

    void back() {
        go(-1, null);
    }

    Lesson lesson() {
        return standing.get().lesson();
    }

    /** 0 and up. */
    int index() {
        return lessons.indexOf(lesson());
    }

    int size() {
        return lessons.size();
    }

    boolean isFirst() {
        return index() == 0;
    }

    boolean isLast() {
        return index() == size() - 1;
    }

    ReadOnlyObjectProperty<Standing> standingProperty() {
        return standing.getReadOnlyProperty();
    }

    private void go(int by, Lesson done) {
        int to = Math.clamp(index() + by, 0, size() - 1);
        standing.set(new Standing(lessons.get(to), done, false));
    }
}
