package dev.docket.retrain;

import dev.docket.storage.ContentHash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Embeddings in memory, compared by the cosine of what is left of them after standardising: as they are, a few large
 * features would drown the rest. A feature takes one byte, so that a hundred thousand pictures take some 50 MB. One thread
 * at a time.
 */
final class EmbeddingIndex {
    private static final double STEPS = Byte.MAX_VALUE / Standardisation.MOST;

    /** A picture and the cosine, at most 1. */
    record Near(ContentHash picture, double cosine) {}

    private final Standardisation standard;
    private final int dimensions;
    private final List<ContentHash> pictures = new ArrayList<>();
    private final Map<ContentHash, Integer> places = new HashMap<>();
    private byte[] features = new byte[0];
    private float[] lengths = new float[16];

    EmbeddingIndex(Standardisation standard) {
        this.standard = standard;
        this.dimensions = standard.dimensions();
    }

    int size() {
        return pictures.size();
    }

    boolean contains(ContentHash picture) {
        return places.containsKey(picture);
    }

    /** Adds a picture; one that is there stays as it is. */
    void add(ContentHash picture, float[] embedding) {
        if (places.putIfAbsent(picture, pictures.size()) != null) {
            return;
        }
        int place = pictures.size();
        if (features.length < Math.multiplyExact(place + 1, dimensions)) {
            features = Arrays.copyOf(features, Math.multiplyExact(Math.max(16, place * 2), dimensions));
        }
        if (lengths.length == place) {
            lengths = Arrays.copyOf(lengths, place * 2);
        }
        byte[] steps = steps(embedding);
        System.arraycopy(steps, 0, features, place * dimensions, dimensions);
        lengths[place] = length(steps);
        pictures.add(picture);
    }

    /** Forgets a picture; the last one takes its place. */
    void remove(ContentHash picture) {
        Integer place = places.remove(picture);
        if (place == null) {
            return;
        }
        int last = pictures.size() - 1;
        ContentHash moved = pictures.removeLast();
        System.arraycopy(features, last * dimensions, features, place * dimensions, dimensions);
        Arrays.fill(features, last * dimensions, (last + 1) * dimensions, (byte) 0);
        lengths[place] = lengths[last];
        if (place != last) {
            pictures.set(place, moved);
            places.put(moved, place);
        }
    }

    /** At most {@code n} pictures of at least this cosine, likest first; of equals the one with the smaller address. */
    List<Near> nearest(float[] embedding, int n, double least) {
        byte[] sought = steps(embedding);
        float length = length(sought);
        Comparator<Near> likest = Comparator.comparingDouble(Near::cosine).reversed().thenComparing(Near::picture);
        PriorityQueue<Near> best = new PriorityQueue<>(likest.reversed());
        for (int place = 0; place < pictures.size(); place++) {
            double cosine = length == 0 || lengths[place] == 0 ? 0 : product(sought, place * dimensions) / ((double) length * lengths[place]);
            if (cosine >= least) {
                best.add(new Near(pictures.get(place), cosine));
                if (best.size() > n) {
                    best.remove();
                }
            }
        }
        return best.stream().sorted(likest).toList();
    }

    private long product(byte[] sought, int from) {
        int sum = 0;
        for (int i = 0; i < sought.length; i++) {
            sum += sought[i] * features[from + i];
        }
        return sum;
    }

    private byte[] steps(float[] embedding) {
        double[] standardised = standard.apply(embedding);
        byte[] steps = new byte[dimensions];
        for (int i = 0; i < dimensions; i++) {
            steps[i] = (byte) Math.round(standardised[i] * STEPS);
        }
        return steps;
    }

    private static float length(byte[] steps) {
        long square = 0;
        for (byte step : steps) {
            square += step * step;
        }
        return (float) Math.sqrt(square);
    }
}
