package dev.docket.decode.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.docket.decode.ImageHeader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedMemoryTest {
    private static final long BYTES = 96L << 20;

    @TempDir
    private Path folder;

    @Test
    void bothSidesSeeTheSameAndNobodyElseFindsItByName() throws Exception {
        try (SharedMemory memory = SharedMemory.create(BYTES)) {
            MemorySegment other = SharedMemory.open(memory.path(), BYTES);
            memory.opened();

            memory.segment().set(ValueLayout.JAVA_BYTE, BYTES - 1, (byte) 7);

            assertThat(other.get(ValueLayout.JAVA_BYTE, BYTES - 1)).isEqualTo((byte) 7);
            assertThatThrownBy(() -> SharedMemory.open(memory.path(), BYTES)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void onLinuxTheOtherSideCannotCutItShort() throws Exception {
        assumeTrue(LinuxCall.possible());
        try (SharedMemory memory = SharedMemory.create(BYTES); RandomAccessFile other = new RandomAccessFile(memory.path(), "rw")) {
            assertThatThrownBy(() -> other.setLength(4096)).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> other.setLength(BYTES + 4096)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void whatWasGivenBackIsGone() throws Exception {
        assumeTrue(LinuxCall.possible());
        try (SharedMemory memory = SharedMemory.create(BYTES)) {
            memory.segment().fill((byte) 1);

            assertThat(memory.giveBack(BYTES / 2)).isTrue();

            assertThat(memory.segment().get(ValueLayout.JAVA_BYTE, 0)).isZero();
            assertThat(memory.segment().get(ValueLayout.JAVA_BYTE, BYTES / 2)).isEqualTo((byte) 1);
        }
    }

    @Test
    void aFileIsItsOwnersAndLeavesNothingBehind() throws Exception {
        try (SharedMemory memory = SharedMemory.inFile(BYTES, folder)) {
            Path file = Path.of(memory.path());
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
            memory.segment().set(ValueLayout.JAVA_BYTE, 0, (byte) 1);
            memory.opened();
            assertThat(folder).isEmptyDirectory();
            assertThat(memory.giveBack(1)).as("only sealed memory gives pages back").isFalse();
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void filesOfProcessesThatAreGoneAreSweptAway() throws Exception {
        Path left = Files.createFile(folder.resolve("docket-pixels-2147483647-left"));
        Path ours = Files.createFile(folder.resolve(PixelFiles.name()));
        Path others = Files.createFile(folder.resolve("something-else"));

        PixelFiles.sweep(folder);

        assertThat(folder.toFile().listFiles()).containsExactlyInAnyOrder(ours.toFile(), others.toFile());
        assertThat(left).doesNotExist();
    }

    /** The copy is the only access to memory that the other side could spoil; it fails, and this process lives. */
    @Test
    void memoryThatWasCutShortUnderUsIsAnErrorAndNotTheEnd() throws Exception {
        try (SharedMemory memory = SharedMemory.inFile(BYTES, folder); RandomAccessFile other = new RandomAccessFile(memory.path(), "rw")) {
            other.setLength(0);
            Reply reply = new Reply(Reply.Status.PAINTED, 1, 1, 0, 2000, 2000, 1, 1, "");
            ImageHeader header = new ImageHeader("image/png", 2000, 2000, 1, 1);

            assertThatThrownBy(() -> Pixels.copyOut(reply, header, memory.segment(), new int[0])).isInstanceOf(InternalError.class);
        }
    }
}
