package dev.docket.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where the password of a sealer's key comes from. */
final class SealerPassword {
    static final String VARIABLE = "DOCKET_SEALER_PASSWORD";

    @Option(names = "--password-file", paramLabel = "FILE", description = "A file whose first line is the key's password (default: the environment's " + VARIABLE + ", or a question).")
    private Path file;

    Secret secret() {
        return new Secret(file, VARIABLE, "of the sealer's key");
    }
}
