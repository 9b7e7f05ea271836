package dev.docket.export;

import dev.docket.storage.CanonicalJson;
import dev.docket.storage.Ed25519;
import dev.docket.storage.StorageException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.core.JacksonException;

/**
 * The secrets of this desk's decision sets: the key of its pseudonyms, the salt of its splits, and the signing key.
 * Made on first use and kept for good in one file of the profile, AES-GCM under the profile's key: with other secrets
 * the same selection would no longer have the same bytes.
 */
public final class ExportKeys {
    private static final int NONCE = 12;
    private static final int MAX_FILE = 10_000;
    private static final byte[] CONTEXT = "docket export keys 1".getBytes(StandardCharsets.UTF_8);

    private record Stored(byte[] names, byte[] salt, byte[] privateKey, byte[] publicKey) {}

    private final byte[] names;
    private final byte[] salt;
    private final PrivateKey privateKey;
    private final byte[] spki;

    private ExportKeys(Stored stored) throws GeneralSecurityException {
        names = stored.names();
        salt = stored.salt();
        privateKey = KeyFactory.getInstance(Ed25519.NAME).generatePrivate(new PKCS8EncodedKeySpec(stored.privateKey()));
        spki = stored.publicKey();
    }

    /**
     * Reads the keys, making them when there is no file.
     *
     * @param profileKey 32 bytes
     * @throws StorageException when the file cannot be read, written or decrypted
     */
    public static ExportKeys open(Path file, byte[] profileKey) {
        try {
            return new ExportKeys(Files.exists(file) ? read(file, profileKey) : make(file, profileKey));
        } catch (IOException e) {
            throw new StorageException("The export keys in " + file + " cannot be read or written: " + e.getMessage(), e);
        } catch (GeneralSecurityException | JacksonException e) {
            throw new StorageException("The export keys in " + file + " are damaged or belong to another profile; restore the file from a backup. "
                    + "Without it new sets have other pseudonyms, splits and signatures; sets already written stay verifiable.", e);
        }
    }

    /** Key of the pseudonyms in sets for nobody in particular, 32 bytes. */
    byte[] names() {
        return names.clone();
    }

    /** Key of the pseudonyms in sets for an audience, 32 bytes: who has two audiences' sets cannot tell from the names what is the same. */
    byte[] names(Optional<String> audience) {
        return audience.map(who -> Hmac.of(names, ("audience\0" + who).getBytes(StandardCharsets.UTF_8))).orElseGet(this::names);
    }

    /** Splits under this desk's salt. */
    public Splits splits(Splits.Grouping grouping) {
        return new Splits(salt, grouping);
    }

    byte[] sign(byte[] text) {
        return Ed25519.sign(privateKey, text);
    }

    /** The public half, as manifests carry it. */
    public Manifest.Key publicKey() {
        return new Manifest.Key(Ed25519.NAME, Ed25519.keyId(spki), Base64.getEncoder().encodeToString(spki));
    }

    private static Stored read(Path file, byte[] profileKey) throws IOException, GeneralSecurityException {
        if (Files.size(file) > MAX_FILE) {
            throw new GeneralSecurityException("Too long to be a key file");
        }
        byte[] sealed = Files.readAllBytes(file);
        if (sealed.length <= NONCE) {
            throw new GeneralSecurityException("Too short to be a key file");
        }
        Cipher cipher = cipher(Cipher.DECRYPT_MODE, profileKey, Arrays.copyOf(sealed, NONCE));
        byte[] json = cipher.doFinal(sealed, NONCE, sealed.length - NONCE);
        return CanonicalJson.read(new String(json, StandardCharsets.UTF_8), Stored.class);
    }

    private static Stored make(Path file, byte[] profileKey) throws IOException, GeneralSecurityException {
        SecureRandom random = new SecureRandom();
        byte[] names = new byte[32];
        byte[] salt = new byte[32];
        byte[] nonce = new byte[NONCE];
        random.nextBytes(names);
        random.nextBytes(salt);
        random.nextBytes(nonce);
        KeyPair pair = KeyPairGenerator.getInstance(Ed25519.NAME).generateKeyPair();
        Stored stored = new Stored(names, salt, pair.getPrivate().getEncoded(), pair.getPublic().getEncoded());
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, profileKey, nonce).doFinal(CanonicalJson.bytes(stored));
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(beside);
        try (var out = FolderFiles.DURABLE.open(beside)) {
            out.write(ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array());
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        return stored;
    }

    private static Cipher cipher(int mode, byte[] profileKey, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(Hmac.of(profileKey, CONTEXT), "AES"), new GCMParameterSpec(128, nonce));
        cipher.updateAAD(CONTEXT);
        return cipher;
    }
}
