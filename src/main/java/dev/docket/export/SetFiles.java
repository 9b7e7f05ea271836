package dev.docket.export;

import dev.docket.storage.ContentHash;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Where the files of a set go: a folder, or nowhere but their hashes. Remembers size and hash of each. One thread. */
abstract class SetFiles {
    private final List<Manifest.File> written = new ArrayList<>();
    private final List<Manifest.File> elsewhere = new ArrayList<>();

    /** A new file. @param path relative, with {@code /} between names; its entry is kept when the stream is closed */
    OutputStream create(String path) throws IOException {
        return new HashedStream(open(path), (bytes, hash) -> note(path, bytes, hash));
    }

    /** Puts the stored picture at {@code path}, byte for byte, or names it where pictures stay elsewhere. */
    final void image(String path, ContentHash address, long bytes) throws IOException {
        if (copy(path, address, bytes)) {
            note(path, bytes, address);
        } else {
            elsewhere.add(new Manifest.File(path, bytes, address.hex()));
        }
    }

    /** A row or picture comes next. Stops where the job was cancelled. @param what it is called */
    void step(String what) {}

    /** The stored picture, whole. */
    abstract byte[] picture(ContentHash address, long bytes) throws IOException;

    /** All files so far, by path. */
    final List<Manifest.File> files() {
        return written.stream().sorted(Comparator.comparing(Manifest.File::path)).toList();
    }

    /** Pictures that are named and not in the set, by path. */
    final List<Manifest.File> elsewhere() {
        return elsewhere.stream().sorted(Comparator.comparing(Manifest.File::path)).toList();
    }

    abstract OutputStream open(String path) throws IOException;

    /** @return false when pictures stay elsewhere */
    abstract boolean copy(String path, ContentHash address, long bytes) throws IOException;

    private void note(String path, long bytes, ContentHash hash) {
        written.add(new Manifest.File(path, bytes, hash.hex()));
    }
}
