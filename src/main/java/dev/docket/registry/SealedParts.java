package dev.docket.registry;

import dev.docket.storage.SealedStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A kept model's files, each sealed.
 *
 * @param folder the model's own
 * @param version {@code id@version}: a file of another one does not open
 */
record SealedParts(Path folder, String version, SealedStream stream) implements ModelParts {
    @Override
    public String place() {
        return version;
    }

    @Override
    public List<String> names() throws IOException {
        return ModelParts.in(folder).names();
    }

    @Override
    public boolean has(String name) {
        return Files.isRegularFile(folder.resolve(name));
    }

    @Override
    public long size(String name) throws IOException {
        return SealedStream.clearBytes(Files.size(folder.resolve(name)));
    }

    @Override
    public InputStream open(String name) throws IOException {
        return stream.open(new BufferedInputStream(Files.newInputStream(folder.resolve(name))), purpose(name));
    }

    /** On the disk when this returns. */
    void write(String name, InputStream clear) throws IOException {
        try (FileChannel file = FileChannel.open(folder.resolve(name), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE); OutputStream out = Channels.newOutputStream(file)) {
            stream.seal(clear, out, purpose(name));
            file.force(true);
        }
    }

    private String purpose(String name) {
        return "model " + version + " " + name;
    }
}
