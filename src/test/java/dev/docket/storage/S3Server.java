package dev.docket.storage;

import dev.docket.storage.bucket.BucketKey;
import dev.docket.storage.bucket.BucketPlace;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** An S3 server (s3proxy) in a process of its own, one for all tests of this one; each test gets a bucket of its own. */
public final class S3Server {
    public static final BucketKey KEY = new BucketKey("docket-tests", "a-secret-of-the-tests");
    private static final String JAR = "s3proxy-4.1.0-jar-with-dependencies.jar";
    private static final String PASSWORD = "of the key store";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final AtomicInteger MADE = new AtomicInteger();

    private S3Server() {}

    private record Running(Process process, Path folder, int port, int securePort, String authority) {
        private static final Running SERVER = start();

        private static Running start() {
            try {
                // never told to the tests' own clean-up: it lives as long as this process
                Path folder = Files.createTempDirectory("docket-s3-");
                int port = free();
                int secure = free();
                Files.createDirectories(folder.resolve("data"));
                String authority = keyStore(folder);
                Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m",
                        "-DLOG_LEVEL=warn", "-jar", jar().toString(), "--properties", settings(folder, port, secure).toString())
                        .redirectOutput(folder.resolve("log").toFile()).redirectErrorStream(true).start();
                Running running = new Running(process, folder, port, secure, authority);
                Runtime.getRuntime().addShutdownHook(new Thread(running::stop));
                running.await();
                return running;
            } catch (Exception e) {
                throw new IllegalStateException("The S3 server of the tests did not start", e);
            }
        }

        private static Path settings(Path folder, int port, int secure) throws IOException {
            Properties settings = new Properties();
            settings.setProperty("s3proxy.endpoint", "http://127.0.0.1:" + port);
            settings.setProperty("s3proxy.secure-endpoint", "https://127.0.0.1:" + secure);
            settings.setProperty("s3proxy.keystore-path", folder.resolve("keys.p12").toString());
            settings.setProperty("s3proxy.keystore-password", PASSWORD);
            settings.setProperty("s3proxy.authorization", "aws-v4");
            settings.setProperty("s3proxy.identity", KEY.id());
            settings.setProperty("s3proxy.credential", KEY.secret());
            settings.setProperty("jclouds.provider", "filesystem-nio2");
            settings.setProperty("jclouds.filesystem.basedir", folder.resolve("data").toString());
            try (OutputStream out = Files.newOutputStream(folder.resolve("s3.properties"))) {
                settings.store(out, null);
            }
            return folder.resolve("s3.properties");
        }

        /** Of a server named localhost. Returns its authority's certificate. */
        private static String keyStore(Path folder) throws Exception {
            KeyPair ca = TlsPostgres.keys();
            KeyPair own = TlsPostgres.keys();
            Certificate certificate = new JcaX509CertificateConverter().getCertificate(TlsPostgres.certificate("localhost", own, "Authority", ca.getPrivate(), false));
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("server", own.getPrivate(), PASSWORD.toCharArray(), new Certificate[] {certificate});
            try (OutputStream out = Files.newOutputStream(folder.resolve("keys.p12"))) {
                store.store(out, PASSWORD.toCharArray());
            }
            return Files.readString(TlsPostgres.pem(folder.resolve("ca.pem"), "CERTIFICATE", TlsPostgres.certificate("Authority", ca, "Authority", ca.getPrivate(), true).getEncoded()));
        }

        /** Where the build put it, or where Maven keeps it. */
        private static Path jar() {
            Path built = Path.of(System.getProperty("docket.home", "."), "target", "s3-server", JAR);
            return Files.exists(built) ? built : Path.of(System.getProperty("user.home"), ".m2", "repository", "org", "gaul", "s3proxy", "4.1.0", JAR);
        }

        private static int free() throws IOException {
            try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return any.getLocalPort();
            }
        }

        private void await() throws Exception {
            long until = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < until && process.isAlive()) {
                try (Socket asked = new Socket(InetAddress.getLoopbackAddress(), securePort)) {
                    return;
                } catch (IOException e) {
                    Thread.sleep(50);
                }
            }
            throw new IOException(Files.readString(folder.resolve("log")));
        }

        private void stop() {
            process.destroyForcibly();
            try (Stream<Path> inside = Files.walk(folder)) {
                inside.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
            } catch (IOException | UncheckedIOException e) {
                // a folder of temporary files stays
            }
        }
    }

    /** A new bucket, reached in clear text. */
    public static BucketPlace bucket() {
        return bucket("http://127.0.0.1:" + Running.SERVER.port(), Optional.empty());
    }

    /** A new bucket, reached by TLS, of an authority that this Java does not know. */
    public static BucketPlace secureBucket(Optional<String> ca) {
        return bucket("https://localhost:" + Running.SERVER.securePort(), ca);
    }

    /** The certificate of the authority behind {@link #secureBucket}. */
    public static String authority() {
        return Running.SERVER.authority();
    }

    /** The way there, which can be cut. */
    public static CutCable cable() throws IOException {
        return new CutCable(Running.SERVER.port());
    }

    private static BucketPlace bucket(String endpoint, Optional<String> ca) {
        String name = "docket-images-" + MADE.incrementAndGet();
        try (S3Client boss = boss()) {
            boss.createBucket(make -> make.bucket(name));
        }
        return new BucketPlace(name, "team/one", "us-east-1", Optional.of(URI.create(endpoint)), true, ca);
    }

    /** Somebody who may do anything there. Closed by whoever asks. */
    public static S3Client boss() {
        return S3Client.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).region(Region.US_EAST_1).forcePathStyle(true)
                .endpointOverride(URI.create("http://127.0.0.1:" + Running.SERVER.port()))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(KEY.id(), KEY.secret()))).build();
    }

    /** The files that this bucket is on the server's disk. */
    public static List<Path> files(BucketPlace place) {
        try (Stream<Path> inside = Files.walk(Running.SERVER.folder().resolve("data").resolve(place.bucket()))) {
            return inside.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
