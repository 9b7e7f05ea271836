package dev.docket.cli;

import dev.docket.storage.bucket.BucketPlace;
import dev.docket.team.ImagePlace;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What goes with {@code s3://bucket/prefix} where a team's images are to lie. */
final class BucketOption {
    private static final int MOST_PEM = 3000;

    @Option(names = "--s3-region", paramLabel = "REGION", defaultValue = "us-east-1", description = "The bucket's region (default: ${DEFAULT-VALUE}, which other stores than Amazon's mostly want).")
    private String region;

    @Option(names = "--s3-endpoint", paramLabel = "URL", description = "The store's address, such as https://s3.example.org:9000 (default: Amazon's).")
    private URI endpoint;

    @Option(names = "--s3-path-style", description = "Name the bucket in the path, not in the host's name: many stores of one's own want that.")
    private boolean pathStyle;

    @Option(names = "--s3-ca", paramLabel = "FILE", description = "Certificate, PEM, of the authority that signed the store's (default: those that Java trusts).")
    private Path ca;

    @Option(names = "--s3-clear-text", description = "Permit an endpoint that begins with http: anybody on the way sees which images are fetched, though none of them. Told to everybody who joins.")
    private boolean clearText;

    /** @param place a folder, or {@code s3://bucket/prefix} */
    ImagePlace place(String place) throws IOException {
        if (!place.startsWith("s3:")) {
            if (endpoint != null || pathStyle || ca != null || clearText) {
                throw new UsageException("--s3-endpoint, --s3-path-style, --s3-ca and --s3-clear-text go with s3://BUCKET/PREFIX, not with a folder");
            }
            return new ImagePlace.Folder(Path.of(place).toAbsolutePath());
        }
        try {
            BucketPlace bucket = BucketPlace.parse(place, region, Optional.ofNullable(endpoint), pathStyle, authority());
            if (bucket.isClear() && !clearText) {
                throw new UsageException("The endpoint " + endpoint + " is in clear text. Use https, or permit it with --s3-clear-text");
            }
            return new ImagePlace.Bucket(bucket);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private Optional<String> authority() throws IOException {
        return ca == null ? Optional.empty() : Optional.of(Certificates.pem(ca, MOST_PEM));
    }
}
