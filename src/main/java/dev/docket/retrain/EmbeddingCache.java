package dev.docket.retrain;

import dev.docket.classify.Backbone;
import dev.docket.decode.ImageDecoder;
import dev.docket.decode.UndecodableImageException;
import dev.docket.progress.Progress;
import dev.docket.storage.BlobStore;
import dev.docket.storage.ContentHash;
import dev.docket.storage.Database;
import dev.docket.storage.StorageException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Embeddings of pictures, computed once per picture and backbone. Stored as float32, little-endian, in table
 * {@code embedding}. Work that was interrupted keeps what it finished.
 */
public final class EmbeddingCache {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddingCache.class);
    /** Pictures embedded between two commits: a second or two of work. */
    private static final int BATCH = 32;

    private static final int FETCH_ROWS = 500;

    private final Database database;
    private final BlobStore blobs;
    private final ImageDecoder decoder;

    public EmbeddingCache(Database database, BlobStore blobs, ImageDecoder decoder) {
        this.database = database;
        this.blobs = blobs;
        this.decoder = decoder;
    }

    /**
     * The embedding of each picture. A picture that is gone or cannot be decoded is missing from the answer and logged.
     *
     * @throws dev.docket.progress.StoppedException when cancelled; what was computed stays stored
     */
    public Map<ContentHash, float[]> embed(Collection<ContentHash> pictures, Backbone backbone, Progress progress) {
        List<ContentHash> wanted = List.copyOf(new LinkedHashSet<>(pictures));
        Map<ContentHash, float[]> all = new LinkedHashMap<>();
        for (int from = 0; from < wanted.size(); from += BATCH) {
            progress.stopIfCancelled();
            progress.at(from, wanted.size(), "pictures read");
            List<ContentHash> batch = wanted.subList(from, Math.min(from + BATCH, wanted.size()));
            all.putAll(batch(batch, backbone));
        }
        progress.at(wanted.size(), wanted.size(), "pictures read");
        return all;
    }

    /** Hands over the stored embeddings of live pictures by address, at most so many. The database is read meanwhile: keep it short. */
    void forEachStored(Backbone backbone, int most, BiConsumer<ContentHash, float[]> each) {
        database.transact(tx -> {
            try (Stream<Map.Entry<ContentHash, float[]>> stored = tx.createQuery("""
                            select e.sha256, e.vector from embedding e
                             where e.backbone_id = :backbone
                               and exists (select 1 from item i where i.sha256 = e.sha256 and i.state = 0)
                             order by e.sha256 fetch first :most rows only""")
                    .bind("backbone", backbone.id().bytes()).bind("most", most).setFetchSize(FETCH_ROWS)
                    .map((row, _) -> Map.entry(ContentHash.fromDigest(row.getBytes(1)), floats(row.getBytes(2)))).stream()) {
                stored.filter(entry -> entry.getValue().length == backbone.dimensions()).forEach(entry -> each.accept(entry.getKey(), entry.getValue()));
            }
        });
    }

    private Map<ContentHash, float[]> batch(List<ContentHash> batch, Backbone backbone) {
        Map<ContentHash, float[]> found = database.inTransaction(tx -> {
            Map<ContentHash, float[]> stored = new LinkedHashMap<>();
            batch.forEach(picture -> find(tx, picture, backbone).ifPresent(vector -> stored.put(picture, vector)));
            return stored;
        });
        Map<ContentHash, float[]> computed = new LinkedHashMap<>();
        batch.stream().filter(picture -> !found.containsKey(picture))
                .forEach(picture -> compute(picture, backbone).ifPresent(vector -> computed.put(picture, vector)));
        if (!computed.isEmpty()) {
            database.transact(tx -> computed.forEach((picture, vector) -> put(tx, picture, backbone.id(), vector)));
        }
        found.putAll(computed);
        return found;
    }

    private Optional<float[]> compute(ContentHash picture, Backbone backbone) {
        try {
            Optional<byte[]> bytes = blobs.get(picture);
            if (bytes.isEmpty()) {
                LOG.warn("Picture {} is not in the image store; nothing is learned from it", picture);
                return Optional.empty();
            }
            float[] vector = backbone.embed(decoder.decode(bytes.get()));
            for (float value : vector) {
                if (!Float.isFinite(value)) {
                    LOG.warn("The backbone gives {} for picture {}; nothing is learned from it", value, picture);
                    return Optional.empty();
                }
            }
            return Optional.of(vector);
        } catch (IOException e) {
            throw new StorageException("The picture " + picture + " cannot be read: " + e.getMessage(), e);
        } catch (UndecodableImageException e) {
            LOG.warn("Picture {} cannot be decoded; nothing is learned from it: {}", picture, e.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<float[]> find(Handle tx, ContentHash picture, Backbone backbone) {
        return tx.createQuery("select vector from embedding where sha256 = :picture and backbone_id = :backbone")
                .bind("picture", picture.bytes()).bind("backbone", backbone.id().bytes())
                .mapTo(byte[].class).findOne()
                .map(EmbeddingCache::floats)
                .filter(vector -> vector.length == backbone.dimensions());
    }

    private static void put(Handle tx, ContentHash picture, ContentHash backbone, float[] vector) {
        tx.createUpdate("delete from embedding where sha256 = :picture and backbone_id = :backbone")
                .bind("picture", picture.bytes()).bind("backbone", backbone.bytes()).execute();
        tx.createUpdate("insert into embedding (sha256, backbone_id, vector) values (:picture, :backbone, :vector)")
                .bind("picture", picture.bytes()).bind("backbone", backbone.bytes()).bind("vector", bytes(vector)).execute();
    }

    static byte[] bytes(float[] vector) {
        ByteBuffer buffer = ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asFloatBuffer().put(vector);
        return buffer.array();
    }

    static float[] floats(byte[] stored) {
        float[] vector = new float[stored.length / Float.BYTES];
        ByteBuffer.wrap(stored).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
        return vector;
    }
}
