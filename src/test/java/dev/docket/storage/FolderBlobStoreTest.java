package dev.docket.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FolderBlobStoreTest extends BlobStoreContract {
    private static final byte[] KEY = new byte[32];

    @Override
    protected BlobStore open(ImageKeys own) {
        return new FolderBlobStore(images(), Optional.empty(), own);
    }

    @Override
    protected byte[] lying(ContentHash address) throws IOException {
        return Files.readAllBytes(file(address));
    }

    @Override
    protected void lay(ContentHash address, byte[] bytes) throws IOException {
        Files.createDirectories(file(address).getParent());
        Files.write(file(address), bytes);
    }

    @AfterEach
    void nothingIsLeftHalfWritten() throws IOException {
        try (Stream<Path> leftovers = Files.list(images().resolve("unfinished"))) {
            assertThat(leftovers.filter(file -> !file.endsWith("5678"))).isEmpty();
        }
    }

    @Test
    void anotherKeyOpensNothing() throws IOException {
        ContentHash address = new FolderBlobStore(images(), KEY).put(PICTURE);
        byte[] other = KEY.clone();
        other[31] = 1;

        assertThatThrownBy(() -> new FolderBlobStore(images(), other).get(address)).isInstanceOf(IOException.class);
    }

    @Test
    void whatAKilledProcessLeftHalfWrittenIsSweptOutAndWhatOthersAreWritingIsNot() throws IOException {
        Path left = Files.write(images().resolve("unfinished").resolve("1234"), new byte[100]);
        Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        Path underWay = Files.write(images().resolve("unfinished").resolve("5678"), new byte[100]);

        new FolderBlobStore(images(), KEY);

        assertThat(images().resolve("unfinished")).isDirectoryContaining(underWay::equals).isDirectoryNotContaining(left::equals);
    }

    @Test
    void picturesOfAnEarlierVersionStillOpen() throws IOException {
        ContentHash address = new FolderBlobStore(images(), KEY).put(PICTURE);

        assertThat(new FolderBlobStore(images(), Optional.of(KEY), keys).get(address)).contains(PICTURE);
        assertThat(store.get(address)).as("a store that never had that key").isEmpty();
    }

    private Path images() {
        return folder.resolve("images");
    }

    private Path file(ContentHash address) {
        String hex = address.hex();
        return images().resolve(hex.substring(0, 2)).resolve(hex.substring(2, 4)).resolve(hex);
    }
}
