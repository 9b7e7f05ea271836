package dev.docket.export;

import dev.docket.progress.Progress;
import dev.docket.storage.BlobStore;
import dev.docket.storage.ContentHash;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes into a folder, one picture in memory at a time. */
final class FolderFiles extends SetFiles {

    /** Opens a new file for writing; replaced in tests by one that runs out of space. */
    interface Opener {
        OutputStream open(Path file) throws IOException;
    }

    /** Makes the file and forces it to disk when closed. */
    static final Opener DURABLE = file -> {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return new FilterOutputStream(Channels.newOutputStream(channel)) {
            @Override
            public void write(byte[] b, int offset, int length) throws IOException {
                out.write(b, offset, length);
            }

            @Override
            public void close() throws IOException {
                if (channel.isOpen()) {
                    channel.force(true);
                }
                super.close();
            }
        };
    };

    private final Path root;
    private final BlobStore blobs;
    private final Opener opener;
    private final Progress progress;
    private final long total;
    private long images;

    /** @param total number of pictures to come, for the progress */
    FolderFiles(Path root, BlobStore blobs, Opener opener, long total, Progress progress) {
        this.root = root;
        this.blobs = blobs;
        this.opener = opener;
        this.total = total;
        this.progress = progress;
    }

    @Override
    OutputStream open(String path) throws IOException {
        progress.stopIfCancelled();
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        return opener.open(file);
    }

    @Override
    void copy(String path, ContentHash address, long bytes) throws IOException {
        progress.at(images++, total, path);
        byte[] picture = blobs.get(address)
                .orElseThrow(() -> new IOException("Picture " + address.hex() + " left the image store during the export; run the export again"));
        if (picture.length != bytes) {
            throw new IOException("Picture " + address.hex() + " has " + picture.length + " bytes, its item says " + bytes);
        }
        try (OutputStream out = open(path)) {
            out.write(picture);
        }
    }
}
