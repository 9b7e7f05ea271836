package dev.docket.hash;

import dev.docket.storage.ContentHash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.WeakHashMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Groups of pictures that look alike: connected by PDQ distance at most 31 between hashes of quality at least 50. The
 * groups do not depend on the order in which pictures were added. A group is named by the address of one of its
 * pictures: the first, or of the names of merged groups the smallest.
 *
 * <p>Adding waits for other transactions that add, so that two alike pictures added at once still find each other. It
 * numbers the pictures in the order in which they are committed; the table is read from the last number seen, and the
 * hashes are kept in memory, those of a transaction apart, since it may be rolled back. Safe to use from several threads;
 * one object serves a desk.
 */
public final class NearDuplicates {
    public static final int MAX_DISTANCE = 31;
    public static final int MIN_QUALITY = 50;

    /** A neighbour and how far it is, 0..31. */
    public record Neighbour(ContentHash image, int distance) {}

    private static final String ROWS = "select pdq_number, sha256, pdq, pdq_quality, cluster_id from image_blob";
    private static final int PAGE = 10_000;

    /** What the table holds of a picture. */
    private record Row(long number, ContentHash image, PerceptualHash hash, ContentHash group) {}

    /** What a transaction added: its pictures' numbers begin after {@code settled}. */
    private record Own(long settled, NumberedHashes hashes) {}

    private final Object indexLock = new Object();
    private final NumberedHashes index = new NumberedHashes();
    private long indexed;
    private final Map<Handle, Own> own = Collections.synchronizedMap(new WeakHashMap<>());

    /**
     * Stores the picture's hash and joins it to its group; does nothing for a hash that is stored already. A picture that
     * gets another hash stays in the group it had.
     *
     * @return the group's name
     * @throws IllegalStateException when the picture itself is not stored
     */
    public ContentHash add(Handle tx, ContentHash image, PerceptualHash hash) {
        Optional<Row> stored = row(tx, image);
        if (stored.isPresent() && stored.get().hash().equals(hash)) {
            return stored.get().group();
        }
        Optional<ContentHash> oldGroup = stored.map(Row::group);
        if (hash.quality() < MIN_QUALITY) {
            ContentHash group = oldGroup.orElse(image);
            store(tx, new Row(0, image, hash, group));
            return group;
        }
        long number = nextNumber(tx);
        ContentHash group = joined(tx, image, hash, oldGroup);
        store(tx, new Row(number, image, hash, group));
        own.get(tx).hashes().add(number, hash);
        return group;
    }

    /** Waits for other transactions that add; they wait for this one from here on, not only from its first {@link #add}. */
    public void awaitTurn(Handle tx) {
        lockOrder(tx);
    }

    private static long lockOrder(Handle tx) {
        return tx.select("select next_number from hash_order where only_row = 1 for update").mapTo(long.class).one();
    }

    /** Takes the next number; whoever takes one after this waits until the transaction ends. */
    private long nextNumber(Handle tx) {
        long number = lockOrder(tx);
        tx.execute("update hash_order set next_number = ? where only_row = 1", number + 1);
        own.computeIfAbsent(tx, _ -> new Own(number - 1, new NumberedHashes()));
        return number;
    }

    private ContentHash joined(Handle tx, ContentHash image, PerceptualHash hash, Optional<ContentHash> oldGroup) {
        TreeSet<ContentHash> groups = new TreeSet<>();
        oldGroup.ifPresent(groups::add);
        alike(tx, hash).filter(row -> !row.image().equals(image)).map(Row::group).forEach(groups::add);
        if (groups.isEmpty()) {
            return image;
        }
        ContentHash name = groups.removeFirst();
        for (ContentHash merged : groups) {
            tx.execute("update image_blob set cluster_id = ? where cluster_id = ?", name.bytes(), merged.bytes());
        }
        return name;
    }

    private static void store(Handle tx, Row row) {
        int updated = tx.createUpdate("""
                update image_blob set pdq = :pdq, pdq_quality = :quality, cluster_id = :cluster, pdq_number = :number
                where sha256 = :sha256""")
                .bind("pdq", row.hash().hex()).bind("quality", row.hash().quality())
                .bind("cluster", row.group().bytes()).bind("number", row.number() == 0 ? null : (Long) row.number())
                .bind("sha256", row.image().bytes()).execute();
        if (updated == 0) {
            throw new IllegalStateException("No picture " + row.image() + " is stored to hold this hash");
        }
    }

