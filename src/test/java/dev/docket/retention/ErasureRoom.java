package dev.docket.retention;

import dev.docket.audit.AuditLog;
import dev.docket.audit.AuditVerifier;
import dev.docket.hash.NearDuplicates;
import dev.docket.hash.PerceptualHash;
import dev.docket.item.ImageItem;
import dev.docket.item.ItemFacts;
import dev.docket.item.Items;
import dev.docket.item.LegalHold;
import dev.docket.item.LegalHolds;
import dev.docket.item.Source;
import dev.docket.item.Tombstone;
import dev.docket.policy.Disposition;
import dev.docket.policy.PolicyDecision;
import dev.docket.policy.PolicyFile;
import dev.docket.policy.PolicyPack;
import dev.docket.policy.Severity;
import dev.docket.provenance.Reports;
import dev.docket.provenance.Tools;
import dev.docket.queue.LeasedTask;
import dev.docket.queue.ReviewQueue;
import dev.docket.storage.BlobStore;
import dev.docket.storage.ContentHash;
import dev.docket.storage.Database;
import dev.docket.storage.FolderBlobStore;
import dev.docket.storage.ImageKeys;
import dev.docket.team.Member;
import dev.docket.verdict.Comments;
import dev.docket.verdict.Finding;
import dev.docket.verdict.Shown;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictAudit;
import dev.docket.verdict.VerdictDesk;
import dev.docket.verdict.VerdictKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;

/** A lead with items that were decided, notes on them, and pictures under keys of their own. */
final class ErasureRoom {
    static final PolicyPack PACK = PolicyFile.shipped();
    static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    static final String NOTE = "the note that somebody wrote";

    final Database database;
    final Member lead;
    final Items items = new Items();
    final NearDuplicates nearDuplicates = new NearDuplicates();
    final ReviewQueue queue = new ReviewQueue();
    final BlobStore blobs;
    final VerdictDesk desk;
    final AuditLog audit;
    final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    final HoldDesk holds;
    final Eraser eraser;
    final List<Tombstone> told = new ArrayList<>();
    private final Database owner;

    /** @param owner of the database, who sees everything */
    ErasureRoom(Database owner, Database database, Member lead, Path folder) {
        this.owner = owner;
        this.database = database;
        this.lead = lead;
        owner.transact(tx -> queue.openLanes(tx, PACK));
        blobs = new FolderBlobStore(folder, Optional.empty(), new ImageKeys(database));
        audit = new AuditLog(lead.id(), "desk", clock);
        desk = new VerdictDesk(database, queue, items, blobs, PACK, audit, clock);
        holds = new HoldDesk(database, audit, lead, clock);
        eraser = new Eraser(database, items, queue, blobs, audit, lead, clock, told::add);
    }

    Retention retention(PolicyPack pack) {
        return new Retention(database, pack, eraser);
    }

    /** An item whose feed said a lot, waiting in the general lane. */
    UUID file(String name) throws IOException {
        return file(name, name);
    }

    UUID file(String name, String picture) throws IOException {
        return file(name, picture, false, hash(picture.hashCode()));
    }

    UUID file(String name, String picture, boolean gold, PerceptualHash pdq) throws IOException {
        byte[] bytes = bytes(picture);
        blobs.put(bytes);
        ItemFacts facts = new ItemFacts(Optional.of("posted words of " + name), Optional.of("de"), "DE", Optional.of("uploader-" + name), Optional.of(12),
                Optional.of(900L), Optional.of(2.0), List.of("somebody reports " + name), Optional.empty(), gold);
        Source source = new Source("feed", "post-" + name);
        ImageItem item = new ImageItem(Items.idOf(source), source, ContentHash.of(bytes), bytes.length, "image/png", 64, 48, NOW.minusSeconds(60), NOW.minusSeconds(30), facts);
        PolicyDecision decision = new PolicyDecision(PACK.ref(), Disposition.REVIEW, "general", "*", List.of(), "open", Severity.S0,
                Optional.empty(), 100, List.of(), List.of());
        database.transact(tx -> {
            String report = "{\"camera\":\"provenance of " + name + "\"}";
            items.add(tx, item, report);
            new Reports().add(tx, item.id(), report, Tools.UNKNOWN, NOW);
            nearDuplicates.add(tx, item.sha256(), pdq);
            queue.enqueue(tx, item.id(), decision);
        });
        return item.id();
    }

    static byte[] bytes(String picture) {
        return ("picture " + picture).getBytes(StandardCharsets.UTF_8);
    }

    static PerceptualHash hash(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return new PerceptualHash(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong(), 100);
    }

    /** Decides it with a note, and comments on it. */
    Verdict decide(UUID item) {
        LeasedTask task = take(item);
        PolicyPack.Label label = PACK.label("spam_scam");
        Finding finding = Finding.of(label.id(), label.severity(), label.defaultAction()).withNote(Optional.of(NOTE));
        ContentHash picture = database.inTransaction(tx -> items.find(tx, item)).orElseThrow().sha256();
        Shown shown = new Shown(picture, false, List.of(), List.of(), "0".repeat(64), "off", true, List.of(), 900);
        Verdict verdict = new Verdict(UUID.randomUUID(), task.taskId(), item, task.round(), 0, VerdictKind.DECIDED, lead.id(), task.epoch(),
                Optional.of(finding), Optional.empty(), PACK.ref(), shown, NOW);
        if (desk.record(verdict) != VerdictDesk.Outcome.ACCEPTED) {
            throw new AssertionError("not accepted");
        }
        database.transact(tx -> new Comments(clock).add(tx, item, lead.id(), "a comment of a colleague"));
        return verdict;
    }

    LeasedTask take(UUID item) {
        return database.inTransaction(tx -> queue.take(tx, lead.id(), List.of(ReviewQueue.taskId(item, 1)))).getFirst();
    }

    List<LegalHold> standing(UUID item) {
        return database.inTransaction(tx -> new LegalHolds().standing(tx, item));
    }

    /** Everything that the database says of an item, in one text. */
    String everything(UUID item) {
        return owner.inTransaction(tx -> {
            StringBuilder all = new StringBuilder();
            for (String query : List.of("select * from item where item_id = :item", "select * from verdict_event where item_id = :item",
                    "select * from verdict_late where item_id = :item", "select * from item_comment where item_id = :item", "select * from erasure where item_id = :item",
                    "select * from policy_decision where item_id = :item", "select * from score where item_id = :item", "select * from provenance_report where item_id = :item",
                    "select b.* from image_blob b join item i on i.sha256 = b.sha256 where i.item_id = :item")) {
                tx.createQuery(query).bind("item", item).mapToMap().list().forEach(row -> row.forEach((column, value) ->
                        all.append(column).append('=').append(value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value).append('\n')));
            }
            return all.toString();
        });
    }

    Optional<String> faultOfTheLog() {
        return new AuditVerifier(new VerdictAudit()).verify(owner).firstBad();
    }
}
