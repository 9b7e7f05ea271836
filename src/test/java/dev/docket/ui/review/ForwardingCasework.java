package dev.docket.ui.review;

import dev.docket.care.OwnCare;
import dev.docket.policy.PolicyPack;
import dev.docket.policy.Severity;
import dev.docket.provenance.KeptReport;
import dev.docket.provenance.Manifest.Ingredient;
import dev.docket.queue.Lane;
import dev.docket.queue.LeasedTask;
import dev.docket.ui.grid.TileSource;
import dev.docket.ui.ladder.LadderDesk;
import dev.docket.ui.stage.PixelSource;
import dev.docket.ui.stage.Room;
import dev.docket.verdict.Session;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictDesk;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/** Another casework, for tests that change one answer of it. */
class ForwardingCasework implements Casework {
    private final Casework other;

    ForwardingCasework(Casework other) {
        this.other = other;
    }

    @Override
    public PolicyPack pack() {
        return other.pack();
    }

    @Override
    public UUID reviewer() {
        return other.reviewer();
    }

    @Override
    public List<Lane> lanes() {
        return other.lanes();
    }

    @Override
    public List<LeasedTask> claim(int laneId, int n) {
        return other.claim(laneId, n);
    }

    @Override
    public List<LeasedTask> claimBelow(Severity severity, List<Integer> lanes) {
        return other.claimBelow(severity, lanes);
    }

    @Override
    public List<UUID> heartbeat(List<UUID> tasks) {
        return other.heartbeat(tasks);
    }

    @Override
    public Set<UUID> withheld(Collection<UUID> items) {
        return other.withheld(items);
    }

    @Override
    public void release(List<UUID> tasks) {
        other.release(tasks);
    }

    @Override
    public Optional<ReviewCase> open(LeasedTask task) {
        return other.open(task);
    }

    @Override
    public Picture picture(ReviewCase known, Room room) {
        return other.picture(known, room);
    }

    @Override
    public PixelSource pixels(ReviewCase known) {
        return other.pixels(known);
    }

    @Override
    public List<KeptReport> reports(ReviewCase known) {
        return other.reports(known);
    }

    @Override
    public TileSource ingredient(ReviewCase known, Ingredient ingredient) {
        return other.ingredient(known, ingredient);
    }

    @Override
    public Alikes alikes(ReviewCase known) {
        return other.alikes(known);
    }

    @Override
    public LadderDesk ladder() {
        return other.ladder();
    }

    @Override
    public VerdictDesk.Outcome record(Verdict verdict) {
        return other.record(verdict);
    }

    @Override
    public OptionalLong handOver(UUID item) {
        return other.handOver(item);
    }

    @Override
    public boolean revise(Verdict changed) {
        return other.revise(changed);
    }

    @Override
    public Optional<Session.Undone> undo() {
        return other.undo();
    }

    @Override
    public Optional<Verdict> redo() {
        return other.redo();
    }

    @Override
    public Optional<Recalled> recall(int back) {
        return other.recall(back);
    }

    @Override
    public Optional<dev.docket.quality.GoldenAnswer> answer(UUID verdict) {
        return other.answer(verdict);
    }

    @Override
    public Sitting sitting() {
        return other.sitting();
    }

    @Override
    public void leave(LeasedTask task) {
        other.leave(task);
    }

    @Override
    public OwnCare care() {
        return other.care();
    }
}
