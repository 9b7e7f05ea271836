package dev.docket.watermark;

import dev.docket.decode.DecodedImage;
import dev.docket.provenance.ProvenanceReport.Origin;
import dev.docket.provenance.ProvenanceReport.Watermark;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Looks for invisible watermarks of one kind; found by {@link java.util.ServiceLoader}, so it has a constructor without
 * arguments, which does nothing. How to add one: docs/watermarks.md. {@link #prepare} is called once and first; {@link #find}
 * by several threads after that. Nothing is asked of a detector that is not ready.
 */
public interface WatermarkDetector extends AutoCloseable {

    /** Whether a detector can be asked. */
    enum State {
        /** It looks at every picture. */
        READY,
        /** It could, and has not been set up or turned on. */
        OFF,
        /** Nothing in Docket can look for these marks: nothing is known of them, found or not. */
        ABSENT
    }

    /** @param because a sentence for a person: what it looks for, or what is missing */
    record Readiness(State state, String because) {
        public static Readiness ready(String because) {
            return new Readiness(State.READY, because);
        }

        public static Readiness off(String because) {
            return new Readiness(State.OFF, because);
        }

        public static Readiness absent(String because) {
            return new Readiness(State.ABSENT, because);
        }
    }

    /** A mark that was read. @param says what it states of the picture; counts only where the mark is detected */
    record Found(Watermark mark, Origin says) {}

    /** In lower-case letters, digits and dashes; the {@code detector} of what it finds. */
    String name();

    /** Another one whenever it may find something else in the same picture, also because of its settings; without spaces. Asked once it is prepared. */
    default String version() {
        return "1";
    }

    /**
     * @param folder where its settings lie; need not exist
     * @throws IOException naming file and field when they cannot be understood
     */
    Readiness prepare(Path folder) throws IOException;

    /** Whether intake asks it, of every picture; otherwise only somebody who asks about one picture. */
    default boolean isForIntake() {
        return true;
    }

    /**
     * @param picture whole, at full size
     * @return what was read well enough to be told; empty where nothing was, which does not say that there is nothing
     * @throws DetectorException when it could not look
     */
    List<Found> find(DecodedImage picture) throws DetectorException;

    @Override
    default void close() {}
}
