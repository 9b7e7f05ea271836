package dev.docket.intake;

import java.util.List;

/** What came of an intake: admitted for the first time, known already, and refused with reasons. */
public record IntakeResult(long added, long known, List<Refusal> refusals) {
    public IntakeResult {
        refusals = List.copyOf(refusals);
    }
}
