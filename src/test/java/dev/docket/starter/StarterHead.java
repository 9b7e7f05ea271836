package dev.docket.starter;

import static dev.docket.classify.ForensicBackbone.EMBEDDING;
import static dev.docket.classify.ForensicBackbone.HEAD_PREFIX;

import ai.onnx.proto.OnnxMl.ModelProto;
import dev.docket.retrain.LogisticHead;
import java.util.Map;

/** Puts a trained head on the backbone. */
final class StarterHead {
    private StarterHead() {}

    /** Outputs {@code logits}, {@code scores} and {@code embedding}. */
    static ModelProto on(ModelProto backbone, LogisticHead head, float[] centre, Map<String, String> metadata) {
        int dimensions = centre.length;
        int labels = head.labels().size();
        float[] weights = new float[dimensions * labels];
        double[] atCentre = head.logits(centre);
        float[] bias = new float[labels];
        for (int l = 0; l < labels; l++) {
            bias[l] = (float) atCentre[l];
        }
        float[] moved = centre.clone();
        for (int j = 0; j < dimensions; j++) {
            // logits are linear in the features: a step of one feature shows its weight
            moved[j] = centre[j] + 1;
            double step = (double) moved[j] - centre[j];
            double[] logits = head.logits(moved);
            for (int l = 0; l < labels; l++) {
                weights[j * labels + l] = (float) ((logits[l] - atCentre[l]) / step);
            }
            moved[j] = centre[j];
        }
        OnnxGraph graph = new OnnxGraph(backbone.getGraph());
        graph.floats(HEAD_PREFIX + "centre", centre, 1, dimensions);
        graph.floats(HEAD_PREFIX + "weights", weights, dimensions, labels);
        graph.floats(HEAD_PREFIX + "bias", bias, labels);
        graph.node("Sub", HEAD_PREFIX + "centred", EMBEDDING, HEAD_PREFIX + "centre");
        graph.named("Gemm", HEAD_PREFIX + "gemm", "logits", Map.of(), HEAD_PREFIX + "centred", HEAD_PREFIX + "weights", HEAD_PREFIX + "bias");
        graph.named("Sigmoid", HEAD_PREFIX + "sigmoid", "scores", Map.of(), "logits");
        graph.output("scores", labels);
        graph.output("logits", labels);
        graph.output(EMBEDDING, dimensions);
        return graph.model(backbone.getProducerName(), backbone.getDocString(), metadata);
    }

    /** The mean embedding, near which float32 has the most digits to spare. */
    static float[] centre(Iterable<float[]> embeddings) {
        double[] sum = null;
        int count = 0;
        for (float[] embedding : embeddings) {
            if (sum == null) {
                sum = new double[embedding.length];
            }
            for (int j = 0; j < embedding.length; j++) {
                sum[j] += embedding[j];
            }
            count++;
        }
        float[] mean = new float[sum.length];
        for (int j = 0; j < mean.length; j++) {
            mean[j] = (float) (sum[j] / count);
        }
        return mean;
    }
}
