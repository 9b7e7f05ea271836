package dev.docket.provenance.c2pa;

import dev.docket.provenance.MetadataReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** The pictures that {@code src/test/c2pa/sign.mjs} made, and readers of them. */
public final class Signed {
    /** After the end of the certificate that signed {@code expired.jpg}. */
    public static final Clock LATER = Clock.fixed(Instant.parse("2027-03-01T12:00:00Z"), ZoneOffset.UTC);

    public static byte[] file(String name) {
        try (InputStream in = Signed.class.getResourceAsStream("/c2pa/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The authority of the test pictures, as a trust list. */
    public static TrustList anchors(Path folder) {
        try {
            return TrustList.read(Files.write(folder.resolve("anchors.pem"), file("anchors.pem")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static CredentialReader reader(TrustList trust) {
        return new CredentialReader(new MetadataReader(), trust, LATER);
    }

    private Signed() {}
}
