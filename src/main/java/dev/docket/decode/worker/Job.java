package dev.docket.decode.worker;

import dev.docket.decode.Animation;
import dev.docket.decode.ImageHeader;
import dev.docket.decode.UndecodableImageException;
import dev.docket.decode.worker.Request.Operation;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * One picture that somebody waits for.
 *
 * @param urgent whether it is for the screen
 * @param header what the parent read of the file
 * @param result a still picture is an animation of one frame
 */
record Job(Operation operation, boolean urgent, byte[] file, ImageHeader header, int longerSide, CompletableFuture<Animation> result) {
    Job(Operation operation, byte[] file, ImageHeader header, int longerSide) {
        this(operation, operation != Operation.STRICT, file, header, longerSide, new CompletableFuture<>());
    }

    /**
     * Waits for what comes of it.
     *
     * @throws CancellationException when the thread is interrupted, or the decoder is closed
     */
    Animation await() throws UndecodableImageException {
        try {
            return result.get();
        } catch (InterruptedException e) {
            result.cancel(false);
            Thread.currentThread().interrupt();
            throw new CancellationException("Decoding was given up");
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case UndecodableImageException refused -> throw new UndecodableImageException(refused.state(), refused.getMessage());
                case RuntimeException failure -> throw failure;
                case Error error -> throw error;
                case Throwable other -> throw new IllegalStateException(other);
            }
        }
    }
}
