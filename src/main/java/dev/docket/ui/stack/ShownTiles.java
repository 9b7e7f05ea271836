package dev.docket.ui.stack;

import java.util.UUID;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Which tiles of a stack are shown, and in which order. JavaFX thread. */
final class ShownTiles {
    private final ObservableList<UUID> items = FXCollections.observableArrayList();
    private TileFilter filter = TileFilter.ALL;
    private TileOrder order = TileOrder.DISTANCE;

    void filter(TileFilter chosen) {
        filter = chosen;
    }

    TileFilter filter() {
        return filter;
    }

    void sort(TileOrder chosen) {
        order = chosen;
    }

    void arrange(OpenStack stack, Ticks ticks) {
        Stream<StackMember> wanted = filter == TileFilter.ALIKE ? stack.alikes().stream() : stack.members().stream().filter(member -> isWanted(member, ticks));
        items.setAll(wanted.sorted(order.comparator()).map(StackMember::id).toList());
    }

    private boolean isWanted(StackMember member, Ticks ticks) {
        return switch (filter) {
            case LEFT_OUT -> !ticks.isTicked(member.id());
            case NOT_SEEN -> ticks.seen(member.id()).isEmpty();
            default -> true;
        };
    }

    void clear() {
        items.clear();
    }

    ObservableList<UUID> items() {
        return items;
    }
}
