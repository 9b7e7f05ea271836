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
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

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
    private final Images images;
    private final List<Path> earlier;
    private long steps;

    /** Pictures are written. @param total number of steps to come, for the progress */
    FolderFiles(Path root, BlobStore blobs, Opener opener, long total, Progress progress) {
        this(root, blobs, opener, total, progress, Images.COPY, List.of());
    }

    /** @param earlier folders of earlier sets, in which pictures are looked for where they are to be linked */
    FolderFiles(Path root, BlobStore blobs, Opener opener, long total, Progress progress, Images images, List<Path> earlier) {
        this.images = images;
        this.earlier = earlier;
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
    boolean copy(String path, ContentHash address, long bytes) throws IOException {
        if (images == Images.REFERENCE) {
            return false;
        }
        if (images == Images.LINK && link(path, address, bytes)) {
            return true;
        }
        try (OutputStream out = open(path)) {
            out.write(picture(address, bytes));
        }
        return true;
    }

    /** Links to the first earlier set that has this very picture at this path, on a disk that lets it. */
    private boolean link(String path, ContentHash address, long bytes) throws IOException {
        for (Path folder : earlier) {
            Path there = folder.resolve(path);
            if (Files.isRegularFile(there, LinkOption.NOFOLLOW_LINKS) && Files.size(there) == bytes && ContentHash.of(Files.readAllBytes(there)).equals(address)) {
                Path here = root.resolve(path);
                Files.createDirectories(here.getParent());
                try {
                    Files.createLink(here, there);
                    return true;
                } catch (IOException | UnsupportedOperationException e) {
                    // another disk, or one without links: it is written
                }
            }
        }
        return false;
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
