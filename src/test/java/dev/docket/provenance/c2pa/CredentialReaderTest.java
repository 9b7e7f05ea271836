package dev.docket.provenance.c2pa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.provenance.Crafted;
import dev.docket.provenance.Manifest;
import dev.docket.provenance.Manifest.Ingredient;
import dev.docket.provenance.ProvenanceReport;
import dev.docket.provenance.ProvenanceReport.Credentials;
import dev.docket.provenance.ProvenanceReport.Origin;
import dev.docket.provenance.ProvenanceReport.Signal;
import dev.docket.provenance.ProvenanceReport.State;
import dev.docket.provenance.ProvenanceReport.Strength;
import dev.docket.storage.CanonicalJson;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialReaderTest {
    private static CredentialReader nobody;
    private static CredentialReader anchored;

    @BeforeAll
    static void open(@TempDir Path folder) {
        nobody = Signed.reader(TrustList.NONE);
        anchored = Signed.reader(Signed.anchors(folder));
    }

    @AfterAll
    static void close() {
        nobody.close();
        anchored.close();
    }

    @Test
    void theBuildBroughtTheValidator() {
        assertThat(CredentialReader.isBuilt()).as("C2PA reader: install npm and build again").isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ai.jpg", "ai.png", "ai.webp", "ai.avif", "ai.gif", "ai.tif", "ai.jxl"})
    void aSoundFileIsIntactAndTrustedOnlyWhereItsAuthorityIs(String name) {
        byte[] file = Signed.file(name);

        Credentials unknown = nobody.read(file).c2pa();
        Credentials known = anchored.read(file).c2pa();

        assertThat(unknown.state()).isEqualTo(State.INTACT);
        assertThat(unknown.failures()).containsExactly("signingCredential.untrusted");
        assertThat(known.state()).isEqualTo(State.TRUSTED);
        assertThat(known.failures()).isEmpty();
        assertThat(known.signer()).contains("Docket Test Maker");
        assertThat(known.claimGenerator()).contains("Docket test pictures 1");
        assertThat(known.check().orElseThrow().trustList()).isPresent();
        assertThat(unknown.check().orElseThrow().trustList()).isEmpty();
    }

    @Test
    void whatCredentialsStateIsASignalThatIsSigned() {
        List<Signal> signals = nobody.read(Signed.file("ai.jpg")).signals();

        assertThat(signals).singleElement().satisfies(signal -> {
            assertThat(signal.source()).isEqualTo("c2pa");
            assertThat(signal.strength()).isEqualTo(Strength.SIGNED);
            assertThat(signal.origin()).isEqualTo(Origin.AI_GENERATED);
            assertThat(signal.tool()).isEqualTo("Example Generator 3");
        });
    }

    @Test
    void ofAnAlteredFileTheMakerIsOnlyClaimed() {
        byte[] file = Signed.file("ai.jpg");
        file[file.length - 40] ^= 1;

        ProvenanceReport report = anchored.read(file);

        assertThat(report.c2pa().state()).isEqualTo(State.INVALID);
        assertThat(report.c2pa().failures()).containsExactly("assertion.dataHash.mismatch");
        assertThat(report.signals()).singleElement().satisfies(signal -> {
            assertThat(signal.strength()).isEqualTo(Strength.METADATA);
            assertThat(signal.detail()).contains("claimed, not verified");
        });
    }

    @Test
    void aCertificateThatRanOutIsToldFromAnAlteredFile() {
        Credentials expired = anchored.read(Signed.file("expired.jpg")).c2pa();
        byte[] both = Signed.file("expired.jpg");
        both[both.length - 40] ^= 1;

        assertThat(expired.state()).isEqualTo(State.EXPIRED);
        assertThat(expired.failures()).contains("signingCredential.expired");
        assertThat(anchored.read(both).c2pa().state()).isEqualTo(State.INVALID);
    }

    @Test
    void credentialsStoredElsewhereAreNotFetched() {
        Credentials remote = anchored.read(Signed.file("remote.jpg")).c2pa();

        assertThat(remote.state()).isEqualTo(State.REMOTE);
        assertThat(remote.check()).isPresent();
    }

    @Test
    void aFileWhoseStoreIsBrokenIsUnreadableAndNotWithoutCredentials() {
        byte[] file = Signed.file("ai.png");
        file[37] ^= 1; // the type of PNG's chunk

        Credentials broken = anchored.read(file).c2pa();

        assertThat(broken.state()).isEqualTo(State.UNREADABLE);
        assertThat(broken.failures()).containsExactly("docket.credentials.unseen");
    }

    @Test
    void theHistoryOfAnEditedPictureIsATree() {
        Credentials edited = anchored.read(Signed.file("edited.jpg")).c2pa();

        Manifest active = edited.manifest().orElseThrow();
        Ingredient parent = active.ingredients().getFirst();
        assertThat(edited.state()).isEqualTo(State.TRUSTED);
        assertThat(edited.hasBadIngredient()).isFalse();
        assertThat(active.actions()).extracting(Manifest.Action::name).containsExactly("c2pa.opened", "c2pa.color_adjustments");
        assertThat(parent.title()).contains("camera.jpg");
        assertThat(parent.relationship()).contains("parentOf");
        assertThat(parent.manifest().orElseThrow().actions().getFirst().digitalSourceType()).hasValueSatisfying(type -> assertThat(type).endsWith("digitalCapture"));
    }

    @Test
    void anIngredientThatWasBadWhenItWasAddedIsSaidSoUnderATrustedSigner() {
        Credentials credentials = anchored.read(Signed.file("bad-ingredient.jpg")).c2pa();

        assertThat(credentials.state()).isEqualTo(State.TRUSTED);
        assertThat(credentials.hasBadIngredient()).isTrue();
        assertThat(credentials.manifest().orElseThrow().ingredients().getFirst().recordedFailures()).contains("assertion.dataHash.mismatch");
        assertThat(credentials.ingredientFailures()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ai.jpg", "ai.png", "ai.webp", "ai.avif", "ai.gif", "ai.tif", "ai.jxl"})
    void anArchiveBehindTheEndIsAChange(String name) {
        byte[] archive = {'P', 'K', 3, 4, 20, 0, 0, 0, 0, 0};

        Credentials credentials = anchored.read(Crafted.join(Signed.file(name), archive)).c2pa();

        assertThat(credentials.state()).isIn(State.INVALID, State.UNREADABLE);
        assertThat(credentials.failures()).isNotEmpty();
    }

    @Test
    void theSmallPictureOfAnIngredientIsTakenOutOfTheFile() throws IOException {
        byte[] file = Signed.file("edited.jpg");
        Ingredient parent = anchored.read(file).c2pa().manifest().orElseThrow().ingredients().getFirst();
        String at = parent.thumbnailAt().orElseThrow();

        BufferedImage small = ImageIO.read(new ByteArrayInputStream(IngredientThumbnail.in(file, at).orElseThrow()));

        assertThat(parent.thumbnail()).isTrue();
        assertThat(small.getWidth()).isEqualTo(32);
        assertThat(small.getHeight()).isEqualTo(24);
        assertThat(IngredientThumbnail.in(file, at + "x")).isEmpty();
        assertThat(IngredientThumbnail.in(file, "self#jumbf=/c2pa/../x")).isEmpty();
        assertThat(IngredientThumbnail.in(file, "https://example.invalid/a.jpg")).isEmpty();
        assertThat(IngredientThumbnail.in(Arrays.copyOf(file, 3000), at)).isEmpty();
        assertThat(IngredientThumbnail.in(new byte[0], at)).isEmpty();
    }

    @Test
    void theSignersCertificatesComeAlongAndSoDoesWhatTheValidatorSaid() {
        Credentials credentials = nobody.read(Signed.file("ai.webp")).c2pa();

        assertThat(credentials.chain()).extracting(ProvenanceReport.Certificate::subject)
                .containsExactly("CN=Docket Test Maker Signer,O=Docket Test Maker", "CN=Docket Test Root,O=Docket Test Authority");
        assertThat(CanonicalJson.MAPPER.readTree(credentials.json().orElseThrow()).get("validation_state").asString()).isEqualTo("Valid");
    }

    @Test
    void aFileWithoutCredentialsIsLeftToTheOtherReader() {
        byte[] plain = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xD9};

        assertThat(nobody.read(plain)).isEqualTo(ProvenanceReport.NONE);
    }

    @Test
    void aReportFitsWhereReportsAreStored() {
        assertThat(CanonicalJson.write(anchored.read(Signed.file("edited.jpg"))).length()).isLessThan(200_000);
    }
}
