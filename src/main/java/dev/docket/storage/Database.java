package dev.docket.storage;

import java.nio.file.Path;
import org.jdbi.v3.core.Handle;

/**
 * The database of one desk: embedded H2, encrypted, in the profile folder. One process at a time holds it.
 *
 * <p>Safe to use from several threads; a {@link Handle} belongs to the thread that was given it.
 */
public final class Database implements AutoCloseable {

    /** Work done with an open transaction. */
    @FunctionalInterface
    public interface Work<T> {
        T in(Handle tx);
    }

    /** As {@link Work}, without a result. */
    @FunctionalInterface
    public interface Step {
        void in(Handle tx);
    }

    /**
     * Opens the database in {@code folder}, making and migrating it as needed.
     *
     * @param key 32 random bytes that encrypt the file
     * @throws StorageException with a message fit for a person: wrong key, no space, newer schema
     */
    public static Database openEmbedded(Path folder, byte[] key) {
        throw new UnsupportedOperationException("openEmbedded");
    }

    /** Runs the work in one transaction: all of it is stored, or none. */
    public <T> T inTransaction(Work<T> work) {
        throw new UnsupportedOperationException("inTransaction");
    }

    /** As {@link #inTransaction} for work without a result. */
    public void transact(Step step) {
        inTransaction(tx -> {
            step.in(tx);
            return null;
        });
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException("close");
    }
}
