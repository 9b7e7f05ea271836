package dev.docket.provenance.c2pa;

import dev.docket.storage.CanonicalJson;
import dev.docket.storage.ContentHash;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The authorities whose signers are trusted. None ship with Docket: without any, a sound signature is by somebody not
 * recognised. Checked here, because of a list that it cannot read the validator makes a fault of every image.
 *
 * @param pem their certificates, one after the other; empty for none
 * @param certificates how many
 * @param sha256 of the file; empty for none
 */
public record TrustList(String pem, int certificates, Optional<String> sha256) {
    public static final TrustList NONE = new TrustList("", 0, Optional.empty());
    /** The public list of August 2026 has 38 kB. */
    static final int MAX_BYTES = 4 << 20;
    private static final Pattern BLOCK = Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,40})-----([A-Za-z0-9+/=\\s]{0,100000})-----END \\1-----");
    private static final Pattern BEGIN = Pattern.compile("-----BEGIN ");

    /** As {@link #read(Path)}; {@link #NONE} where no file is named. */
    public static TrustList read(Optional<Path> file) throws TrustListException {
        return file.isPresent() ? read(file.get()) : NONE;
    }

    /**
     * Reads a PEM file; text between the certificates is left out.
     *
     * @throws TrustListException with a sentence that says what is wrong with the file
     */
    public static TrustList read(Path file) throws TrustListException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        } catch (IOException e) {
            throw new TrustListException("The trust list " + file + (Files.exists(file) ? " cannot be read; name a PEM file" : " does not exist; name a PEM file"));
        }
        if (bytes.length > MAX_BYTES) {
            throw new TrustListException("The trust list " + file + " is larger than " + (MAX_BYTES >> 20) + " MB; name a PEM file of certificates");
        }
        return parse(bytes, file.toString());
    }

    private static TrustList parse(byte[] bytes, String name) throws TrustListException {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        StringBuilder pem = new StringBuilder();
        int count = 0;
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            count++;
            if (!block.group(1).equals("CERTIFICATE")) {
                throw new TrustListException("The trust list " + name + " holds a " + block.group(1).toLowerCase(java.util.Locale.ROOT)
                        + " where only certificates belong; take it out");
            }
            pem.append(certificate(block.group(2), count, name));
        }
        if (count == 0 || count != BEGIN.matcher(text).results().count()) {
            throw new TrustListException("The trust list " + name + (count == 0 ? " holds no certificate in PEM form"
                    : " ends within a certificate or holds one that is damaged, after number " + count) + "; get it anew");
        }
        return new TrustList(pem.toString(), count, Optional.of(ContentHash.of(bytes).hex()));
    }

    /** Written anew, so that nothing reaches the validator that was not understood here. */
    private static String certificate(String base64, int number, String name) throws TrustListException {
        try {
            byte[] der = CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(Base64.getMimeDecoder().decode(base64))).getEncoded();
            return "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateException | IllegalArgumentException e) {
            throw new TrustListException("Certificate " + number + " of the trust list " + name + " is damaged; get the list anew");
        }
    }

    /** What the validator is set to. It asks nobody: no manifest, no revocation and no identity is fetched. */
    String settings() {
        Map<String, Object> settings = new TreeMap<>();
        settings.put("verify", Map.of("remote_manifest_fetch", false, "ocsp_fetch", false, "verify_trust", true));
        settings.put("core", Map.of("allowed_network_hosts", new String[0]));
        if (certificates > 0) {
            settings.put("trust", Map.of("trust_anchors", pem));
        }
        return CanonicalJson.write(settings);
    }
}
