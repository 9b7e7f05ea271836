package dev.docket.ui.export;

import dev.docket.export.Format;
import dev.docket.export.Images;
import dev.docket.export.Order;
import dev.docket.export.Recipe;
import dev.docket.export.Resolution;
import dev.docket.export.Selection;
import dev.docket.export.Splits;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** All that is asked for on the screen. Whoever changes it is told so whether there was a change. JavaFX thread. */
final class OrderModel {
    private final ReadOnlyObjectWrapper<Order> order = new ReadOnlyObjectWrapper<>(this, "order", Order.of(Recipe.USUAL, Format.USUAL, Images.COPY));
    private final ReadOnlyObjectWrapper<Selection> selection = new ReadOnlyObjectWrapper<>(this, "selection", Selection.ALL);

    Order get() {
        return order.get();
    }

    ReadOnlyObjectProperty<Order> property() {
        return order.getReadOnlyProperty();
    }

    /** Changes with the selection alone: what draws it need not be drawn for the rest. */
    ReadOnlyObjectProperty<Selection> selectionProperty() {
        return selection.getReadOnlyProperty();
    }

    /** @return whether it is another one */
    boolean set(Order wanted) {
        boolean other = !wanted.equals(order.get());
        order.set(wanted);
        selection.set(wanted.recipe().selection());
        return other;
    }

    private boolean set(Recipe recipe) {
        return set(new Order(recipe, get().formats(), get().images(), get().name(), get().since()));
    }

    boolean select(Selection wanted) {
        return set(get().recipe().withSelection(wanted));
    }

    boolean group(Splits.Grouping wanted) {
        return set(get().recipe().withGrouping(wanted));
    }

    boolean resolve(Resolution wanted) {
        return set(get().recipe().withRule(wanted));
    }

    boolean cap(OptionalInt wanted) {
        return set(get().recipe().withMostPerUploader(wanted));
    }

    boolean call(Optional<String> name) {
        return set(get().withName(name));
    }

    /** At least one format stays; a WebDataset is made of its pictures, and brings them with it. */
    boolean choose(Format format, boolean wanted) {
        Set<Format> next = EnumSet.copyOf(get().formats());
        if (!(wanted ? next.add(format) : next.size() > 1 && next.remove(format))) {
            return false;
        }
        Images images = wanted && format == Format.WEBDATASET && get().images() == Images.REFERENCE ? Images.COPY : get().images();
        return set(new Order(get().recipe(), next, images, get().name(), get().since()));
    }

    /** Whether pictures can come in like this: a WebDataset has none elsewhere. */
    boolean mayBring(Images wanted) {
        return wanted != Images.REFERENCE || !get().formats().contains(Format.WEBDATASET);
    }

    boolean bring(Images wanted) {
        return set(new Order(get().recipe(), get().formats(), wanted, get().name(), get().since()));
    }
}
