package dev.docket.classify;

import dev.docket.decode.DecodedImage;
import dev.docket.registry.ModelRegistry;
import dev.docket.registry.ModelVersion;
import dev.docket.storage.Database;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The models in use, loaded, side by side. Safe to call from several threads; {@link #reload} swaps them atomically. */
public final class ActiveModels implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ActiveModels.class);

    /** A model that is active but cannot be used; {@code reason} is fit for a person. */
    public record Failure(String model, String reason) {}

    private final Supplier<List<ModelVersion>> active;
    private final ModelRegistry registry;
    /** Readers score; the writer swaps, and closes what no reader uses any more. */
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private Map<ModelVersion, OnnxClassifier> loaded = Map.of();
    private List<Failure> failures = List.of();

    /** Loads at once. */
    public ActiveModels(Database database, ModelRegistry registry) {
        this(() -> database.inTransaction(registry::active), registry);
    }

    /** For a desk that scores nothing, as others do it. */
    public static ActiveModels none(ModelRegistry registry) {
        return new ActiveModels(List::of, registry);
    }

    private ActiveModels(Supplier<List<ModelVersion>> active, ModelRegistry registry) {
        this.active = active;
        this.registry = registry;
        reload();
    }

    /** Loads what the registry calls active; what did not change stays loaded. A model that cannot load is left out, logged and listed in {@link #failures}. */
    public synchronized void reload() {
        Map<ModelVersion, OnnxClassifier> next = new LinkedHashMap<>();
        List<Failure> failed = new ArrayList<>();
        for (ModelVersion version : active.get()) {
            OnnxClassifier kept = loaded.get(version);
            if (kept != null) {
                next.put(version, kept);
                continue;
            }
            try {
                next.put(version, OnnxClassifier.load(version, registry.parts(version)));
            } catch (ModelRejectedException e) {
                LOG.error("{} is active but cannot be used: {}", version.name(), e.getMessage());
                failed.add(new Failure(version.name(), e.getMessage()));
            }
        }
        swap(next, List.copyOf(failed));
    }

    private void swap(Map<ModelVersion, OnnxClassifier> next, List<Failure> failed) {
        lock.writeLock().lock();
        try {
            Map<ModelVersion, OnnxClassifier> before = loaded;
            loaded = next;
            failures = failed;
            before.forEach((version, classifier) -> {
                if (next.get(version) != classifier) {
                    classifier.close();
                }
            });
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** {@code id@version} of each. */
    public List<String> names() {
        lock.readLock().lock();
        try {
            return loaded.values().stream().map(OnnxClassifier::name).toList();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** The active models that could not be loaded, or failed so often that they are out of use, each with its reason; empty when all is well. */
    public List<Failure> failures() {
        lock.readLock().lock();
        try {
            List<Failure> all = new ArrayList<>(failures);
            loaded.values().forEach(model -> model.outOfUse().ifPresent(why -> all.add(new Failure(model.name(), why))));
            return List.copyOf(all);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Every model's scores, models in the registry's order. A model that fails on this picture is logged and gives none. */
    public List<ModelScore> score(DecodedImage image) {
        lock.readLock().lock();
        try {
            List<ModelScore> scores = new ArrayList<>();
            for (OnnxClassifier classifier : loaded.values()) {
                try {
                    scores.addAll(classifier.score(image));
                } catch (ScoringException e) {
                    LOG.warn("{} gave no score: {}", classifier.name(), e.getMessage());
                }
            }
            return List.copyOf(scores);
        } finally {
            lock.readLock().unlock();
        }
    }

    /**
     * What gives one label's score, as often as it is asked.
     *
     * @return empty when this version is not in use here, as with scores that came with an item
     */
    public Optional<ToDoubleFunction<DecodedImage>> scorer(ModelScore of) {
        return holds(of) ? Optional.of(image -> rescored(of, image)) : Optional.empty();
    }

    /** Something to be closed that gives a label's score. */
    public interface OpenScorer extends ToDoubleFunction<DecodedImage>, AutoCloseable {
        @Override
        void close();
    }

    /** The model of a score with shuffled weights; empty where it is not in use here or cannot be run. Takes a second or more. */
    public Optional<OpenScorer> shuffled(ModelScore of) {
        Optional<ModelVersion> version = active.get().stream().filter(each -> isFrom(of, each)).findFirst();
        try {
            return version.isEmpty() ? Optional.empty() : Optional.of(shuffled(of, OnnxClassifier.shuffled(version.get(), registry.parts(version.get()))));
        } catch (ModelRejectedException e) {
            LOG.info("{}@{} cannot be run with shuffled weights: {}", of.model(), of.version(), e.getMessage());
            return Optional.empty();
        }
    }

    private static OpenScorer shuffled(ModelScore of, OnnxClassifier model) {
        return new OpenScorer() {
            @Override
            public double applyAsDouble(DecodedImage image) {
                return model.score(image).stream().filter(score -> score.label().equals(of.label())).mapToDouble(ModelScore::score).findFirst().orElse(0);
            }

            @Override
            public void close() {
                model.close();
            }
        };
    }

    private boolean holds(ModelScore of) {
        lock.readLock().lock();
        try {
            return loaded.keySet().stream().anyMatch(version -> isFrom(of, version));
        } finally {
            lock.readLock().unlock();
        }
    }

    private double rescored(ModelScore of, DecodedImage image) {
        lock.readLock().lock();
        try {
            OnnxClassifier model = loaded.entrySet().stream().filter(e -> isFrom(of, e.getKey())).map(Map.Entry::getValue).findFirst()
                    .orElseThrow(() -> new ScoringException(of.model() + "@" + of.version() + " is no longer in use", null));
            return model.scoreNow(image).stream().filter(s -> s.label().equals(of.label())).findFirst()
                    .orElseThrow(() -> new ScoringException(of.model() + "@" + of.version() + " gives no score for " + of.label(), null)).score();
        } finally {
            lock.readLock().unlock();
        }
    }

    private static boolean isFrom(ModelScore score, ModelVersion version) {
        return version.id().equals(score.model()) && version.version().equals(score.version());
    }

    @Override
    public synchronized void close() {
        swap(Map.of(), List.of());
    }
}
