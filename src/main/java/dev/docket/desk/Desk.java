package dev.docket.desk;

import dev.docket.audit.AuditLog;
import dev.docket.care.OwnCare;
import dev.docket.classify.ActiveModels;
import dev.docket.classify.ForensicBackbone;
import dev.docket.classify.Scores;
import dev.docket.classify.StarterModel;
import dev.docket.decode.Thumbnails;
import dev.docket.decode.worker.DecodeWorkers;
import dev.docket.dsa.StatementDesk;
import dev.docket.export.DecisionSetReader;
import dev.docket.export.BlurDesk;
import dev.docket.export.CopyDesk;
import dev.docket.export.ExportDesk;
import dev.docket.export.ExportKeys;
import dev.docket.export.Schedules;
import dev.docket.export.SetRegister;
import dev.docket.hash.BankShelf;
import dev.docket.hash.HashBanks;
import dev.docket.hash.NearDuplicates;
import dev.docket.hash.PdqHasher;
import dev.docket.intake.IntakePipeline;
import dev.docket.intake.Refusals;
import dev.docket.item.HandOvers;
import dev.docket.item.Items;
import dev.docket.policy.ConceptMaps;
import dev.docket.policy.PackApprovals;
import dev.docket.policy.Policies;
import dev.docket.policy.Policy;
import dev.docket.policy.PolicyFormatException;
import dev.docket.policy.PolicyPack;
import dev.docket.provenance.MetadataReader;
import dev.docket.provenance.ProvenanceReader;
import dev.docket.provenance.ThumbnailedProvenance;
import dev.docket.provenance.c2pa.CredentialReader;
import dev.docket.provenance.c2pa.TrustList;
import dev.docket.quality.CalibrationDesk;
import dev.docket.quality.DoubleReviews;
import dev.docket.quality.GoldenDesk;
import dev.docket.quality.GoldenStream;
import dev.docket.queue.ReviewQueue;
import dev.docket.registry.ModelRegistry;
import dev.docket.report.PeriodReport;
import dev.docket.report.QualityDesk;
import dev.docket.retention.Eraser;
import dev.docket.retention.HoldDesk;
import dev.docket.retention.Ledger;
import dev.docket.retention.Retention;
import dev.docket.retrain.EmbeddingCache;
import dev.docket.retrain.KnownTruthCurve;
import dev.docket.retrain.LateHashes;
import dev.docket.retrain.LookAlikes;
import dev.docket.retrain.Promotion;
import dev.docket.retrain.Rechecking;
import dev.docket.retrain.Rescoring;
import dev.docket.retrain.RetrainingRun;
import dev.docket.retrain.ScoreImport;
import dev.docket.retrain.ShadowRun;
import dev.docket.retrain.StandingMatches;
import dev.docket.retrain.StandingScores;
import dev.docket.retrain.watch.ModelAlerts;
import dev.docket.settings.Settings;
import dev.docket.storage.BlobStore;
import dev.docket.storage.CoupledBlobStore;
import dev.docket.storage.Database;
import dev.docket.storage.Journal;
import dev.docket.storage.KeptImages;
import dev.docket.storage.Notices;
import dev.docket.storage.Profile;
import dev.docket.storage.SealedCache;
import dev.docket.storage.SealedFile;
import dev.docket.storage.bucket.BucketPlace;
import dev.docket.team.Member;
import dev.docket.team.Role;
import dev.docket.team.Team;
import dev.docket.verdict.Appeals;
import dev.docket.verdict.Comments;
import dev.docket.verdict.HandOverDesk;
import dev.docket.verdict.Outbox;
import dev.docket.verdict.Propagation;
import dev.docket.verdict.PublishHold;
import dev.docket.verdict.Rereview;
import dev.docket.verdict.Session;
import dev.docket.verdict.VerdictDesk;
import dev.docket.verdict.Verdicts;
import dev.docket.watermark.MarkedProvenance;
import dev.docket.watermark.Watermarks;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Everything Docket is made of, put together by hand. Read top to bottom. */
public final class Desk implements AutoCloseable {
    /** About 20 000 thumbnails. */
    private static final long THUMBNAIL_BYTES = 256L << 20;

