package dev.docket.ui.review;

import dev.docket.care.OwnCare;
import dev.docket.classify.ModelScore;
import dev.docket.decode.Animation;
import dev.docket.decode.DecodedImage;
import dev.docket.decode.ImageHeader;
import dev.docket.decode.Renditions;
import dev.docket.item.ImageItem;
import dev.docket.item.ItemFacts;
import dev.docket.item.Source;
import dev.docket.policy.Disposition;
import dev.docket.policy.PolicyDecision;
import dev.docket.policy.PolicyDecision.PriorityPart;
import dev.docket.policy.PolicyFile;
import dev.docket.policy.PolicyPack;
import dev.docket.policy.Severity;
import dev.docket.provenance.KeptReport;
import dev.docket.provenance.Manifest.Ingredient;
import dev.docket.provenance.ProvenanceReport;
import dev.docket.provenance.ProvenanceReport.Credentials;
import dev.docket.provenance.ProvenanceReport.Origin;
import dev.docket.provenance.ProvenanceReport.Signal;
import dev.docket.provenance.ProvenanceReport.State;
import dev.docket.provenance.ProvenanceReport.Strength;
import dev.docket.provenance.Tools;
import dev.docket.queue.Lane;
import dev.docket.queue.LeasedTask;
import dev.docket.queue.Stage;
import dev.docket.settings.Breaks;
import dev.docket.settings.Care;
import dev.docket.settings.Covering;
import dev.docket.settings.Limits;
import dev.docket.storage.ContentHash;
import dev.docket.storage.StorageException;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Text;
import dev.docket.ui.grid.Tile;
import dev.docket.ui.grid.TileSource;
import dev.docket.ui.ladder.Dossier;
import dev.docket.ui.ladder.LadderDesk;
import dev.docket.ui.ladder.PaintedLadder;
import dev.docket.ui.stage.Covers;
import dev.docket.ui.stage.PixelSource;
import dev.docket.ui.stage.Room;
import dev.docket.verdict.Recorder;
import dev.docket.verdict.Session;
import dev.docket.verdict.Shown;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictDesk;
import dev.docket.verdict.VerdictKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/** Casework in memory over drawn pictures, with the faults a test asks for. */
final class PaintedCasework implements Casework {
    private static final int FEW = 8;
    private static final int EVERY = 7;
    static final Instant NOW = Instant.parse("2026-11-20T14:32:00Z");

    final List<Verdict> recorded = new ArrayList<>();
    /** A thousand verdicts a second would reach every limit. */
    private static final Care NO_LIMITS = Care.DEFAULT.withCovering(Covering.DEFAULT.withFrom(Covering.From.POLICY)).withLimits(Limits.NONE).withBreaks(Breaks.NONE).withLighterBetween(false);

    final List<UUID> left = new ArrayList<>();
    OwnCare care = OwnCare.unkept(NO_LIMITS, Clock.fixed(NOW, ZoneOffset.UTC));
    final List<UUID> released = new ArrayList<>();
    final Map<UUID, ReviewCase> cases = new LinkedHashMap<>();
    final Map<Integer, List<LeasedTask>> waiting = new LinkedHashMap<>();
    final Map<UUID, LeasedTask> held = new HashMap<>();
    final List<UUID> damaged = new ArrayList<>();
    final List<UUID> lost = new ArrayList<>();
    final Deque<Verdict> undone = new ArrayDeque<>();
    String failure = "";
    String fullDisk = "";
    int waitingForTheDesk;
    Recorder.Sent sentMeanwhile = Recorder.Sent.NOTHING;
    String refusal = "";
    boolean onDemand;
    final List<UUID> undecodable = new ArrayList<>();
    boolean squares;
    boolean partial;
    int frames = 1;
    /** How many items still stand as a verdict that is taken back. */
    long descendants;
    String mediaType = "image/png";
    int side = 2048;
    boolean slow;
    /** The same few pictures over and over, where there are many cases and nobody looks. */
    boolean few;
    int alike = 14;
    Dossier dossier = Dossier.NONE;
    Stage stage = Stage.FIRST;
    final PaintedLadder ladder = new PaintedLadder();
    int decoded;
    int claims;

    private final Map<Long, Picture> drawn = new HashMap<>();
    private final PolicyPack pack = PolicyFile.shipped();
    private final UUID me = UUID.fromString("00000000-0000-8000-8000-000000000001");

    /** Everything at once, but for what the database does. */
    static Workers workers(Background records) {
        Background now = new Background(Runnable::run, Runnable::run);
        return new Workers(records, now, now, 1, now, now);
    }

    /** The same, but slow formats never come out. */
    static Workers neverDecoding(Background records) {
        Workers all = workers(records);
        return new Workers(records, all.journal(), all.pictures(), 1, new Background(work -> {}, Runnable::run), all.study());
    }

