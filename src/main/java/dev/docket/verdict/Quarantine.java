package dev.docket.verdict;

import dev.docket.audit.AuditKind;
import dev.docket.audit.AuditLog;
import dev.docket.item.Erasure;
import dev.docket.item.HandOver.Grounds;
import dev.docket.item.HandOvers;
import dev.docket.item.Items;
import dev.docket.policy.Policies;
import dev.docket.policy.PolicyDecision;
import dev.docket.queue.ReviewQueue;
import dev.docket.storage.BlobStore;
import dev.docket.storage.Database;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Suspected child-safety material: no pixels, words, regions, export or training from here on, for the item and every other item
 * with the same picture. What people found stays, as codes, and a record to hand over.
 */
final class Quarantine {
    private final Items items;
    private final HandOvers handOvers = new HandOvers();
    private final Policies policies = new Policies();
    private final ReviewQueue queue;
    private final Erasure erasure;
    private final AuditLog audit;

    Quarantine(Items items, ReviewQueue queue, BlobStore blobs, AuditLog audit) {
        this.items = items;
        this.queue = queue;
        this.erasure = new Erasure(items, blobs);
        this.audit = audit;
    }

    /** Puts the item and its likes out of reach. The bytes go after the transaction: {@link #erase}. */
    void impose(Handle tx, Verdict verdict) {
        items.find(tx, verdict.itemId()).ifPresent(known -> {
            for (UUID alike : items.showing(tx, known.sha256())) {
                handOvers.open(tx, alike, known.sha256(), verdict.at(), grounds(tx, verdict, alike));
                items.quarantine(tx, alike);
                queue.withdraw(tx, alike);
                Words.erase(tx, alike);
                audit.append(tx, AuditKind.ITEM_QUARANTINED, alike, Map.of("item", alike.toString()));
            }
        });
    }

    private Grounds grounds(Handle tx, Verdict verdict, UUID item) {
        String place = policies.of(tx, item).map(PolicyDecision::jurisdiction).orElse("*");
        return Grounds.person(verdict.reviewer(), verdict.reason().orElse("quarantine"), verdict.pack().name(), verdict.pack().sha256(), place);
    }

    /** Deletes the bytes of quarantined pictures. */
    void erase(Database database) {
        erasure.run(database);
    }

    /** Does what an earlier process left undone, and erases the words on items that an intake quarantined since. */
    void tidy(Database database) {
        erase(database);
        database.transact(tx -> tx.createQuery("""
                        select distinct i.item_id from item i join verdict_event v on v.item_id = i.item_id
                         where i.state = 9 and (v.finding_json is not null or v.words is not null)""")
                .mapTo(UUID.class).list().forEach(item -> Words.erase(tx, item)));
    }
}
