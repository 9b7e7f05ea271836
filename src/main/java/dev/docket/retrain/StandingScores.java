package dev.docket.retrain;

import dev.docket.classify.ActiveModels;
import dev.docket.classify.ModelScore;
import dev.docket.classify.Scores;
import dev.docket.decode.ImageDecoder;
import dev.docket.decode.UndecodableImageException;
import dev.docket.item.ImageItem;
import dev.docket.registry.ModelRegistry;
import dev.docket.registry.ModelVersion;
import dev.docket.storage.BlobStore;
import dev.docket.storage.Database;
import dev.docket.storage.StorageException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The scores that count for an item now: those of the active models and those that came with the item. Scores of
 * candidates and retired versions stay stored and are not among them. Several threads.
 */
public final class StandingScores {
    private static final Logger LOG = LoggerFactory.getLogger(StandingScores.class);

    /**
     * @param own of the models in use here
     * @param fed what came with the item
     * @param fresh those of {@code own} that were not stored yet
     */
    public record Standing(List<ModelScore> own, List<ModelScore> fed, List<ModelScore> fresh) {

        /** Everything that counts. */
        public List<ModelScore> all() {
            return Stream.concat(own.stream(), fed.stream()).toList();
        }
    }

    private final Database database;
    private final BlobStore blobs;
    private final ImageDecoder decoder;
    private final Scores scores;
    private final ModelRegistry registry;
    private final ActiveModels models;

    public StandingScores(Database database, BlobStore blobs, ImageDecoder decoder, Scores scores, ModelRegistry registry, ActiveModels models) {
        this.database = database;
        this.blobs = blobs;
        this.decoder = decoder;
        this.scores = scores;
        this.registry = registry;
        this.models = models;
    }

    /** Runs the active models on the picture only when one of them has not scored it. Empty when that is needed and the picture cannot be read. */
    public Optional<Standing> of(ImageItem item) {
        List<ModelScore> stored = database.inTransaction(tx -> scores.of(tx, item.id()));
        Set<String> registered = database.inTransaction(registry::all).stream().map(ModelVersion::name).collect(Collectors.toSet());
        List<ModelScore> fed = stored.stream().filter(score -> !registered.contains(name(score))).toList();
        List<String> active = models.names();
        List<ModelScore> known = stored.stream().filter(score -> active.contains(name(score))).toList();
        if (known.stream().map(StandingScores::name).distinct().count() == active.size()) {
            return Optional.of(new Standing(known, fed, List.of()));
        }
        return run(item).map(fresh -> new Standing(fresh, fed, fresh));
    }

    private Optional<List<ModelScore>> run(ImageItem item) {
        try {
            Optional<byte[]> bytes = blobs.get(item.sha256());
            if (bytes.isEmpty()) {
                LOG.warn("The picture of item {} is not in the image store", item.id());
                return Optional.empty();
            }
            return Optional.of(models.score(decoder.decode(bytes.get())));
        } catch (UndecodableImageException e) {
            LOG.warn("The picture of item {} cannot be decoded: {}", item.id(), e.getMessage());
            return Optional.empty();
        } catch (IOException e) {
            throw new StorageException("The picture of item " + item.id() + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** {@code id@version}. */
    static String name(ModelScore score) {
        return score.model() + "@" + score.version();
    }
}
