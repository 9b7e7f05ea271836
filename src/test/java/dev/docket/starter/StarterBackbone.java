package dev.docket.starter;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.util.Map;

/** The backbone as an ONNX model. */
final class StarterBackbone {
    private StarterBackbone() {}

    static ModelProto build() {
        OnnxGraph graph = new OnnxGraph("forensic-statistics");
        int dimensions = ForensicGraph.write(graph);
        return graph.model("docket", dimensions + " statistics of colour, layout, noise residual, block grid and spectrum; see preprocessor_config.json for its inputs",
                Map.of());
    }
}
