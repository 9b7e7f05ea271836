package dev.docket.ui.review;

import dev.docket.care.Avoidance;
import dev.docket.care.OwnCare;
import dev.docket.classify.ModelScore;
import dev.docket.decode.Animation;
import dev.docket.decode.DecodedImage;
import dev.docket.decode.ImageHeader;
import dev.docket.decode.UndecodableImageException;
import dev.docket.desk.Desk;
import dev.docket.hash.NearDuplicates.Neighbour;
import dev.docket.item.HandOver;
import dev.docket.item.ImageItem;
import dev.docket.policy.PolicyDecision;
import dev.docket.policy.PolicyPack;
import dev.docket.policy.Severity;
import dev.docket.progress.Progress;
import dev.docket.provenance.KeptReport;
import dev.docket.provenance.Manifest.Ingredient;
import dev.docket.provenance.ProvenanceReport;
import dev.docket.provenance.Reports;
import dev.docket.quality.GoldenAnswer;
import dev.docket.queue.Lane;
import dev.docket.queue.LeasedTask;
import dev.docket.queue.Stage;
import dev.docket.registry.ModelCard;
import dev.docket.registry.ModelVersion;
import dev.docket.settings.Settings;
import dev.docket.storage.ContentHash;
import dev.docket.storage.bucket.BucketException;
import dev.docket.team.Limits;
import dev.docket.ui.common.Text;
import dev.docket.ui.grid.TileSource;
import dev.docket.ui.ladder.DeskLadder;
import dev.docket.ui.ladder.DossierReader;
import dev.docket.ui.ladder.LadderDesk;
import dev.docket.ui.stage.PixelSource;
import dev.docket.ui.stage.Room;
import dev.docket.verdict.Finding;
import dev.docket.verdict.Recorder;
import dev.docket.verdict.Session;
import dev.docket.verdict.Shown;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictDesk;
import dev.docket.verdict.VerdictKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;

/** The casework of one desk: its queue, its stores, its verdict desk. Several threads. */
public final class DeskCasework implements Casework {
    private static final int MOST_RECALLED = 1000;

    private final Desk desk;
    private final BlindShare blindShare;
    private final PastVerdicts past;
    private final DossierReader dossiers;
    private final LadderDesk ladder;
    private final DeskTakingAlong along;
    /** Of the models whose scores were seen so far: a handful, and none ever changes. */
    private final Map<String, Optional<ModelCard>> cards = new ConcurrentHashMap<>();

    public DeskCasework(Desk desk) {
        this.desk = desk;
        blindShare = new BlindShare(desk.settings.blindShare());
        past = new PastVerdicts(desk);
        dossiers = new DossierReader(desk);
        ladder = new DeskLadder(desk);
        along = new DeskTakingAlong(desk, this);
    }

    @Override
    public PolicyPack pack() {
        return desk.policy.pack();
    }

    @Override
    public UUID reviewer() {
        return desk.self.id();
    }

    @Override
    public List<ModelScore> unread(List<ModelScore> scores) {
        return desk.policy.unread(scores);
    }

    @Override
    public Optional<ModelCard> card(String model, String version) {
        return cards.getOrDefault(model + "@" + version, Optional.empty());
    }

    @Override
    public List<Lane> lanes() {
        return desk.database.inTransaction(tx -> desk.queue.lanes(tx, reviewer()));
    }

    @Override
    public List<LeasedTask> claim(int laneId, int n) {
        Avoidance avoid = desk.care.avoidance();
        return desk.database.inTransaction(tx -> avoid.isNothing() ? desk.queue.claim(tx, reviewer(), laneId, n)
                : desk.queue.claim(tx, reviewer(), laneId, n, item -> desk.policies.of(tx, item)
                        .map(decision -> !avoid.avoids(item, decision.severity(), decision.suspected())).orElse(true)));
    }

