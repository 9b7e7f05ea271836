package dev.docket.export;

import dev.docket.storage.BlobStore;
import dev.docket.storage.ContentHash;
import java.io.IOException;
import java.io.OutputStream;

/** Writes nothing: gives the manifest a set would have. Pictures are read only where a format packs them: else their address is their hash. */
final class DryFiles extends SetFiles {
    private final BlobStore blobs;
    private final Images images;

    DryFiles(BlobStore blobs, Images images) {
        this.blobs = blobs;
        this.images = images;
    }

    @Override
    OutputStream open(String path) {
        return OutputStream.nullOutputStream();
    }

    @Override
    byte[] picture(ContentHash address, long bytes) throws IOException {
        return FolderFiles.picture(blobs, address, bytes);
    }

    @Override
    boolean copy(String path, ContentHash address, long bytes) {
        return images != Images.REFERENCE;
    }
}
