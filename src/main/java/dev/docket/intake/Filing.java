package dev.docket.intake;

import dev.docket.audit.AuditKind;
import dev.docket.classify.ModelScore;
import dev.docket.classify.vendor.VendorScores;
import dev.docket.item.Erasure;
import dev.docket.item.HandOvers;
import dev.docket.item.ImageItem;
import dev.docket.policy.Disposition;
import dev.docket.policy.PolicyDecision;
import dev.docket.provenance.Reports;
import dev.docket.provenance.Tools;
import dev.docket.queue.Slice;
import dev.docket.storage.CanonicalJson;
import dev.docket.storage.ContentHash;
import dev.docket.storage.StorageException;
import dev.docket.storage.UnreachableException;
import dev.docket.storage.bucket.BucketException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stores what examinations found: the bytes first, then everything else of a batch in one transaction. One thread. */
final class Filing {
    private static final Logger LOG = LoggerFactory.getLogger(Filing.class);

    private final IntakePipeline.Stores stores;
    private final KnownItems known;
    private final Tools tools;
    private final HandOvers handOvers = new HandOvers();
    private final Reports reports = new Reports();
    private final VendorScores vendorScores = new VendorScores();

    /** @param tools what the reports on provenance are made with */
    Filing(IntakePipeline.Stores stores, KnownItems known, Tools tools) {
        this.stores = stores;
        this.known = known;
        this.tools = tools;
    }

    /**
     * Files a batch in its order. When it fails, what stood before a quarantined item may be filed already.
     *
     * @return for each item, in their order, whether it was new
     * @throws StorageException when there is no room
     */
    List<Boolean> file(List<Prepared> items) {
        List<Boolean> isNew = new ArrayList<>();
        List<Prepared> open = new ArrayList<>();
        for (Prepared item : items) {
            if (mustGoUnseen(item)) {
                isNew.addAll(fileOpen(open));
                isNew.add(quarantine(item));
                open.clear();
            } else {
                open.add(item);
            }
        }
        isNew.addAll(fileOpen(open));
        return isNew;
    }

    void refuse(List<Refusal> refusals) {
        if (refusals.isEmpty()) {
            return;
        }
        stores.database().transact(tx -> {
            for (Refusal refusal : refusals) {
                stores.refusals().put(tx, refusal);
                stores.audit().append(tx, AuditKind.ITEM_REFUSED, Map.of("reason", PlainText.of(refusal.reason(), 300)));
            }
        });
    }

    private List<Boolean> fileOpen(List<Prepared> items) {
        if (items.isEmpty()) {
            return List.of();
        }
        storeBytes(items);
        Set<ContentHash> barred = new HashSet<>();
        List<Boolean> isNew = stores.database().inTransaction(tx -> {
            // in turn, so that two intakes that offer the same pictures never wait for each other both ways
            stores.nearDuplicates().awaitTurn(tx);
            return items.stream().map(item -> file(tx, item, barred)).toList();
        });
        barred.forEach(this::forget);
        return isNew;
    }

    /** What the policy quarantines, or people did: its bytes are not stored. */
    private boolean mustGoUnseen(Prepared prepared) {
        return prepared.decision().disposition() == Disposition.QUARANTINE || known.isQuarantined(prepared.item().sha256());
    }

    /** At once, as each waits for the disk more than once. */
    private void storeBytes(List<Prepared> items) {
        try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<ContentHash>> writes = items.stream().<Callable<ContentHash>>map(item -> () -> stores.blobs().put(item.bytes())).toList();
            for (Future<ContentHash> written : writers.invokeAll(writes)) {
                written.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new dev.docket.progress.StoppedException();
        } catch (ExecutionException e) {
            throw notStored(e.getCause());
        }
    }

    private static RuntimeException notStored(Throwable failure) {
        return switch (failure) {
            case BucketException gone -> gone.isPassing() ? new UnreachableException(gone.getMessage(), gone) : new StorageException(gone.getMessage(), gone);
            case IOException e -> new StorageException(
                    "The image store cannot be written: " + e.getMessage() + ". Free some space and run the intake again.", e);
            case RuntimeException bug -> bug;
            case Error error -> throw error;
            default -> new IllegalStateException(failure);
        };
    }

    /** @param barred receives a picture that people quarantined while its bytes were being stored */
    private boolean file(Handle tx, Prepared prepared, Set<ContentHash> barred) {
        ImageItem item = prepared.item();
        String report = CanonicalJson.write(prepared.provenance());
        if (!stores.items().add(tx, item, report)) {
            return false;
        }
        stores.refusals().clear(tx, prepared.place());
        if (stores.items().isQuarantined(tx, item.sha256())) {
            barred.add(item.sha256());
            handOvers.openCopy(tx, item.id(), item.sha256(), item.receivedAt(), prepared.grounds());
            stores.audit().append(tx, AuditKind.ITEM_QUARANTINED_UNSEEN, unseen(prepared));
            return true;
        }
        reports.add(tx, item.id(), report, tools, item.receivedAt());
        boolean isNew = stores.nearDuplicates().add(tx, item.sha256(), prepared.hash()).equals(item.sha256());
        stores.scores().add(tx, item.id(), prepared.scores());
        vendorScores.put(tx, item.id(), prepared.answered());
        Slice slice = stores.queue().draw(isNew && prepared.scores().stream().anyMatch(ModelScore::undecided));
        PolicyDecision decision = decision(prepared, slice);
        stores.policies().put(tx, item.id(), decision);
        stores.queue().enqueue(tx, item.id(), decision, slice);
        stores.audit().append(tx, AuditKind.ITEM_ADMITTED, Map.of(
                "item", item.id().toString(),
                "source", item.source().name(),
                "disposition", decision.disposition().name(),
                "report", Reports.hash(report).hex(),
                "pack", decision.pack().sha256().hex()));
        return true;
    }

    /** One that would be released and was drawn at random is looked at all the same: else nobody ever learned what is missed. */
    private static PolicyDecision decision(Prepared prepared, Slice slice) {
        PolicyDecision decision = prepared.decision();
        return slice == Slice.RANDOM && decision.disposition() == Disposition.RELEASE
                ? decision.unseen("Drawn at random: a person looks at one in ten of what would be released") : decision;
    }

    private boolean quarantine(Prepared prepared) {
        ImageItem item = prepared.item();
        boolean isNew = stores.database().inTransaction(tx -> {
            List<UUID> alike = stores.items().showing(tx, item.sha256());
            boolean added = stores.items().addQuarantined(tx, item);
            handOvers.openCopy(tx, item.id(), item.sha256(), item.receivedAt(), prepared.grounds());
            for (UUID other : alike) {
                stores.queue().withdraw(tx, other);
                handOvers.openCopy(tx, other, item.sha256(), item.receivedAt(), prepared.grounds());
            }
            stores.refusals().clear(tx, prepared.place());
            stores.audit().append(tx, AuditKind.ITEM_QUARANTINED_UNSEEN, unseen(prepared));
            return added;
        });
        new Erasure(stores.items(), stores.blobs()).run(stores.database());
        return isNew;
    }

    private static Map<String, String> unseen(Prepared prepared) {
        return Map.of("item", prepared.item().id().toString(), "source", prepared.item().source().name(),
                "pack", prepared.decision().pack().sha256().hex());
    }

    private void forget(ContentHash picture) {
        try {
            stores.blobs().delete(picture);
        } catch (IOException e) {
            LOG.error("The bytes of quarantined picture {} could not be deleted", picture, e);
        }
    }
}
