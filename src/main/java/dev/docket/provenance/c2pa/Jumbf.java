package dev.docket.provenance.c2pa;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The boxes of a manifest store, as far down as nothing but their names holds them together: labels and types there are
 * covered by no signature, and the validator goes by the types alone. ISO/IEC 19566-5; C2PA 2.2, 11.1.
 *
 * @param type four letters that begin the type of the content
 * @param label its name; empty when it has none
 * @param children superboxes within
 * @param content the last box within that is none, such as {@code cbor}, or of an embedded file its bytes
 */
record Jumbf(String type, String label, List<Jumbf> children, Optional<byte[]> content) {
    private static final byte[] TYPE_REST = {0, 0x11, 0, 0x10, (byte) 0x80, 0, 0, (byte) 0xAA, 0, 0x38, (byte) 0x9B, 0x71};
    private static final int JUMB = 0x6A756D62;
    private static final int JUMD = 0x6A756D64;
    private static final int REQUESTABLE = 1;
    private static final int LABEL = 2;
    private static final int ID = 4;
    private static final int HASH = 8;
    private static final int PRIVATE = 16;
    private static final int MOST_DEPTH = 6;
    private static final int MOST_BOXES = 2_000;
    /** What a box of this type is called. A claim may be of the first or the second version. */
    private static final Map<String, List<String>> LABELS = Map.of(
            "c2pa", List.of("c2pa"), "c2as", List.of("c2pa.assertions"), "c2cl", List.of("c2pa.claim", "c2pa.claim.v2"),
            "c2cs", List.of("c2pa.signature"), "c2vc", List.of("c2pa.credentials"), "c2db", List.of("c2pa.databoxes"));

    /** @throws IllegalArgumentException when it is not the store of C2PA, box for box */
    static Jumbf store(byte[] bytes) {
        Jumbf store = new Reader(ByteBuffer.wrap(bytes)).superbox(0, bytes.length, 0);
        require(store.type.equals("c2pa") && !store.children.isEmpty());
        return store;
    }

    Optional<Jumbf> child(String of) {
        return children.stream().filter(child -> child.type.equals(of)).findFirst();
    }

    Optional<Jumbf> named(String name) {
        return children.stream().filter(child -> child.label().equals(name)).findFirst();
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException("not a manifest store");
        }
    }

    private static final class Reader {
        private final ByteBuffer bytes;
        private int met;

        Reader(ByteBuffer bytes) {
            this.bytes = bytes;
        }

        /** The box that fills from..end exactly. */
        Jumbf superbox(int from, int end, int depth) {
            require(depth <= MOST_DEPTH && ++met <= MOST_BOXES && end - from >= 16 && bytes.getInt(from + 4) == JUMB && bytes.getInt(from) == end - from);
            int described = from + 8 + bytes.getInt(from + 8);
            require(bytes.getInt(from + 12) == JUMD && bytes.getInt(from + 8) >= 25 && described <= end);
            String type = new String(bytes.array(), from + 16, 4, StandardCharsets.ISO_8859_1);
            String label = label(from + 33, described, bytes.get(from + 32));
            if (LABELS.containsKey(type)) {
                require(LABELS.get(type).contains(label));
            }
            if (type.startsWith("c2")) {
                require(Arrays.equals(bytes.array(), from + 20, from + 32, TYPE_REST, 0, TYPE_REST.length));
            }
            List<Jumbf> children = new ArrayList<>();
            Optional<byte[]> content = Optional.empty();
            for (int at = described; at < end; at += bytes.getInt(at)) {
                require(end - at >= 8 && bytes.getInt(at) >= 8 && bytes.getInt(at) <= end - at);
                if (bytes.getInt(at + 4) == JUMB) {
                    children.add(superbox(at, at + bytes.getInt(at), depth + 1));
                } else {
                    content = Optional.of(Arrays.copyOfRange(bytes.array(), at + 8, at + bytes.getInt(at)));
                }
            }
            return new Jumbf(type, label, children, content);
        }

        /** What the toggles announce fills the description: a label, an id, a hash, a private box; the other bits mean nothing. */
        private String label(int from, int end, int toggles) {
            int zero = from;
            while ((toggles & LABEL) != 0 && zero < end && bytes.get(zero) != 0) {
                zero++;
            }
            int after = zero + ((toggles & LABEL) != 0 ? 1 : 0) + ((toggles & ID) != 0 ? 4 : 0) + ((toggles & HASH) != 0 ? 32 : 0);
            require((toggles & ~(REQUESTABLE | LABEL | ID | HASH | PRIVATE)) == 0);
            require((toggles & PRIVATE) == 0 ? after == end : end - after >= 8 && bytes.getInt(after) == end - after);
            return new String(bytes.array(), from, zero - from, StandardCharsets.UTF_8);
        }
    }
}
