package dev.docket.item;

import dev.docket.storage.CanonicalJson;
import dev.docket.storage.ContentHash;
import dev.docket.storage.InsertOnce;
import dev.docket.storage.NaturalId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * The stored items. A picture that was quarantined under one item is quarantined under every other, those admitted
 * later included.
 */
public final class Items {
    private static final int LIVE = 0;
    private static final int QUARANTINED = 9;

    /** UUIDv8 of SHA-256(source name, 0x00, external id): the same source and id are the same item. */
    public static UUID idOf(Source source) {
        return NaturalId.of(source.name(), source.externalId());
    }

    /**
     * Adds the item and its blob row unless the item is there. Returns whether it was new. An item whose picture is
     * quarantined is added as quarantined, without its facts, so that its feed is not asked for it again.
     */
    public boolean add(Handle tx, ImageItem item, String provenanceJson) {
        return add(tx, item, provenanceJson, isQuarantined(tx, item.sha256()));
    }

    /**
     * Adds the item as quarantined, and quarantines whatever shows the same picture: nothing but its source and address
     * is kept. Returns whether it was new. The caller deletes the bytes, if there are any: {@link Erasure}.
     */
    public boolean addQuarantined(Handle tx, ImageItem item) {
        boolean isNew = add(tx, item, "{}", true);
        showing(tx, item.sha256()).forEach(alike -> quarantine(tx, alike));
        return isNew;
    }

    public boolean contains(Handle tx, Source source) {
        return tx.createQuery("select 1 from item where item_id = :id").bind("id", idOf(source)).mapTo(Integer.class).findOne().isPresent();
    }

    /** Whether this picture was quarantined under any item: it must not be stored, decoded or shown again. */
    public boolean isQuarantined(Handle tx, ContentHash picture) {
        return tx.createQuery("select 1 from item where sha256 = :picture and state = 9 limit 1")
                .bind("picture", picture).mapTo(Integer.class).findOne().isPresent();
    }

    /** Those of these items of which nothing can be shown any more: quarantined, or erased. */
    public Set<UUID> withheld(Handle tx, Collection<UUID> of) {
        return of.isEmpty() ? Set.of() : tx.createQuery("select item_id from item where state <> 0 and item_id in (<items>)")
                .bindList("items", List.copyOf(of)).mapTo(UUID.class).collect(Collectors.toSet());
    }

    /** The item, unless it is unknown, quarantined or erased. */
    public Optional<ImageItem> find(Handle tx, UUID id) {
        return tx.createQuery("""
                        select i.item_id, i.source, i.external_id, i.sha256, b.byte_len, b.media_type, b.width, b.height,
                               i.flagged_at, i.received_at, i.facts_json, q.item_id as checked
                          from item i join image_blob b on b.sha256 = i.sha256
                               left join quality_check q on q.item_id = i.item_id
                         where i.item_id = :id and i.state = 0""")
                .bind("id", id).map((row, _) -> item(row)).findOne();
    }

    /** As {@link #find}, its row locked until the transaction ends: two appeals, say, come one after the other. */
    public Optional<ImageItem> locked(Handle tx, UUID id) {
        tx.createQuery("select item_id from item where item_id = :id for update").bind("id", id).mapTo(UUID.class).findOne();
        return find(tx, id);
    }

    /** Canonical JSON of the provenance report stored at intake; {@code {}} when the item is unknown or quarantined. */
    public String provenanceJson(Handle tx, UUID id) {
        return tx.createQuery("select provenance_json from item where item_id = :id and state = 0")
                .bind("id", id).mapTo(String.class).findOne().orElse("{}");
    }

    /** All live items' ids, in order of receipt. */
    public List<UUID> ids(Handle tx) {
        return tx.createQuery("select item_id from item where state = 0 order by received_at, item_id").mapTo(UUID.class).list();
    }

    /** The live items that show this picture. */
    public List<UUID> showing(Handle tx, ContentHash picture) {
        return tx.createQuery("select item_id from item where sha256 = :picture and state = 0 order by item_id")
                .bind("picture", picture).mapTo(UUID.class).list();
    }

