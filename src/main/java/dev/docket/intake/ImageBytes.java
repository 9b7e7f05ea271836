package dev.docket.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The bytes of an image that a feed offers: in a file, or here already. */
public sealed interface ImageBytes {
    /** No honest image is larger. */
    long MOST = 256L << 20;

    /** In bytes; 0 where only reading tells. */
    long size();

    /** @throws RefusedException when there is nothing to read, or too much */
    byte[] read() throws RefusedException;

    /** In a file, which somebody else may change or take away at any time. */
    record InFile(Path file) implements ImageBytes {
        @Override
        public long size() {
            try {
                return Math.min(Files.size(file), MOST);
            } catch (IOException e) {
                return 0; // reading it will say what is wrong
            }
        }

        @Override
        public byte[] read() throws RefusedException {
            if (Files.isDirectory(file)) {
                throw new RefusedException("file: '" + file.getFileName() + "' is a folder");
            }
            // opening a pipe would wait for whoever writes into it, who may never come
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                throw new RefusedException("file: '" + file.getFileName() + "' is a pipe or a device");
            }
            try (InputStream in = Files.newInputStream(file)) {
                long size = Files.size(file);
                if (size > MOST) {
                    throw new RefusedException("the file has " + (size >> 20) + " MiB; at most " + (MOST >> 20) + " are read");
                }
                byte[] bytes = new byte[(int) size];
                int read = in.readNBytes(bytes, 0, bytes.length);
                if (in.read() >= 0) {
                    throw new RefusedException("the file is still growing; offer it once it is whole");
                }
                return read == bytes.length ? bytes : Arrays.copyOf(bytes, read);
            } catch (IOException e) {
                throw new RefusedException(Unreadable.because(e));
            }
        }
    }

    /** Here already, and counted by whoever received them. */
    final class Received implements ImageBytes {
        private final byte[] bytes;

        /** @param bytes not copied */
        public Received(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public byte[] read() {
            return bytes;
        }
    }
}
