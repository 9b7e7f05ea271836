package dev.docket.intake;

import dev.docket.audit.AuditKind;
import dev.docket.item.Erasure;
import dev.docket.item.ImageItem;
import dev.docket.item.Source;
import dev.docket.policy.Disposition;
import dev.docket.storage.CanonicalJson;
import dev.docket.storage.StorageException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Stores what an examination found: the bytes first, then everything else in one transaction. */
final class Filing {
    private final IntakePipeline.Stores stores;

    Filing(IntakePipeline.Stores stores) {
        this.stores = stores;
    }

    boolean knows(Source source) {
        return stores.database().inTransaction(tx -> stores.items().contains(tx, source));
    }

    /** Returns whether the item was new. */
    boolean file(Prepared prepared) {
        if (mustGoUnseen(prepared)) {
            return quarantine(prepared);
        }
        try {
            stores.blobs().put(prepared.bytes());
        } catch (IOException e) {
            throw new StorageException("The image store cannot be written: " + e.getMessage() + ". Free some space and run the intake again.", e);
        }
        return stores.database().inTransaction(tx -> file(tx, prepared));
    }

    private boolean file(Handle tx, Prepared prepared) {
        ImageItem item = prepared.item();
        if (!stores.items().add(tx, item, CanonicalJson.write(prepared.provenance()))) {
            return false;
        }
        stores.nearDuplicates().add(tx, item.sha256(), prepared.hash());
        stores.scores().put(tx, item.id(), prepared.scores());
        stores.policies().put(tx, item.id(), prepared.decision());
        stores.queue().enqueue(tx, item.id(), prepared.decision());
        stores.refusals().clear(tx, prepared.candidate().place());
        stores.audit().append(tx, AuditKind.ITEM_ADMITTED, Map.of(
                "item", item.id().toString(),
                "source", item.source().name(),
                "disposition", prepared.decision().disposition().name(),
                "pack", prepared.decision().pack().sha256().hex()));
        return true;
    }

    /** What the policy quarantines, or people did: its bytes are not stored. */
    private boolean mustGoUnseen(Prepared prepared) {
        return prepared.decision().disposition() == Disposition.QUARANTINE
                || stores.database().inTransaction(tx -> stores.items().isQuarantined(tx, prepared.item().sha256()));
    }

    private boolean quarantine(Prepared prepared) {
        ImageItem item = prepared.item();
        boolean isNew = stores.database().inTransaction(tx -> {
            List<UUID> alike = stores.items().showing(tx, item.sha256());
            boolean added = stores.items().addQuarantined(tx, item);
            alike.forEach(known -> stores.queue().withdraw(tx, known));
            stores.refusals().clear(tx, prepared.candidate().place());
            stores.audit().append(tx, AuditKind.ITEM_QUARANTINED_UNSEEN, Map.of(
                    "item", item.id().toString(), "source", item.source().name(), "pack", prepared.decision().pack().sha256().hex()));
            return added;
        });
        new Erasure(stores.items(), stores.blobs()).run(stores.database());
        return isNew;
    }

    void refuse(Refusal refusal) {
        stores.database().transact(tx -> {
            stores.refusals().put(tx, refusal);
            stores.audit().append(tx, AuditKind.ITEM_REFUSED, Map.of("reason", PlainText.of(refusal.reason(), 300)));
        });
    }
}
