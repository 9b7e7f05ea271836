package dev.docket.retrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.docket.storage.ContentHash;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EmbeddingIndexTest {
    private static final int DIMENSIONS = 60;
    private final Random random = new Random(8);

    @Test
    void findsWhatTheFullCosineFinds() {
        List<float[]> embeddings = embeddings(400);
        Standardisation standard = Standardisation.of(embeddings);
        EmbeddingIndex index = indexOf(embeddings, standard);
        for (int asked = 0; asked < 40; asked++) {
            float[] sought = embeddings.get(asked);
            List<Integer> expected = IntStream.range(0, embeddings.size()).boxed()
                    .sorted(Comparator.comparingDouble(i -> -cosine(standard, sought, embeddings.get(i)))).limit(3).toList();

            List<EmbeddingIndex.Near> nearest = index.nearest(sought, 3, -1);

            assertThat(nearest.getFirst().picture()).isEqualTo(address(asked));
            for (int i = 0; i < 3; i++) {
                assertThat(nearest.get(i).cosine()).isCloseTo(cosine(standard, sought, embeddings.get(expected.get(i))), within(0.01));
            }
        }
    }

    @Test
    void aFeatureOfLargeNumbersDoesNotDrownTheOthers() {
        List<float[]> embeddings = embeddings(200);
        embeddings.forEach(embedding -> embedding[0] = 1e6f + random.nextFloat());
        Standardisation standard = Standardisation.of(embeddings);

        List<EmbeddingIndex.Near> all = indexOf(embeddings, standard).nearest(embeddings.get(0), 200, -1);

        assertThat(all.get(100).cosine()).isBetween(-0.3, 0.3);
    }

    @Test
    void whatIsForgottenIsFoundNoMoreAndTheRestStays() {
        List<float[]> embeddings = embeddings(50);
        EmbeddingIndex index = indexOf(embeddings, Standardisation.of(embeddings));
        for (int gone : new int[] {49, 0, 20, 20}) {
            index.remove(address(gone));
        }

        assertThat(index.size()).isEqualTo(47);
        for (int i = 0; i < 50; i++) {
            boolean there = i != 0 && i != 20 && i != 49;
            assertThat(index.contains(address(i))).isEqualTo(there);
            assertThat(index.nearest(embeddings.get(i), 1, -1).getFirst().picture().equals(address(i))).isEqualTo(there);
        }
    }

    @Test
    void noneIsLessAlikeThanAsked() {
        List<float[]> embeddings = embeddings(100);
        EmbeddingIndex index = indexOf(embeddings, Standardisation.of(embeddings));

        assertThat(index.nearest(embeddings.get(3), 100, 0.99)).extracting(EmbeddingIndex.Near::picture).containsExactly(address(3));
        assertThat(index.nearest(new float[DIMENSIONS], 0, -1)).isEmpty();
    }

    private EmbeddingIndex indexOf(List<float[]> embeddings, Standardisation standard) {
        EmbeddingIndex index = new EmbeddingIndex(standard);
        for (int i = 0; i < embeddings.size(); i++) {
            index.add(address(i), embeddings.get(i));
        }
        return index;
    }

    private List<float[]> embeddings(int count) {
        List<float[]> embeddings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            float[] embedding = new float[DIMENSIONS];
            for (int j = 0; j < DIMENSIONS; j++) {
                embedding[j] = (float) (random.nextGaussian() * (j + 1) + j * j);
            }
            embeddings.add(embedding);
        }
        return embeddings;
    }

    private static double cosine(Standardisation standard, float[] a, float[] b) {
        double[] x = standard.apply(a);
        double[] y = standard.apply(b);
        double product = 0;
        double lengthOfX = 0;
        double lengthOfY = 0;
        for (int i = 0; i < x.length; i++) {
            product += x[i] * y[i];
            lengthOfX += x[i] * x[i];
            lengthOfY += y[i] * y[i];
        }
        return product / Math.sqrt(lengthOfX * lengthOfY);
    }

    private static ContentHash address(int number) {
        return ContentHash.of(ByteBuffer.allocate(4).putInt(number).array());
    }
}
