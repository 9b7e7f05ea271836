package dev.docket.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedCacheTest {
    private static final byte[] CANARY = "a canary that must never be seen on the disk".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @Test
    void whatWasPutIsThereUntilItIsRemoved() {
        try (SealedCache cache = new SealedCache(folder, 1 << 20)) {
            cache.put(address(1), CANARY);
            assertThat(cache.get(address(1))).contains(CANARY);
            assertThat(cache.get(address(2))).isEmpty();

            cache.remove(address(1));

            assertThat(cache.get(address(1))).isEmpty();
            assertThat(cache.bytes()).isZero();
            assertThat(files()).isEmpty();
        }
    }

    @Test
    void nothingOnTheDiskCanBeRead() throws IOException {
        try (SealedCache cache = new SealedCache(folder, 1 << 20)) {
            cache.put(address(1), CANARY);
            for (Path file : files()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)).doesNotContain("canary");
                assertThat(file.getFileName().toString()).doesNotContain(address(1).hex());
            }
        }
    }

    @Test
    void closingLeavesNothing() {
        SealedCache cache = new SealedCache(folder, 1 << 20);
        cache.put(address(1), CANARY);

        cache.close();
        cache.put(address(2), CANARY);

        assertThat(files()).isEmpty();
        assertThat(cache.get(address(1))).isEmpty();
        assertThat(cache.get(address(2))).isEmpty();
    }

    @Test
    void whatAKilledProcessLeftIsSweptOutAndNeverRead() throws Exception {
        SealedCache killed = new SealedCache(folder, 1 << 20);
        killed.put(address(1), CANARY);
        List<Path> left = files();

        try (SealedCache cache = new SealedCache(folder, 1 << 20)) {
            assertThat(cache.get(address(1))).isEmpty();
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            while (left.stream().anyMatch(Files::exists) && System.nanoTime() < end) {
                Thread.sleep(5);
            }
            assertThat(left).hasSize(1).noneMatch(Files::exists);
        }
    }

    @Test
    void whatWasNotAskedForLongestGoesFirst() {
        try (SealedCache cache = new SealedCache(folder, 3 * (1000 + 16))) {
            for (int n = 0; n < 3; n++) {
                cache.put(address(n), new byte[1000]);
            }
            cache.get(address(0));

            cache.put(address(3), new byte[1000]);

            assertThat(cache.get(address(1))).isEmpty();
            assertThat(cache.get(address(0))).isPresent();
            assertThat(cache.get(address(3))).isPresent();
            assertThat(files()).hasSize(3);
        }
    }

    @Test
    void whatIsLargerThanTheCacheIsNotKept() {
        try (SealedCache cache = new SealedCache(folder, 100)) {
            cache.put(address(1), new byte[1000]);

            assertThat(cache.get(address(1))).isEmpty();
            assertThat(files()).isEmpty();
        }
    }

    @Test
    void aFileThatWasChangedOrSwappedIsForgotten() throws IOException {
        try (SealedCache cache = new SealedCache(folder, 1 << 20)) {
            cache.put(address(1), CANARY);
            Path first = files().getFirst();
            byte[] sealed = Files.readAllBytes(first);
            sealed[3] ^= 1;
            Files.write(first, sealed);

            assertThat(cache.get(address(1))).isEmpty();
            assertThat(files()).isEmpty();
        }
    }

    @Test
    void itsBytesAreThoseOnTheDiskWhoeverPutsAndRemoves() throws Exception {
        try (SealedCache cache = new SealedCache(folder, 40_000); ExecutorService pool = Executors.newFixedThreadPool(4)) {
            for (int thread = 0; thread < 4; thread++) {
                Random random = new Random(thread);
                pool.execute(() -> {
                    for (int step = 0; step < 400; step++) {
                        ContentHash address = address(random.nextInt(40));
                        switch (random.nextInt(4)) {
                            case 0 -> cache.remove(address);
                            case 1 -> cache.get(address);
                            default -> cache.put(address, new byte[random.nextInt(3000)]);
                        }
                    }
                });
            }
            pool.shutdown();
            assertThat(pool.awaitTermination(30, TimeUnit.SECONDS)).isTrue();

            long onDisk = 0;
            for (Path file : files()) {
                onDisk += Files.size(file);
            }
            assertThat(cache.bytes()).isEqualTo(onDisk).isBetween(1L, 40_000L);
        }
    }

    private List<Path> files() {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static ContentHash address(int number) {
        return ContentHash.of(new byte[] {(byte) number});
    }
}
