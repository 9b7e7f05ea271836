package dev.docket.ui.welcome;

import dev.docket.care.OwnCare;
import dev.docket.classify.ModelScore;
import dev.docket.decode.Animation;
import dev.docket.decode.DecodedImage;
import dev.docket.decode.Renditions;
import dev.docket.item.ImageItem;
import dev.docket.item.ItemFacts;
import dev.docket.item.Source;
import dev.docket.policy.Disposition;
import dev.docket.policy.PolicyDecision;
import dev.docket.policy.PolicyPack;
import dev.docket.policy.PolicyPack.DisplayProfile;
import dev.docket.policy.PolicyPack.Label;
import dev.docket.policy.Severity;
import dev.docket.provenance.ProvenanceReport;
import dev.docket.queue.Lane;
import dev.docket.queue.LeasedTask;
import dev.docket.settings.Care;
import dev.docket.storage.ContentHash;
import dev.docket.ui.common.Text;
import dev.docket.ui.grid.Tile;
import dev.docket.ui.grid.TileSource;
import dev.docket.ui.ladder.Dossier;
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
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Drawn pictures that never run out, one for each step of the practice. Verdicts are kept until the practice is over,
 * so that they can be taken back, and go nowhere. JavaFX thread, but for {@link #picture} and {@link #pixels}.
 */
final class PracticeCasework implements Casework {
    private static final UUID NOBODY = new UUID(0, 0);

    private final PolicyPack pack;
    private final Clock clock;
    private final Supplier<Scenery> wanted;
    private final Consumer<Deed> told;
    private final List<Scenery> dealt = new CopyOnWriteArrayList<>();
    private final Deque<Verdict> made = new ArrayDeque<>();
    private final Deque<Verdict> undone = new ArrayDeque<>();
    private final OwnCare care;
    private int laneId = 1;

    /** @param wanted what the next picture shows */
    PracticeCasework(PolicyPack pack, Clock clock, Supplier<Scenery> wanted, Consumer<Deed> told) {
        this.pack = pack;
        this.clock = clock;
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
        Scenery scenery = dealt.get(number(task.itemId()));
        boolean covered = scenery == Scenery.FRUIT;
        Instant now = clock.instant();
        ItemFacts none = ItemFacts.NONE;
        ItemFacts facts = new ItemFacts(Optional.of(Text.of("practice.post." + scenery.id())), none.locale(), none.jurisdiction(), none.uploader(),
                none.accountAgeDays(), none.views(), none.viewHours(), none.reports(), none.deadline(), none.gold());
        ImageItem item = new ImageItem(task.itemId(), new Source(Text.of("practice.title"), task.itemId().toString()),
                ContentHash.of(task.itemId().toString().getBytes(StandardCharsets.UTF_8)), 400_000, Scenery.MEDIA_TYPE, Scenery.WIDTH, Scenery.HEIGHT, now, now, facts);
        List<ModelScore> scores = guess(scenery).map(l -> new ModelScore("practice", "1", l.id(), 0.74, 0.6)).stream().toList();
        DisplayProfile profile = profile(covered);
        PolicyDecision decision = new PolicyDecision(pack.ref(), Disposition.REVIEW, "practice", "*", guess(scenery).map(Label::id).stream().toList(), profile.id(),
                covered ? Severity.S2 : Severity.S0, Optional.empty(), 1, List.of(), List.of(Text.of("practice.why." + scenery.id())));
        return Optional.of(new ReviewCase(task, item, ProvenanceReport.NONE, "0".repeat(64), decision, profile, scores, List.of(), 1, false, Dossier.NONE));
    }

    /** What a model might say of it: the second label of the two suns, nothing of the rest. */
    private Optional<Label> guess(Scenery scenery) {
        return scenery == Scenery.SUNS ? pack.labels().stream().filter(l -> l.hotkey().equals("2")).findFirst() : Optional.empty();
    }

    /** The mildest of the pack's profiles that covers, or that does not. */
    private DisplayProfile profile(boolean covered) {
        Stream<DisplayProfile> fitting = pack.displayProfiles().values().stream().filter(p -> p.render() && p.covered() == covered);
        return fitting.min(Comparator.comparingInt(DisplayProfile::strictness))
                .orElse(new DisplayProfile("practice", covered ? 60 : 0, covered, covered ? "hold" : "none", false, true));
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

    @Override
    public VerdictDesk.Outcome record(Verdict verdict) {
        made.push(verdict);
        undone.clear();
        told.accept(Deed.of(verdict, pack));
        return VerdictDesk.Outcome.ACCEPTED;
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
