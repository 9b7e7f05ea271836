package dev.docket.classify.vendor.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.docket.classify.vendor.Recorded;
import dev.docket.classify.vendor.Vendor;
import dev.docket.decode.DecodedImage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Against a server of our own on this machine, over TLS with a certificate made for the test. */
class LiveClientTest {
    private static final String KEY = "s3cret-key-of-the-test";
    private static final String PASSWORD = "changeit";

    @TempDir
    private Path profile;
    private HttpsServer server;
    private SSLContext tls;
    private final List<String> asked = new ArrayList<>();
    private final List<Long> rests = new ArrayList<>();
    private final List<Integer> statuses = new ArrayList<>();
    private String retryAfter = "";
    private String answer = Recorded.CLARIFAI;
    private final Ticking clock = new Ticking();

    /** A clock that goes on when somebody rests. */
    private final class Ticking extends Clock {
        private Instant now = Instant.parse("2026-11-20T10:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        private void rest(long millis) {
            rests.add(millis);
            now = now.plusMillis(millis);
        }
    }

    @BeforeEach
    void serve() throws Exception {
        Path store = profile.resolve("keys.p12");
        Process made = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", "test", "-keyalg", "EC",
                "-dname", "CN=localhost", "-ext", "san=dns:localhost,ip:127.0.0.1", "-validity", "2", "-keystore", store.toString(), "-storetype", "PKCS12",
                "-storepass", PASSWORD).redirectErrorStream(true).start();
        assertThat(new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).isNotNull();
        assertThat(made.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD.toCharArray());
        KeyStore known = KeyStore.getInstance("PKCS12");
        known.load(null, null);
        known.setCertificateEntry("test", keys.getCertificate("test"));
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(known);
        tls = SSLContext.getInstance("TLS");
        tls.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.createContext("/", this::reply);
        server.start();
        Files.createDirectories(profile.resolve("vendors"));
        Files.writeString(profile.resolve("vendors/key"), KEY + "\nsecond-part-of-it\n");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @EnumSource(Vendor.class)
    void aVendorIsAskedInItsOwnWayAndItsAnswerRead(Vendor vendor) throws Exception {
        answer = Recorded.of(vendor);
        setUp(vendor, true, 10, 60);
        try (LiveClient client = open(vendor)) {
            assertThat(vendor.read(client.ask(picture()))).isNotEmpty();
        }
        String way = switch (vendor) {
            case CLARIFAI -> "Key " + KEY + " \\{\"inputs\":\\[\\{\"data\":\\{\"image\":\\{\"base64\":\"iVBORw0.*";
            case REKOGNITION -> "AWS4-HMAC-SHA256 Credential=" + KEY + "/20261120/.* \\{.*\"Bytes\":\"iVBORw0.*";
            case AZURE -> KEY + " \\{\"image\":\\{\"content\":\"iVBORw0.*";
            case HIVE -> "token " + KEY + " --docket-.*name=\"media\"; filename=\"image.png\".*";
            case SIGHTENGINE -> " --docket-.*name=\"models\".*nudity-2.1,.*name=\"api_user\"\\s*" + KEY + ".*name=\"api_secret\"\\s*second-part-of-it.*";
            case OPENAI -> "Bearer " + KEY + " \\{.*\"url\":\"data:image/png;base64,iVBORw0.*";
        };
        assertThat(asked).singleElement().asString().matches("(?s)" + way);
    }

