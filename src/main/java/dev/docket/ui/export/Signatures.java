package dev.docket.ui.export;

import dev.docket.export.Approvals;
import dev.docket.export.Order;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Text;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Who was asked to sign what, and whether what is shown waits for a second lead. JavaFX thread. */
final class Signatures {

    /** What the desk knows. @param needed whether the order's name was asked for before @param possible whether somebody else here could sign */
    record Known(List<Approvals.Request> requests, boolean needed, boolean possible) {}

    private final Approvals approvals;
    private final String self;
    private final Background background;
    private final Consumer<String> read;
    private final Consumer<String> say;
    private final ReadOnlyObjectWrapper<List<Approvals.Request>> requests = new ReadOnlyObjectWrapper<>(this, "requests", List.of());
    private final ReadOnlyObjectWrapper<Optional<Approvals.Request>> signed = new ReadOnlyObjectWrapper<>(this, "signed", Optional.empty());
    private final ReadOnlyBooleanWrapper second = new ReadOnlyBooleanWrapper(this, "second", false);
    private boolean possible;

    /**
     * @param self this person, by pseudonym
     * @param read reads the set anew and then says something
     * @param say says something
     */
    Signatures(Approvals approvals, String self, Background background, Consumer<String> read, Consumer<String> say) {
        this.approvals = approvals;
        this.self = self;
        this.background = background;
        this.read = read;
        this.say = say;
    }

    /** On a worker. */
    Known read(Order order) {
        return new Known(approvals.all(), approvals.needed(order), approvals.possible());
    }

    void show(Known known) {
        requests.set(known.requests());
        possible = known.possible();
        second.set(known.needed() || second.get());
    }

    /** Whether writing asks for a second signature instead. */
    void waitForSecond(boolean wanted) {
        second.set(wanted);
    }

    /** Signs or refuses what another lead asked for. */
    void answer(Approvals.Request request, boolean approved) {
        background.run(() -> approvals.answer(request.id(), approved), _ -> read.accept(Text.of(approved ? "export.second.signed" : "export.second.refused")),
                reason -> say.accept(ExportViewModel.message(reason)));
    }

    void ask(Order wanted) {
        background.run(() -> approvals.ask(wanted), _ -> read.accept(Text.of("export.second.asked")), reason -> say.accept(ExportViewModel.message(reason)));
    }

    /** What is shown is written on this request, where it was signed. */
    void under(Optional<Approvals.Request> request) {
        signed.set(request.filter(asked -> asked.answer().filter(Approvals.Answer::approved).isPresent()));
    }

    /** Whether writing asks for a signature instead. */
    boolean asksFirst() {
        return second.get() && signed.get().isEmpty();
    }

    /** Whether somebody else here could sign. */
    boolean isPossible() {
        return possible;
    }

    String self() {
        return self;
    }

    /** What second leads were asked for, newest first. */
    ReadOnlyObjectProperty<List<Approvals.Request>> requestsProperty() {
        return requests.getReadOnlyProperty();
    }

    /** The request on which what is shown is written. */
    ReadOnlyObjectProperty<Optional<Approvals.Request>> signedProperty() {
        return signed.getReadOnlyProperty();
    }

    /** Whether a second lead has to sign first. */
    ReadOnlyBooleanProperty secondProperty() {
        return second.getReadOnlyProperty();
    }
}
