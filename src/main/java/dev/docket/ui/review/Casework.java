package dev.docket.ui.review;

import dev.docket.care.OwnCare;
import dev.docket.classify.ModelScore;
import dev.docket.policy.PolicyPack;
import dev.docket.policy.Severity;
import dev.docket.progress.Progress;
import dev.docket.provenance.KeptReport;
import dev.docket.provenance.Manifest.Ingredient;
import dev.docket.quality.GoldenAnswer;
import dev.docket.queue.Lane;
import dev.docket.queue.LeasedTask;
import dev.docket.registry.ModelCard;
import dev.docket.team.Limits;
import dev.docket.ui.grid.TileSource;
import dev.docket.ui.ladder.LadderDesk;
import dev.docket.ui.stage.PixelSource;
import dev.docket.ui.stage.Room;
import dev.docket.verdict.Recorder;
import dev.docket.verdict.Session;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictDesk;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/** Where cases come from and verdicts go to. Everything but {@link #pack}, {@link #reviewer}, {@link #unread}, {@link #card} and {@link #ladder} may take long: workers only. Several threads. */
public interface Casework {
    PolicyPack pack();

    UUID reviewer();

    /** Of these scores, those that the policy does not know how to read, as concepts of vendors that nobody mapped. Quick. */
    default List<ModelScore> unread(List<ModelScore> scores) {
        return List.of();
    }

    /** The card of a model whose scores a case shows that was opened here; empty where there is none, as of vendors' models. Quick. */
    default Optional<ModelCard> card(String model, String version) {
        return Optional.empty();
    }

    /** Lanes in the pack's order with their figures. */
    List<Lane> lanes();

    /** The lane's most urgent tasks, now leased; fewer than {@code n} when it runs out. */
    List<LeasedTask> claim(int laneId, int n);

    /** The most urgent task below this severity that may be served, of the first lane that has one; leased now. At most one. */
    List<LeasedTask> claimBelow(Severity severity, List<Integer> lanes);

    /** How much this person may take along now for work away from the network; empty where nothing is far away. */
    default Optional<Limits> allowance() {
        return Optional.empty();
    }

    /**
     * Leases tasks of a lane for long and brings what belongs to them here. What came stays in hand when the network goes meanwhile.
     *
     * @param inHand of this lane already: they are kept for long too
     * @param tasks in all
     * @throws dev.docket.progress.StoppedException when it was stopped; what was leased is given back
     */
    default TakenAlong takeAlong(int laneId, List<LeasedTask> inHand, int tasks, Duration lease, Progress progress) {
        throw new UnsupportedOperationException("Nothing is far away");
    }

    /** Extends the leases and says which are still held. */
    List<UUID> heartbeat(List<UUID> tasks);

    /** Those of these items that nobody may see any more. */
    Set<UUID> withheld(Collection<UUID> items);

    void release(List<UUID> tasks);

    /** Gives a task back for one's own sake: it is not served again today, and nothing says who left it. */
    void leave(LeasedTask task);

    /** What this person saw, and what follows from it; quick. */
    OwnCare care();

    /** All that is known of the task's item; empty when the item is no longer to be seen. */
    Optional<ReviewCase> open(LeasedTask task);

    /** The item's pixels as large as this room takes them, and their covers. */
    Picture picture(ReviewCase known, Room room);

    /** The way to the item's pixels at full size and to its frames. */
    PixelSource pixels(ReviewCase known);

    /** The items whose pictures look like this one's. */
    Alikes alikes(ReviewCase known);

    /** The small picture of something a case's picture was made from, whichever item it is asked for. */
    default TileSource ingredient(ReviewCase known, Ingredient ingredient) {
        throw new UnsupportedOperationException("Nothing here was made from anything");
    }

    /** The reports on record of a case's provenance, oldest first. */
    default List<KeptReport> reports(ReviewCase known) {
        return List.of();
    }

    /** What happens around verdicts: appeals, comments, who else holds what. */
    LadderDesk ladder();

    /** Puts a verdict that is about to be recorded on this machine's disk: nothing else is waited for. */
    default void keep(Verdict verdict) {}

    /** Stores the verdict durably, whatever its {@code revision} says: the next free one is used. */
    VerdictDesk.Outcome record(Verdict verdict);

    /** What a recorded verdict was as an answer to a golden item; empty when it was none. */
    default Optional<GoldenAnswer> answer(UUID verdict) {
        return Optional.empty();
    }

    /** Sends what waits for the database, as far as it answers. */
    default Recorder.Sent send() {
        return Recorder.Sent.NOTHING;
    }

    /** How many verdicts wait for the database; quick. */
    default int waiting() {
        return 0;
    }

    /** The number of the hand-over record that a quarantined item left; empty when it left none. */
    OptionalLong handOver(UUID item);

    /** Changes a verdict made blind, once the reviewer has seen what was hidden. False when it cannot be changed any more. */
    boolean revise(Verdict changed);

    /** Takes back what was done last in this sitting and leases its task again. Empty when nothing is left. */
    Optional<Session.Undone> undo();

    /** Makes anew what was taken back last. Empty when nothing is left. */
    Optional<Verdict> redo();

    /**
     * A case this person decided, with nothing hidden; empty when there are not so many, or it may no longer be seen.
     *
     * @param back 0: the last one, 1: the one before it
     */
    Optional<Recalled> recall(int back);

    /** What there is to be taken back and made anew now. */
    Sitting sitting();
}
