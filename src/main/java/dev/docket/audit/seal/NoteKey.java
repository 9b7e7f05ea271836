package dev.docket.audit.seal;

import dev.docket.storage.ContentHash;
import dev.docket.storage.Ed25519;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The public half of a key that signs notes; its text form is a C2SP verifier key, {@code name+id+base64(1 || key)}.
 *
 * @param name without spaces and plus signs; 1 to 200 characters
 * @param key 32 bytes, Ed25519
 */
public record NoteKey(String name, byte[] key) {
    private static final byte ALGORITHM = 1;
    private static final int KEY_BYTES = 32;
    private static final int MOST_CHARACTERS = 200;
    /** What stands before the key in its SubjectPublicKeyInfo: RFC 8410, section 4. */
    private static final byte[] SPKI = HexFormat.of().parseHex("302a300506032b6570032100");

    public NoteKey {
        if (!isName(name) || key.length != KEY_BYTES) {
            throw new IllegalArgumentException("A key named '" + name + "' of " + key.length + " bytes");
        }
        key = key.clone();
    }

    /** Of a key as Java encodes it. */
    static NoteKey of(String name, byte[] spki) {
        return new NoteKey(name, Arrays.copyOfRange(spki, SPKI.length, spki.length));
    }

    /** @throws BadNote saying what is wrong with it */
    public static NoteKey parse(String text) throws BadNote {
        String[] parts = text.strip().split("\\+", 3);
        try {
            byte[] typed = parts.length == 3 ? Base64.getDecoder().decode(parts[2]) : new byte[0];
            if (typed.length == 1 + KEY_BYTES && typed[0] == ALGORITHM && isName(parts[0])) {
                NoteKey key = new NoteKey(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
                if (HexFormat.of().formatHex(key.id()).equals(parts[1])) {
                    return key;
                }
            }
        } catch (IllegalArgumentException _) {
            throw new BadNote("It is not the public key of a sealer: its last part is not base64");
        }
        throw new BadNote("It is not the public key of a sealer, which reads name+8 hex digits+base64");
    }

    static boolean isName(String name) {
        return !name.isEmpty() && name.length() <= MOST_CHARACTERS && name.chars().noneMatch(c -> c == '+' || Character.isWhitespace(c) || Character.isISOControl(c));
    }

    public String text() {
        byte[] typed = ByteBuffer.allocate(1 + KEY_BYTES).put(ALGORITHM).put(key).array();
        return name + "+" + HexFormat.of().formatHex(id()) + "+" + Base64.getEncoder().encodeToString(typed);
    }

    /** The first 4 bytes of SHA-256(name || LF || 1 || key). */
    byte[] id() {
        MessageDigest digest = ContentHash.sha256();
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update(new byte[] {'\n', ALGORITHM});
        return Arrays.copyOf(digest.digest(key), SignedNote.ID_BYTES);
    }

    /** Whether one of the note's signatures is this key's, and right. */
    public boolean signed(SignedNote note) {
        byte[] spki = ByteBuffer.allocate(SPKI.length + KEY_BYTES).put(SPKI).put(key).array();
        byte[] text = note.text().getBytes(StandardCharsets.UTF_8);
        return note.signatures().stream()
                .filter(each -> each.key().equals(name) && Arrays.equals(Arrays.copyOf(each.signed(), SignedNote.ID_BYTES), id()))
                .anyMatch(each -> Ed25519.verifies(spki, text, Arrays.copyOfRange(each.signed(), SignedNote.ID_BYTES, each.signed().length)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteKey that && name.equals(that.name) && Arrays.equals(key, that.key);
    }

    @Override
    public int hashCode() {
        return name.hashCode() ^ Arrays.hashCode(key);
    }

    @Override
    public String toString() {
        return text();
    }
}
