package dev.docket.policy;

import dev.docket.storage.CanonicalJson;
import dev.docket.storage.ContentHash;
import dev.docket.storage.InsertOnce;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Stored pack texts and the current decision on each item. */
public final class Policies {
    private static final String KEEP = """
            insert into policy_pack (pack_id, version, sha256, body)
            select :id, :version, :sha256, :body
             where not exists (select 1 from policy_pack where pack_id = :id and version = :version and sha256 = :sha256)
            """;

    private static final String TEXT = "select body from policy_pack where pack_id = :id and version = :version and sha256 = :sha256";

    private static final String KEPT = "select pack_id, version, sha256, added_at from policy_pack order by added_at desc, version desc, sha256";

    private static final String REPLACE = """
            update policy_decision set decision_json = :decision, decided_at = current_timestamp where item_id = :item
            """;

    private static final String ADD = """
            insert into policy_decision (item_id, decision_json)
            select :item, :decision where not exists (select 1 from policy_decision where item_id = :item)
            """;

    private static final String CURRENT = "select decision_json from policy_decision where item_id = :item";

    /** Keeps the pack's text for good, so that old verdicts can be read against it. */
    public void keep(Handle tx, PolicyPack pack) {
        InsertOnce.run(tx, () -> tx.createUpdate(KEEP).bindMethods(pack.ref()).bind("body", pack.text()).execute());
    }

    /** The text a pack had when it was kept; empty when it never was. */
    public Optional<String> text(Handle tx, PackRef ref) {
        return tx.createQuery(TEXT).bindMethods(ref).mapTo(String.class).findOne();
    }

    /**
     * A pack that was in force on this desk.
     *
     * @param since when it was first opened here
     */
    public record Kept(PackRef ref, Instant since) {}

    /** Every pack that was ever kept, the latest first. */
    public List<Kept> kept(Handle tx) {
        return tx.createQuery(KEPT).map((row, _) -> new Kept(
                new PackRef(row.getString("pack_id"), row.getString("version"), ContentHash.fromDigest(row.getBytes("sha256"))),
                row.getObject("added_at", OffsetDateTime.class).toInstant())).list();
    }

    /** Replaces the item's decision. */
    public void put(Handle tx, UUID item, PolicyDecision decision) {
        String json = CanonicalJson.write(decision);
        boolean added = InsertOnce.run(tx, () -> tx.createUpdate(ADD).bind("item", item).bind("decision", json).execute());
        if (!added) {
            tx.createUpdate(REPLACE).bind("item", item).bind("decision", json).execute();
        }
    }

    public Optional<PolicyDecision> of(Handle tx, UUID item) {
        return tx.createQuery(CURRENT).bind("item", item).mapTo(String.class).findOne()
                .map(json -> CanonicalJson.read(json, PolicyDecision.class));
    }
}