    /** A case in lane 1 (S2) under a display profile. */
    UUID add(int lane, String display, boolean blind) {
        int n = cases.size();
        UUID item = new UUID(0x7c1e40a9_0000_8000L + ((long) n << 32), 0x8000_0000_0000_0000L + n);
        LeasedTask task = new LeasedTask(new UUID(1, n), item, stage.ordinal() + 1, lane, 1, 1000, stage);
        cases.put(task.taskId(), caseOf(task, display, blind, n));
        waiting.computeIfAbsent(lane, l -> new ArrayList<>()).add(task);
        return task.taskId();
    }

    private ReviewCase caseOf(LeasedTask task, String display, boolean blind, int n) {
        ItemFacts facts = new ItemFacts(Optional.of("Old market square this morning, water still rising. Stay away from the river side."),
                Optional.of("en"), "EU", Optional.of("u-81"), Optional.of(3), Optional.of(14820L), Optional.of(2.0),
                List.of("this did not happen", "this did not happen", "looks generated", "this did not happen"), Optional.of(NOW.plus(Duration.ofMinutes(38 + 9 * n))), false);
        ImageItem item = new ImageItem(task.itemId(), new Source("public post", "p-" + n), ContentHash.of(new byte[] {(byte) n}),
                3_100_000 + n, mediaType, side, side * 3 / 4, NOW.minusSeconds(900), NOW.minusSeconds(600), facts);
        PolicyDecision decision = new PolicyDecision(pack.ref(), Disposition.REVIEW, "synthetic", "EU", List.of("civic_deception", "undisclosed_synthetic"),
                display, n % 4 == 3 ? Severity.S3 : n % 2 == 0 ? Severity.S2 : Severity.S1, facts.deadline(), 8.4 - n * 0.3,
                List.of(new PriorityPart("score", 4.2), new PriorityPart("reports", 1.5), new PriorityPart("deadline", 2.7)),
                List.of("Civic deception scored .81 by synthetic-head, over its threshold .55", "4 user reports: \u201cthis did not happen\u201d", "Sources disagree on its origin"));
        List<ModelScore> scores = List.of(score("civic_deception", 0.81, 0.55), score("undisclosed_synthetic", 0.74, 0.60), score("spam_or_scam", 0.46, 0.70),
                score("medical_misinfo", 0.05, 0.50), score("hate_symbol", 0.03, 0.5), score("graphic", 0.01, 0.5));
        ProvenanceReport provenance = n % 3 == 1 ? ProvenanceReport.NONE : PaintedProvenance.torn();
        List<PastVerdict> past = List.of(
                new PastVerdict(new UUID(9, 1), 8, Severity.S2, "Civic deception", "Label as AI", NOW.minus(Duration.ofDays(1)), PastVerdict.Outcome.STANDS),
                new PastVerdict(new UUID(9, 2), 22, Severity.S0, "Within policy", "Allow", NOW.minus(Duration.ofDays(18)), PastVerdict.Outcome.OVERTURNED));
        return new ReviewCase(task, item, provenance, "ab".repeat(32), decision, pack.displayProfiles().get(display), scores, past, n % 3 == 1 ? 1 : 3,
                blind ? Shown.Mode.BLIND : onDemand ? Shown.Mode.ON_DEMAND : Shown.Mode.ASSISTED, blind || onDemand, dossier);
    }

    private static ModelScore score(String label, double score, double threshold) {
        return new ModelScore("synthetic-head", "3.1.0", label, score, threshold);
    }

    @Override
    public PolicyPack pack() {
        return pack;
    }

    @Override
    public UUID reviewer() {
        return me;
    }

    @Override
    public List<Lane> lanes() {
        return List.of(lane(1, "Synthetic, civic", "S2", 192), lane(2, "Health claims", "S2", 65), lane(3, "Private details", "S2", 340),
                lane(4, "Spam, scams", "S1", 558), lane(5, "Second opinion", "S3", 22));
    }

    private Lane lane(int id, String title, String severity, int minutes) {
        long free = waiting.getOrDefault(id, List.of()).size();
        return new Lane(id, "lane-" + id, title, severity, free, held.values().stream().filter(t -> t.laneId() == id).count(),
                free == 0 ? Optional.empty() : Optional.of(Duration.ofMinutes(minutes)));
    }

    @Override
    public List<LeasedTask> claim(int laneId, int n) {
        claims++;
        List<LeasedTask> free = waiting.getOrDefault(laneId, new ArrayList<>());
        List<LeasedTask> taken = free.stream().filter(this::isServed).limit(n).toList();
        free.removeAll(taken);
        taken.forEach(t -> held.put(t.taskId(), t));
        return taken;
    }

    private boolean isServed(LeasedTask task) {
        PolicyDecision decision = cases.get(task.taskId()).decision();
        return !care.avoidance().avoids(task.itemId(), decision.severity(), decision.suspected());
    }

