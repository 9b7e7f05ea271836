package dev.docket.classify;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;

/** How Docket opens ONNX Runtime sessions: threads that sleep when idle, as a person works beside them. */
final class Sessions {
    private Sessions() {}

    /** Threads for one run while somebody works at the same machine: one core is left to the screen. */
    static int interactiveThreads() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    }

    /** The process's one environment, with its telemetry off where it has any (Windows traces) and warnings kept off the console. */
    static OrtEnvironment environment() {
        OrtEnvironment environment = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "docket");
        try {
            environment.setTelemetry(false);
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime's telemetry cannot be turned off", e);
        }
        return environment;
    }

    static OrtSession.SessionOptions options(int threads) throws OrtException {
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(threads);
        options.addConfigEntry("session.intra_op.allow_spinning", "0");
        return options;
    }

    static OnnxTensor tensor(Preprocessor.Pixels pixels) throws OrtException {
        return OnnxTensor.createTensor(environment(), pixels.values(), pixels.shape());
    }

    static void close(OrtSession session) {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime could not close a session", e);
        }
    }
}
