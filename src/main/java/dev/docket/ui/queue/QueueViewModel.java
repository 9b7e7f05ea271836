package dev.docket.ui.queue;

import dev.docket.item.HandOver;
import dev.docket.item.Tombstone;
import dev.docket.queue.Holder;
import dev.docket.queue.TaskFilter;
import dev.docket.queue.TaskRow;
import dev.docket.queue.TaskSearch;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Text;
import dev.docket.ui.ladder.KeepingViewModel;
import dev.docket.ui.ladder.LadderViewModel;
import dev.docket.ui.queue.QueueBoard.Standing;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** What the queue screen shows: lanes, the tasks that match, the story of one item. JavaFX thread. */
public final class QueueViewModel {
    private final QueueBoard board;
    private final Background background;
    private final ReadOnlyObjectWrapper<Standing> standing = new ReadOnlyObjectWrapper<>(this, "standing", Standing.NONE);
    private final ReadOnlyObjectWrapper<TaskFilter> filter = new ReadOnlyObjectWrapper<>(this, "filter", TaskFilter.OPEN);
    /** Null until the first answer. */
    private final ReadOnlyObjectWrapper<TaskSearch.Found> found = new ReadOnlyObjectWrapper<>(this, "found");
    private final ReadOnlyObjectWrapper<Optional<ItemStory>> story = new ReadOnlyObjectWrapper<>(this, "story", Optional.empty());
    private final ReadOnlyObjectWrapper<List<HandOver>> withheld = new ReadOnlyObjectWrapper<>(this, "withheld", List.of());
    private final ReadOnlyObjectWrapper<List<Tombstone>> erased = new ReadOnlyObjectWrapper<>(this, "erased", List.of());
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper(this, "failure", "");
    private final ReadOnlyObjectWrapper<List<TaskRow>> mine = new ReadOnlyObjectWrapper<>(this, "mine", List.of());
    private final ReadOnlyStringWrapper takenOver = new ReadOnlyStringWrapper(this, "takenOver", "");
    private final LadderViewModel ladder;
    private UUID asked;
    private Runnable givenBack = () -> {};

    public QueueViewModel(QueueBoard board, Background background) {
        this.board = board;
        this.background = background;
        ladder = new LadderViewModel(board.ladder(), background);
    }

    /** Reads everything anew, as when the screen comes to the front. */
    public void refresh() {
        background.run(board::standing, standing::set, this::failed);
        background.run(board::mine, mine::set, this::failed);
        search();
        if (asked != null) {
            readStory(asked);
        }
    }

    /** Gives these tasks back, and reads everything anew. */
    public void giveBack(List<TaskRow> tasks) {
        List<UUID> ids = tasks.stream().map(TaskRow::taskId).toList();
        background.run(() -> {
            board.giveBack(ids);
            return ids;
        }, _ -> {
            givenBack.run();
            refresh();
        }, this::failed);
    }

    /** Whether a lead sits here who may take it from them. */
    public boolean mayTakeFrom(Holder holder) {
        return board.mayTakeFrom(holder);
    }

    /** Takes what somebody holds back to its lane, and reads everything anew. */
    public void takeFrom(Holder holder) {
        background.run(() -> board.takeFrom(holder), taken -> {
            takenOver.set(Text.of("queue.taken", holder.pseudonym(), taken, holder.lane()));
            refresh();
        }, this::failed);
    }

    /** What a take-over came to, in words. */
    public ReadOnlyStringProperty takenOverProperty() { return takenOver.getReadOnlyProperty(); }

    /** Who works on what is given back has to hear of it. To be called once. */
    public void onGivenBack(Runnable step) {
        givenBack = step;
    }

    public void words(String words) {
        TaskFilter now = filter.get();
        narrow(new TaskFilter(words, now.lane(), now.standing()));
    }

    /** @param lane empty for all of them */
    public void lane(Optional<Integer> lane) {
        TaskFilter now = filter.get();
        narrow(new TaskFilter(now.words(), lane, now.standing()));
    }

    public void standing(TaskFilter.Standing wanted) {
        TaskFilter now = filter.get();
        narrow(new TaskFilter(now.words(), now.lane(), wanted));
    }

