package dev.docket.registry;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The files that a model is made of, wherever they lie. Any thread. */
public interface ModelParts {
    String MODEL = "model.onnx";

    /** What messages call the place. */
    String place();

    /** Empty where nothing is. */
    List<String> names() throws IOException;

    boolean has(String name);

    /** In bytes. */
    long size(String name) throws IOException;

    /** To be closed. */
    InputStream open(String name) throws IOException;

    /** A small one. */
    default byte[] read(String name) throws IOException {
        try (InputStream in = open(name)) {
            return in.readAllBytes();
        }
    }

    /** Of a folder in clear, such as one to be added. */
    static ModelParts in(Path folder) {
        return new ModelParts() {
            @Override
            public String place() {
                return folder.toString();
            }

            @Override
            public List<String> names() throws IOException {
                if (!Files.isDirectory(folder)) {
                    return List.of();
                }
                try (Stream<Path> files = Files.list(folder)) {
                    return files.map(file -> file.getFileName().toString()).sorted().toList();
                }
            }

            @Override
            public boolean has(String name) {
                return Files.isRegularFile(folder.resolve(name));
            }

            @Override
            public long size(String name) throws IOException {
                return Files.size(folder.resolve(name));
            }

            @Override
            public InputStream open(String name) throws IOException {
                return Files.newInputStream(folder.resolve(name));
            }
        };
    }

    /** That were made here, or came with Docket. */
    static ModelParts of(String place, Map<String, byte[]> files) {
        return new ModelParts() {
            @Override
            public String place() {
                return place;
            }

            @Override
            public List<String> names() {
                return files.keySet().stream().sorted().toList();
            }

            @Override
            public boolean has(String name) {
                return files.containsKey(name);
            }

            @Override
            public long size(String name) {
                return files.get(name).length;
            }

            @Override
            public InputStream open(String name) throws IOException {
                if (!has(name)) {
                    throw new FileNotFoundException(name);
                }
                return new ByteArrayInputStream(files.get(name));
            }
        };
    }
}
