package dev.docket.provenance.c2pa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.provenance.ProvenanceReport.Credentials;
import dev.docket.provenance.ProvenanceReport.State;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * {@code -Ddocket.c2pa.flips=1} changes every byte (about 12 000; many minutes), without it every 97th. {@code -Ddocket.c2pa.piece=2/8} looks at the second of
 * eight pieces of each file only, so that the whole can be run bit by bit.
 */
class FlippedBytesTest {
    private static final int STEP = Integer.getInteger("docket.c2pa.flips", 97);

    private static final String[] PIECE = System.getProperty("docket.c2pa.piece", "1/1").split("/");

    @TempDir
    Path folder;

    /**
     * What is left out is neither pixels nor manifest: the number that tells boxes in a JPEG apart, which may be any, and the
     * brands of AVIF, which say how to read a file and which C2PA leaves out of its hash.
     */
    @ParameterizedTest
    @CsvSource({"ai.jpg, 26, 28", "ai.png, 0, 0", "ai.webp, 0, 0", "ai.avif, 8, 28", "ai.gif, 0, 0", "ai.tif, 0, 0", "ai.jxl, 0, 0"})
    void noByteOfPixelsOrManifestCanBeChangedUnnoticed(String name, int leftFrom, int leftTo) {
        byte[] file = Signed.file(name);
        List<String> unnoticed = new ArrayList<>();
        try (CredentialReader reader = Signed.reader(Signed.anchors(folder))) {
            for (int at = STEP / 2; at < file.length; at += STEP) {
                if (!isInPiece(at, file.length) || at >= leftFrom && at < leftTo) {
                    continue;
                }
                byte[] changed = file.clone();
                changed[at] ^= 1;
                Credentials credentials = reader.read(changed).c2pa();
                if (!Set.of(State.INVALID, State.UNREADABLE).contains(credentials.state())) {
                    unnoticed.add(at + " " + credentials.state());
                }
            }
        }
        assertThat(unnoticed).isEmpty();
    }

    private static boolean isInPiece(int at, int length) {
        int pieces = Integer.parseInt(PIECE[1]);
        return (int) ((long) at * pieces / length) == Integer.parseInt(PIECE[0]) - 1;
    }
}
