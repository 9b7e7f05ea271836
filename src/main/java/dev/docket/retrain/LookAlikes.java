package dev.docket.retrain;

import dev.docket.classify.Backbone;
import dev.docket.decode.DecodedImage;
import dev.docket.hash.NearDuplicates;
import dev.docket.hash.NearDuplicates.Neighbour;
import dev.docket.hash.PerceptualHash;
import dev.docket.item.ImageItem;
import dev.docket.item.Items;
import dev.docket.progress.Progress;
import dev.docket.storage.ContentHash;
import dev.docket.storage.Database;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * Pictures that look like another, by two ways: the PDQ hash, which finds copies that were scaled or encoded anew, and
 * the backbone's embedding, which often finds what a crop, a flip or other colours left of them. The second is an order, not
 * evidence: pictures that have nothing in common but how they were made come near, too. Safe to use from several threads;
 * reads the database, so never on the JavaFX thread.
 */
public final class LookAlikes implements AutoCloseable {
    /** Pictures that the features are made comparable by, at most. */
    private static final int STANDARD = 2000;
    /** With fewer pictures nothing can be said of what is usual, and so nothing of what is alike. */
    static final int FEWEST = 20;
    /** Least cosine of a look-alike: nine of ten copies that were cropped by a tenth on each side have more. */
    private static final double LEAST = 0.5;

    /** A third of a second of work at the most, which is how soon it stops. */
    private static final int BATCH = 4;

    /** By what a picture was found. */
    public enum Way {
        /** {@link LookAlike#measure} is the PDQ distance in bits, 0..31. */
        PDQ,
        /** {@link LookAlike#measure} is the cosine of the two standardised embeddings, .5 to 1. */
        EMBEDDING
    }

    /**
     * Another picture.
     *
     * @param item the live item that shows it, the first of several
     * @param way by what it was found; a picture that both ways find is named once, by its hash
     */
    public record LookAlike(UUID item, ContentHash picture, Way way, double measure) {}

    /**
     * What was found.
     *
     * @param nearest by PDQ, nearest first, then by embedding, likest first
     * @param compared how many pictures have an embedding to compare with
     * @param waiting how many have none yet and were left out; {@link #catchUp} gives them one
     */
    public record Found(List<LookAlike> nearest, int compared, int waiting) {}

    private final Database database;
    private final Items items;
    private final NearDuplicates nearDuplicates;
    private final EmbeddingCache embeddings;
    private final Supplier<Backbone> loader;
    private Backbone backbone;
    private EmbeddingIndex index;
    /** How many pictures the features were made comparable by. */
    private int standardOf;

    /** @param loader of the backbone, asked once, when it is first needed */
    public LookAlikes(Database database, Items items, NearDuplicates nearDuplicates, EmbeddingCache embeddings, Supplier<Backbone> loader) {
        this.database = database;
        this.items = items;
        this.nearDuplicates = nearDuplicates;
        this.embeddings = embeddings;
        this.loader = loader;
    }

    /** At most {@code n} look-alikes among the live items; none when the item is unknown or quarantined. */
    public Found of(UUID item, int n) {
        Optional<ContentHash> picture = database.inTransaction(tx -> items.find(tx, item)).map(ImageItem::sha256);
        if (picture.isEmpty()) {
            return new Found(List.of(), 0, 0);
        }
        List<Neighbour> copies = database.inTransaction(tx -> nearDuplicates.near(tx, picture.get()));
        Optional<float[]> embedding = Optional.ofNullable(embeddings.embed(List.of(picture.get()), backbone(), Progress.NONE).get(picture.get()));
        return found(copies, embedding, Set.of(picture.get()), n);
    }

    /** As {@link #of} for a picture that need not be an item; if it is, that item is among them, at distance 0. */
    public Found like(DecodedImage picture, PerceptualHash hash, int n) {
        List<Neighbour> copies = database.inTransaction(tx -> nearDuplicates.near(tx, hash));
        return found(copies, Optional.of(backbone().embed(picture)), Set.of(), n);
    }

