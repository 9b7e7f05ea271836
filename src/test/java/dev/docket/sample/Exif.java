package dev.docket.sample;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** An EXIF block (TIFF, big-endian) with just the fields the samples need. Tags from CIPA DC-008 (Exif 2.32). */
final class Exif {
    private static final int ASCII = 2;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int RATIONAL = 5;
    private static final int UNDEFINED = 7;

    /** A field's type, number of values and big-endian bytes. */
    private record Field(int type, int count, byte[] value) {}

    private final Map<Integer, Field> main = new TreeMap<>();
    private final Map<Integer, Field> photo = new TreeMap<>();
    private final Map<Integer, Field> place = new TreeMap<>();

    /** Make, model, exposure and date of an invented camera. */
    Exif camera(String model, int shot) {
        text(main, 0x010F, "Example");
        text(main, 0x0110, model);
        String taken = "2026:%02d:%02d %02d:%02d:%02d".formatted(1 + shot % 9, 1 + shot * 7 % 28, 6 + shot * 5 % 15, shot * 13 % 60, shot * 29 % 60);
        text(main, 0x0132, taken);
        text(photo, 0x9003, taken);
        text(photo, 0x9011, shot % 2 == 0 ? "+01:00" : "+00:00");
        rational(photo, 0x829A, 1, new int[] {60, 125, 250, 500}[shot % 4]);
        rational(photo, 0x829D, new int[] {18, 28, 40, 56}[shot % 4], 10);
        number(photo, 0x8827, new int[] {100, 200, 400, 800}[shot * 3 % 4]);
        rational(photo, 0x920A, 24 + shot % 50, 1);
        text(photo, 0xA434, "Example " + (24 + shot % 50) + "mm");
        return this;
    }

    /** 1 upright, 3 half a turn, 6 and 8 a quarter: how a viewer must turn the stored picture. */
    Exif orientation(int value) {
        number(main, 0x0112, value);
        return this;
    }

    Exif software(String name) {
        text(main, 0x0131, name);
        return this;
    }

    /** As the web interfaces of picture generators do it: the settings as a UTF-16 comment. */
    Exif comment(String text) {
        byte[] words = text.getBytes(StandardCharsets.UTF_16BE);
        byte[] value = new byte[8 + words.length];
        System.arraycopy("UNICODE\0".getBytes(StandardCharsets.US_ASCII), 0, value, 0, 8);
        System.arraycopy(words, 0, value, 8, words.length);
        photo.put(0x9286, new Field(UNDEFINED, value.length, value));
        return this;
    }

    /** Whole degrees and minutes north and west. */
    Exif at(int north, int northMinutes, int west, int westMinutes) {
        text(place, 1, "N");
        degrees(2, north, northMinutes);
        text(place, 3, "W");
        degrees(4, west, westMinutes);
        return this;
    }

    private void degrees(int tag, int whole, int minutes) {
        ByteBuffer value = ByteBuffer.allocate(24).putInt(whole).putInt(1).putInt(minutes).putInt(1).putInt(0).putInt(1);
        place.put(tag, new Field(RATIONAL, 3, value.array()));
    }

    private static void text(Map<Integer, Field> fields, int tag, String text) {
        byte[] value = (text + "\0").getBytes(StandardCharsets.US_ASCII);
        fields.put(tag, new Field(ASCII, value.length, value));
    }

    private static void number(Map<Integer, Field> fields, int tag, int value) {
        fields.put(tag, new Field(SHORT, 1, ByteBuffer.allocate(2).putShort((short) value).array()));
    }

    private static void rational(Map<Integer, Field> fields, int tag, int above, int below) {
        fields.put(tag, new Field(RATIONAL, 1, ByteBuffer.allocate(8).putInt(above).putInt(below).array()));
    }

    private static void pointer(Map<Integer, Field> fields, int tag, int offset) {
        fields.put(tag, new Field(LONG, 1, ByteBuffer.allocate(4).putInt(offset).array()));
    }

    /** The TIFF block, without the {@code Exif\0\0} that JPEG puts before it. */
    byte[] bytes() {
        if (!photo.isEmpty()) {
            pointer(main, 0x8769, 0);
        }
        if (!place.isEmpty()) {
            pointer(main, 0x8825, 0);
        }
        int photoAt = 8 + size(main);
        int placeAt = photoAt + (photo.isEmpty() ? 0 : size(photo));
        int end = placeAt + (place.isEmpty() ? 0 : size(place));
        if (!photo.isEmpty()) {
            pointer(main, 0x8769, photoAt);
        }
        if (!place.isEmpty()) {
            pointer(main, 0x8825, placeAt);
        }
        ByteBuffer out = ByteBuffer.allocate(end);
        out.putShort((short) 0x4D4D).putShort((short) 42).putInt(8);
        write(out, main);
        write(out, photo);
        write(out, place);
        return out.array();
    }

    private static int size(Map<Integer, Field> fields) {
        return 6 + 12 * fields.size() + fields.values().stream().mapToInt(f -> f.value().length > 4 ? even(f.value().length) : 0).sum();
    }

    private static int even(int length) {
        return length + (length & 1);
    }

    private static void write(ByteBuffer out, Map<Integer, Field> fields) {
        if (fields.isEmpty()) {
            return;
        }
        int data = out.position() + 6 + 12 * fields.size();
        out.putShort((short) fields.size());
        for (Map.Entry<Integer, Field> entry : fields.entrySet()) {
            Field field = entry.getValue();
            out.putShort(entry.getKey().shortValue()).putShort((short) field.type()).putInt(field.count());
            if (field.value().length > 4) {
                out.putInt(data);
                out.put(data, field.value());
                data += even(field.value().length);
            } else {
                out.put(field.value()).put(new byte[4 - field.value().length]);
            }
        }
        out.putInt(0).position(data);
    }
}
