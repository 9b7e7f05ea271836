package dev.docket.bench;

import dev.docket.bench.measure.Reading;
import dev.docket.bench.measure.Reference;
import dev.docket.bench.measure.Timing;
import dev.docket.bench.picture.Shot;
import dev.docket.bench.reference.Peer;
import dev.docket.classify.BareGraph;
import dev.docket.classify.ForensicBackbone;
import dev.docket.decode.DecodedImage;
import dev.docket.decode.FormatDecoders;
import dev.docket.progress.Progress;
import dev.docket.retrain.HeadOnnx;
import dev.docket.retrain.HeadTrainer;
import dev.docket.retrain.LabelledFeatures;
import dev.docket.retrain.LogisticHead;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A model's input to its output, on one thread: beside the same runtime driven by Node. */
final class InferenceBench implements Bench {
    private static final double MOST = 1.05;
    private static final double MOST_LOGITS = 1e-4;
    private static final double MILLION = 1e6;
    private static final int HEAD_PICTURES = 60;
    private static final int HEAD_COMPARED = 20;
    private static final Reference NO_NODE = new Reference.Missing("onnxruntime-node", "npm install --ignore-scripts onnxruntime-node, "
            + "in the version nearest to " + BareGraph.version() + ", and name its folder node_modules with --node-modules DIR");

    /** A model and what goes into it. */
    private record Case(String name, byte[] graph, List<BareGraph.Input> inputs, String output) {}

    @Override
    public String name() {
        return "inference";
    }

    @Override
    public String about() {
        return "models on one thread, beside onnxruntime-node; the starter's backbone from pixels on";
    }

    @Override
    public void run(Stand stand) throws Exception {
        int side = stand.quick() ? 64 : 224;
        List<Case> cases = List.of(
                new Case("convolutions, " + side + " x " + side, ConvolutionModel.build(side), List.of(noise(ConvolutionModel.INPUT, 1, 3, side, side)), ConvolutionModel.OUTPUT),
                new Case("starter's backbone", ForensicBackbone.graph(), List.of(noise("image", 1, 3, 256, 256), noise("tiles", 1, 4, 3, 128, 128)), ForensicBackbone.EMBEDDING));
        Optional<Path> modules = stand.references().nodeModules();
        Optional<Peer> node = modules.isEmpty() ? Optional.empty() : stand.scripts().node("onnx.js", modules.get().toString());
        try {
            for (Case each : cases) {
                race(stand, each, node);
            }
            logits(stand, node);
        } finally {
            node.ifPresent(Peer::close);
        }
        fromPixels(stand);
    }

    private static void race(Stand stand, Case model, Optional<Peer> node) throws Exception {
        stand.note(model.name());
        try (BareGraph graph = BareGraph.open(model.graph(), 1)) {
            var ours = stand.wall("Docket", () -> graph.run(model.inputs(), model.output()));
            if (node.isEmpty()) {
                stand.tell(Reading.of(model.name(), stand.race(ours).getFirst()).against(NO_NODE).ratioAtMost(MOST));
                return;
            }
            load(stand, model, node.get());
            List<Timing> timings = stand.race(ours, node.get());
            Reading reading = Reading.of(model.name(), timings.get(0)).against(timings.get(1));
            boolean sameVersion = node.get().name().contains(" " + BareGraph.version());
            stand.tell(sameVersion ? reading.ratioAtMost(MOST) : reading);
            Path file = stand.scratch().resolve("output.f32");
            node.get().ask("save\t" + model.output() + "\t" + file);
            stand.tell(Reading.of(model.name() + ", largest difference", "", difference(graph.run(model.inputs(), model.output()), file)));
        }
    }

