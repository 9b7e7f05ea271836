package dev.docket.provenance.c2pa;

import dev.docket.provenance.PlainText;
import dev.docket.provenance.ProvenanceReport.Certificate;
import dev.docket.storage.ContentHash;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The certificates in a COSE_Sign1, and whether it is of the form C2PA asks for, with nothing signed in it but what lies
 * elsewhere. As much CBOR as that takes. RFC 9052, RFC 9360, RFC 8949.
 */
final class Cose {
    private static final int X5CHAIN = 33;
    private static final int MOST_CERTIFICATES = 8;
    private static final int MOST_DEPTH = 16;
    private static final int NULL = 0xF6;

    private final ByteBuffer bytes;

    private Cose(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    /**
     * The signer's own certificate first.
     *
     * @throws IllegalArgumentException when the signature is not of C2PA's form
     */
    static List<Certificate> certificates(byte[] sign1) {
        Cose whole = new Cose(sign1);
        List<?> parts = whole.item(0) instanceof List<?> list ? list : List.of();
        if (parts.size() != 4 || !(parts.get(0) instanceof byte[] header) || !(parts.get(1) instanceof Map<?, ?> loose) || !isNull(parts.get(2))) {
            throw new IllegalArgumentException("no detached COSE_Sign1");
        }
        Object chain = new Cose(header).item(0) instanceof Map<?, ?> bound ? bound.get((long) X5CHAIN) : null;
        chain = chain == null ? loose.get("x5chain") : chain;
        chain = chain == null ? loose.get((long) X5CHAIN) : chain;
        List<?> ders = chain instanceof List<?> several ? several : chain == null ? List.of() : List.of(chain);
        return ders.stream().filter(byte[].class::isInstance).limit(MOST_CERTIFICATES).map(der -> certificate((byte[]) der)).toList();
    }

    private static boolean isNull(Object part) {
        return part instanceof Integer simple && simple == NULL;
    }

    private static Certificate certificate(byte[] der) {
        try {
            X509Certificate read = (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
            return new Certificate(PlainText.shown(read.getSubjectX500Principal().getName()), PlainText.shown(read.getIssuerX500Principal().getName()),
                    PlainText.shown(read.getSerialNumber().toString()), read.getNotBefore().toInstant().toString(), read.getNotAfter().toInstant().toString(),
                    ContentHash.of(der).hex());
        } catch (CertificateException e) {
            return new Certificate("?", "?", "?", "?", "?", ContentHash.of(der).hex());
        }
    }

    /** Long, byte[], String, List, Map, or Integer for a simple value. */
    private Object item(int depth) {
        if (depth > MOST_DEPTH || !bytes.hasRemaining()) {
            throw new IllegalArgumentException("CBOR ends early or lies too deep");
        }
        int first = Byte.toUnsignedInt(bytes.get());
        int major = first >> 5;
        if (major == 7) {
            skipSimple(first & 31);
            return first;
        }
        long n = number(first & 31);
        return switch (major) {
            case 0 -> n;
            case 1 -> -1 - n;
            case 2 -> taken(n);
            case 3 -> new String(taken(n), StandardCharsets.UTF_8);
            case 4 -> list(n, depth);
            case 5 -> map(n, depth);
            default -> item(depth + 1);
        };
    }

    private List<Object> list(long n, int depth) {
        List<Object> list = new ArrayList<>();
        for (long i = 0; i < n; i++) {
            list.add(item(depth + 1));
        }
        return list;
    }

    private Map<Object, Object> map(long n, int depth) {
        Map<Object, Object> map = new LinkedHashMap<>();
        for (long i = 0; i < n; i++) {
            Object key = item(depth + 1);
            map.put(key, item(depth + 1));
        }
        return map;
    }

    private byte[] taken(long n) {
        if (n < 0 || n > bytes.remaining()) {
            throw new IllegalArgumentException("CBOR ends early");
        }
        byte[] taken = new byte[(int) n];
        bytes.get(taken);
        return taken;
    }

    /** Lengths that are not told are not used here. */
    private long number(int more) {
        if (more < 24) {
            return more;
        }
        if (more > 27 || bytes.remaining() < 1 << more - 24) {
            throw new IllegalArgumentException("CBOR of another kind");
        }
        return switch (more) {
            case 24 -> Byte.toUnsignedLong(bytes.get());
            case 25 -> Short.toUnsignedLong(bytes.getShort());
            case 26 -> Integer.toUnsignedLong(bytes.getInt());
            default -> bytes.getLong();
        };
    }

    private void skipSimple(int more) {
        if (more >= 24) {
            number(more);
        }
    }
}
