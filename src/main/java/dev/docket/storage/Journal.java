package dev.docket.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.zip.CRC32C;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * Records that are on the disk before anybody goes on: appended one after the other, each sealed with AES-256-GCM and
 * synced. A record that was cut off while it was written is left out at the next opening; anything else that cannot be
 * read is put aside whole, never dropped. Several threads; one process.
 *
 * <p>File: {@code DKTJRNL1}, 16 random bytes, then for each record its length (4 bytes, big-endian), the CRC-32C of that length
 * and the record's place, a 96-bit nonce, and the text with its 128-bit tag. The file's random bytes, the place and the
 * length are authenticated with it. The CRC tells a length that was damaged from one whose record was cut off.
 */
public final class Journal implements AutoCloseable {
    private static final byte[] MAGIC = "DKTJRNL1".getBytes(StandardCharsets.US_ASCII);
    private static final int ID_BYTES = 16;
    private static final int HEADER_BYTES = 8 + ID_BYTES;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;
    private static final int HEAD_BYTES = 8;
    private static final int FRAME_BYTES = HEAD_BYTES + NONCE_BYTES + TAG_BYTES;
    /** Of one record. */
    public static final int MOST_BYTES = 1 << 20;

    private final SecureRandom random = new SecureRandom();
    private final Path file;
    private final SecretKey key;
    private final List<byte[]> found = new ArrayList<>();
    private FileChannel channel;
    private byte[] id;
    private long records;
    private long end;
    private Path aside;
    private boolean broken;

    private Journal(Path file, byte[] profileKey, String purpose) {
        this.file = file;
        try {
            key = KDF.getInstance("HKDF-SHA256").deriveKey("AES", HKDFParameterSpec.ofExtract().addIKM(profileKey)
                    .thenExpand(("docket journal " + purpose).getBytes(StandardCharsets.UTF_8), 32));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HKDF-SHA256", e);
        }
    }

    /**
     * Opens the journal, making it when there is none, and reads what it holds.
     *
     * @param purpose no two journals of a profile have the same
     * @throws IOException when it cannot be read or written, or is not of this profile
     */
    public static Journal open(Path file, byte[] profileKey, String purpose) throws IOException {
        Journal journal = new Journal(file, profileKey, purpose);
        if (!Files.exists(file)) {
            journal.start(List.of());
        } else {
            journal.read();
        }
        return journal;
    }

    /** The records that were there when it was opened, in order. */
    public List<byte[]> found() {
        return List.copyOf(found);
    }

    /** Where what could not be read was put; empty when all could. */
    public Optional<Path> aside() {
        return Optional.ofNullable(aside);
    }

    /**
     * On the disk when this returns.
     *
     * @throws IOException when it could not be written: the record does not count, and nothing more is taken until {@link #rewrite}
     */
    public synchronized void append(byte[] record) throws IOException {
        if (record.length > MOST_BYTES) {
            throw new IllegalArgumentException("A record of " + record.length + " bytes");
        }
        if (broken) {
            throw new IOException(file + " could not be written before");
        }
        ByteBuffer sealed = sealed(id, records, record);
        try {
            write(channel, sealed, end);
            channel.force(false);
        } catch (IOException e) {
            cutBack(e);
            throw e;
        }
        end += FRAME_BYTES + record.length;
        records++;
    }

    /** What was half-written must not stand before what comes next. */
    private void cutBack(IOException cause) {
        try {
            channel.truncate(end);
            channel.force(true);
        } catch (IOException e) {
            broken = true;
            cause.addSuppressed(e);
        }
    }

    /** Holds these records from now on, and only these. What was there is there still if it fails, and nothing more is taken until it succeeds. */
    public synchronized void rewrite(List<byte[]> kept) throws IOException {
        broken = true;
        channel.close();
        start(kept);
        broken = false;
    }

    /** Whether nothing more is taken until {@link #rewrite}. */
    public synchronized boolean isBroken() {
        return broken;
    }

    /** How many bytes the file has. */
    public synchronized long size() {
        return end;
    }

    @Override
    public synchronized void close() throws IOException {
        channel.close();
    }