    /**
     * Takes the item out of every later query and wipes what is known of it: facts, provenance, scores, policy decision.
     * The caller deletes the bytes. Returns the address of the bytes if no other live item shares them; the picture's
     * hashes and embeddings are then wiped as well.
     */
    public Optional<ContentHash> quarantine(Handle tx, UUID id) {
        Optional<ContentHash> picture = tx.createQuery("select sha256 from item where item_id = :id for update")
                .bind("id", id).mapTo(ContentHash.class).findOne();
        if (picture.isEmpty()) {
            return Optional.empty();
        }
        tx.createUpdate("update item set state = 9, uploader = null, facts_json = :none, provenance_json = '{}' where item_id = :id")
                .bind("none", CanonicalJson.write(ItemFacts.NONE)).bind("id", id).execute();
        tx.createUpdate("delete from provenance_report where item_id = :id").bind("id", id).execute();
        QualityChecks.remove(tx, id);
        tx.createUpdate("delete from score where item_id = :id").bind("id", id).execute();
        tx.createUpdate("delete from policy_decision where item_id = :id").bind("id", id).execute();
        if (!showing(tx, picture.get()).isEmpty()) {
            return Optional.empty();
        }
        tx.createUpdate("update image_blob set pdq = null, pdq_quality = null, cluster_id = null where sha256 = :picture")
                .bind("picture", picture.get()).execute();
        tx.createUpdate("delete from embedding where sha256 = :picture").bind("picture", picture.get()).execute();
        tx.createUpdate("delete from image_key where sha256 = :picture").bind("picture", picture.get()).execute();
        return picture;
    }

    /** Pictures of quarantined and erased items whose bytes were not yet said to be gone, as after a kill between the two. */
    public List<ContentHash> toErase(Handle tx) {
        return tx.createQuery("""
                        select i.sha256 from item i join image_blob b on b.sha256 = i.sha256
                         where i.state = 9 and b.erased_at is null
                           and not exists (select 1 from item live where live.sha256 = i.sha256 and live.state = 0)
                        union
                        select e.sha256 from erased_picture e
                         where not exists (select 1 from item live where live.sha256 = e.sha256 and live.state = 0)""")
                .mapTo(ContentHash.class).list();
    }

    /** Notes that the bytes are gone. */
    public void erased(Handle tx, ContentHash picture) {
        tx.createUpdate("update image_blob set erased_at = current_timestamp where sha256 = :picture")
                .bind("picture", picture).execute();
        tx.createUpdate("delete from erased_picture where sha256 = :picture").bind("picture", picture).execute();
    }

    private static boolean add(Handle tx, ImageItem item, String provenanceJson, boolean barred) {
        addBlob(tx, item);
        boolean added = InsertOnce.run(tx, () -> tx.createUpdate("""
                        insert into item (item_id, source, external_id, sha256, flagged_at, received_at, uploader, facts_json, provenance_json, state)
                        select :id, :source, :externalId, :sha256, :flaggedAt, :receivedAt, cast(:uploader as varchar), :facts, :provenance, :state
                         where not exists (select 1 from item where item_id = :id)""")
                .bind("id", item.id()).bind("source", item.source().name()).bind("externalId", item.source().externalId())
                .bind("sha256", item.sha256()).bind("flaggedAt", item.flaggedAt()).bind("receivedAt", item.receivedAt())
                .bind("uploader", barred ? null : item.facts().uploader().orElse(null))
                .bind("facts", CanonicalJson.write(barred ? ItemFacts.NONE : item.facts()))
                .bind("provenance", barred ? "{}" : provenanceJson)
                .bind("state", barred ? QUARANTINED : LIVE).execute());
        if (added && !barred && item.facts().gold()) {
            QualityChecks.add(tx, item.id());
        }
        return added;
    }

    private static void addBlob(Handle tx, ImageItem item) {
        InsertOnce.run(tx, () -> tx.createUpdate("""
                        insert into image_blob (sha256, byte_len, media_type, width, height)
                        select :sha256, :length, :mediaType, :width, :height
                         where not exists (select 1 from image_blob where sha256 = :sha256)""")
                .bind("sha256", item.sha256()).bind("length", item.byteLength()).bind("mediaType", item.mediaType())
                .bind("width", item.width()).bind("height", item.height()).execute());
    }

    private static ImageItem item(ResultSet row) throws SQLException {
        return new ImageItem(
                row.getObject("item_id", UUID.class),
                new Source(row.getString("source"), row.getString("external_id")),
                ContentHash.fromDigest(row.getBytes("sha256")),
                row.getLong("byte_len"), row.getString("media_type"), row.getInt("width"), row.getInt("height"),
                row.getObject("flagged_at", OffsetDateTime.class).toInstant(),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                CanonicalJson.read(row.getString("facts_json"), ItemFacts.class).asCheck(row.getString("checked") != null));
    }
}
