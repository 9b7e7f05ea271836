package dev.docket.intake;

import dev.docket.progress.Stage;
import java.util.List;

/**
 * What came of an intake.
 *
 * @param added admitted for the first time
 * @param known admitted before
 * @param refusals with reasons, in the source's order
 * @param stages what each stage did, in order: read, decode, hash, score, file
 */
public record IntakeResult(long added, long known, List<Refusal> refusals, List<Stage> stages) {
    public IntakeResult {
        refusals = List.copyOf(refusals);
        stages = List.copyOf(stages);
    }
}
