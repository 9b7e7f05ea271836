package dev.docket.classify;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

/** How Docket opens ONNX Runtime sessions: threads that sleep when idle, as a person works beside them. */
final class Sessions {
    private Sessions() {}

    /** Threads for one run while somebody works at the same machine: one core is left to the screen. */
    static int interactiveThreads() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    }

    static OrtSession.SessionOptions options(int threads) throws OrtException {
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(threads);
        options.addConfigEntry("session.intra_op.allow_spinning", "0");
        return options;
    }

    static OnnxTensor tensor(Preprocessor.Pixels pixels) throws OrtException {
        return OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), pixels.values(), pixels.shape());
    }

    static void close(OrtSession session) {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime could not close a session", e);
        }
    }
}
