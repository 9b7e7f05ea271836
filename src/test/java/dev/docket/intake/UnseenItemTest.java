package dev.docket.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.decode.Animation;
import dev.docket.decode.DecodedImage;
import dev.docket.decode.HeaderFiles;
import dev.docket.decode.ImageDecoder;
import dev.docket.decode.ImageFiles;
import dev.docket.decode.ImageHeader;
import dev.docket.decode.MissingDecoder;
import dev.docket.decode.UndecodableImageException;
import dev.docket.desk.Desk;
import dev.docket.hash.PerceptualHash;
import dev.docket.item.ImageItem;
import dev.docket.policy.Disposition;
import dev.docket.policy.PolicyDecision;
import dev.docket.progress.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of a known kind that nothing on this machine decodes, or not to the end. */
class UnseenItemTest {
    @TempDir
    private Path folder;

    /** Knows the header of everything and decodes nothing. */
    private record HeadersOnly(ImageDecoder decoder) implements ImageDecoder {
        @Override
        public ImageHeader header(byte[] file) throws UndecodableImageException {
            return decoder.header(file);
        }

        @Override
        public DecodedImage decode(byte[] file) throws UndecodableImageException {
            throw MissingDecoder.refusal(header(file));
        }

        @Override
        public DecodedImage view(byte[] file, int longerSide) throws UndecodableImageException {
            throw MissingDecoder.refusal(header(file));
        }

        @Override
        public Animation animation(byte[] file, int longerSide) throws UndecodableImageException {
            throw MissingDecoder.refusal(header(file));
        }
    }

    @Test
    void itIsAdmittedWithItsFactsForAPersonToDecide() throws Exception {
        byte[] file = HeaderFiles.joined(HeaderFiles.ftyp("heic"), HeaderFiles.meta("hvc1", HeaderFiles.ispe(40, 24)));
        Path pictures = Files.createDirectory(folder.resolve("pictures"));
        Files.write(pictures.resolve("phone.heic"), file);

        try (Desk desk = Desk.open(folder.resolve("profile"), Clock.systemUTC())) {
            IntakeResult result = pipeline(desk).admitAll(
                    IntakeSources.open(pictures, IntakeSources.Format.FOLDER, "phone", desk.clock), Progress.NONE);

            assertThat(result.refusals()).isEmpty();
            UUID id = desk.database.inTransaction(desk.items::ids).getFirst();
            ImageItem item = desk.database.inTransaction(tx -> desk.items.find(tx, id)).orElseThrow();
            assertThat(item.mediaType()).isEqualTo("image/heic");
            assertThat(item.width()).isEqualTo(40);
            assertThat(desk.blobs.get(item.sha256())).hasValue(file);
            PolicyDecision decision = desk.database.inTransaction(tx -> desk.policies.of(tx, id)).orElseThrow();
            assertThat(decision.disposition()).isEqualTo(Disposition.REVIEW);
            assertThat(decision.reasons().getLast()).startsWith("This is a HEIC picture of 40 x 24 pixels, and there is no reader for it here");
            Optional<PerceptualHash> hash = desk.database.inTransaction(tx -> desk.nearDuplicates.hashOf(tx, item.sha256()));
            assertThat(hash).hasValue(PerceptualHash.NONE);
        }
    }

    @Test
    void aPictureThatBreaksOffIsAdmittedForWhatIsToBeSeenOfIt() throws Exception {
        byte[] whole = ImageFiles.jpeg(ImageFiles.speckled(400, 300), false);
        byte[] half = Arrays.copyOf(whole, whole.length / 2);
        byte[] none = Arrays.copyOf(whole, 300);
        Path pictures = Files.createDirectory(folder.resolve("pictures"));
        Files.write(pictures.resolve("half.jpg"), half);
        Files.write(pictures.resolve("none.jpg"), none);

        try (Desk desk = Desk.open(folder.resolve("profile"), Clock.systemUTC())) {
            IntakeResult result = desk.intake.admitAll(
                    IntakeSources.open(pictures, IntakeSources.Format.FOLDER, "phone", desk.clock), Progress.NONE);

            assertThat(result.refusals()).singleElement().extracting(Refusal::place).asString().endsWith("none.jpg");
            UUID id = desk.database.inTransaction(desk.items::ids).getFirst();
            ImageItem item = desk.database.inTransaction(tx -> desk.items.find(tx, id)).orElseThrow();
            assertThat(desk.decoder.view(desk.blobs.get(item.sha256()).orElseThrow(), 100).partial()).isTrue();
            PolicyDecision decision = desk.database.inTransaction(tx -> desk.policies.of(tx, id)).orElseThrow();
            assertThat(decision.disposition()).isEqualTo(Disposition.REVIEW);
            assertThat(decision.reasons().getLast()).isEqualTo("The file ends early: part of the picture is missing");
            Optional<PerceptualHash> hash = desk.database.inTransaction(tx -> desk.nearDuplicates.hashOf(tx, item.sha256()));
            assertThat(hash).hasValue(PerceptualHash.NONE);
        }
    }

    private static IntakePipeline pipeline(Desk desk) {
        return new IntakePipeline(
                new IntakePipeline.Stages(new HeadersOnly(desk.decoder), desk.hasher, desk.banks, desk.provenance, desk.models, desk.policy),
                new IntakePipeline.Stores(desk.database, desk.blobs, desk.items, desk.nearDuplicates, desk.scores, desk.policies,
                        desk.queue, desk.refusals, desk.audit), desk.clock);
    }
}
