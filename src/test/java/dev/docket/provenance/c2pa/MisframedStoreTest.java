package dev.docket.provenance.c2pa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.provenance.ProvenanceReport.Credentials;
import dev.docket.provenance.ProvenanceReport.State;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bytes that the validator reads over, and that no signature covers. */
class MisframedStoreTest {
    @TempDir
    Path folder;

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
