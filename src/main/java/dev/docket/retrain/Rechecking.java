package dev.docket.retrain;

import dev.docket.audit.AuditKind;
import dev.docket.audit.AuditLog;
import dev.docket.decode.ImageDecoder;
import dev.docket.decode.UndecodableImageException;
import dev.docket.item.ImageItem;
import dev.docket.item.Items;
import dev.docket.progress.Progress;
import dev.docket.provenance.ProvenanceReader;
import dev.docket.provenance.ProvenanceReport;
import dev.docket.provenance.ProvenanceReport.Credentials;
import dev.docket.provenance.ProvenanceReport.State;
import dev.docket.provenance.Reports;
import dev.docket.provenance.Tools;
import dev.docket.storage.BlobStore;
import dev.docket.storage.CanonicalJson;
import dev.docket.storage.Database;
import dev.docket.storage.StorageException;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Looks at Content Credentials again that were checked under another list of trusted authorities or by another validator. What is found is a
 * report of its own beside the earlier ones; the policy then decides anew on what waits undecided. Verdicts stay, and so do the reports they
 * were made on. Works in batches, each one transaction with its audit line; when it is stopped or killed, running it again completes it, and
 * decisions that are older than their item's last report are made anew. One thread.
 */
public final class Rechecking {
    private static final int BATCH = 10;

    /**
     * What a run did.
     *
     * @param items with a new report
     * @param changed of them, those whose credentials are in another state now, or state something else
     * @param unreadable items whose picture is gone
     */
    public record Outcome(int items, int changed, int unreadable) {
        Outcome plus(Outcome other) {
            return new Outcome(items + other.items, changed + other.changed, unreadable + other.unreadable);
        }
    }

    /** Where items are read and reports go. */
    public record Stores(Database database, BlobStore blobs, Items items, AuditLog audit) {}

    private record Found(UUID item, ProvenanceReport before, ProvenanceReport now, Instant at) {
        String json() {
            return CanonicalJson.write(now);
        }

        boolean saysOtherwise() {
            return before.c2pa().state() != now.c2pa().state() || !before.c2pa().failures().equals(now.c2pa().failures())
                    || !before.signals().equals(now.signals()) || !before.disagreements().equals(now.disagreements());
        }
    }

    private final Stores stores;
    private final Reports reports = new Reports();
    private final ImageDecoder decoder;
    private final ProvenanceReader reader;
    private final Rescoring rescoring;
    private final Clock clock;

    public Rechecking(Stores stores, ImageDecoder decoder, ProvenanceReader reader, Rescoring rescoring, Clock clock) {
        this.stores = stores;
        this.decoder = decoder;
        this.reader = reader;
        this.rescoring = rescoring;
        this.clock = clock;
    }

    /** Live items with credentials whose report was made otherwise than one would be made now, in order of receipt. */
    public List<UUID> due() {
        Tools now = reader.tools();
        return now.check().isEmpty() ? List.of() : stores.database().inTransaction(tx -> tx.createQuery("""
                        select item_id, provenance_json from item
                         where state = 0 and (provenance_json like '%"validator":%' or provenance_json like '%docket.validator.notBuilt%')
                         order by received_at, item_id""")
                .map((row, _) -> isDue(ProvenanceReport.kept(row.getString("provenance_json")).c2pa(), now) ? Optional.of(row.getObject("item_id", UUID.class)) : Optional.<UUID>empty())
                .list().stream().flatMap(Optional::stream).toList());
    }

    private static boolean isDue(Credentials found, Tools now) {
        return found.check().isPresent() ? !found.check().equals(now.check()) : found.state() == State.NOT_CHECKED;
    }

    /** @throws dev.docket.progress.StoppedException when cancelled; the batches that were finished stay */
    public Outcome run(Progress progress) {
        return run(due(), progress);
    }

    /**
     * The same for these items.
     *
     * @throws dev.docket.progress.StoppedException when cancelled; the batches that were finished stay
     */
    public Outcome run(List<UUID> due, Progress progress) {
        rankLeft();
        Outcome sum = new Outcome(0, 0, 0);
        for (int from = 0; from < due.size(); from += BATCH) {
            sum = sum.plus(batch(due.subList(from, Math.min(from + BATCH, due.size())), from, due.size(), progress));
        }
        progress.at(due.size(), due.size(), "credentials checked again");
        return sum;
    }

    /** Decides anew on what a run that was killed has put on record and not come to. */
    public void rankLeft() {
        rescoring.again(Set.copyOf(stores.database().inTransaction(tx -> tx.createQuery("""
                        select distinct d.item_id from policy_decision d join provenance_report r on r.item_id = d.item_id
                         where r.recorded_at > d.decided_at""").mapTo(UUID.class).list())));
    }

    private Outcome batch(List<UUID> ids, int before, int all, Progress progress) {
        List<Found> found = new ArrayList<>();
        int unreadable = 0;
        for (int i = 0; i < ids.size(); i++) {
            progress.stopIfCancelled();
            progress.at(before + i, all, "credentials checked again");
            UUID id = ids.get(i);
            Optional<ImageItem> item = stores.database().inTransaction(tx -> stores.items().find(tx, id));
            Optional<Found> look = item.flatMap(this::look);
            look.ifPresent(found::add);
            unreadable += item.isPresent() && look.isEmpty() ? 1 : 0;
        }
        Set<UUID> kept = stores.database().inTransaction(tx -> keep(tx, found));
        Set<UUID> changed = new HashSet<>();
        found.stream().filter(each -> kept.contains(each.item()) && each.saysOtherwise()).forEach(each -> changed.add(each.item()));
        // all of them, so that a decision older than the report says that it is still to be made
        rescoring.again(kept);
        return new Outcome(kept.size(), changed.size(), unreadable);
    }

    private Optional<Found> look(ImageItem item) {
        try {
            Optional<byte[]> file = stores.blobs().get(item.sha256());
            if (file.isEmpty()) {
                return Optional.empty();
            }
            ProvenanceReport before = stores.database().inTransaction(tx -> ProvenanceReport.kept(stores.items().provenanceJson(tx, item.id())));
            return Optional.of(new Found(item.id(), before, read(file.get()), clock.instant().truncatedTo(ChronoUnit.MICROS)));
        } catch (IOException e) {
            throw new StorageException("The picture of item " + item.id() + " cannot be read: " + e.getMessage(), e);
        }
    }

    private ProvenanceReport read(byte[] file) {
        try {
            return reader.read(file, decoder.decode(file));
        } catch (UndecodableImageException unseen) {
            return reader.read(file);
        }
    }

    /** Those that were put on record: not what was quarantined or erased since it was read. */
    private Set<UUID> keep(Handle tx, List<Found> found) {
        List<String> lines = new ArrayList<>();
        Set<UUID> kept = new HashSet<>();
        for (Found each : found) {
            String json = each.json();
            if (reports.replace(tx, each.item(), json, reader.tools(), each.at())) {
                kept.add(each.item());
                lines.add(each.item() + " " + Reports.hash(json).hex());
            }
        }
        if (!lines.isEmpty()) {
            stores.audit().append(tx, AuditKind.ITEMS_RECHECKED, Map.of(
                    "validator", reader.tools().validator().orElse(""), "trust_list", reader.tools().trustList().orElse(""), "reports", lines));
        }
        return kept;
    }
}
