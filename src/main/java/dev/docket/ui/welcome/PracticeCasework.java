package dev.docket.ui.welcome;

import dev.docket.care.OwnCare;
import dev.docket.decode.Animation;
import dev.docket.decode.DecodedImage;
import dev.docket.decode.Renditions;
import dev.docket.policy.PolicyPack;
import dev.docket.policy.Severity;
import dev.docket.queue.Lane;
import dev.docket.queue.LeasedTask;
import dev.docket.settings.Care;
import dev.docket.ui.common.Text;
import dev.docket.ui.grid.Tile;
import dev.docket.ui.grid.TileSource;
import dev.docket.ui.ladder.LadderDesk;
import dev.docket.ui.ladder.LonelyLadder;
import dev.docket.ui.review.Alikes;
import dev.docket.ui.review.Casework;
import dev.docket.ui.review.Picture;
import dev.docket.ui.review.Recalled;
import dev.docket.ui.review.ReviewCase;
import dev.docket.ui.review.Sitting;
import dev.docket.ui.stage.PixelSource;
import dev.docket.ui.stage.Room;
import dev.docket.verdict.Session;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictDesk;
import dev.docket.verdict.VerdictKind;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Drawn pictures that never run out, one for each step of the practice. Verdicts are kept until the practice is over,
 * so that they can be taken back, and go nowhere. JavaFX thread, but for {@link #picture} and {@link #pixels}.
 */
final class PracticeCasework implements Casework {
    private static final UUID NOBODY = new UUID(0, 0);

    private final PolicyPack pack;
    private final PracticeCases cases;
    private final Supplier<Scenery> wanted;
    private final Consumer<Deed> told;
    private final List<Scenery> dealt = new CopyOnWriteArrayList<>();
    private UUID toldOf;
    private final Deque<Verdict> made = new ArrayDeque<>();
    private final Deque<Verdict> undone = new ArrayDeque<>();
    private final OwnCare care;
    private int laneId = 1;

    /** @param wanted what the next picture shows */
    PracticeCasework(PolicyPack pack, Clock clock, Supplier<Scenery> wanted, Consumer<Deed> told) {
        this.pack = pack;
        cases = new PracticeCases(pack, clock);
        this.wanted = wanted;
        this.told = told;
        care = OwnCare.unkept(Care.DEFAULT, clock);
    }

    /** What the picture dealt last shows; empty before the first. */
    Optional<Scenery> dealtLast() {
        return dealt.isEmpty() ? Optional.empty() : Optional.of(dealt.getLast());
    }

    /** A lane other than the one dealt from: to select it puts a new picture on screen. */
    int otherLane() {
        return 3 - laneId;
    }

    @Override
    public LadderDesk ladder() {
        return new LonelyLadder(pack);
    }

    @Override
    public PolicyPack pack() {
        return pack;
    }

    @Override
    public UUID reviewer() {
        return NOBODY;
    }

    @Override
    public List<Lane> lanes() {
        return List.of(new Lane(laneId, "practice", Text.of("practice.title"), Severity.S0.name(), 1, 1, Optional.of(Duration.ZERO)));
    }

    @Override
    public List<LeasedTask> claim(int lane, int n) {
        laneId = lane;
        List<LeasedTask> tasks = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            UUID id = new UUID(0x9ac7_1ce0_0000_8000L, 0x8000_0000_0000_0000L + dealt.size());
            dealt.add(wanted.get());
            tasks.add(new LeasedTask(id, id, 1, lane, 1, 1000));
        }
        return tasks;
    }

    @Override
    public List<LeasedTask> claimBelow(Severity severity, List<Integer> lanes) {
        return List.of();
    }

    @Override
    public List<UUID> heartbeat(List<UUID> tasks) {
        return tasks;
    }

    @Override
    public Set<UUID> withheld(Collection<UUID> items) {
        return Set.of();
    }

    @Override
    public void release(List<UUID> tasks) {
        // nobody else waits for them
    }

    @Override
    public void leave(LeasedTask task) {
        told.accept(Deed.SKIPPED);
    }

    @Override
    public OwnCare care() {
        return care;
    }

    @Override
    public Optional<ReviewCase> open(LeasedTask task) {
        return Optional.of(cases.of(task, dealt.get(number(task.itemId()))));
    }

    @Override
    public Picture picture(ReviewCase known, Room room) {
        DecodedImage whole = painted(known);
        return Picture.Decoded.of(Renditions.scaled(whole, room.longerSide(whole.width(), whole.height())), known.profile());
    }

    private DecodedImage painted(ReviewCase known) {
        return dealt.get(number(known.item().id())).picture(number(known.item().id()));
    }

    @Override
    public PixelSource pixels(ReviewCase known) {
        return new PixelSource() {
            @Override
            public DecodedImage full() {
                return painted(known);
            }

            @Override
            public Animation frames(int longerSide) {
                return new Animation(List.of(new Animation.Frame(painted(known), Duration.ofSeconds(1))), 1);
            }
        };
    }

    @Override
    public Alikes alikes(ReviewCase known) {
        return new Alikes(List.of(), 0, 0, 0, new TileSource() {
            @Override
            public Tile tile(UUID item, Room room) {
                return new Tile(new Tile.Words("mdal-image", ""), "", "", Optional.empty(), "");
            }

            @Override
            public Optional<DecodedImage> look(UUID item, Room room) {
                return Optional.empty();
            }
        });
    }

    /** The step has to know before the next case is dealt for it. */
    @Override
    public void keep(Verdict verdict) {
        tell(verdict);
    }

    @Override
    public VerdictDesk.Outcome record(Verdict verdict) {
        made.push(verdict);
        undone.clear();
        tell(verdict);
        return VerdictDesk.Outcome.ACCEPTED;
    }

    private void tell(Verdict verdict) {
        if (!verdict.id().equals(toldOf)) {
            toldOf = verdict.id();
            told.accept(Deed.of(verdict, pack));
        }
    }

    @Override
    public OptionalLong handOver(UUID item) {
        return OptionalLong.empty();
    }

    @Override
    public boolean revise(Verdict changed) {
        return false;
    }

    @Override
    public Optional<Session.Undone> undo() {
        if (last().isEmpty()) {
            return Optional.empty();
        }
        Verdict verdict = made.pop();
        undone.push(verdict);
        told.accept(Deed.TAKEN_BACK);
        LeasedTask task = new LeasedTask(verdict.taskId(), verdict.itemId(), 1, laneId, 1, 1000);
        return Optional.of(new Session.Undone(new Session.Act.Judged(verdict), true, Optional.of(task), 0));
    }

    @Override
    public Optional<Verdict> redo() {
        Optional<Verdict> anew = Optional.ofNullable(undone.poll());
        anew.ifPresent(made::push);
        return anew;
    }

    @Override
    public Optional<Recalled> recall(int back) {
        return Optional.empty();
    }

    @Override
    public Sitting sitting() {
        return new Sitting(last(), Optional.ofNullable(undone.peek()), 0);
    }

    private Optional<Session.Act> last() {
        return Optional.ofNullable(made.peek()).filter(v -> v.kind() != VerdictKind.QUARANTINED).map(Session.Act.Judged::new);
    }

    private static int number(UUID item) {
        return (int) item.getLeastSignificantBits();
    }
}
