package dev.docket.ui.ladder;

import dev.docket.queue.Holder;
import dev.docket.queue.Stage;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Text;
import dev.docket.verdict.Appeals;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** What happens around verdicts: what a look came to, comments, appeals, who else holds what. JavaFX thread. */
public final class LadderViewModel {
    private final LadderDesk desk;
    private final Background background;
    private final ReadOnlyObjectWrapper<Optional<Aftermath>> aftermath = new ReadOnlyObjectWrapper<>(this, "aftermath", Optional.empty());
    private final ReadOnlyObjectWrapper<List<Holder>> others = new ReadOnlyObjectWrapper<>(this, "others", List.of());
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper(this, "notice", "");
    private boolean counting;

    public LadderViewModel(LadderDesk desk, Background background) {
        this.desk = desk;
        this.background = background;
    }

    /** A verdict of this stage was stored: says what it came to, where it judged others. */
    public void stored(UUID verdict, Stage stage) {
        if (stage.judgesOthers()) {
            background.run(() -> desk.aftermath(verdict), aftermath::set, this::failed);
        }
    }

    /** Now and then: who else holds what. */
    public void count() {
        if (!counting) {
            counting = true;
            background.run(desk::others, now -> {
                counting = false;
                others.set(now);
            }, e -> counting = false);
        }
    }

    public void comments(UUID item, Consumer<List<LadderDesk.Said>> then) {
        background.run(() -> desk.comments(item), then, this::failed);
    }

    public void comment(UUID item, String words, Runnable then) {
        background.run(() -> {
            desk.comment(item, words);
            return item;
        }, _ -> then.run(), this::failed);
    }

    public void uncomment(UUID comment, Runnable then) {
        background.run(() -> {
            desk.uncomment(comment);
            return comment;
        }, _ -> then.run(), this::failed);
    }

    public void lodge(UUID item, Appeals.Source source, String words, Runnable then) {
        background.run(() -> desk.lodge(item, source, words), lodged -> {
            notice.set(Text.of(lodged ? "ladder.appeal.lodged" : "ladder.appeal.nothing"));
            then.run();
        }, this::failed);
    }

    public void withdraw(UUID item, Runnable then) {
        background.run(() -> desk.withdraw(item), back -> {
            notice.set(Text.of(back ? "ladder.appeal.withdrawn" : "ladder.appeal.heard"));
            then.run();
        }, this::failed);
    }

    /** A sentence on what was done. */
    public void say(String sentence) {
        notice.set(sentence);
    }

    private void failed(Exception reason) {
        notice.set(reason.getMessage() == null ? reason.toString() : reason.getMessage());
    }

    public LadderDesk desk() {
        return desk;
    }

    /** Of the last look stored here that judged others. */
    public ReadOnlyObjectProperty<Optional<Aftermath>> aftermathProperty() {
        return aftermath.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<Holder>> othersProperty() {
        return others.getReadOnlyProperty();
    }

    /** A sentence on what was done or could not be; empty text when there is nothing to say. */
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }
}
