package dev.docket.intake;

import java.util.function.Consumer;

/** A feed of candidates, read one at a time. One thread. */
public interface IntakeSource {

    /** How many candidates there will be, or 0 when only reading tells. */
    long expected();

    /** Offers every candidate; what cannot even be offered (a broken line) is a refusal and the rest go on. */
    void forEach(Consumer<Candidate> candidate, Consumer<Refusal> refused);

    /** The same without its first so many, for an intake that goes on where another ended. */
    default IntakeSource after(long count) {
        return count == 0 ? this : new LaterPart(this, count);
    }
}
