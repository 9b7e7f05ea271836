package dev.docket.export;

import dev.docket.hash.PerceptualHash;
import dev.docket.item.StandIns;
import dev.docket.storage.ContentHash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What an export has to know of every live item of the desk, read in one go. */
final class DeskItems {

    /**
     * @param group name of the near-duplicate group; the picture's own address when it is in none
     */
    record Known(UUID id, String source, ContentHash group, Optional<PerceptualHash> pdq, Optional<String> uploader, boolean gold) {
        Splits.Member member() {
            return new Splits.Member(id, group, uploader, gold);
        }
    }

    private DeskItems() {}

    /** In order of receipt, those left out that stand in for golden items. A picture that is quarantined anywhere is missing everywhere. */
    static List<Known> live(Handle tx) {
        return tx.createQuery("""
                        select i.item_id, i.source, i.uploader, q.item_id as checked, b.sha256, b.pdq, b.pdq_quality, b.cluster_id
                          from item i join image_blob b on b.sha256 = i.sha256
                               left join quality_check q on q.item_id = i.item_id
                         where i.state = 0
                           and not exists (select 1 from item gone where gone.sha256 = i.sha256 and gone.state = 9)
                           and\s""" + StandIns.NONE + " order by i.received_at, i.item_id")
                .map((row, _) -> known(row)).list();
    }

    /** The lane rule of each item's first look. */
    static Map<UUID, String> lanes(Handle tx) {
        Map<UUID, String> lanes = new HashMap<>();
        tx.createQuery("select t.item_id, l.rule from review_task t join lane l on l.lane_id = t.lane_id where t.round = 1")
                .map((row, _) -> Map.entry(row.getObject("item_id", UUID.class), row.getString("rule")))
                .forEach(e -> lanes.put(e.getKey(), e.getValue()));
        return lanes;
    }

    private static Known known(ResultSet row) throws SQLException {
        byte[] group = row.getBytes("cluster_id");
        String pdq = row.getString("pdq");
        return new Known(
                row.getObject("item_id", UUID.class), row.getString("source"),
                ContentHash.fromDigest(group == null ? row.getBytes("sha256") : group),
                pdq == null ? Optional.empty() : Optional.of(PerceptualHash.fromHex(pdq, row.getInt("pdq_quality"))),
                Optional.ofNullable(row.getString("uploader")),
                row.getString("checked") != null);
    }
}