    private Found found(List<Neighbour> copies, Optional<float[]> embedding, Set<ContentHash> without, int n) {
        Set<ContentHash> named = new HashSet<>(without);
        copies.forEach(copy -> named.add(copy.image()));
        List<EmbeddingIndex.Near> alike = embedding.map(vector -> alike(vector, n + named.size())).orElse(List.of());
        List<LookAlike> nearest = new ArrayList<>();
        List<ContentHash> gone = new ArrayList<>();
        int pictures = database.inTransaction(tx -> {
            copies.forEach(copy -> live(tx, copy.image(), Way.PDQ, copy.distance()).ifPresent(nearest::add));
            alike.stream().filter(near -> !named.contains(near.picture()))
                    .forEach(near -> live(tx, near.picture(), Way.EMBEDDING, near.cosine()).ifPresentOrElse(nearest::add, () -> gone.add(near.picture())));
            return tx.select("select count(distinct sha256) from item where state = 0").mapTo(int.class).one();
        });
        int compared = Math.min(pictures, sizeWithout(gone));
        return new Found(List.copyOf(nearest.subList(0, Math.min(n, nearest.size()))), compared, pictures - compared);
    }

    private Optional<LookAlike> live(Handle tx, ContentHash picture, Way way, double measure) {
        return items.showing(tx, picture).stream().findFirst().map(item -> new LookAlike(item, picture, way, measure));
    }

    /**
     * Embeds the live pictures that have no embedding yet, which takes tens of milliseconds each.
     *
     * @throws dev.docket.progress.StoppedException when cancelled; what was done stays
     */
    public void catchUp(Progress progress) {
        List<ContentHash> pictures = database.inTransaction(tx -> tx.select("select distinct sha256 from item where state = 0 order by sha256")
                .mapTo(ContentHash.class).list());
        List<ContentHash> missing = missing(pictures);
        for (int from = 0; from < missing.size(); from += BATCH) {
            progress.stopIfCancelled();
            progress.at(from, missing.size(), "pictures compared");
            take(embeddings.embed(missing.subList(from, Math.min(from + BATCH, missing.size())), backbone(), Progress.NONE));
        }
        progress.at(missing.size(), missing.size(), "pictures compared");
    }

    private synchronized List<ContentHash> missing(List<ContentHash> pictures) {
        return pictures.stream().filter(picture -> !index().contains(picture)).toList();
    }

    private synchronized void take(Map<ContentHash, float[]> embedded) {
        embedded.forEach(index()::add);
        if (standardOf < STANDARD && index.size() >= 2 * standardOf) {
            read();
        }
    }

    private synchronized List<EmbeddingIndex.Near> alike(float[] embedding, int n) {
        return index().size() < FEWEST ? List.of() : index().nearest(embedding, n, LEAST);
    }

    private synchronized int sizeWithout(List<ContentHash> gone) {
        gone.forEach(index()::remove);
        return index.size();
    }

    private EmbeddingIndex index() {
        if (index == null) {
            read();
        }
        return index;
    }

    /** Takes in what is stored, its features made comparable by the first of it: addresses are in no order that means anything. */
    private void read() {
        List<float[]> first = new ArrayList<>();
        embeddings.forEachStored(backbone(), STANDARD, (_, embedding) -> first.add(embedding));
        standardOf = first.size();
        index = new EmbeddingIndex(Standardisation.of(first.isEmpty() ? List.of(new float[backbone().dimensions()]) : first));
        embeddings.forEachStored(backbone(), Integer.MAX_VALUE, index::add);
    }

    private synchronized Backbone backbone() {
        if (backbone == null) {
            backbone = loader.get();
        }
        return backbone;
    }

    @Override
    public synchronized void close() {
        if (backbone != null) {
            backbone.close();
        }
    }
}