    @Override
    public List<LeasedTask> claimBelow(Severity severity, List<Integer> lanes) {
        for (int lane : lanes) {
            Optional<LeasedTask> light = waiting.getOrDefault(lane, List.of()).stream()
                    .filter(t -> cases.get(t.taskId()).decision().severity().compareTo(severity) < 0 && isServed(t)).findFirst();
            if (light.isPresent()) {
                waiting.get(lane).remove(light.get());
                held.put(light.get().taskId(), light.get());
                return List.of(light.get());
            }
        }
        return List.of();
    }

    @Override
    public List<UUID> heartbeat(List<UUID> tasks) {
        return tasks.stream().filter(t -> !lost.contains(t)).toList();
    }

    @Override
    public Set<UUID> withheld(Collection<UUID> items) {
        return Set.of();
    }

    @Override
    public void release(List<UUID> tasks) {
        released.addAll(tasks);
        tasks.forEach(id -> Optional.ofNullable(held.remove(id)).ifPresent(t -> waiting.get(t.laneId()).addFirst(t)));
    }

    @Override
    public Optional<ReviewCase> open(LeasedTask task) {
        return Optional.of(cases.get(task.taskId()));
    }

    @Override
    public Picture picture(ReviewCase known, Room room) {
        decoded++;
        if (damaged.contains(known.task().taskId())) {
            return new Picture.Refused("Damaged PNG, refused by the decoder", false);
        }
        if (undecodable.contains(known.task().taskId())) {
            return new Picture.Refused("This is a HEIC picture, which this machine cannot show; to see it, install libvips and start Docket again", true);
        }
        return few ? drawn.computeIfAbsent(known.item().id().getLeastSignificantBits() % FEW, n -> drawn(known, room)) : drawn(known, room);
    }

    private Picture drawn(ReviewCase known, Room room) {
        DecodedImage whole = painted(known);
        return Picture.Decoded.of(Renditions.scaled(whole, room.longerSide(whole.width(), whole.height())), known.profile());
    }

    @Override
    public PixelSource pixels(ReviewCase known) {
        return new PixelSource() {
            @Override
            public DecodedImage full() {
                return painted(known);
            }

            @Override
            public Optional<Explained> explained() {
                return known.visibleScores().stream().findFirst().map(s -> new Explained("Civic deception", "synthetic-head@3.1.0", PaintedCasework::warmth, Optional::empty));
            }

            @Override
            public Animation frames(int longerSide) {
                DecodedImage first = painted(known);
                return new Animation(List.of(frame(first, 0), frame(first, 1), frame(first, 2)), first.header().frames());
            }
        };
    }

    /** A score that hangs on what is orange, asked of some of the pixels: a heat map asks it some hundred times. */
    private static double warmth(DecodedImage image) {
        int[] argb = image.argb();
        int warm = 0;
        for (int at = 0; at < argb.length; at += EVERY) {
            warm += (argb[at] >> 16 & 0xFF) > 180 && (argb[at] & 0xFF) < 90 ? 1 : 0;
        }
        return Math.min(1, 6.0 * EVERY * warm / argb.length);
    }

    private static Animation.Frame frame(DecodedImage first, int number) {
        int[] argb = first.argb().clone();
        for (int y = 40; y < 120; y++) {
            java.util.Arrays.fill(argb, y * first.width() + 200 * number, y * first.width() + 200 * number + 180, 0xFFE03030);
        }
        return new Animation.Frame(new DecodedImage(first.width(), first.height(), argb, first.header(), false), Duration.ofMillis(80));
    }

    private DecodedImage painted(ReviewCase known) {
        boolean near = known.task().taskId().getLeastSignificantBits() < 2;
        if (!near) {
            return PaintedPictures.street(known.item().id().getLeastSignificantBits(), 320, 240);
        }
        DecodedImage whole = squares ? PaintedPictures.squares(1200, 900) : PaintedPictures.street(known.item().id().getLeastSignificantBits(), 1365, 1000);
        ImageHeader header = new ImageHeader(whole.header().mediaType(), whole.width(), whole.height(), 1, frames);
        return new DecodedImage(whole.width(), whole.height(), whole.argb(), header, partial);
    }

    @Override
    public List<KeptReport> reports(ReviewCase known) {
        Tools first = new Tools(Optional.of("c2pa-rs 0.1"), Optional.empty(), List.of("metadata@1", "open@1-0123456789ab"));
        Tools second = new Tools(first.validator(), Optional.of("5".repeat(64)), first.detectors());
        return List.of(new KeptReport(ContentHash.fromHex("1".repeat(64)), known.provenance(), first, NOW.minusSeconds(90_000)),
                new KeptReport(ContentHash.fromHex(known.provenanceHash()), known.provenance(), second, NOW.minusSeconds(900)));
    }

