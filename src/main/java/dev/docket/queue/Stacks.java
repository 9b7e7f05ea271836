package dev.docket.queue;

import dev.docket.hash.PerceptualHash;
import dev.docket.item.QualityChecks;
import dev.docket.storage.ContentHash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Items that wait for a first look and whose pictures are grouped as near-duplicates. Quarantined items are never among
 * them, nor those whose answer is known: deciding them with others would measure nothing. Several threads.
 */
public final class Stacks {

    /**
     * An item of a stack.
     *
     * @param task its first look
     * @param group name of the group of near-duplicates its picture is in
     * @param holder who has it in hand
     * @param due when it has to be decided
     */
    public record Member(
            UUID item, UUID task, ContentHash picture, ContentHash group, PerceptualHash hash, Optional<UUID> holder, Instant flaggedAt, Optional<Instant> due) {}

    private static final String OPEN = """
             from review_task t join item i on i.item_id = t.item_id and i.state = 0
                  join image_blob b on b.sha256 = i.sha256 and b.cluster_id is not null
            where t.round = 1 and t.state in (0, 1) and\s""" + QualityChecks.NONE;

    private static final String MEMBERS = """
            select i.item_id, t.task_id, i.sha256, b.cluster_id, b.pdq, b.pdq_quality, t.lease_owner, i.flagged_at,
                   (select c.due_at from task_clock c where c.task_id = t.task_id) as due_at
            """ + OPEN;

    /** All stacks of two open items or more, their members one after the other. */
    public List<Member> all(Handle tx) {
        return tx.createQuery(MEMBERS + " and b.cluster_id in (select b.cluster_id\n" + OPEN + " group by b.cluster_id having count(*) > 1)"
                        + " order by b.cluster_id, i.flagged_at, i.item_id")
                .map((row, _) -> member(row)).list();
    }

    /** The open members of one group, those flagged first first. */
    public List<Member> of(Handle tx, ContentHash group) {
        return tx.createQuery(MEMBERS + " and b.cluster_id = :group order by i.flagged_at, i.item_id")
                .bind("group", group).map((row, _) -> member(row)).list();
    }

    /** The item, when it is one that could be in a stack, alone or not. */
    public Optional<Member> find(Handle tx, UUID item) {
        return tx.createQuery(MEMBERS + " and i.item_id = :item").bind("item", item).map((row, _) -> member(row)).findOne();
    }

    private static Member member(ResultSet row) throws SQLException {
        OffsetDateTime due = row.getObject("due_at", OffsetDateTime.class);
        String pdq = row.getString("pdq");
        return new Member(
                row.getObject("item_id", UUID.class), row.getObject("task_id", UUID.class),
                ContentHash.fromDigest(row.getBytes("sha256")), ContentHash.fromDigest(row.getBytes("cluster_id")),
                pdq == null ? PerceptualHash.NONE : PerceptualHash.fromHex(pdq, row.getInt("pdq_quality")),
                Optional.ofNullable(row.getObject("lease_owner", UUID.class)),
                row.getObject("flagged_at", OffsetDateTime.class).toInstant(), Optional.ofNullable(due).map(OffsetDateTime::toInstant));
    }
}