    public void select(TaskRow task) {
        asked = task.itemId();
        readStory(asked);
    }

    /** Shows this item's tasks and story, whatever became of it. */
    public void find(UUID item) {
        asked = item;
        narrow(new TaskFilter(item.toString(), Optional.empty(), TaskFilter.Standing.ANY));
        readStory(item);
    }

    private void narrow(TaskFilter wanted) {
        if (!wanted.equals(filter.get())) {
            filter.set(wanted);
            search();
        }
    }

    private void search() {
        TaskFilter wanted = filter.get();
        searchWithheld(wanted.words());
        searchErased(wanted.words());
        background.run(() -> board.find(wanted), answer -> {
            // an answer to words that were typed on since comes too late
            if (wanted.equals(filter.get())) {
                failure.set("");
                found.set(answer);
            }
        }, this::failed);
    }

    private void searchWithheld(String words) {
        background.run(() -> board.withheld(words), answer -> {
            if (words.equals(filter.get().words())) {
                withheld.set(answer);
            }
        }, this::failed);
    }

    private void searchErased(String words) {
        background.run(() -> board.erased(words), answer -> {
            if (words.equals(filter.get().words())) {
                erased.set(answer);
            }
        }, this::failed);
    }

    /** Legal holds on an item and erasing it; empty for whoever may not. */
    Optional<KeepingViewModel> keeping(UUID item) {
        return board.keeping().map(desk -> new KeepingViewModel(desk, background, item, gone -> {
            story.set(Optional.empty());
            givenBack.run();
            find(gone);
            refresh();
        }));
    }

    /** @param then told in a sentence what came of it */
    void markGolden(UUID item, String why, Consumer<String> then) {
        golden(item, () -> board.markGolden(item, why), "golden.marked", then);
    }

    /** @param then told in a sentence what came of it */
    void retireGolden(UUID item, Consumer<String> then) {
        golden(item, () -> board.retireGolden(item), "golden.retired", then);
    }

    private void golden(UUID item, Runnable step, String done, Consumer<String> then) {
        background.run(() -> {
            step.run();
            return item;
        }, _ -> {
            then.accept(Text.of(done));
            readStory(item);
        }, reason -> then.accept(Text.of("golden.not", reason.getMessage())));
    }

    boolean mayKeep() {
        return board.keeping().isPresent();
    }

    private void readStory(UUID item) {
        background.run(() -> board.story(item), answer -> {
            if (item.equals(asked)) {
                story.set(answer);
            }
        }, this::failed);
    }

    private void failed(Exception reason) {
        failure.set(reason.getMessage() == null ? reason.toString() : reason.getMessage());
    }

    public ReadOnlyObjectProperty<Standing> standingProperty() { return standing.getReadOnlyProperty(); }

    public ReadOnlyObjectProperty<TaskFilter> filterProperty() { return filter.getReadOnlyProperty(); }

    public ReadOnlyObjectProperty<TaskSearch.Found> foundProperty() { return found.getReadOnlyProperty(); }

    public ReadOnlyObjectProperty<Optional<ItemStory>> storyProperty() { return story.getReadOnlyProperty(); }

    /** Records of quarantined items that the search names. */
    public ReadOnlyObjectProperty<List<HandOver>> withheldProperty() { return withheld.getReadOnlyProperty(); }

    /** Tombstones of erased items that the search names. */
    public ReadOnlyObjectProperty<List<Tombstone>> erasedProperty() { return erased.getReadOnlyProperty(); }

    /** What the person at this desk holds. */
    public ReadOnlyObjectProperty<List<TaskRow>> mineProperty() { return mine.getReadOnlyProperty(); }

    /** Whether the person at this desk may say something beside the record. */
    boolean mayComment() { return board.ladder().mayComment(); }

    /** Comments and appeals. */
    public LadderViewModel ladder() { return ladder; }

    /** Why the queue could not be read; empty text when it could. */
    public ReadOnlyStringProperty failureProperty() { return failure.getReadOnlyProperty(); }

    /** What was found so far. */
    List<TaskRow> rows() {
        return found.get() == null ? List.of() : found.get().rows();
    }
}