    @Test
    void whileOffNothingIsOpenedWhateverIsSetUp() throws Exception {
        for (boolean there : new boolean[] {false, true}) {
            if (there) {
                setUp(Vendor.CLARIFAI, false, 10, 60);
            }
            assertThatThrownBy(() -> LiveClient.open(profile, Vendor.CLARIFAI, clock, clock::rest, () -> {
                throw new AssertionError("a client was made");
            })).isInstanceOf(LiveRefusedException.class).hasMessageContaining(there ? "turned off" : "nothing sets it up").hasMessageContaining("clarifai.json");
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void onlyHttpsAddressesAreTaken() throws Exception {
        for (String address : List.of("http://localhost/", "https://user@localhost/", "ftp://localhost/", "localhost")) {
            Files.writeString(LiveService.file(profile, Vendor.AZURE), "{\"on\": true, \"url\": \"%s\", \"key_file\": \"key\", \"per_minute\": 1, \"budget\": 1}".formatted(address));
            assertThatThrownBy(() -> LiveService.in(profile, Vendor.AZURE)).hasMessageContaining("azure.json: url: must be an address that begins with https://");
        }
        Files.writeString(LiveService.file(profile, Vendor.AZURE), "{\"on\": true, \"key_file\": \"key\", \"per_minute\": 1, \"budget\": 1}");
        assertThatThrownBy(() -> LiveService.in(profile, Vendor.AZURE)).hasMessageContaining("url: is missing");
        Files.writeString(LiveService.file(profile, Vendor.OPENAI), "{\"on\": \"yes\", \"key_file\": \"key\", \"per_minute\": 1, \"budget\": 1}");
        assertThatThrownBy(() -> LiveService.in(profile, Vendor.OPENAI)).hasMessageContaining("openai.json: on: must be true or false");
        Files.writeString(LiveService.file(profile, Vendor.OPENAI), "{\"key_file\": \"key\", \"per_minute\": 0, \"budget\": 1}");
        assertThatThrownBy(() -> LiveService.in(profile, Vendor.OPENAI)).hasMessageContaining("per_minute: must be a whole number from 1 to 600");
        Files.writeString(LiveService.file(profile, Vendor.OPENAI), "{\"key\": \"%s\"}".formatted(KEY));
        assertThatThrownBy(() -> LiveService.in(profile, Vendor.OPENAI)).hasMessageContaining("key: is no field of it");
    }

    @Test
    void aServerThatCannotProveItsNameGetsNothing() throws Exception {
        setUp(Vendor.CLARIFAI, true, 10, 600);
        try (LiveClient client = LiveClient.open(profile, Vendor.CLARIFAI, clock, clock::rest)) {
            assertThatThrownBy(() -> client.ask(picture())).isInstanceOf(LiveRefusedException.class).hasMessageContaining("could not be reached");
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void whatPassesIsTriedAgainAfterLongerAndLongerRests() throws Exception {
        statuses.addAll(List.of(503, 429, 500));
        setUp(Vendor.CLARIFAI, true, 10, 600);
        try (LiveClient client = open(Vendor.CLARIFAI)) {
            client.ask(picture());
        }
        assertThat(asked).hasSize(4);
        assertThat(rests).containsExactly(1000L, 2000L, 4000L);
    }

    @Test
    void aServiceThatSaysHowLongToWaitIsWaitedFor() throws Exception {
        statuses.add(429);
        retryAfter = "7";
        setUp(Vendor.CLARIFAI, true, 10, 600);
        try (LiveClient client = open(Vendor.CLARIFAI)) {
            client.ask(picture());
        }
        assertThat(rests).containsExactly(7000L);
    }

    @Test
    void whatDoesNotPassIsSaidAtOnceAndWithoutTheKey() throws Exception {
        assertRefused(401, "refused the key in key (status 401)", true);
        assertRefused(302, "answered with status 302", false);
        assertRefused(400, "answered with status 400", false);
        answer = "<html>" + KEY;
        assertRefused(200, "what is not JSON", false);
        answer = " ".repeat(2 << 20);
        assertRefused(200, "more than 1 MB", false);
        statuses.addAll(List.of(503, 503, 503));
        assertRefused(503, "status 503, 4 times", true);
        server.stop(0);
        assertRefused(0, "could not be reached, 4 times", true);
    }

    @Test
    void requestsKeepToTheirPace() throws Exception {
        setUp(Vendor.CLARIFAI, true, 10, 30);
        try (LiveClient client = open(Vendor.CLARIFAI)) {
            for (int i = 0; i < 4; i++) {
                client.ask(picture());
            }
        }
        assertThat(rests).as("two seconds apart at 30 a minute").containsExactly(2000L, 2000L, 2000L);
    }

    @Test
    void theBudgetHoldsOverRestartsAndCountsWhatFailed() throws Exception {
        setUp(Vendor.CLARIFAI, true, 3, 600);
        statuses.add(503);
        try (LiveClient client = open(Vendor.CLARIFAI)) {
            client.ask(picture());
        }
        try (LiveClient client = open(Vendor.CLARIFAI)) {
            client.ask(picture());
            assertThatThrownBy(() -> client.ask(picture())).isInstanceOf(LiveRefusedException.class).hasMessageContaining("budget of 3 requests is spent");
        }
        assertThat(asked).hasSize(3);
        assertThat(Files.readString(profile.resolve("vendors/clarifai.used"))).isEqualTo("3");
        Files.writeString(profile.resolve("vendors/clarifai.used"), "some");
        try (LiveClient client = open(Vendor.CLARIFAI)) {
            assertThatThrownBy(() -> client.ask(picture())).hasMessageContaining("holds no number of requests");
        }
        assertThat(asked).hasSize(3);
    }

    @Test
    void aFileWithoutAKeyIsSaidWithoutWhatIsInIt() throws Exception {
        setUp(Vendor.SIGHTENGINE, true, 10, 60);
        Files.writeString(profile.resolve("vendors/key"), "only-one-line");
        assertThatThrownBy(() -> open(Vendor.SIGHTENGINE)).hasMessageContaining("its first two lines must be its id and its secret").hasMessageNotContaining("only-one-line");
        assertThat(VendorKey.read(profile.resolve("vendors/key"), 1)).hasToString("VendorKey");
    }

    @Test
    void theSignatureEqualsThatOfAmazonsOwnSigner() throws Exception {
        byte[] body = "{\"Image\":{\"Bytes\":\"aGVsbG8=\"}}".getBytes(StandardCharsets.UTF_8);
        java.net.URI address = java.net.URI.create("https://rekognition.eu-west-1.amazonaws.com/");
        Files.writeString(profile.resolve("vendors/key"), "AKIDEXAMPLE\nwJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY\n");
        var ours = AwsSignature.of(address, VendorKey.read(profile.resolve("vendors/key"), 2), "RekognitionService.DetectModerationLabels", body, clock.instant());

        var theirs = AwsV4HttpSigner.create().sign(request -> request
                .identity(AwsCredentialsIdentity.create("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"))
                .request(SdkHttpFullRequest.builder().method(SdkHttpMethod.POST).uri(address)
                        .putHeader("Content-Type", "application/x-amz-json-1.1").putHeader("X-Amz-Target", "RekognitionService.DetectModerationLabels").build())
                .payload(() -> new java.io.ByteArrayInputStream(body))
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "rekognition").putProperty(AwsV4HttpSigner.REGION_NAME, "eu-west-1")
                .putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, true)
                .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(clock.instant(), ZoneOffset.UTC)));
        ours.forEach((name, value) -> assertThat(theirs.request().firstMatchingHeader(name)).as(name).contains(value));
    }

    private void assertRefused(int status, String words, boolean forAll) throws Exception {
        if (status != 0) {
            statuses.add(status);
        }
        setUp(Vendor.CLARIFAI, true, 1000, 600);
        try (LiveClient client = open(Vendor.CLARIFAI)) {
            assertThatThrownBy(() -> client.ask(picture())).isInstanceOfSatisfying(LiveRefusedException.class, refused -> {
                assertThat(refused.getMessage()).contains(words).doesNotContain(KEY);
                assertThat(refused.isForAll()).isEqualTo(forAll);
            });
        }
    }

    private LiveClient open(Vendor vendor) throws IOException {
        return LiveClient.open(profile, vendor, clock, clock::rest, () -> HttpClient.newBuilder().sslContext(tls).followRedirects(HttpClient.Redirect.NEVER).build());
    }

    private void setUp(Vendor vendor, boolean on, int budget, int perMinute) throws IOException {
        Files.writeString(LiveService.file(profile, vendor), "{\"on\": %s, \"url\": \"https://localhost:%d/\", \"key_file\": \"key\", \"per_minute\": %d, \"budget\": %d}"
                .formatted(on, server.getAddress().getPort(), perMinute, budget));
    }

    private void reply(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
        String key = exchange.getRequestHeaders().getFirst("Authorization");
        String subscription = exchange.getRequestHeaders().getFirst("Ocp-Apim-Subscription-Key");
        asked.add((key != null ? key : subscription != null ? subscription : "") + " " + body);
        int status = statuses.isEmpty() ? 200 : statuses.removeFirst();
        if (status == 429 && !retryAfter.isEmpty()) {
            exchange.getResponseHeaders().set("Retry-After", retryAfter);
        }
        byte[] bytes = status == 200 ? answer.getBytes(StandardCharsets.UTF_8) : new byte[0];
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static DecodedImage picture() {
        int[] argb = new int[16 * 12];
        java.util.Arrays.fill(argb, 0xff336699);
        return new DecodedImage(16, 12, argb, new dev.docket.decode.ImageHeader("image/png", 16, 12, 1, 1), false);
    }
}
