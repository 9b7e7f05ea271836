package dev.docket.export;

import dev.docket.storage.ContentHash;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;

/** Counts and hashes what is written through it and tells the result once, when it was closed without a fault. */
final class HashedStream extends FilterOutputStream {

    /** Told when the stream is closed. */
    interface Listener {
        void closed(long bytes, ContentHash hash);
    }

    private final MessageDigest digest = ContentHash.sha256();
    private final Listener listener;
    private long bytes;
    private boolean closed;

    HashedStream(OutputStream out, Listener listener) {
        super(new BufferedOutputStream(out, 1 << 16));
        this.listener = listener;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] b, int offset, int length) throws IOException {
        out.write(b, offset, length);
        digest.update(b, offset, length);
        bytes += length;
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        super.close();
        listener.closed(bytes, ContentHash.fromDigest(digest.digest()));
    }
}
