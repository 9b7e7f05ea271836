package dev.docket.retrain;

import dev.docket.audit.AuditLog;
import dev.docket.classify.ActiveModels;
import dev.docket.classify.ModelScore;
import dev.docket.classify.Scores;
import dev.docket.decode.ImageDecoder;
import dev.docket.decode.FormatDecoders;
import dev.docket.export.DecisionSetReader;
import dev.docket.export.ExportDesk;
import dev.docket.export.ExportKeys;
import dev.docket.hash.HashBanks;
import dev.docket.hash.NearDuplicates;
import dev.docket.hash.PdqHasher;
import dev.docket.item.ImageItem;
import dev.docket.item.ItemFacts;
import dev.docket.item.Items;
import dev.docket.item.Source;
import dev.docket.policy.Policies;
import dev.docket.policy.Policy;
import dev.docket.policy.PolicyDecision;
import dev.docket.policy.PolicyFile;
import dev.docket.policy.PolicyPack;
import dev.docket.provenance.ProvenanceReport;
import dev.docket.queue.LeasedTask;
import dev.docket.queue.ReviewQueue;
import dev.docket.registry.ModelRegistry;
import dev.docket.storage.BlobStore;
import dev.docket.storage.CanonicalJson;
import dev.docket.storage.ContentHash;
import dev.docket.storage.Database;
import dev.docket.storage.FolderBlobStore;
import dev.docket.team.Member;
import dev.docket.team.Team;
import dev.docket.verdict.Finding;
import dev.docket.verdict.PublishHold;
import dev.docket.verdict.Shown;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictDesk;
import dev.docket.verdict.VerdictKind;
import dev.docket.verdict.Verdicts;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import javax.imageio.ImageIO;

/**
 * A desk with pictures of three plain kinds: noise (benign), stripes over noise (spam_scam) and smooth blobs
 * (undisclosed_synthetic), made in memory. What the feed scored of them is little better than a guess.
 */
