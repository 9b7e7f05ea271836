package dev.docket.storage;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A PostgreSQL as one is to be run: certificates of an authority of its own, TLS and SCRAM for everybody but its superuser. */
public final class TlsPostgres implements AutoCloseable {
    /** Of the login {@code boss}, who owns everything. */
    public static final String PASSWORD = "a word of the boss";

    private final EmbeddedPostgres server;
    private final Path authority;
    private final Path otherAuthority;

    /** @param folder where certificates go; every part of its path can be entered by all */
    public TlsPostgres(Path folder) throws Exception {
        KeyPair ca = keys();
        KeyPair own = keys();
        authority = pem(folder.resolve("ca.pem"), "CERTIFICATE", certificate("Authority", ca, "Authority", ca.getPrivate(), true).getEncoded());
        KeyPair stranger = keys();
        otherAuthority = pem(folder.resolve("other-ca.pem"), "CERTIFICATE", certificate("Stranger", stranger, "Stranger", stranger.getPrivate(), true).getEncoded());
        Path certificate = pem(folder.resolve("server.pem"), "CERTIFICATE", certificate("localhost", own, "Authority", ca.getPrivate(), false).getEncoded());
        Path key = pem(folder.resolve("server.key"), "PRIVATE KEY", own.getPrivate().getEncoded());
        server = EmbeddedPostgres.builder().start();
        try (Connection admin = server.getPostgresDatabase().getConnection(); Statement statement = admin.createStatement()) {
            // through the server itself, so that the files are its user's
            Path data = Path.of(one(statement, "show data_directory"));
            copy(statement, certificate, data.resolve("server.crt"));
            copy(statement, key, data.resolve("server.key"));
            Files.setPosixFilePermissions(data.resolve("server.key"), PosixFilePermissions.fromString("rw-------"));
            statement.execute("copy (values ('hostnossl all postgres all trust'), ('host all postgres all trust'), ('hostssl all all all scram-sha-256')) to '" + data.resolve("pg_hba.conf") + "'");
            statement.execute("alter system set ssl = on");
            statement.execute("select pg_reload_conf()");
            statement.execute("create database team");
            statement.execute("create role boss superuser login password '" + PASSWORD + "'");
        }
    }

    private static void copy(Statement statement, Path from, Path to) throws IOException, SQLException {
        StringBuilder lines = new StringBuilder();
        Files.readAllLines(from).forEach(line -> lines.append(lines.isEmpty() ? "" : ", ").append("('").append(line).append("')"));
        statement.execute("copy (values " + lines + ") to '" + to + "'");
    }

    private static String one(Statement statement, String question) throws SQLException {
        try (var answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        }
    }

    public String url() {
        return "postgresql://localhost:" + server.getPort() + "/team";
    }

    /** The same server under a name that its certificate does not have. */
    public String urlByAnotherName() {
        return "postgresql://127.0.0.1:" + server.getPort() + "/team";
    }

    public Path authority() {
        return authority;
    }

    /** Signed nothing of this server's. */
    public Path otherAuthority() {
        return otherAuthority;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    static KeyPair keys() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    static X509CertificateHolder certificate(String name, KeyPair of, String issuer, PrivateKey by, boolean authority) throws Exception {
        Instant now = Instant.now();
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(new X500Name("CN=" + issuer), BigInteger.valueOf(now.toEpochMilli()), Date.from(now.minusSeconds(3600)),
                Date.from(now.plusSeconds(86_400)), new X500Name("CN=" + name), of.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
        if (!authority) {
            builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName(GeneralName.dNSName, name)));
        }
        return builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(by));
    }

    static Path pem(Path file, String what, byte[] content) throws IOException {
        return Files.writeString(file, "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END " + what + "-----\n");
    }
}
