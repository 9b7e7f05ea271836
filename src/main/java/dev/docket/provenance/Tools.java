package dev.docket.provenance;

import dev.docket.provenance.ProvenanceReport.Check;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a report is made with: another set of tools may find something else in the same file.
 *
 * @param validator of Content Credentials, name and version; empty where there is none
 * @param trustList SHA-256 of the file of trusted authorities; empty where none is set
 * @param detectors readers of metadata and of watermarks, each {@code name@version}
 */
public record Tools(Optional<String> validator, Optional<String> trustList, List<String> detectors) {
    /** Of reports that were made before it was noted. */
    public static final Tools UNKNOWN = new Tools(Optional.empty(), Optional.empty(), List.of());

    public Tools {
        detectors = List.copyOf(detectors);
    }

    /** The same and what credentials are checked with. */
    public Tools with(Check check) {
        return new Tools(Optional.of(check.validator()), check.trustList(), detectors);
    }

    /** The same and these detectors. */
    public Tools with(List<String> more) {
        return new Tools(validator, trustList, Stream.concat(detectors.stream(), more.stream()).toList());
    }

    /** What credentials are checked with; empty where they are not. */
    public Optional<Check> check() {
        return validator.map(name -> new Check(name, trustList));
    }
}
