package dev.docket.ui.stack;

import dev.docket.ui.common.Background;
import dev.docket.verdict.Propagation;
import java.util.List;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The stacks there are, and what was decided together before. JavaFX thread. */
public final class StackShelf {
    /** How far reading them has got. */
    public enum State { READING, READ, FAILED }

    private final StackBoard board;
    private final Background records;
    private final ObservableList<Stack> stacks = FXCollections.observableArrayList();
    private final ObservableList<Propagation.Spread> spreads = FXCollections.observableArrayList();
    private final ObjectProperty<StackOrder> order = new SimpleObjectProperty<>(this, "order", StackOrder.DUE);
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", State.READING);
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper(this, "failure", "");

    private record Read(List<Stack> stacks, List<Propagation.Spread> spreads) {}

    StackShelf(StackBoard board, Background records) {
        this.board = board;
        this.records = records;
        order.subscribe(by -> stacks.setAll(stacks.sorted(by.comparator())));
    }

    /** @param then told once they are read */
    void refresh(Runnable then) {
        records.run(() -> new Read(board.stacks(), board.spreads()), read -> {
            stacks.setAll(read.stacks().stream().sorted(order.get().comparator()).toList());
            spreads.setAll(read.spreads());
            state.set(State.READ);
            then.run();
        }, reason -> {
            failure.set(String.valueOf(reason.getMessage()));
            state.set(State.FAILED);
        });
    }

    /** How many items a taking back would reach, counted anew. */
    public void count(UUID seed, LongConsumer told) {
        records.run(() -> board.standing(seed), told::accept, this::failed);
    }

    /** Takes back all that a decision was carried over to. */
    public void takeBack(UUID seed, IntConsumer told) {
        records.run(() -> board.takeBack(seed), back -> refresh(() -> told.accept(back)), this::failed);
    }

    private void failed(Exception reason) {
        failure.set(String.valueOf(reason.getMessage()));
    }

    public ObservableList<Stack> stacks() { return stacks; }

    /** What was decided together and still stands, last first. */
    public ObservableList<Propagation.Spread> spreads() { return spreads; }

    public ObjectProperty<StackOrder> orderProperty() { return order; }

    public ReadOnlyObjectProperty<State> stateProperty() { return state.getReadOnlyProperty(); }

    /** Why it could not be read, or done; empty text when it could. */
    public ReadOnlyStringProperty failureProperty() { return failure.getReadOnlyProperty(); }
}
