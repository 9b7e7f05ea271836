package dev.docket.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Images in a folder of this desk, two levels deep, each file AES-GCM under the profile's key. */
public final class FolderBlobStore implements BlobStore {

    /** @param key 32 bytes */
    public FolderBlobStore(Path folder, byte[] key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ContentHash put(byte[] content) throws IOException {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<byte[]> get(ContentHash address) throws IOException {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean contains(ContentHash address) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void delete(ContentHash address) throws IOException {
        throw new UnsupportedOperationException();
    }
}
