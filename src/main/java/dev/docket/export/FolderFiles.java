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

    /** Often enough to stop at once, seldom enough to cost nothing. */
    private static final int ROWS_A_STEP = 8;

    private final Path root;
    private final BlobStore blobs;
    private final Opener opener;
    private final Progress progress;
    private final long total;
    private long steps;

    /** @param total number of steps to come, for the progress */
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
        try (OutputStream out = open(path)) {
            out.write(picture(address, bytes));
        }
    }

    @Override
    void step(String what) {
        if (steps % ROWS_A_STEP == 0) {
            progress.at(steps, total, what);
            progress.stopIfCancelled();
        }
        steps++;
    }

    @Override
    byte[] picture(ContentHash address, long bytes) throws IOException {
        return picture(blobs, address, bytes);
    }

    /** @throws IOException when it is no longer there, or not the one that was counted */
    static byte[] picture(BlobStore blobs, ContentHash address, long bytes) throws IOException {
        byte[] picture = blobs.get(address)
                .orElseThrow(() -> new IOException("Picture " + address.hex() + " left the image store during the export; run the export again"));
        if (picture.length != bytes) {
            throw new IOException("Picture " + address.hex() + " has " + picture.length + " bytes, its item says " + bytes);
        }
        return picture;
    }
}
