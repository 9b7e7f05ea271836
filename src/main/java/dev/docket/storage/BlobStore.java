package dev.docket.storage;

import java.io.IOException;
import java.util.Optional;

/** Image bytes by content address, encrypted at rest and verified when read. Safe to use from several threads. */
public interface BlobStore extends AutoCloseable {

    /** Stores the bytes durably unless they are there already, and says where. */
    ContentHash put(byte[] content) throws IOException;

    /** The bytes, whose hash was checked on the way; empty when there are none under this address. */
    Optional<byte[]> get(ContentHash address) throws IOException;

    boolean contains(ContentHash address);

    /** Removes the bytes; does nothing when there are none. */
    void delete(ContentHash address) throws IOException;

    /** Lets go of connections, where there are any. */
    @Override
    default void close() {}
}
