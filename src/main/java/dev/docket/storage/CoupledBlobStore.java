package dev.docket.storage;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/** A blob store whose deletions reach what was made of the bytes. Safe to use from several threads. */
public final class CoupledBlobStore implements BlobStore {
    private final BlobStore store;
    private final Consumer<ContentHash> forget;

    /** @param forget deletes what was made of these bytes; told before they are deleted, and again after */
    public CoupledBlobStore(BlobStore store, Consumer<ContentHash> forget) {
        this.store = store;
        this.forget = forget;
    }

    @Override
    public ContentHash put(byte[] content) throws IOException {
        return store.put(content);
    }

    @Override
    public Optional<byte[]> get(ContentHash address) throws IOException {
        return store.get(address);
    }

    @Override
    public boolean contains(ContentHash address) {
        return store.contains(address);
    }

    /** What was made of the bytes goes even where they themselves cannot be deleted. */
    @Override
    public void delete(ContentHash address) throws IOException {
        forget.accept(address);
        store.delete(address);
        // somebody may have read the bytes before they went, and kept what was made of them since
        forget.accept(address);
    }

    @Override
    public void close() {
        store.close();
    }
}