final class SmallDesk implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    static final List<String> KINDS = List.of("benign", "spam_scam", "undisclosed_synthetic");

    final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    final Database database;
    final BlobStore blobs;
    final ImageDecoder decoder = new FormatDecoders();
    final Items items = new Items();
    final Scores scores = new Scores();
    final Policies policies = new Policies();
    final ReviewQueue queue = new ReviewQueue();
    final Verdicts verdicts = new Verdicts();
    final NearDuplicates nearDuplicates = new NearDuplicates();
    final PdqHasher hasher = new PdqHasher();
    final PolicyPack pack = PolicyFile.shipped();
    final Policy policy = new Policy(pack);
    final Member self;
    final AuditLog audit;
    final ModelRegistry registry;
    final ActiveModels models;
    final VerdictDesk desk;
    final ExportDesk export;
    final EmbeddingCache embeddings;
    final StandingScores standing;
    final RetrainingRun retraining;
    final Promotion promotion;
    final Rescoring rescoring;
    final Map<UUID, String> truth = new LinkedHashMap<>();

    SmallDesk(Path folder) throws IOException {
        byte[] key = new byte[32];
        database = Database.openEmbedded(Files.createDirectories(folder.resolve("database")), key);
        blobs = new FolderBlobStore(folder.resolve("images"), key);
        self = database.inTransaction(new Team()::self);
        audit = new AuditLog(self.id(), "desk", clock);
        registry = new ModelRegistry(folder.resolve("models"), new byte[32], audit, clock);
        models = new ActiveModels(database, registry);
        database.transact(tx -> {
            policies.keep(tx, pack);
            queue.openLanes(tx, pack);
        });
        desk = new VerdictDesk(database, queue, items, blobs, pack, audit, clock);
        ExportKeys keys = ExportKeys.open(folder.resolve("export.keys"), key);
        export = new ExportDesk(database, blobs,
                new DecisionSetReader(new DecisionSetReader.Stores(items, verdicts, scores, policies, blobs), pack, keys, new PublishHold(Duration.ZERO, clock)), keys, audit, self);
        embeddings = new EmbeddingCache(database, blobs, decoder);
        standing = new StandingScores(database, blobs, decoder, scores, registry, models);
        retraining = new RetrainingRun(new RetrainingRun.Stores(database, export, embeddings, standing, registry, audit), pack, clock);
        promotion = new Promotion(database, registry, models, audit);
        rescoring = new Rescoring(
                new Rescoring.Stores(database, blobs, items, verdicts, scores, policies, queue, audit),
                standing, models, new StandingMatches(database, blobs, nearDuplicates, new HashBanks(database, clock)),
                new LateHashes(database, blobs, decoder, nearDuplicates, hasher), policy, clock);
    }

    /** Admits {@code n} pictures, kinds in turn. */
    void admit(int n) throws IOException {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < n; i++) {
            String kind = KINDS.get(i % KINDS.size());
            byte[] png = picture(kind, random.split());
            ContentHash address = blobs.put(png);
            Source source = new Source("feed-" + "ABC".charAt(i / 3 % 3), "picture-" + i);
            ImageItem item = new ImageItem(Items.idOf(source), source, address, png.length, "image/png", 160, 128, NOW, NOW.plusSeconds(i), ItemFacts.NONE);
            List<ModelScore> fed = List.of(new ModelScore("feed", "3", "undisclosed_synthetic", random.nextDouble(), 0.5));
            PolicyDecision decision = policy.decide(fed, ProvenanceReport.NONE, List.of(), item.facts(), NOW);
            var hash = hasher.hash(decode(png));
            database.transact(tx -> {
                items.add(tx, item, CanonicalJson.write(ProvenanceReport.NONE));
                nearDuplicates.add(tx, address, hash);
                scores.put(tx, item.id(), fed);
                policies.put(tx, item.id(), decision);
                queue.enqueue(tx, item.id(), decision);
            });
            truth.put(item.id(), kind);
        }
    }

    dev.docket.decode.DecodedImage decode(byte[] png) {
        try {
            return decoder.decode(png);
        } catch (dev.docket.decode.UndecodableImageException e) {
            throw new AssertionError(e);
        }
    }

    List<ContentHash> pictures() {
        return database.inTransaction(tx -> items.ids(tx).stream().map(id -> items.find(tx, id).orElseThrow().sha256()).toList());
    }

    /** Decides the most urgent waiting items by the truth; returns how many there were. */
    int decide(int n) {
        int made = 0;
        for (var lane : database.inTransaction(queue::lanes)) {
            while (made < n) {
                List<LeasedTask> tasks = database.inTransaction(tx -> queue.claim(tx, self.id(), lane.id(), 1));
                if (tasks.isEmpty()) {
                    break;
                }
                decide(tasks.getFirst());
                made++;
            }
        }
        return made;
    }

    private void decide(LeasedTask task) {
        String label = truth.get(task.itemId());
        var known = pack.label(label);
        ContentHash picture = database.inTransaction(tx -> items.find(tx, task.itemId())).orElseThrow().sha256();
        Finding finding = new Finding(label, List.of(), known.severity(), known.defaultAction(), true, Optional.empty(), Optional.of("by its looks"));
        Shown shown = new Shown(picture, true, List.of(), List.of(), "0".repeat(64), "open", true, List.of(), 1200);
        desk.record(new Verdict(UUID.randomUUID(), task.taskId(), task.itemId(), task.round(), 0, VerdictKind.DECIDED, self.id(), task.epoch(),
                Optional.of(finding), Optional.empty(), pack.ref(), shown, NOW.plusSeconds(60)));
    }

    static byte[] picture(String kind, SplittableRandom random) throws IOException {
        BufferedImage picture = new BufferedImage(160, 128, BufferedImage.TYPE_INT_RGB);
        int period = 4 + random.nextInt(5);
        double phase = random.nextDouble(6.28);
        double slope = random.nextDouble(0.02, 0.06);
        for (int y = 0; y < 128; y++) {
            for (int x = 0; x < 160; x++) {
                double smooth = 128 + 60 * Math.sin(slope * x + phase) * Math.cos(slope * y * 1.3);
                double value = switch (kind) {
                    case "benign" -> smooth + 40 * random.nextGaussian();
                    case "spam_scam" -> y / period % 2 == 0 && y > 40 && y < 100 ? 250 : smooth + 40 * random.nextGaussian();
                    default -> smooth;
                };
                int grey = Math.clamp((int) value, 0, 255);
                picture.setRGB(x, y, grey << 16 | grey << 8 | grey);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", out);
        return out.toByteArray();
    }

    @Override
    public void close() {
        models.close();
        database.close();
    }
}