    private final Opened opened;
    private final boolean inCharge;
    public final Clock clock;
    public final Profile profile;
    public final OwnSettings ownSettings;
    public final Settings settings;
    /** The team whose queue this is; empty: a desk of one's own. */
    public final Optional<Joined> joined;
    public final Database database;
    public final BlobStore blobs;
    /** Where the team's images lie; empty: in a folder, or on a desk of one's own. */
    public final Optional<BucketPlace> bucket;
    /** What of {@link #blobs} is on this machine, or is to be. */
    public final KeptImages images;
    public final Thumbnails thumbnails;
    public final Team team = new Team();
    public final Member self;
    public final Items items = new Items();
    public final HandOvers handOvers = new HandOvers();
    public final AuditLog audit;
    public final DecodeWorkers decoder;
    public final PdqHasher hasher = new PdqHasher();
    public final HashBanks banks;
    public final BankShelf bankShelf;
    public final NearDuplicates nearDuplicates = new NearDuplicates();
    public final Watermarks watermarks;
    public final CredentialReader credentials;
    public final ProvenanceReader provenance;
    public final ModelRegistry registry;
    public final ActiveModels models;
    public final Scores scores = new Scores();
    public final Policy policy;
    public final Policies policies = new Policies();
    public final ReviewQueue queue = new ReviewQueue(new SecureRandom()::nextDouble);
    public final Refusals refusals = new Refusals();
    public final IntakePipeline intake;
    public final Verdicts verdicts = new Verdicts();
    public final PublishHold hold;
    public final VerdictDesk verdictDesk;
    public final HandOverDesk handOverDesk;
    public final Appeals appeals;
    public final Comments comments;
    public final Propagation propagation;
    /** What {@link #self} decides, on this machine's disk first. */
    public final Outbox outbox;
    /** What {@link #self} does in this sitting. */
    public final Session session;
    /** What was due as this desk was put back from a backup; empty: it was not, or that was done before. */
    public final Optional<AfterRestore> restored;
    public final GoldenDesk golden;
    public final CalibrationDesk calibrations;
    public final HoldDesk holds;
    public final Eraser eraser;
    public final Retention retention;
    public final SetRegister setRegister = new SetRegister();
    public final Caretaker caretaker;
    public final ExportDesk exports;
    public final Schedules schedules;
    public final CopyDesk copies;
    public final BlurDesk blurring;
    public final StatementDesk statements;
    public final PeriodReport report;
    public final QualityDesk quality;
    public final Rereview rereview;
    public final EmbeddingCache embeddings;
    public final LookAlikes lookAlikes;
    public final StandingScores standing;
    public final StandingMatches matches;
    public final RetrainingRun retraining;
    public final Promotion promotion;
    public final ShadowRun shadow;
    public final ModelAlerts alerts;
    public final PackApprovals packApprovals;
    public final Rescoring rescoring;
    public final Rechecking rechecking;
    public final ScoreImport scoreImport;
    public final KnownTruthCurve knownTruthCurve;
    public final OwnCare care;

    /**
     * Opens the desk whose data lies in {@code folder}, making it on first use. Takes about a second: never on the JavaFX thread.
     *
     * @throws dev.docket.storage.StorageException when the profile is in use or cannot be opened
     * @throws PolicyFormatException when the pack named in the settings is faulty
     * @throws IOException when the settings file is faulty, or the trust list named there
     */
    public static Desk open(Path folder, Clock clock) throws IOException, PolicyFormatException {
        return open(Profile.open(folder), Optional.empty(), clock);
    }

    /**
     * As {@link #open(Path, Clock)}.
     *
     * @param profile closed with the desk, or when it does not open
     * @param login in whose team's queue, where the profile is to keep nothing of it
     */
    public static Desk open(Profile profile, Optional<Joined> login, Clock clock) throws IOException, PolicyFormatException {
        Opened opened = new Opened();
        opened.keep(profile, Profile::close);
        try {
            return new Desk(opened, profile, login.isPresent() ? Optional.of(login.get().fitting(profile)) : Joined.in(profile), clock);
        } catch (IOException | PolicyFormatException | RuntimeException e) {
            opened.closeFor(e);
            throw e;
        }
    }