    private void start(List<byte[]> kept) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        byte[] fresh = new byte[ID_BYTES];
        random.nextBytes(fresh);
        long at = HEADER_BYTES;
        try (FileChannel out = FileChannel.open(beside, Set.of(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE),
                DurableFile.ownerOnly(beside.toAbsolutePath().getParent(), "rw-------"))) {
            write(out, ByteBuffer.allocate(HEADER_BYTES).put(MAGIC).put(fresh).flip(), 0);
            for (int i = 0; i < kept.size(); i++) {
                write(out, sealed(fresh, i, kept.get(i)), at);
                at += FRAME_BYTES + kept.get(i).length;
            }
            out.force(true);
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        DurableFile.syncFolder(file.toAbsolutePath().getParent());
        id = fresh;
        records = kept.size();
        end = at;
        channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private void read() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (bytes.length < HEADER_BYTES || !Arrays.equals(MAGIC, Arrays.copyOf(bytes, MAGIC.length))) {
            putAside("begins like no journal");
            start(List.of());
            return;
        }
        id = Arrays.copyOfRange(bytes, MAGIC.length, HEADER_BYTES);
        end = HEADER_BYTES;
        while (end < bytes.length) {
            Optional<byte[]> next = record(bytes, (int) end);
            if (next.isEmpty()) {
                break;
            }
            found.add(next.get());
            records++;
            end += FRAME_BYTES + next.get().length;
        }
        if (end < bytes.length && !isTorn(bytes, (int) end)) {
            putAside("holds something that cannot be read");
        }
        channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (end < bytes.length) {
            channel.truncate(end);
            channel.force(true);
        }
    }

    /** Cut off while it was written: it goes on beyond the end of the file, or nothing but zeros came to the disk. */
    private boolean isTorn(byte[] bytes, int at) {
        int left = bytes.length - at;
        if (left < HEAD_BYTES || isZero(bytes, at)) {
            return true;
        }
        OptionalInt length = length(bytes, at);
        return length.isPresent() && (long) length.getAsInt() + FRAME_BYTES > left;
    }

    private static boolean isZero(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /** Of the record that begins there; empty when it is not what was written. */
    private OptionalInt length(byte[] bytes, int at) {
        ByteBuffer head = ByteBuffer.wrap(bytes, at, HEAD_BYTES);
        int length = head.getInt();
        return length >= 0 && length <= MOST_BYTES && head.getInt() == check(records, length) ? OptionalInt.of(length) : OptionalInt.empty();
    }

    private static int check(long place, int length) {
        CRC32C crc = new CRC32C();
        crc.update(ByteBuffer.allocate(12).putLong(place).putInt(length).flip());
        return (int) crc.getValue();
    }

    private Optional<byte[]> record(byte[] bytes, int at) {
        if (bytes.length - at < FRAME_BYTES) {
            return Optional.empty();
        }
        OptionalInt length = length(bytes, at);
        if (length.isEmpty() || (long) length.getAsInt() + FRAME_BYTES > bytes.length - at) {
            return Optional.empty();
        }
        try {
            byte[] nonce = Arrays.copyOfRange(bytes, at + HEAD_BYTES, at + HEAD_BYTES + NONCE_BYTES);
            return Optional.of(cipher(Cipher.DECRYPT_MODE, nonce, id, records, length.getAsInt()).doFinal(bytes, at + HEAD_BYTES + NONCE_BYTES, length.getAsInt() + TAG_BYTES));
        } catch (GeneralSecurityException _) {
            return Optional.empty();
        }
    }

    private ByteBuffer sealed(byte[] in, long place, byte[] record) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] text = cipher(Cipher.ENCRYPT_MODE, nonce, in, place, record.length).doFinal(record);
            return ByteBuffer.allocate(HEAD_BYTES + NONCE_BYTES + text.length).putInt(record.length).putInt(check(place, record.length)).put(nonce).put(text).flip();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot encrypt with AES-GCM", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, byte[] in, long place, int length) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(8 * TAG_BYTES, nonce));
        cipher.updateAAD(ByteBuffer.allocate(ID_BYTES + 12).put(in).putLong(place).putInt(length).flip());
        return cipher;
    }

    private void putAside(String why) throws IOException {
        aside = file.resolveSibling(file.getFileName() + ".aside-" + Long.toString(Files.getLastModifiedTime(file).toMillis(), 36));
        try {
            Files.copy(file, aside, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new IOException(file + " " + why + " and cannot be copied: " + e.getMessage(), e);
        }
    }

    private static void write(FileChannel out, ByteBuffer bytes, long from) throws IOException {
        long at = from;
        while (bytes.hasRemaining()) {
            at += out.write(bytes, at);
        }
    }
}
