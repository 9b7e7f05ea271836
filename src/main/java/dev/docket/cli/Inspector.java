package dev.docket.cli;

import dev.docket.classify.Classifier;
import dev.docket.classify.ModelScore;
import dev.docket.decode.DecodedImage;
import dev.docket.decode.ImageDecoder;
import dev.docket.decode.UndecodableImageException;
import dev.docket.hash.Match;
import dev.docket.hash.PdqHasher;
import dev.docket.hash.PerceptualHash;
import dev.docket.item.ItemFacts;
import dev.docket.policy.Policy;
import dev.docket.policy.PolicyDecision;
import dev.docket.provenance.ProvenanceReader;
import dev.docket.provenance.ProvenanceReport;
import dev.docket.retrain.LookAlikes;
import dev.docket.storage.ContentHash;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Passes one file through everything that intake would, and stores nothing. */
final class Inspector {
    private static final int MAX_BYTES = 256 << 20;

    /**
     * What was found of a file.
     *
     * @param state ok, unsupported, no_decoder, refused or damaged
     * @param reason why not ok; empty when it is
     * @param sha256 empty when the file could not be read
     * @param seen empty when it could not be decoded
     */
    record Findings(Path file, String state, String reason, Optional<ContentHash> sha256, long bytes, Optional<Seen> seen) {}

    /** What was found of a picture. */
    record Seen(
            DecodedImage image, PerceptualHash pdq, ProvenanceReport provenance, List<Match> matches, LookAlikes.Found like,
            List<ModelScore> scores, List<KnownToDesk.Answered> answered, PolicyDecision decision) {}

    private final ImageDecoder decoder;
    private final ProvenanceReader provenance;
    private final List<Classifier> models;
    private final Policy policy;
    private final KnownToDesk known;
    private final Clock clock;
    private final PdqHasher hasher = new PdqHasher();

    Inspector(ImageDecoder decoder, ProvenanceReader provenance, List<Classifier> models, Policy policy, KnownToDesk known, Clock clock) {
        this.decoder = decoder;
        this.provenance = provenance;
        this.models = List.copyOf(models);
        this.policy = policy;
        this.known = known;
        this.clock = clock;
    }

    Findings inspect(Path file) {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        } catch (IOException e) {
            String reason = Files.isDirectory(file) ? "Is a folder; name files" : Files.exists(file) ? "Cannot be read" : "Does not exist";
            return new Findings(file, "refused", reason, Optional.empty(), 0, Optional.empty());
        }
        if (bytes.length > MAX_BYTES) {
            return new Findings(file, "refused", "Is larger than " + (MAX_BYTES >> 20) + " MB", Optional.empty(), 0, Optional.empty());
        }
        Optional<ContentHash> sha256 = Optional.of(ContentHash.of(bytes));
        try {
            DecodedImage image = decoder.decode(bytes);
            return new Findings(file, "ok", "", sha256, bytes.length, Optional.of(seen(bytes, image)));
        } catch (UndecodableImageException e) {
            return new Findings(file, e.state().name().toLowerCase(Locale.ROOT), e.getMessage(), sha256, bytes.length, Optional.empty());
        }
    }

    private Seen seen(byte[] bytes, DecodedImage image) {
        ProvenanceReport report = provenance.read(bytes, image);
        List<ModelScore> scores = new ArrayList<>();
        models.forEach(model -> scores.addAll(model.scoreNow(image)));
        PerceptualHash hash = hasher.hash(image);
        List<Match> matches = known.matches(bytes, hash);
        Instant now = clock.instant();
        return new Seen(image, hash, report, matches, known.like(image, hash), scores, known.answered(ContentHash.of(bytes)),
                policy.decide(scores, report, matches, ItemFacts.NONE, now, now));
    }
}
