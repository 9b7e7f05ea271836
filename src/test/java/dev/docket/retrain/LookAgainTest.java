package dev.docket.retrain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.classify.ModelScore;
import dev.docket.decode.Animation;
import dev.docket.decode.DecodedImage;
import dev.docket.decode.FormatDecoders;
import dev.docket.decode.ImageDecoder;
import dev.docket.decode.ImageHeader;
import dev.docket.decode.UndecodableImageException;
import dev.docket.decode.UndecodableImageException.State;
import dev.docket.desk.Desk;
import dev.docket.hash.PerceptualHash;
import dev.docket.intake.IntakePipeline;
import dev.docket.intake.IntakeResult;
import dev.docket.intake.IntakeSources;
import dev.docket.item.ImageItem;
import dev.docket.progress.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A picture that came before its decoder did. */
class LookAgainTest {
    private static final String WHY = "Install the decoder to see this";

    @TempDir
    private Path folder;

    @Test
    void anItemAdmittedUnseenIsHashedScoredAndGroupedOnceADecoderIsThere() throws Exception {
        Path late = Files.createDirectories(folder.resolve("late")).resolve("late.png");
        Files.write(late, SmallDesk.picture("spam_scam", new SplittableRandom(1)));
        try (Desk desk = Desk.open(folder.resolve("profile"), Clock.systemUTC())) {
            IntakeResult result = intake(desk, new Absent()).admitAll(IntakeSources.open(late.getParent(), IntakeSources.Format.AUTO, "feed", desk.clock), Progress.NONE);
            assertThat(result.added()).isEqualTo(1);
            UUID id = desk.database.inTransaction(desk.items::ids).getFirst();
            ImageItem item = desk.database.inTransaction(tx -> desk.items.find(tx, id)).orElseThrow();
            assertThat(hash(desk, item)).isEqualTo(PerceptualHash.NONE);
            assertThat(reasons(desk, id)).contains(WHY);

            assertThat(desk.rescoring.lookAgain(Progress.NONE)).isEqualTo(new Rescoring.Outcome(1, 1, 0));

            assertThat(hash(desk, item)).isEqualTo(desk.hasher.hash(new FormatDecoders().decode(Files.readAllBytes(late))));
            List<ModelScore> scores = desk.database.inTransaction(tx -> desk.scores.of(tx, id));
            assertThat(scores).isNotEmpty();
            assertThat(reasons(desk, id)).doesNotContain(WHY);
            assertThat(desk.rescoring.lookAgain(Progress.NONE)).as("once").isEqualTo(new Rescoring.Outcome(0, 0, 0));
        }
    }

    @Test
    void withoutADecoderNothingChanges() throws Exception {
        Path folderOfOne = Files.createDirectories(folder.resolve("never"));
        Files.write(folderOfOne.resolve("never.png"), SmallDesk.picture("benign", new SplittableRandom(2)));
        try (Desk desk = Desk.open(folder.resolve("profile"), Clock.systemUTC())) {
            intake(desk, new Absent()).admitAll(IntakeSources.open(folderOfOne, IntakeSources.Format.AUTO, "feed", desk.clock), Progress.NONE);
            UUID id = desk.database.inTransaction(desk.items::ids).getFirst();
            ImageItem item = desk.database.inTransaction(tx -> desk.items.find(tx, id)).orElseThrow();

            LateHashes hashes = new LateHashes(desk.database, desk.blobs, new Absent(), desk.nearDuplicates, desk.hasher);

            assertThat(desk.database.inTransaction(hashes::missing)).containsExactly(item.sha256());
            assertThat(hashes.of(item.sha256())).isEmpty();
        }
    }

    private static PerceptualHash hash(Desk desk, ImageItem item) {
        return desk.database.inTransaction(tx -> desk.nearDuplicates.hashOf(tx, item.sha256())).orElseThrow();
    }

    private static List<String> reasons(Desk desk, UUID id) {
        return desk.database.inTransaction(tx -> desk.policies.of(tx, id)).orElseThrow().reasons();
    }

    private static IntakePipeline intake(Desk desk, ImageDecoder decoder) {
        return new IntakePipeline(
                new IntakePipeline.Stages(decoder, desk.hasher, desk.banks, desk.provenance, desk.models, desk.policy),
                new IntakePipeline.Stores(desk.database, desk.blobs, desk.items, desk.nearDuplicates, desk.scores, desk.policies,
                        desk.queue, desk.refusals, desk.audit), desk.clock);
    }

    private static final class Absent implements ImageDecoder {
        @Override
        public ImageHeader header(byte[] file) throws UndecodableImageException {
            return new FormatDecoders().header(file);
        }

        @Override
        public DecodedImage decode(byte[] file) throws UndecodableImageException {
            throw new UndecodableImageException(State.NO_DECODER, WHY);
        }

        @Override
        public DecodedImage view(byte[] file, int longerSide) throws UndecodableImageException {
            throw new UndecodableImageException(State.NO_DECODER, WHY);
        }

        @Override
        public Animation animation(byte[] file, int longerSide) throws UndecodableImageException {
            throw new UndecodableImageException(State.NO_DECODER, WHY);
        }
    }
}