    /** Pictures within {@link #MAX_DISTANCE}, nearest first, without itself; none for a picture without a usable hash. */
    public List<Neighbour> near(Handle tx, ContentHash image) {
        return hashOf(tx, image).map(hash -> near(tx, hash)).orElse(List.of()).stream()
                .filter(neighbour -> !neighbour.image().equals(image)).toList();
    }

    /** As {@link #near(Handle, ContentHash)} for a picture that need not be stored; if it is, it is among them. */
    public List<Neighbour> near(Handle tx, PerceptualHash hash) {
        if (hash.quality() < MIN_QUALITY) {
            return List.of();
        }
        return alike(tx, hash).map(row -> new Neighbour(row.image(), row.hash().distance(hash)))
                .sorted(Comparator.comparingInt(Neighbour::distance).thenComparing(Neighbour::image)).toList();
    }

    public Optional<PerceptualHash> hashOf(Handle tx, ContentHash image) {
        return row(tx, image).map(Row::hash);
    }

    /** Pictures that nobody could hash, those of live items. */
    public List<ContentHash> unhashed(Handle tx) {
        return tx.createQuery("""
                select distinct b.sha256 from image_blob b join item i on i.sha256 = b.sha256
                where i.state = 0 and b.pdq_quality = 0 and b.pdq = :none order by b.sha256""")
                .bind("none", PerceptualHash.NONE.hex()).mapTo(ContentHash.class).list();
    }

    /** Members of the picture's group, itself included. */
    public List<ContentHash> group(Handle tx, ContentHash image) {
        Optional<Row> row = row(tx, image);
        if (row.isEmpty()) {
            return List.of(image);
        }
        return tx.select("select sha256 from image_blob where cluster_id = ? order by sha256", row.get().group().bytes())
                .map((rs, context) -> ContentHash.fromDigest(rs.getBytes(1))).list();
    }

    /** Memory only says where to look: what counts is in the table, which may have been rolled back or erased since. */
    private Stream<Row> alike(Handle tx, PerceptualHash hash) {
        Own mine = own.getOrDefault(tx, new Own(Long.MAX_VALUE, new NumberedHashes()));
        LongStream candidates;
        synchronized (indexLock) {
            readOn(tx, mine.settled());
            candidates = LongStream.concat(index.within(hash, MAX_DISTANCE), mine.hashes().within(hash, MAX_DISTANCE));
        }
        // a number may come twice, when its first owner was rolled back
        return candidates.distinct().mapToObj(number -> row(tx, number)).flatMap(Optional::stream)
                .filter(row -> row.hash().quality() >= MIN_QUALITY && row.hash().distance(hash) <= MAX_DISTANCE);
    }

    private void readOn(Handle tx, long settled) {
        List<Row> page;
        do {
            page = tx.select(ROWS + " where pdq_number > ? and pdq_number <= ? and pdq is not null order by pdq_number fetch first " + PAGE + " rows only",
                    indexed, settled).map((rs, context) -> row(rs)).list();
            for (Row row : page) {
                index.add(row.number(), row.hash());
                indexed = row.number();
            }
        } while (page.size() == PAGE);
    }

    private static Optional<Row> row(Handle tx, long number) {
        return tx.select(ROWS + " where pdq_number = ? and pdq is not null", number).map((rs, context) -> row(rs)).findOne();
    }

    private static Optional<Row> row(Handle tx, ContentHash image) {
        return tx.select(ROWS + " where sha256 = ? and pdq is not null", image.bytes()).map((rs, context) -> row(rs)).findOne();
    }

    private static Row row(ResultSet rs) throws SQLException {
        return new Row(rs.getLong("pdq_number"), ContentHash.fromDigest(rs.getBytes("sha256")),
                PerceptualHash.fromHex(rs.getString("pdq"), rs.getInt("pdq_quality")),
                ContentHash.fromDigest(rs.getBytes("cluster_id")));
    }
}