    @Override
    public List<LeasedTask> claimBelow(Severity severity, List<Integer> lanes) {
        Avoidance avoid = desk.care.avoidance();
        return desk.database.inTransaction(tx -> lanes.stream().map(lane -> desk.queue.claim(tx, reviewer(), lane, 1, item -> desk.policies.of(tx, item)
                        .map(decision -> decision.severity().compareTo(severity) < 0 && !avoid.avoids(item, decision.severity(), decision.suspected())).orElse(false)))
                .filter(found -> !found.isEmpty()).findFirst().orElse(List.of()));
    }

    @Override
    public Optional<Limits> allowance() {
        return along.allowance();
    }

    @Override
    public TakenAlong takeAlong(int laneId, List<LeasedTask> inHand, int tasks, Duration lease, Progress progress) {
        return along.take(laneId, inHand, tasks, lease, progress);
    }

    @Override
    public List<UUID> heartbeat(List<UUID> tasks) {
        return desk.database.inTransaction(tx -> desk.queue.heartbeat(tx, reviewer(), tasks));
    }

    @Override
    public Set<UUID> withheld(Collection<UUID> items) {
        desk.images.check();
        Set<UUID> withheld = desk.database.inTransaction(tx -> desk.items.withheld(tx, items));
        if (!withheld.isEmpty()) {
            desk.images.checkNow();
        }
        return withheld;
    }

    @Override
    public void release(List<UUID> tasks) {
        desk.database.transact(tx -> desk.queue.release(tx, reviewer(), tasks));
    }

    @Override
    public void leave(LeasedTask task) {
        desk.care.leave(task.itemId());
        desk.care.keep();
        release(List.of(task.taskId()));
    }

    @Override
    public OwnCare care() {
        return desk.care;
    }

    @Override
    public Optional<ReviewCase> open(LeasedTask task) {
        return desk.database.inTransaction(tx -> desk.items.find(tx, task.itemId())
                .flatMap(item -> desk.policies.of(tx, item.id()).map(decision -> known(tx, task, item, decision))));
    }

    private ReviewCase known(Handle tx, LeasedTask task, ImageItem item, PolicyDecision decision) {
        String json = desk.items.provenanceJson(tx, item.id());
        // whoever settles what two others found has to see it
        boolean blind = DossierReader.isBlind(task.stage()) || task.stage() != Stage.ADJUDICATION && blindShare.covers(item.id());
        List<ModelScore> scores = desk.scores.of(tx, item.id());
        scores.forEach(score -> cards.computeIfAbsent(score.model() + "@" + score.version(),
                _ -> desk.registry.find(tx, score.model(), score.version()).map(ModelVersion::card)));
        boolean asked = !blind && task.stage() != Stage.ADJUDICATION && desk.settings.scores() == Settings.Scores.ASKED;
        return new ReviewCase(task, item, ProvenanceReport.kept(json),
                ContentHash.of(json.getBytes(StandardCharsets.UTF_8)).hex(), decision, desk.care.cover(pack(), decision, () -> scores), scores,
                past.near(tx, item), desk.nearDuplicates.group(tx, item.sha256()).size(), mode(blind, asked), blind || asked,
                dossiers.of(tx, task, decision, blind));
    }

    @Override
    public List<KeptReport> reports(ReviewCase known) {
        return desk.database.inTransaction(tx -> new Reports().of(tx, known.item().id()));
    }

    private static Shown.Mode mode(boolean blind, boolean asked) {
        return blind ? Shown.Mode.BLIND : asked ? Shown.Mode.ON_DEMAND : Shown.Mode.ASSISTED;
    }

    @Override
    public Picture picture(ReviewCase known, Room room) {
        if (!known.profile().render()) {
            return new Picture.Withheld();
        }
        try {
            byte[] file = file(known);
            ImageHeader header = desk.decoder.header(file);
            int side = room.longerSide(header.uprightWidth(), header.uprightHeight());
            return Picture.Decoded.of(desk.decoder.fitted(file, side), known.profile());
        } catch (UndecodableImageException e) {
            return new Picture.Refused(e.getMessage(), e.state() == UndecodableImageException.State.NO_DECODER);
        } catch (BucketException e) {
            return new Picture.Refused(e.getMessage(), false, e.isPassing());
        } catch (IOException e) {
            return new Picture.Refused(e.getMessage(), false);
        } catch (OutOfMemoryError e) {
            return new Picture.Refused(Text.of("review.refused.memory"), false);
        }
    }

