package dev.docket.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SealedStreamTest {
    private static final int PIECE = 1 << 20;

    private final SealedStream stream = new SealedStream(new byte[32]);

    @Test
    void whatIsSealedComesBackWhateverItsLength() throws IOException {
        for (int length : new int[] {0, 1, 1000, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, 2 * PIECE + 7}) {
            byte[] clear = random(length);
            byte[] sealed = sealed(clear);
            assertThat(opened(sealed, "one")).as("%d bytes", length).isEqualTo(clear);
            assertThat(SealedStream.clearBytes(sealed.length)).isEqualTo(length);
        }
    }

    @Test
    void whatWasChangedCutOrMovedDoesNotOpen() throws IOException {
        byte[] sealed = sealed(random(2 * PIECE + 100));
        for (int at : new int[] {0, 15, 16, 1000, PIECE + 31, PIECE + 32, sealed.length - 1}) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;
            assertThatThrownBy(() -> opened(changed, "one")).as("byte %d", at).isInstanceOf(IOException.class);
        }
        for (int length : new int[] {0, 10, 16, 40, 16 + PIECE + 16, 16 + 2 * (PIECE + 16), sealed.length - 1}) {
            assertThatThrownBy(() -> opened(Arrays.copyOf(sealed, length), "one")).as("cut to %d", length).isInstanceOf(IOException.class);
        }
        byte[] swapped = sealed.clone();
        System.arraycopy(sealed, 16, swapped, 16 + PIECE + 16, PIECE + 16);
        System.arraycopy(sealed, 16 + PIECE + 16, swapped, 16, PIECE + 16);
        assertThatThrownBy(() -> opened(swapped, "one")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> opened(sealed, "another")).isInstanceOf(IOException.class);
    }

    private byte[] sealed(byte[] clear) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        stream.seal(new ByteArrayInputStream(clear), out, "one");
        return out.toByteArray();
    }

    private byte[] opened(byte[] sealed, String purpose) throws IOException {
        return stream.open(new ByteArrayInputStream(sealed), purpose).readAllBytes();
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
