package dev.docket.cli;

import dev.docket.storage.bucket.BucketKey;
import dev.docket.storage.bucket.BucketPlace;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code --bucket-key-file}, or a question: the key to a team's bucket. Never from the command line. */
final class BucketKeyOption {
    private static final long MOST_BYTES = 1000;

    @Option(names = "--bucket-key-file", paramLabel = "FILE", description = {
        "Where the team's images lie in a bucket: a file of two lines, your access key's id and its secret",
        "(default: what Amazon's SDK finds, such as the environment's AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or a question)."
    })
    private Path file;

    /** Empty: whatever Amazon's SDK finds. */
    Optional<BucketKey> given(BucketPlace place) throws IOException {
        Console console = System.console();
        try {
            if (file != null) {
                if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
                    throw new UsageException(file + " cannot be read. It should hold two lines, your access key's id and its secret.");
                }
                return Optional.of(BucketKey.read(Files.readAllBytes(file)));
            }
            if (System.getenv("AWS_ACCESS_KEY_ID") != null || console == null || !console.isTerminal()) {
                return Optional.empty();
            }
            String id = console.readLine("Your access key's id for %s: ", place.where());
            char[] secret = console.readPassword("Its secret: ");
            return id == null || id.isBlank() || secret == null ? Optional.empty() : Optional.of(new BucketKey(id.strip(), new String(secret).strip()));
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
    }
}
