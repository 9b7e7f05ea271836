package dev.docket.intake;

import dev.docket.classify.ModelScore;
import dev.docket.decode.DecodedImage;
import dev.docket.decode.ImageHeader;
import dev.docket.decode.UndecodableImageException;
import dev.docket.decode.UndecodableImageException.State;
import dev.docket.hash.PerceptualHash;
import dev.docket.item.ImageItem;
import dev.docket.item.Items;
import dev.docket.policy.PolicyDecision;
import dev.docket.provenance.ProvenanceReport;
import dev.docket.storage.ContentHash;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out everything about one candidate without storing anything. Several threads. */
final class Examination {
    /** No honest image is larger; it also bounds the memory of the intake. */
    static final long LARGEST_FILE = 256L << 20;

    private final IntakePipeline.Stages stages;
    private final Clock clock;

    Examination(IntakePipeline.Stages stages, Clock clock) {
        this.stages = stages;
        this.clock = clock;
    }

    Prepared examine(Candidate candidate) throws RefusedException {
        byte[] bytes = read(candidate);
        try {
            DecodedImage image = stages.decoder().decode(bytes);
            List<ModelScore> scores = new ArrayList<>(stages.models().score(image));
            return prepared(candidate, bytes, image.header(), stages.hasher().hash(image), scores, Optional.empty());
        } catch (UndecodableImageException e) {
            return unseen(candidate, bytes, e);
        }
    }

    /** A picture of a known kind that nothing here decodes is admitted: its size, its feed's scores and its provenance can be decided on. */
    private Prepared unseen(Candidate candidate, byte[] bytes, UndecodableImageException why) throws RefusedException {
        if (why.state() != State.NO_DECODER) {
            throw new RefusedException(why.getMessage());
        }
        try {
            ImageHeader header = stages.decoder().header(bytes);
            return prepared(candidate, bytes, header, PerceptualHash.NONE, new ArrayList<>(), Optional.of(why.getMessage()));
        } catch (UndecodableImageException e) {
            throw new RefusedException(e.getMessage());
        }
    }

    private Prepared prepared(
            Candidate candidate, byte[] bytes, ImageHeader header, PerceptualHash hash, List<ModelScore> scores, Optional<String> unseen) {
        ProvenanceReport provenance = stages.provenance().read(bytes);
        scores.addAll(candidate.vendorScores());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ImageItem item = new ImageItem(
                Items.idOf(candidate.source()), candidate.source(), ContentHash.of(bytes), bytes.length,
                header.mediaType(), header.uprightWidth(), header.uprightHeight(),
                candidate.flaggedAt().orElse(now).truncatedTo(ChronoUnit.MICROS), now, candidate.facts());
        PolicyDecision decision = stages.policy().decide(
                scores, provenance, stages.banks().matches(bytes, hash), candidate.facts(), item.flaggedAt(), now);
        return new Prepared(candidate, bytes, item, hash, provenance, scores, unseen.map(decision::unseen).orElse(decision));
    }

    private static byte[] read(Candidate candidate) throws RefusedException {
        try {
            if (Files.isDirectory(candidate.file())) {
                throw new RefusedException("file: '" + candidate.file().getFileName() + "' is a folder");
            }
            long size = Files.size(candidate.file());
            if (size > LARGEST_FILE) {
                throw new RefusedException("the file has " + (size >> 20) + " MiB; at most " + (LARGEST_FILE >> 20) + " are read");
            }
            return Files.readAllBytes(candidate.file());
        } catch (IOException e) {
            throw new RefusedException(Unreadable.because(e));
        }
    }
}
