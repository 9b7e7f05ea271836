package dev.docket.bench;

import dev.docket.progress.Progress;
import dev.docket.retrain.HeadTrainer;
import dev.docket.retrain.LabelledFeatures;
import dev.docket.retrain.LogisticHead;
import dev.docket.storage.ContentHash;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A program of its own, so that its heap can be capped: trains a head on made-up embeddings. Arguments: a folder, rows, features,
 * labels. Leaves {@code result} in the folder: seconds, the most MiB of heap that were in use, garbage included, and the
 * SHA-256 of what was learned; and {@code features.f32} and {@code targets.f32}, little-endian, row by row.
 */
final class TrainRun {
    private static final double MIB = 1 << 20;
    /** Features that say something, of each label. */
    private static final int TELLING = 24;

    private TrainRun() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        LabelledFeatures data = data(Integer.parseInt(args[1]), Integer.parseInt(args[2]), Integer.parseInt(args[3]));
        save(folder, data);
        System.gc();
        pools().forEach(MemoryPoolMXBean::resetPeakUsage);
        long start = System.nanoTime();
        LogisticHead head = HeadTrainer.train(data, Progress.NONE).head();
        double seconds = (System.nanoTime() - start) / 1e9;
        Files.writeString(folder.resolve("result"), seconds + " " + pools().stream().mapToLong(p -> p.getPeakUsage().getUsed()).sum() / MIB + " " + hash(head));
    }

    private static List<MemoryPoolMXBean> pools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP).toList();
    }

    private static ContentHash hash(LogisticHead head) {
        ByteBuffer bytes = ByteBuffer.allocate(head.labels().size() * (head.coefficients()[0].length + 1) * Double.BYTES);
        for (int l = 0; l < head.labels().size(); l++) {
            for (double coefficient : head.coefficients()[l]) {
                bytes.putDouble(coefficient);
            }
            bytes.putDouble(head.bias()[l]);
        }
        return ContentHash.of(bytes.array());
    }

    /** Labels that hang on some features each, between 5 and 30 % of the rows, with 5 % wrong. Pairs of rows look alike. */
    static LabelledFeatures data(int n, int d, int labels) {
        SplittableRandom random = new SplittableRandom(11);
        double[][] direction = new double[labels][TELLING];
        for (double[] of : direction) {
            java.util.Arrays.setAll(of, j -> random.nextGaussian() / Math.sqrt(TELLING));
        }
        List<float[]> features = new ArrayList<>();
        double[][] target = new double[n][labels];
        double[] weight = new double[n];
        for (int i = 0; i < n; i++) {
            float[] x = new float[d];
            double shared = random.nextGaussian();
            for (int j = 0; j < d; j++) {
                x[j] = (float) (0.5 * shared + random.nextGaussian() + j % 7);
            }
            for (int l = 0; l < labels; l++) {
                double z = 0;
                for (int j = 0; j < TELLING; j++) {
                    int place = (l * 31 + j * 17) % d;
                    z += direction[l][j] * (x[place] - place % 7);
                }
                boolean there = z > 0.6 + 0.2 * l;
                target[i][l] = there == random.nextDouble() >= 0.05 ? 1 : 0;
            }
            features.add(x);
            weight[i] = i % 9 == 0 ? 0.5 : 1;
        }
        return new LabelledFeatures(IntStream.range(0, labels).mapToObj(l -> "label-" + l).toList(), features, target, weight, IntStream.range(0, n).map(i -> i / 2).toArray());
    }

    private static void save(Path folder, LabelledFeatures data) throws IOException {
        int d = data.features().getFirst().length;
        int labels = data.labels().size();
        ByteBuffer features = ByteBuffer.allocate(data.size() * d * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer targets = ByteBuffer.allocate(data.size() * labels * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < data.size(); i++) {
            features.asFloatBuffer().put(data.features().get(i));
            features.position(features.position() + d * Float.BYTES);
            for (double t : data.target()[i]) {
                targets.putFloat((float) t);
            }
        }
        Files.write(folder.resolve("features.f32"), features.array());
        Files.write(folder.resolve("targets.f32"), targets.array());
    }
}