    /** A head of six labels, trained, joined to the starter's backbone: its logits as the program computes them itself, by Java's runtime and by Node's. */
    private static void logits(Stand stand, Optional<Peer> node) throws Exception {
        stand.note("logits of a trained head");
        List<List<BareGraph.Input>> pictures = new ArrayList<>();
        for (int i = 0; i < HEAD_PICTURES; i++) {
            pictures.add(List.of(noise("image", 2L * i, new long[] {1, 3, 256, 256}), noise("tiles", 2L * i + 1, new long[] {1, 4, 3, 128, 128})));
        }
        List<float[]> embeddings = new ArrayList<>();
        try (BareGraph backbone = BareGraph.open(ForensicBackbone.graph(), 1)) {
            for (List<BareGraph.Input> picture : pictures) {
                embeddings.add(backbone.run(picture, ForensicBackbone.EMBEDDING));
            }
        }
        LogisticHead head = HeadTrainer.train(labelled(embeddings), Progress.NONE).head();
        Case joined = new Case("a trained head", HeadOnnx.join(ForensicBackbone.graph(), ForensicBackbone.EMBEDDING, "bench_", head, new TreeMap<>()), pictures.getFirst(), "logits");
        double here = 0;
        double there = 0;
        Path file = stand.scratch().resolve("logits.f32");
        try (BareGraph graph = BareGraph.open(joined.graph(), 1)) {
            for (int i = 0; i < HEAD_COMPARED; i++) {
                double[] own = head.logits(embeddings.get(i));
                here = Math.max(here, largest(own, FloatBuffer.wrap(graph.run(pictures.get(i), joined.output()))));
                if (node.isPresent()) {
                    load(stand, new Case(joined.name(), joined.graph(), pictures.get(i), joined.output()), node.get());
                    node.get().ask("save\t" + joined.output() + "\t" + file);
                    there = Math.max(there, largest(own, ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer()));
                }
            }
        }
        stand.tell(Reading.of("logits of a trained head, Java's runtime less in-app, largest of " + HEAD_COMPARED + " pictures", "millionths", here * MILLION).atMost(MOST_LOGITS * MILLION));
        if (node.isPresent()) {
            stand.tell(Reading.of("logits of a trained head, " + node.get().name() + " less in-app, largest of " + HEAD_COMPARED + " pictures", "millionths", there * MILLION).atMost(MOST_LOGITS * MILLION));
        }
    }

    private static LabelledFeatures labelled(List<float[]> embeddings) {
        SplittableRandom random = new SplittableRandom(6);
        double[][] target = new double[embeddings.size()][6];
        for (double[] row : target) {
            Arrays.setAll(row, label -> random.nextInt(3) == 0 ? 1 : 0);
        }
        double[] weight = new double[target.length];
        Arrays.fill(weight, 1);
        int[] group = new int[target.length];
        Arrays.setAll(group, i -> i);
        return new LabelledFeatures(List.of("a", "b", "c", "d", "e", "f"), embeddings, target, weight, group);
    }

    private static double largest(double[] own, FloatBuffer other) {
        double largest = other.remaining() == own.length ? 0 : Double.POSITIVE_INFINITY;
        for (int i = 0; i < Math.min(own.length, other.limit()); i++) {
            largest = Math.max(largest, Math.abs(own[i] - other.get(i)));
        }
        return largest;
    }

    private static void load(Stand stand, Case model, Peer node) throws IOException {
        node.ask("load\t" + Files.write(stand.scratch().resolve("model.onnx"), model.graph()));
        for (BareGraph.Input input : model.inputs()) {
            ByteBuffer raw = ByteBuffer.allocate(input.values().limit() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            raw.asFloatBuffer().put(input.values().duplicate());
            Path file = Files.write(stand.scratch().resolve(input.name() + ".f32"), raw.array());
            node.ask("input\t" + input.name() + "\t" + file + "\t" + Arrays.stream(input.shape()).mapToObj(Long::toString).collect(Collectors.joining(",")));
        }
    }

    private static double difference(float[] ours, Path theirs) throws IOException {
        FloatBuffer other = ByteBuffer.wrap(Files.readAllBytes(theirs)).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
        double largest = other.remaining() == ours.length ? 0 : Double.POSITIVE_INFINITY;
        for (int i = 0; i < Math.min(ours.length, other.limit()); i++) {
            largest = Math.max(largest, Math.abs(ours[i] - other.get(i)));
        }
        return largest;
    }

    /** Resizing and cutting included. */
    private static void fromPixels(Stand stand) throws Exception {
        DecodedImage photograph = new FormatDecoders().decode(stand.album().photo(Shot.JPEG_12).bytes());
        String what = "backbone, %.1f MP pixels to embedding".formatted(photograph.argb().length / 1e6);
        stand.note(what);
        try (ForensicBackbone backbone = ForensicBackbone.load()) {
            stand.tell(Reading.of(what, stand.race(stand.wall("Docket", () -> backbone.embed(photograph))).getFirst()));
        }
    }

    private static BareGraph.Input noise(String name, long... shape) {
        return noise(name, Arrays.stream(shape).reduce(1, Math::multiplyExact), shape);
    }

    private static BareGraph.Input noise(String name, long seed, long[] shape) {
        int count = (int) Arrays.stream(shape).reduce(1, Math::multiplyExact);
        FloatBuffer values = ByteBuffer.allocateDirect(count * Float.BYTES).order(ByteOrder.nativeOrder()).asFloatBuffer();
        SplittableRandom random = new SplittableRandom(seed);
        double darkest = random.nextDouble() / 2;
        double range = 0.1 + 0.4 * random.nextDouble();
        while (values.hasRemaining()) {
            values.put((float) (darkest + range * random.nextDouble()));
        }
        return new BareGraph.Input(name, values.flip(), shape);
    }
}
