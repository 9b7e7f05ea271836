package dev.docket.classify;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A second session of a model, which runs one picture on several threads, for somebody who waits. Opened and run once in
 * the background when it is first asked for. Safe to use from several threads.
 */
final class InteractiveModel implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(InteractiveModel.class);

    private final ModelLayout layout;
    private final int threads;
    private OnnxModel opened;
    private boolean begun;
    private boolean closed;

    /** @param threads of a run; with one it is never opened, as the session for bulk does the same */
    InteractiveModel(ModelLayout layout, int threads) {
        this.layout = layout;
        this.threads = threads;
    }

    /** The session once it is warm; empty until then. */
    synchronized Optional<OnnxModel> ifWarm() {
        if (!begun && !closed && threads > 1) {
            begun = true;
            Thread.ofPlatform().daemon().name("model-warm-up").start(this::open);
        }
        return Optional.ofNullable(opened);
    }

    private void open() {
        try {
            OnnxModel model = OnnxModel.open(layout, threads);
            try {
                model.run(ModelFolder.grey());
            } catch (ScoringException e) {
                model.close();
                throw e;
            }
            keep(model);
        } catch (ModelRejectedException | ScoringException e) {
            LOG.warn("{}@{} stays on one thread: {}", layout.id(), layout.version(), e.getMessage());
        }
    }

    private synchronized void keep(OnnxModel model) {
        if (closed) {
            model.close();
        } else {
            opened = model;
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (opened != null) {
            opened.close();
            opened = null;
        }
    }
}
