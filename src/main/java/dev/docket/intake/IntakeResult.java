package dev.docket.intake;

import dev.docket.progress.Stage;
import java.util.ArrayList;
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
    /** Nothing yet. */
    public static final IntakeResult NONE = new IntakeResult(0, 0, List.of(), List.of());

    public IntakeResult {
        refusals = List.copyOf(refusals);
        stages = List.copyOf(stages);
    }

    /** Both together. */
    public IntakeResult plus(IntakeResult other) {
        List<Refusal> all = new ArrayList<>(refusals);
        all.addAll(other.refusals);
        return new IntakeResult(added + other.added, known + other.known, all, stages(other.stages));
    }

    private List<Stage> stages(List<Stage> others) {
        List<Stage> sums = new ArrayList<>(others);
        sums.replaceAll(other -> stages.stream().filter(stage -> stage.name().equals(other.name())).findFirst().map(other::plus).orElse(other));
        return sums.isEmpty() ? stages : sums;
    }
}