    /** Where a desk lives unless told otherwise: {@code $DOCKET_PROFILE}, else {@code ~/.docket}. */
    public static Path defaultFolder() {
        String named = System.getenv("DOCKET_PROFILE");
        return named == null || named.isBlank() ? Path.of(System.getProperty("user.home"), ".docket") : Path.of(named);
    }

    private Desk(Opened opened, Profile profile, Optional<Joined> login, Clock clock) throws IOException, PolicyFormatException {
        this.opened = opened;
        this.clock = clock;
        this.profile = profile;
        ownSettings = new OwnSettings(profile);
        settings = ownSettings.read();
        decoder = opened.keep(new DecodeWorkers(), DecodeWorkers::close);
        credentials = opened.keep(new CredentialReader(new MetadataReader(), TrustList.read(settings.trustList()), clock), CredentialReader::close);
        watermarks = opened.keep(Watermarks.load(profile.folder().resolve(Watermarks.FOLDER)), Watermarks::close);
        provenance = new MarkedProvenance(new ThumbnailedProvenance(credentials, decoder), watermarks);
        Base base = Base.open(profile, settings, login);
        PolicyPack pack = base.pack();
        joined = base.joined();
        inCharge = base.isInCharge();
        database = opened.keep(base.database(), Database::close);
        self = base.self();
        SealedCache thumbnailCache = opened.keep(new SealedCache(profile.folder().resolve("thumbnails"), THUMBNAIL_BYTES), SealedCache::close);
        bucket = joined.filter(_ -> !self.role().onlyReads()).flatMap(_ -> TeamImages.bucket(database));
        images = base.kept(profile);
        blobs = opened.keep(new CoupledBlobStore(images, thumbnailCache::remove), BlobStore::close);
        thumbnails = new Thumbnails(blobs, decoder, thumbnailCache);
        audit = new AuditLog(self.id(), "desk", clock);
        banks = new HashBanks(database, clock);
        bankShelf = new BankShelf(database, audit, banks, clock);
        registry = new ModelRegistry(profile.folder().resolve("models"), profile.key(), audit, clock);
        if (inCharge) {
            database.transact(tx -> StarterModel.install(tx, registry));
        }
        models = opened.keep(inCharge ? new ActiveModels(database, registry) : ActiveModels.none(registry), ActiveModels::close);
        policy = new Policy(pack, database.inTransaction(new ConceptMaps()::inForce));
        if (joined.isEmpty()) {
            database.transact(tx -> {
                policies.keep(tx, pack);
                queue.openLanes(tx, pack);
            });
        }
        AuditLog intakeAudit = new AuditLog(UUID.nameUUIDFromBytes(("intake " + self.id()).getBytes()), "intake", clock);
        intake = new IntakePipeline(
                new IntakePipeline.Stages(decoder, hasher, banks, provenance, models, policy),
                new IntakePipeline.Stores(database, blobs, items, nearDuplicates, scores, policies, queue, refusals, intakeAudit),
                clock);
        hold = new PublishHold(settings.publishHold(), clock);
        verdictDesk = new VerdictDesk(database, queue, items, blobs, pack, audit, clock);
        handOverDesk = new HandOverDesk(database, handOvers, audit, clock);
        appeals = new Appeals(database, queue, items, pack, audit, clock);
        comments = new Comments(clock);
        propagation = new Propagation(database, queue, items, nearDuplicates, pack, audit, hold);
        outbox = opened.keep(new Outbox(Journal.open(profile.folder().resolve(Joined.JOURNAL), profile.key(), "verdicts"), database, verdictDesk), Outbox::close);
        // the profile has one process: what is still leased was in the hands of one that died
        if (!self.role().onlyReads()) {
            database.transact(tx -> queue.releaseAll(tx, self.id()));
        }
        restored = AfterRestore.run(profile.folder(), joined.isPresent(), database, audit);
        session = new Session(outbox, propagation);
        golden = new GoldenDesk(database, queue, pack, audit, self, clock);
        calibrations = new CalibrationDesk(database, pack, golden, audit, self, clock);
        GoldenStream goldenStream = new GoldenStream(database, queue, pack, intakeAudit, clock, new SecureRandom());
        holds = new HoldDesk(database, audit, self, clock);
        Ledger ledger = new Ledger(new SealedFile(profile.folder().resolve("erasures"), profile.key(), "erasures"));
        eraser = new Eraser(database, items, queue, blobs, audit, self, clock, stone -> {
            outbox.forget(stone.item());
            ledger.add(List.of(stone));
        });
        if (joined.isEmpty()) {
            ledger.settle(database, eraser);
        }
        retention = new Retention(database, pack, eraser);
        ExportKeys exportKeys = ExportKeys.open(profile.folder().resolve("export.keys"), profile.key());
        DecisionSetReader sets = new DecisionSetReader(new DecisionSetReader.Stores(items, verdicts, scores, policies, blobs), pack, exportKeys, hold);
        exports = new ExportDesk(database, blobs, sets, exportKeys, audit, self);
        schedules = new Schedules(profile.folder().resolve("export-schedules.json"), exports, clock);
        DailyExports dailyExports = opened.keep(new DailyExports(schedules::run, clock, self.role() == Role.LEAD), DailyExports::close);
        caretaker = new Caretaker(database, queue, propagation, goldenStream, new DoubleReviews(database, queue, pack, hold, intakeAudit), pack.priority(), inCharge, self.role().onlyReads(), new DailyRetention(retention, clock, inCharge && self.role() == Role.LEAD),
                dailyExports);
        copies = new CopyDesk(database, blobs, decoder, exportKeys, audit, self);
        blurring = new BlurDesk(database, blobs, decoder, exportKeys, audit, self);
        report = new PeriodReport(database, pack, policies, registry, clock);
        quality = new QualityDesk(database, pack, policies, registry, queue);
        rereview = new Rereview(database, queue, pack, audit);
        statements = new StatementDesk(database, items, verdicts, policies, pack, hold, audit, self);
        embeddings = new EmbeddingCache(database, blobs, decoder);
        lookAlikes = opened.keep(new LookAlikes(database, items, nearDuplicates, embeddings, ForensicBackbone::load), LookAlikes::close);
        standing = new StandingScores(database, blobs, decoder, scores, registry, models);
        matches = new StandingMatches(database, blobs, nearDuplicates, banks);
        retraining = new RetrainingRun(new RetrainingRun.Stores(database, exports, embeddings, standing, registry, audit), pack, clock);
        promotion = new Promotion(database, registry, models, audit);
        shadow = new ShadowRun(new ShadowRun.Stores(database, blobs, decoder, items, verdicts, scores, registry), pack);
        alerts = new ModelAlerts(new ModelAlerts.Stores(database, exports, registry, audit), pack, clock);
        packApprovals = new PackApprovals(database, audit, self);
        knownTruthCurve = new KnownTruthCurve(new KnownTruthCurve.Stores(database, items, exports, embeddings, standing), pack);
        care = OwnCare.in(new SealedFile(profile.folder().resolve("care"), profile.key(), "care"), settings.care(), clock);
        rescoring = new Rescoring(
                new Rescoring.Stores(database, blobs, items, verdicts, scores, policies, queue, audit),
                standing, models, matches, new LateHashes(database, blobs, decoder, nearDuplicates, hasher), policy, clock);
        scoreImport = new ScoreImport(database, items, audit, rescoring, policy.concepts());
        rechecking = new Rechecking(new Rechecking.Stores(database, blobs, items, audit), decoder, provenance, rescoring, clock);
    }

    /** Whether what all need is seen to here: scores, deadlines, what spreads by itself. A reviewer of a team leaves it to others. */
    public boolean isInCharge() {
        return inCharge;
    }

    /** What a team's database tells by itself; empty at a desk of one's own. @param heard called on a thread of its own; quick */
    public Optional<Notices> listen(Consumer<String> heard) {
        return joined.map(team -> team.listen(heard));
    }

    @Override
    public void close() {
        opened.close();
    }
}
