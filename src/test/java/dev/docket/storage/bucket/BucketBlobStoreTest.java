package dev.docket.storage.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.storage.BlobStore;
import dev.docket.storage.BlobStoreContract;
import dev.docket.storage.ContentHash;
import dev.docket.storage.CutCable;
import dev.docket.storage.FolderBlobStore;
import dev.docket.storage.ImageKeys;
import dev.docket.storage.S3Server;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Against a real S3 server in a process of its own, and servers that misbehave. */
class BucketBlobStoreTest extends BlobStoreContract {
    private static final Patience SHORT = new Patience(Duration.ofMillis(500), Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2), 2);
    private final S3Client boss = S3Server.boss();
    private BucketPlace place;

    @Override
    protected BlobStore open(ImageKeys own) {
        place = S3Server.bucket();
        return new BucketBlobStore(place, Optional.of(S3Server.KEY), own, Patience.USUAL);
    }

    @Override
    protected byte[] lying(ContentHash address) {
        return boss.getObjectAsBytes(get -> get.bucket(place.bucket()).key(name(address))).asByteArray();
    }

    @Override
    protected void lay(ContentHash address, byte[] bytes) {
        boss.putObject(put -> put.bucket(place.bucket()).key(name(address)), RequestBody.fromBytes(bytes));
    }

    @AfterAll
    void closeTheBoss() {
        boss.close();
    }

    private String name(ContentHash address) {
        String hex = address.hex();
        return place.prefix() + "/" + hex.substring(0, 2) + "/" + hex.substring(2, 4) + "/" + hex;
    }

    @Test
    void whoRunsTheServerFindsNothingOfThePictureOnItsDisk() throws IOException {
        store.put(PICTURE);

        assertThat(S3Server.files(place)).isNotEmpty();
        for (Path file : S3Server.files(place)) {
            assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)).doesNotContain("picture");
        }
    }

    @Test
    void theBytesOfAFolderOpenInABucketSoThatATeamCanMove() throws Exception {
        ContentHash address = new FolderBlobStore(folder.resolve("old"), Optional.empty(), keys).put(PICTURE);
        try (Stream<Path> inside = Files.walk(folder.resolve("old"))) {
            lay(address, Files.readAllBytes(inside.filter(file -> file.endsWith(address.hex())).findFirst().orElseThrow()));
        }

        assertThat(store.get(address)).contains(PICTURE);
    }

    @Test
    void anObjectLargerThanAnyImageIsNotRead() throws Exception {
        try (BlobStore narrow = new BucketBlobStore(place, Optional.of(S3Server.KEY), keys, SHORT, 100)) {
            ContentHash address = narrow.put(PICTURE);
            lay(address, new byte[101]);

            assertThatThrownBy(() -> narrow.get(address)).hasMessageContaining("larger than any image");
            assertThat(narrow.put(PICTURE)).isEqualTo(address);
            assertThat(narrow.get(address)).as("put right").contains(PICTURE);
        }
    }

    @Test
    void aBucketThatIsNotThereIsToldAndWhoMakesIt() {
        BucketPlace nowhere = new BucketPlace("no-such-bucket", "", place.region(), place.endpoint(), true, Optional.empty());

        refused(nowhere, Optional.of(S3Server.KEY), "has no bucket no-such-bucket. Ask an admin of the team");
    }

    @Test
    void aWrongKeyIsToldAndWhereToGiveTheRightOne() {
        refused(place, Optional.of(new BucketKey("docket-tests", "another-secret")), "its secret is another (SignatureDoesNotMatch). Give the right one: docket team bucket-key");
        refused(place, Optional.of(new BucketKey("somebody", "another-secret")), "docket team bucket-key");
    }

    @Test
    void aServerThatDoesNotProveItselfIsNotTalkedToAndOneOfTheTeamsAuthorityIs() throws Exception {
        refused(S3Server.secureBucket(Optional.empty()), Optional.of(S3Server.KEY), "does not prove that it is the one it says");

        BucketPlace proved = S3Server.secureBucket(Optional.of(S3Server.authority()));
        BucketBlobStore.check(proved, Optional.of(S3Server.KEY));
        try (BlobStore secure = new BucketBlobStore(proved, Optional.of(S3Server.KEY), keys, Patience.USUAL)) {
            assertThat(secure.get(secure.put(PICTURE))).contains(PICTURE);
        }
    }

    @Test
    void nobodyThereIsToldSoon() {
        refused(at("http://127.0.0.1:1"), Optional.of(S3Server.KEY), "cannot be reached. Connect to the team's network");
        refused(at("http://no-such-host.invalid"), Optional.of(S3Server.KEY), "not known by that name");
    }

    @Test
    void aCutCableIsToldAndOnceItIsMendedThePictureIsThere() throws Exception {
        try (CutCable cable = S3Server.cable(); BlobStore behind = new BucketBlobStore(at("http://127.0.0.1:" + cable.port()), Optional.of(S3Server.KEY), keys, SHORT)) {
            ContentHash address = behind.put(PICTURE);
            cable.cut();

            assertThatThrownBy(() -> behind.get(address)).isInstanceOfSatisfying(BucketException.class, fault -> assertThat(fault.isPassing()).isTrue());
            assertThatThrownBy(() -> behind.put(new byte[] {1})).isInstanceOf(BucketException.class);
            assertThatThrownBy(() -> behind.delete(ContentHash.of(new byte[] {1}))).isInstanceOf(BucketException.class);
            assertThat(behind.contains(address)).isFalse();
            cable.mend();

            assertThat(behind.get(address)).contains(PICTURE);
        }
    }

    @Test
    void aServerThatSaysNothingOrDripsOrBreaksOffIsNotWaitedForForEver() throws Exception {
        ContentHash address = ContentHash.of(PICTURE);
        for (OddServer.Manner manner : OddServer.Manner.values()) {
            try (OddServer odd = new OddServer(manner); BlobStore behind = new BucketBlobStore(at(odd.url()), Optional.of(S3Server.KEY), keys, SHORT)) {
                long began = System.nanoTime();

                assertThatThrownBy(() -> behind.get(address)).as("%s", manner)
                        .isInstanceOfSatisfying(BucketException.class, fault -> assertThat(fault.isPassing()).isTrue());
                assertThat(odd.asked()).as("%s: tries", manner).isBetween(1, 2);
                assertThat(Duration.ofNanos(System.nanoTime() - began)).as("%s", manner).isLessThan(Duration.ofSeconds(10));
            }
        }
    }

    @Test
    void aFaultIsTriedAgainAFewTimesAndNoMore() throws Exception {
        Patience three = new Patience(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(8), 3);
        try (OddServer odd = new OddServer(OddServer.Manner.FAILS); BlobStore behind = new BucketBlobStore(at(odd.url()), Optional.of(S3Server.KEY), keys, three)) {
            assertThatThrownBy(() -> behind.get(ContentHash.of(PICTURE))).hasMessageContaining("answered with a fault").hasMessageContaining("503");
            assertThat(odd.asked()).isEqualTo(3);
        }
    }

    @Test
    void noMessageHoldsTheSecret() {
        BucketKey key = new BucketKey("somebody", "a-very-secret-word");

        assertThat(key.toString()).contains("somebody").doesNotContain("secret-word");
        assertThatThrownBy(() -> BucketBlobStore.check(place, Optional.of(key))).satisfies(fault -> {
            for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
                assertThat(String.valueOf(cause)).doesNotContain("secret-word");
            }
        });
    }

    private void refused(BucketPlace where, Optional<BucketKey> key, String words) {
        assertThatThrownBy(() -> BucketBlobStore.check(where, key)).isInstanceOf(BucketException.class).hasMessageContaining(words);
    }

    private BucketPlace at(String endpoint) {
        return new BucketPlace(place.bucket(), place.prefix(), place.region(), Optional.of(URI.create(endpoint)), true, Optional.empty());
    }
}
