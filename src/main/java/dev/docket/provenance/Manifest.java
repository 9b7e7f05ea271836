package dev.docket.provenance;

import java.util.List;
import java.util.Optional;

/**
 * One C2PA manifest as the validator told it, with what it was made from. Signed does not mean true: texts are the maker's,
 * capped and plain, and of an invalid manifest nothing but a claim.
 *
 * @param label its name in the file, such as {@code urn:c2pa:...}
 * @param claimGenerator the program that wrote it, with its version
 * @param actions what was done to the picture, in order
 * @param assertions labels of everything it states
 * @param ingredients what it was made from; these lead back through the picture's history
 */
public record Manifest(
        String label,
        Optional<String> title,
        Optional<String> format,
        Optional<String> claimGenerator,
        Optional<Signature> signature,
        List<Action> actions,
        List<String> assertions,
        List<Ingredient> ingredients) {

    public Manifest {
        actions = List.copyOf(actions);
        assertions = List.copyOf(assertions);
        ingredients = List.copyOf(ingredients);
    }

    /**
     * Who signed, as the certificate names them.
     *
     * @param commonName of the certificate's subject
     * @param issuer organisation in the certificate's subject: C2PA's JSON calls it so, it is not the authority that issued it
     * @param algorithm such as Es256
     * @param serial of the certificate, decimal
     * @param time of a time stamp, RFC 3339; absent when there is none
     */
    public record Signature(Optional<String> commonName, Optional<String> issuer, Optional<String> algorithm, Optional<String> serial, Optional<String> time) {}

    /**
     * Something done to the picture.
     *
     * @param name such as {@code c2pa.created}
     * @param digitalSourceType address of a term, see {@link ProvenanceReport.Origin} for what it says
     */
    public record Action(String name, Optional<String> when, Optional<String> softwareAgent, Optional<String> digitalSourceType) {}

    /**
     * A picture that went into this one.
     *
     * @param relationship parentOf, componentOf or inputTo
     * @param recordedFailures codes that whoever added it found and wrote down: it was bad already when added
     * @param newFailures codes found now that were not written down
     * @param thumbnail whether a small picture of it lies in the file
     * @param thumbnailAt where in the file's credentials: an address for {@code c2pa.IngredientThumbnail}
     * @param manifest its own credentials; empty when it came without, or when they are shown elsewhere in the tree already
     */
    public record Ingredient(
            Optional<String> title, Optional<String> format, Optional<String> relationship, List<String> recordedFailures,
            List<String> newFailures, boolean thumbnail, Optional<String> thumbnailAt, Optional<Manifest> manifest) {

        /** Reports of earlier versions do not say where. */
        public Ingredient {
            thumbnailAt = thumbnailAt == null ? Optional.empty() : thumbnailAt;
            recordedFailures = List.copyOf(recordedFailures);
            newFailures = List.copyOf(newFailures);
        }

        /** Whether it is said to have been bad when added; a signer whom nobody there knew is not bad. */
        public boolean wasBad() {
            return recordedFailures.stream().anyMatch(code -> !code.endsWith(".untrusted"));
        }
    }
}
