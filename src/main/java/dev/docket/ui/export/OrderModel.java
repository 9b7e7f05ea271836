package dev.docket.ui.export;

import dev.docket.export.Format;
import dev.docket.export.Images;
import dev.docket.export.Order;
import dev.docket.export.Recipe;
import dev.docket.export.Resolution;
import dev.docket.export.Selection;
import dev.docket.export.SelectionException;
import dev.docket.export.Splits;
import dev.docket.export.Terms;
import dev.docket.export.Version;
import dev.docket.ui.common.Text;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** All that is asked for on the screen, and every way of asking for something else. JavaFX thread. */
final class OrderModel {
    private final BooleanSupplier open;
    private final Runnable changed;
    private final Consumer<String> say;
    private final ReadOnlyObjectWrapper<Order> order = new ReadOnlyObjectWrapper<>(this, "order", Order.of(Recipe.USUAL, Format.USUAL, Images.COPY));
    private final ReadOnlyObjectWrapper<Selection> selection = new ReadOnlyObjectWrapper<>(this, "selection", Selection.ALL);

    /**
     * @param open whether something else may be asked for now; otherwise it stays
     * @param changed told after a change
     * @param say what cannot be asked for
     */
    OrderModel(BooleanSupplier open, Runnable changed, Consumer<String> say) {
        this.open = open;
        this.changed = changed;
        this.say = say;
    }

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

    /** Takes an order as it is, and tells nobody. */
    void put(Order wanted) {
        order.set(wanted);
        selection.set(wanted.recipe().selection());
    }

    /** Asks for all of an order. */
    void ask(Order wanted) {
        if (open.getAsBoolean() && !wanted.equals(get())) {
            put(wanted);
            changed.run();
        }
    }

    private void ask(Recipe recipe) {
        ask(get().withRecipe(recipe));
    }

    void select(Selection wanted) {
        ask(get().recipe().withSelection(wanted));
    }

    void group(Splits.Grouping wanted) {
        ask(get().recipe().withGrouping(wanted));
    }

    /** By which label counts. */
    void resolve(Resolution wanted) {
        ask(get().recipe().withRule(wanted));
    }

    /** How many items one uploader may have. */
    void cap(OptionalInt wanted) {
        ask(get().recipe().withMostPerUploader(wanted));
    }

    /** What the set is called; empty text for a set without a name. One that is no name is told, and changes nothing. A delta has none. */
    void call(String wanted) {
        try {
            Optional<String> name = wanted.isBlank() ? Optional.empty() : Optional.of(Version.checkName(wanted.strip()));
            ask(get().withSince(name.isPresent() ? Optional.empty() : get().since()).withName(name));
        } catch (SelectionException _) {
            say.accept(Text.of("export.version.badname"));
        }
    }

    /** For whom it is and under what it is handed on; empty text says nothing. What cannot be is told, and changes nothing. */
    void hand(String audience, String licence, String basis) {
        try {
            Optional<String> who = Recipe.checkAudience(audience);
            ask(get().withRecipe(get().recipe().withAudience(who)).withTerms(Terms.of(licence, basis)));
        } catch (SelectionException e) {
            say.accept(Text.of("export.terms.not", e.getMessage()));
        }
    }

    /** At least one format stays; a WebDataset is made of its pictures, and brings them with it. */
    void choose(Format format, boolean wanted) {
        Set<Format> next = EnumSet.copyOf(get().formats());
        if (wanted ? next.add(format) : next.size() > 1 && next.remove(format)) {
            Images images = wanted && format == Format.WEBDATASET && get().images() == Images.REFERENCE ? Images.COPY : get().images();
            ask(get().withFormats(next).withImages(images));
        }
    }

    /** How pictures come in: a WebDataset has none elsewhere. */
    void bring(Images wanted) {
        if (wanted == Images.REFERENCE && get().formats().contains(Format.WEBDATASET)) {
            say.accept(Text.of("export.images.nowebdataset"));
        } else {
            ask(get().withImages(wanted));
        }
    }
}
