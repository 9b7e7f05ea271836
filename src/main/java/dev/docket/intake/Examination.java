package dev.docket.intake;

import dev.docket.classify.ModelScore;
import dev.docket.classify.vendor.VendorScores;
import dev.docket.decode.DecodedImage;
import dev.docket.decode.ImageHeader;
import dev.docket.decode.PixelBudget;
import dev.docket.decode.UndecodableImageException;
import dev.docket.decode.UndecodableImageException.State;
import dev.docket.hash.Match;
import dev.docket.hash.PerceptualHash;
import dev.docket.intake.Examined.Known;
import dev.docket.intake.Steps.Step;
import dev.docket.item.ImageItem;
import dev.docket.item.Items;
import dev.docket.item.Source;
import dev.docket.policy.PolicyDecision;
import dev.docket.provenance.ProvenanceReport;
import dev.docket.storage.ContentHash;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds out everything about one candidate without storing anything, step by step. Several threads. */
final class Examination {
    /** Longer side in pixels at which a damaged picture is looked at for a part that can be shown. */
    private static final int PART = 64;

    /** What the pixels told. */
    private record Seen(PerceptualHash hash, ProvenanceReport provenance, List<ModelScore> scores) {}

    private final IntakePipeline.Stages stages;
    private final KnownItems known;
    private final Steps steps;
    private final Budget pixels;
    private final Clock clock;

    /** @param pixels for the pictures that are decoded and not yet scored, in bytes */
    Examination(IntakePipeline.Stages stages, KnownItems known, Steps steps, Budget pixels, Clock clock) {
        this.stages = stages;
        this.known = known;
        this.steps = steps;
        this.pixels = pixels;
        this.clock = clock;
    }

    Examined examine(Candidate candidate) throws RefusedException {
        Optional<Examined> before = candidate.source().flatMap(this::known);
        if (before.isPresent()) {
            return before.get();
        }
        byte[] bytes = steps.at(Step.READ, () -> candidate.image().read());
        ContentHash content = ContentHash.of(bytes);
        if (candidate.id().isEmpty()) {
            before = known(candidate.source(content));
            if (before.isPresent()) {
                return before.get();
            }
        }
        try {
            return look(candidate, bytes, content);
        } catch (UndecodableImageException e) {
            throw new RefusedException(e.getMessage());
        }
    }

    private Optional<Examined> known(Source source) {
        return known.contains(source) ? Optional.of(new Known(Items.idOf(source))) : Optional.empty();
    }

    private Prepared look(Candidate candidate, byte[] bytes, ContentHash content) throws UndecodableImageException {
        ImageHeader header = stages.decoder().header(bytes);
        // the same file as one that must not be seen is not decoded either
        if (known.isQuarantined(content) || stages.policy().forbids(stages.banks().matches(bytes, PerceptualHash.NONE))) {
            return prepared(candidate, bytes, content, header, unseen(ProvenanceReport.NONE), Optional.empty());
        }
        try {
            return prepared(candidate, bytes, content, header, see(bytes, header), Optional.empty());
        } catch (UndecodableImageException e) {
            if (!canBeReviewed(e, bytes)) {
                throw e;
            }
            // no pixels, or not all of them: its size, its feed's scores and its provenance can be decided on
            return prepared(candidate, bytes, content, header, unseen(stages.provenance().read(bytes)), Optional.of(e.getMessage()));
        }
    }

    /** Either of a known kind that nothing here decodes, or broken off where something is to be seen already. */
    private boolean canBeReviewed(UndecodableImageException why, byte[] bytes) {
        if (why.state() != State.DAMAGED) {
            return why.state() == State.NO_DECODER;
        }
        try {
            DecodedImage part = stages.decoder().view(bytes, PART);
            return part.partial() && IntStream.of(part.argb()).anyMatch(pixel -> pixel != part.argb()[0]);
        } catch (UndecodableImageException nothing) {
            return false;
        }
    }

    private Seen see(byte[] bytes, ImageHeader header) throws UndecodableImageException {
        long count = (long) header.width() * header.height();
        // a picture over the budget is refused by the decoder before it takes any memory
        long size = count > PixelBudget.MAX_MEGAPIXELS * 1_000_000L ? 0 : count * Integer.BYTES;
        try (Budget.Share share = pixels.take(size)) {
            DecodedImage image = steps.at(Step.DECODE, () -> stages.decoder().decode(bytes));
            Seen unscored = steps.at(Step.HASH, () -> new Seen(stages.hasher().hash(image), stages.provenance().read(bytes, image), List.of()));
            return new Seen(unscored.hash(), unscored.provenance(), steps.at(Step.SCORE, () -> stages.models().score(image)));
        }
    }

    private static Seen unseen(ProvenanceReport provenance) {
        return new Seen(PerceptualHash.NONE, provenance, List.of());
    }

    private Prepared prepared(
            Candidate candidate, byte[] bytes, ContentHash content, ImageHeader header, Seen seen, Optional<String> unseenBecause) {
        List<ModelScore> scores = scores(seen.scores(), candidate.vendorScores());
        List<VendorScores.Kept> answered = stages.policy().concepts().kept(candidate.answered());
        List<ModelScore> all = new ArrayList<>(scores);
        answered.forEach(kept -> all.add(kept.score().asModelScore(kept.threshold())));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ImageItem item = new ImageItem(
                Items.idOf(candidate.source(content)), candidate.source(content), content, bytes.length,
                header.mediaType(), header.uprightWidth(), header.uprightHeight(),
                candidate.flaggedAt().orElse(now).truncatedTo(ChronoUnit.MICROS), now, candidate.facts());
        List<Match> matches = stages.banks().matches(bytes, seen.hash());
        PolicyDecision decision = stages.policy().decide(
                all, seen.provenance(), matches, candidate.facts(), item.flaggedAt(), now);
        return new Prepared(candidate.place(), bytes, item, seen.hash(), seen.provenance(), scores, answered,
                unseenBecause.map(decision::unseen).orElse(decision), stages.policy().unseen(decision, matches));
    }

    /** A feed may name a model that is in use here: what was computed here counts. */
    private static List<ModelScore> scores(List<ModelScore> own, List<ModelScore> fed) {
        List<ModelScore> scores = new ArrayList<>(own);
        fed.stream().filter(score -> own.stream().noneMatch(score::isOfTheSame)).forEach(scores::add);
        return scores;
    }
}