    @Override
    public Alikes alikes(ReviewCase known) {
        List<UUID> items = cases.values().stream().map(c -> c.item().id()).filter(id -> !id.equals(known.item().id())).limit(alike).toList();
        return new Alikes(items, Math.max(0, alike - 2), Math.min(2, alike), 3, new TileSource() {
            @Override
            public Tile tile(UUID item, Room room) {
                int n = (int) item.getLeastSignificantBits() & 0xFF;
                DecodedImage small = small(item, room);
                Tile.Face face = n % 5 == 3 ? new Tile.Words("mdmz-visibility_off", "Text only")
                        : new Tile.Pixels(n % 2 == 0 ? Covers.over(small) : small, n % 2 == 0);
                return new Tile(face, n > alike - 2 ? "looks like, .9" + n % 10 : "PDQ " + 2 * n, "7c1e-40" + n,
                        Optional.of(n % 5 == 3 ? Severity.S3 : n % 2 == 0 ? Severity.S2 : Severity.S1), n % 3 == 0 ? "Civic deception, Label as AI" : "not decided");
            }

            @Override
            public Optional<DecodedImage> look(UUID item, Room room) {
                return Optional.of(small(item, room));
            }
        });
    }

    @Override
    public TileSource ingredient(ReviewCase known, Ingredient ingredient) {
        return new TileSource() {
            @Override
            public Tile tile(UUID any, Room room) {
                return new Tile(new Tile.Pixels(Covers.over(small(new UUID(0, 5), room)), true), "", ingredient.title().orElse(""), Optional.empty(),
                        Text.of("provenance.sheet.thumbnail.look"));
            }

            @Override
            public Optional<DecodedImage> look(UUID any, Room room) {
                return Optional.of(small(new UUID(0, 5), room));
            }
        };
    }

    @Override
    public LadderDesk ladder() {
        return ladder;
    }

    private DecodedImage small(UUID item, Room room) {
        DecodedImage whole = squares ? PaintedPictures.squares(240, 180) : PaintedPictures.street(item.getLeastSignificantBits(), 256, 192);
        return Renditions.scaled(whole, room.longerSide(whole.width(), whole.height()));
    }

    @Override
    public int waiting() {
        return waitingForTheDesk;
    }

    @Override
    public Recorder.Sent send() {
        Recorder.Sent sent = sentMeanwhile;
        sentMeanwhile = Recorder.Sent.NOTHING;
        return sent;
    }

    @Override
    public void keep(Verdict verdict) {
        if (!fullDisk.isEmpty()) {
            throw new StorageException(fullDisk);
        }
    }

    @Override
    public VerdictDesk.Outcome record(Verdict verdict) {
        if (!failure.isEmpty()) {
            throw new StorageException(failure);
        }
        if (!refusal.isEmpty()) {
            throw new IllegalArgumentException(refusal);
        }
        recorded.add(verdict);
        return held.remove(verdict.taskId()) == null ? VerdictDesk.Outcome.LATE : VerdictDesk.Outcome.ACCEPTED;
    }

    @Override
    public OptionalLong handOver(UUID item) {
        return OptionalLong.empty();
    }

    @Override
    public boolean revise(Verdict changed) {
        return recorded.add(changed);
    }

    @Override
    public Optional<Session.Undone> undo() {
        return last().map(act -> {
            Verdict verdict = ((Session.Act.Judged) act).verdict();
            recorded.remove(verdict);
            undone.push(verdict);
            LeasedTask task = cases.get(verdict.taskId()).task();
            held.put(task.taskId(), task);
            return new Session.Undone(act, true, Optional.of(task), descendants);
        });
    }

    @Override
    public Optional<Verdict> redo() {
        Optional<Verdict> anew = Optional.ofNullable(undone.poll());
        anew.ifPresent(verdict -> {
            recorded.add(verdict);
            held.remove(verdict.taskId());
        });
        return anew;
    }

    @Override
    public Optional<Recalled> recall(int back) {
        return recorded.size() <= back ? Optional.empty() : Optional.of(recorded.get(recorded.size() - 1 - back))
                .map(verdict -> new Recalled(cases.get(verdict.taskId()).seen(), verdict));
    }

    @Override
    public Sitting sitting() {
        return new Sitting(last(), Optional.ofNullable(undone.peek()), recorded.size());
    }

    private Optional<Session.Act> last() {
        return recorded.isEmpty() || recorded.getLast().kind() == VerdictKind.QUARANTINED ? Optional.empty()
                : Optional.of(new Session.Act.Judged(recorded.getLast()));
    }

    @Override
    public void leave(LeasedTask task) {
        held.remove(task.taskId());
        left.add(task.itemId());
    }

    @Override
    public OwnCare care() {
        return care;
    }
}