    @Override
    public PixelSource pixels(ReviewCase known) {
        Optional<PixelSource.Explained> explained = explained(known);
        return new PixelSource() {
            @Override
            public DecodedImage full() throws IOException, UndecodableImageException {
                return desk.decoder.view(file(known), Integer.MAX_VALUE);
            }

            @Override
            public Animation frames(int longerSide) throws IOException, UndecodableImageException {
                return desk.decoder.animation(file(known), longerSide);
            }

            @Override
            public Optional<Explained> explained() {
                return explained;
            }
        };
    }

    /** The score that speaks loudest for its label, of a model in use here; none in the blind share. */
    private Optional<PixelSource.Explained> explained(ReviewCase known) {
        return known.visibleScores().stream()
                .sorted(Comparator.comparing((ModelScore s) -> !s.over()).thenComparing(Comparator.comparingDouble(ModelScore::score).reversed()))
                .flatMap(score -> desk.models.scorer(score).map(scorer ->
                        new PixelSource.Explained(ScoresSection.words(score.label()), score.model() + "@" + score.version(), scorer, () -> desk.models.shuffled(score))).stream())
                .findFirst();
    }

    @Override
    public Alikes alikes(ReviewCase known) {
        return new DeskAlikes(desk, blindShare, past, known).found();
    }

    @Override
    public TileSource ingredient(ReviewCase known, Ingredient ingredient) {
        return new DeskIngredient(desk, known, ingredient);
    }

    private byte[] file(ReviewCase known) throws IOException {
        return desk.images.take(known.item().sha256()).orElseThrow(() -> new IOException(Text.of("review.refused.gone")));
    }

    @Override
    public LadderDesk ladder() {
        return ladder;
    }

    @Override
    public void keep(Verdict verdict) {
        desk.session.keep(verdict);
    }

    @Override
    public VerdictDesk.Outcome record(Verdict verdict) {
        return desk.session.record(verdict);
    }

    @Override
    public Optional<GoldenAnswer> answer(UUID verdict) {
        return desk.golden.answer(verdict);
    }

    @Override
    public Recorder.Sent send() {
        return desk.session.send();
    }

    @Override
    public int waiting() {
        return desk.session.waiting();
    }

    @Override
    public OptionalLong handOver(UUID item) {
        return desk.database.inTransaction(tx -> desk.handOvers.of(tx, item)).stream().mapToLong(HandOver::number).findFirst();
    }

    @Override
    public boolean revise(Verdict changed) {
        return desk.session.revise(changed);
    }

    @Override
    public Optional<Session.Undone> undo() {
        return desk.session.undo();
    }

    @Override
    public Optional<Verdict> redo() {
        return desk.session.redo();
    }

    @Override
    public Optional<Recalled> recall(int back) {
        return desk.database.inTransaction(tx -> {
            Set<UUID> tasks = new HashSet<>();
            return desk.verdicts.recent(tx, reviewer(), MOST_RECALLED).stream().filter(event -> tasks.add(event.taskId()))
                    .filter(event -> event.finding().isPresent()).skip(back).findFirst()
                    .flatMap(event -> desk.queue.find(tx, event.taskId()).flatMap(task -> desk.items.find(tx, event.itemId())
                            .flatMap(item -> desk.policies.of(tx, item.id()).map(decision -> new Recalled(known(tx, task, item, decision).seen(), event)))));
        });
    }

    @Override
    public Sitting sitting() {
        return new Sitting(desk.session.last(), desk.session.next(), desk.session.madeAfter(desk.hold.since()));
    }
}
