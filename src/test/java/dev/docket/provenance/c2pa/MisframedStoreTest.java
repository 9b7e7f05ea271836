package dev.docket.provenance.c2pa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.provenance.ProvenanceReport.Credentials;
import dev.docket.provenance.ProvenanceReport.State;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes that the validator reads over, and that no signature covers. */
class MisframedStoreTest {
    @TempDir
    Path folder;

    /** The byte before the label of the store and that of its manifest says what the description holds; some of its bits mean nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"ai.jpg", "ai.png", "ai.webp", "ai.avif", "ai.gif", "ai.tif", "ai.jxl"})
    void noBitOfWhatTheDescriptionsHoldCanBeChanged(String name) {
        byte[] file = Signed.file(name);
        try (CredentialReader reader = Signed.reader(Signed.anchors(folder))) {
            for (String label : List.of("c2pa\0", "urn:c2pa:")) {
                int at = new String(file, StandardCharsets.ISO_8859_1).indexOf("\3" + label);
                for (int bit = 1; bit < 256; bit *= 2) {
                    byte[] changed = file.clone();
                    changed[at] ^= (byte) bit;
                    assertThat(reader.read(changed).c2pa().state()).as(label + " " + bit).isIn(State.INVALID, State.UNREADABLE);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ai.jpg, 24, the letters of JPEG's segment", "ai.jpg, 31, the number of the segment",
        "ai.jpg, 66, the label of the store", "ai.jpg, 185, the label of the assertions", "ai.jpg, 680, the label of the claim",
        "ai.jpg, 1215, the label of the signature", "ai.jpg, 2204, the payload that is not there", "ai.png, 2283, the check sum of the chunk",
        "ai.webp, 782, the length of the store", "ai.avif, 53, the flags of the box", "ai.avif, 68, where fragments would be",
        "ai.gif, 831, the label of the store", "ai.tif, 1389, the label of the store", "ai.jxl, 185, the label of the assertions"})
    void aChangeOfTheWrappingMakesItUnreadable(String name, int at, String what) {
        byte[] file = Signed.file(name);
        file[at] ^= 1;
        try (CredentialReader reader = Signed.reader(Signed.anchors(folder))) {
            Credentials credentials = reader.read(file).c2pa();
            assertThat(credentials.state()).as(what).isEqualTo(State.UNREADABLE);
            assertThat(credentials.failures()).as(what).containsExactly("docket.store.misframed");
        }
    }
}
