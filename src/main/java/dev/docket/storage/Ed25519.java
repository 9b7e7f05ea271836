package dev.docket.storage;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;

/** Ed25519 signatures (RFC 8032): 64 bytes, the same for the same key and text. */
public final class Ed25519 {
    public static final String NAME = "Ed25519";

    private Ed25519() {}

    public static byte[] sign(PrivateKey key, byte[] text) {
        try {
            Signature signature = Signature.getInstance(NAME);
            signature.initSign(key);
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot sign with Ed25519", e);
        }
    }

    /** False for a wrong signature and for a key or signature that is none. @param spki SubjectPublicKeyInfo */
    public static boolean verifies(byte[] spki, byte[] text, byte[] signed) {
        try {
            PublicKey key = KeyFactory.getInstance(NAME).generatePublic(new X509EncodedKeySpec(spki));
            Signature signature = Signature.getInstance(NAME);
            signature.initVerify(key);
            signature.update(text);
            return signature.verify(signed);
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    /** The first 16 hex digits of the key's SHA-256: short enough to compare by eye. */
    public static String keyId(byte[] spki) {
        return ContentHash.of(spki).hex().substring(0, 16);
    }
}
