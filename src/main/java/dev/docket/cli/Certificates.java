package dev.docket.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of certificates that somebody names. */
final class Certificates {
    private Certificates() {}

    /** @param most bytes */
    static String pem(Path file, long most) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > most || !Files.readString(file).contains("-----BEGIN CERTIFICATE-----")) {
            throw new UsageException(file + " is no certificate in PEM of at most " + most + " bytes");
        }
        return Files.readString(file);
    }
}
