package dev.docket.audit.seal;

import dev.docket.storage.DurableFile;
import dev.docket.storage.Ed25519;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * The key that signs checkpoints, kept in a PKCS12 file under a password; the certificate around it only carries the
 * key's name.
 */
public final class SealerKey {
    private static final String ENTRY = "sealer";
    private static final int YEARS = 30;
    private static final long DAYS_A_YEAR = 365;

    private final PrivateKey secret;
    private final NoteKey open;

    private SealerKey(PrivateKey secret, NoteKey open) {
        this.secret = secret;
        this.open = open;
    }

    /**
     * Makes a key and keeps it in a new file that only its owner may read.
     *
     * @param name of the sealer, such as {@code docket-audit-berlin}: letters, digits, dots, minus signs and underscores
     * @throws IOException when the file exists or cannot be written
     */
    public static SealerKey make(Path file, String name, char[] password, Clock clock) throws IOException {
        if (!name.matches("[A-Za-z0-9._-]{1,60}")) {
            throw new IllegalArgumentException("The name of a sealer has letters, digits, dots, minus signs and underscores, at most 60");
        }
        if (Files.exists(file)) {
            throw new IOException(file + " exists already; name another file");
        }
        try {
            KeyPair pair = KeyPairGenerator.getInstance(Ed25519.NAME).generateKeyPair();
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(ENTRY, pair.getPrivate(), password, new Certificate[] {certificate(pair, name, clock.instant())});
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            store.store(bytes, password);
            DurableFile.write(file, bytes.toByteArray());
            return new SealerKey(pair.getPrivate(), NoteKey.of(name, pair.getPublic().getEncoded()));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("This Java cannot make a PKCS12 file with an Ed25519 key", e);
        }
    }

    /** @throws IOException when the file cannot be read, the password is wrong, or it holds no such key */
    public static SealerKey read(Path file, char[] password) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            if (store.getKey(ENTRY, password) instanceof PrivateKey secret && store.getCertificate(ENTRY) instanceof X509Certificate about
                    && secret.getAlgorithm().startsWith("Ed")) {
                return new SealerKey(secret, NoteKey.of(name(about), about.getPublicKey().getEncoded()));
            }
            throw new IOException(file + " holds no Ed25519 key named '" + ENTRY + "'; make one with docket audit key");
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** What others check its signatures with. */
    public NoteKey open() {
        return open;
    }

    SignedNote sign(String text) {
        byte[] signature = Ed25519.sign(secret, text.getBytes(StandardCharsets.UTF_8));
        byte[] signed = ByteBuffer.allocate(SignedNote.ID_BYTES + signature.length).put(open.id()).put(signature).array();
        return new SignedNote(text, List.of(new SignedNote.Signature(open.name(), signed)));
    }

    public SignedNote sign(Checkpoint checkpoint) {
        return sign(checkpoint.text());
    }

    private static String name(X509Certificate about) {
        return about.getSubjectX500Principal().getName(X500Principal.RFC2253).replaceFirst("^CN=", "");
    }

    private static X509Certificate certificate(KeyPair pair, String name, Instant now) throws GeneralSecurityException, OperatorCreationException {
        X500Principal self = new X500Principal("CN=" + name);
        return new JcaX509CertificateConverter().getCertificate(new JcaX509v3CertificateBuilder(self, BigInteger.ONE, Date.from(now),
                Date.from(now.plus(YEARS * DAYS_A_YEAR, ChronoUnit.DAYS)), self, pair.getPublic())
                .build(new JcaContentSignerBuilder(Ed25519.NAME).build(pair.getPrivate())));
    }
}
