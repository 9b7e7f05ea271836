package dev.docket.provenance;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Files put together byte by byte: containers with metadata and no pixels to speak of. */
public final class Crafted {

    public static byte[] png(byte[]... chunks) {
        byte[] header = ByteBuffer.allocate(13).putInt(1).putInt(1).put(new byte[] {8, 0, 0, 0, 0}).array();
        byte[] pixels = deflated(new byte[] {0, 0});
        return join(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}, chunk("IHDR", header), join(chunks),
                chunk("IDAT", pixels), chunk("IEND", new byte[0]));
    }

    public static byte[] chunk(String type, byte[] data) {
        byte[] body = join(latin(type), data);
        CRC32 crc = new CRC32();
        crc.update(body);
        return join(int32(data.length), body, int32((int) crc.getValue()));
    }

    public static byte[] text(String key, String value) {
        return chunk("tEXt", join(latin(key + "\0"), utf8(value)));
    }

    public static byte[] packedText(String key, byte[] value) {
        return chunk("zTXt", join(latin(key + "\0\0"), deflated(value)));
    }

    public static byte[] internationalText(String key, String value) {
        return chunk("iTXt", join(latin(key + "\0\0\0\0\0"), utf8(value)));
    }

    public static byte[] pngXmp(String packet) {
        return internationalText("XML:com.adobe.xmp", packet);
    }

    public static byte[] jpeg(byte[]... segments) {
        return join(new byte[] {(byte) 0xFF, (byte) 0xD8}, join(segments), new byte[] {(byte) 0xFF, (byte) 0xDA, 0, 2, 0, (byte) 0xFF, (byte) 0xD9});
    }

    public static byte[] segment(int marker, byte[] data) {
        return join(new byte[] {(byte) 0xFF, (byte) marker}, int16(data.length + 2), data);
    }

    public static byte[] exifSegment(byte[] tiff) {
        return segment(0xE1, join(latin("Exif\0\0"), tiff));
    }

    public static byte[] xmpSegment(String packet) {
        return segment(0xE1, join(latin("http://ns.adobe.com/xap/1.0/\0"), utf8(packet)));
    }

    /** One IPTC record 2 data set in a Photoshop resource. */
    public static byte[] iptcSegment(int dataSet, String value) {
        byte[] record = join(new byte[] {0x1C, 2, (byte) dataSet}, int16(utf8(value).length), utf8(value));
        byte[] padded = record.length % 2 == 0 ? record : join(record, new byte[1]);
        return segment(0xED, join(latin("Photoshop 3.0\0"), latin("8BIM"), int16(0x0404), new byte[2], int32(record.length), padded));
    }

    public static byte[] jumbfSegment(String label) {
        byte[] description = join(new byte[16], new byte[] {3}, latin(label + "\0"));
        return segment(0xEB, join(latin("JP"), int16(1), int32(1), int32(200), latin("jumb"), int32(8 + description.length), latin("jumd"), description));
    }

    public static byte[] webp(byte[]... chunks) {
        byte[] body = join(latin("WEBP"), join(chunks));
        return join(latin("RIFF"), int32LittleEndian(body.length), body);
    }

    public static byte[] riffChunk(String type, byte[] data) {
        return join(latin(type), int32LittleEndian(data.length), data, new byte[data.length & 1]);
    }

    public static byte[] gif(byte[]... extensions) {
        return join(latin("GIF89a"), new byte[] {1, 0, 1, 0, 0, 0, 0}, join(extensions),
                new byte[] {0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3B});
    }

    public static byte[] gifComment(String text) {
        return join(new byte[] {0x21, (byte) 0xFE, (byte) text.length()}, latin(text), new byte[1]);
    }

    public static byte[] gifXmp(String packet) {
        byte[] trailer = new byte[258];
        for (int i = 0; i < 256; i++) {
            trailer[1 + i] = (byte) (255 - i);
        }
        trailer[0] = 1;
        return join(new byte[] {0x21, (byte) 0xFF, 11}, latin("XMP DataXMP"), utf8(packet), trailer);
    }

    /** TIFF bytes, little-endian: ASCII fields of the main directory, those of the EXIF directory, and whether there is GPS. */
    public static byte[] tiff(Map<Integer, byte[]> main, Map<Integer, byte[]> exif, boolean gps) {
        int count = main.size() + (exif.isEmpty() ? 0 : 1) + (gps ? 1 : 0);
        int exifAt = 8 + 2 + 12 * count + 4;
        int gpsAt = exifAt + (exif.isEmpty() ? 0 : 2 + 12 * exif.size() + 4);
        int dataAt = gpsAt + (gps ? 2 + 12 + 4 : 0);
        int size = dataAt + main.values().stream().mapToInt(v -> v.length).sum() + exif.values().stream().mapToInt(v -> v.length).sum();
        ByteBuffer out = ByteBuffer.allocate(size + 64).order(ByteOrder.LITTLE_ENDIAN);
        out.put(latin("II")).putShort((short) 42).putInt(8);
        Map<Integer, byte[]> entries = new TreeMap<>(main);
        if (!exif.isEmpty()) {
            entries.put(0x8769, null);
        }
        if (gps) {
            entries.put(0x8825, null);
        }
        int next = directory(out, entries, dataAt, exifAt, gpsAt);
        if (!exif.isEmpty()) {
            directory(out, new TreeMap<>(exif), next, 0, 0);
        }
        if (gps) {
            out.putShort((short) 1).putShort((short) 1).putShort((short) 2).putInt(2).put(latin("N\0\0\0")).putInt(0);
        }
        return out.array();
    }

    private static int directory(ByteBuffer out, Map<Integer, byte[]> entries, int dataAt, int exifAt, int gpsAt) {
        int data = dataAt;
        out.putShort((short) entries.size());
        for (Map.Entry<Integer, byte[]> entry : entries.entrySet()) {
            byte[] value = entry.getValue();
            out.putShort(entry.getKey().shortValue());
            if (value == null) {
                out.putShort((short) 4).putInt(1).putInt(entry.getKey() == 0x8769 ? exifAt : gpsAt);
            } else {
                out.putShort((short) (entry.getKey() == 0x9286 ? 7 : 2)).putInt(value.length);
                if (value.length <= 4) {
                    out.put(value).put(new byte[4 - value.length]);
                } else {
                    out.putInt(data);
                    System.arraycopy(value, 0, out.array(), data, value.length);
                    data += value.length;
                }
            }
        }
        out.putInt(0);
        return data;
    }

    /** An XMP packet whose description carries these attributes and elements. */
    public static String xmp(String attributes, String elements) {
        return """
                <?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about="" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
                  xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
                  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"
                  xmlns:tc="http://www.tc260.org.cn/ns/AIGC/1.0/" %s>%s</rdf:Description></rdf:RDF></x:xmpmeta>
                <?xpacket end="w"?>""".formatted(attributes, elements);
    }

    public static byte[] ascii(String text) {
        return latin(text + "\0");
    }

    /** EXIF UserComment in UTF-16, as the web interfaces write it. */
    public static byte[] unicodeComment(String text) {
        return join(latin("UNICODE\0"), text.getBytes(StandardCharsets.UTF_16BE));
    }

    public static byte[] deflated(byte[] data) {
        Deflater deflater = new Deflater(9);
        deflater.setInput(data);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }

    public static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] int32(int value) {
        return ByteBuffer.allocate(4).putInt(value).array();
    }

    private static byte[] int32LittleEndian(int value) {
        return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
    }

    private static byte[] int16(int value) {
        return ByteBuffer.allocate(2).putShort((short) value).array();
    }

    public static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private Crafted() {}
}
