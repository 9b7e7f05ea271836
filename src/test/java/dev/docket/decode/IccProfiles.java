package dev.docket.decode;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Minimal ICC profiles of our own, written from published primaries and curves. Sources: ICC.1:2001-04 (version 2),
 * ICC.1:2022 (version 4); the primaries of SMPTE EG 432-1, Adobe RGB (1998) and ISO 22028-2.
 */
public final class IccProfiles {
    /** CIE xy of the red, green and blue primary and of white D65 or D50. */
    private static final double[] SRGB = {0.64, 0.33, 0.30, 0.60, 0.15, 0.06, 0.3127, 0.3290};
    private static final double[] DISPLAY_P3 = {0.680, 0.320, 0.265, 0.690, 0.150, 0.060, 0.3127, 0.3290};
    private static final double[] ADOBE_RGB = {0.64, 0.33, 0.21, 0.71, 0.15, 0.06, 0.3127, 0.3290};
    private static final double[] PROPHOTO = {0.734699, 0.265301, 0.159597, 0.840403, 0.036598, 0.000105, 0.345704, 0.358540};
    /** Steps of each ink in the table. */
    private static final int GRID = 17;
    private static final double[] D50 = {0.96420, 1.0, 0.82491};
    private static final double[][] BRADFORD = {{0.8951, 0.2664, -0.1614}, {-0.7502, 1.7135, 0.0367}, {0.0389, -0.0685, 1.0296}};

    private IccProfiles() {}

    /** Each profile for RGB with its name. */
    public static Map<String, byte[]> wide() {
        Map<String, byte[]> profiles = new LinkedHashMap<>();
        profiles.put("Display P3, version 4, parametric curve", rgb(4, DISPLAY_P3, parametricSrgb()));
        profiles.put("Display P3, version 2, tabled curve", rgb(2, DISPLAY_P3, tabledSrgb(1024)));
        profiles.put("Adobe RGB, version 2, gamma", rgb(2, ADOBE_RGB, gamma(563)));
        profiles.put("ProPhoto RGB, version 2, gamma", rgb(2, PROPHOTO, gamma(461)));
        return profiles;
    }

    /** Profiles that say nothing but sRGB. */
    public static Map<String, byte[]> srgb() {
        Map<String, byte[]> profiles = new LinkedHashMap<>();
        profiles.put("sRGB, version 4, parametric curve", rgb(4, SRGB, parametricSrgb()));
        profiles.put("sRGB, version 2, tabled curve", rgb(2, SRGB, tabledSrgb(1024)));
        profiles.put("sRGB, version 2, long table", rgb(2, SRGB, tabledSrgb(4096)));
        return profiles;
    }

    /** Grey as bright as the square of its level. */
    public static byte[] grey() {
        return profile(2, "GRAY", "XYZ ", List.of(
                new Tag("desc", description("grey")), new Tag("cprt", text("none")), new Tag("wtpt", xyz(D50)), new Tag("kTRC", gamma(512))));
    }

    /** Inks that each take away one light and never all of it: a table from CMYK to Lab. */
    public static byte[] cmyk() {
        ByteArrayOutputStream lut = new ByteArrayOutputStream();
        lut.writeBytes(ByteBuffer.allocate(48).put("mft1".getBytes(StandardCharsets.US_ASCII)).putInt(0)
                .put((byte) 4).put((byte) 3).put((byte) GRID).put((byte) 0)
                .putInt(0x10000).putInt(0).putInt(0).putInt(0).putInt(0x10000).putInt(0).putInt(0).putInt(0).putInt(0x10000).array());
        writeRamps(lut, 4);
        for (int entry = 0; entry < GRID * GRID * GRID * GRID; entry++) {
            double black = light(entry % GRID);
            writeLab(lut, black * light(entry / (GRID * GRID * GRID)), black * light(entry / (GRID * GRID) % GRID), black * light(entry / GRID % GRID));
        }
        writeRamps(lut, 3);
        return profile(2, "CMYK", "Lab ", List.of(
                new Tag("desc", description("inks")), new Tag("cprt", text("none")), new Tag("wtpt", xyz(D50)), new Tag("A2B0", lut.toByteArray())));
    }

    /** What an ink leaves of the light. */
    private static double light(int step) {
        double paper = 1 - 0.8 * step / (GRID - 1.0);
        return 0.95 * paper * paper;
    }

    private record Tag(String name, byte[] body) {}

    private static byte[] rgb(int version, double[] xy, byte[] curve) {
        double[][] colorants = colorants(xy);
        List<Tag> tags = new ArrayList<>(List.of(
                new Tag("desc", version == 4 ? localized("colours") : description("colours")),
                new Tag("cprt", version == 4 ? localized("none") : text("none")), new Tag("wtpt", xyz(D50))));
        for (int i = 0; i < 3; i++) {
            String channel = "rgb".substring(i, i + 1);
            tags.add(new Tag(channel + "XYZ", xyz(new double[] {colorants[0][i], colorants[1][i], colorants[2][i]})));
            tags.add(new Tag(channel + "TRC", curve));
        }
        return profile(version, "RGB ", "XYZ ", tags);
    }

    private static byte[] profile(int version, String colours, String connection, List<Tag> tags) {
        int at = 128 + 4 + 12 * tags.size();
        ByteArrayOutputStream table = new ByteArrayOutputStream();
        ByteArrayOutputStream bodies = new ByteArrayOutputStream();
        table.writeBytes(ByteBuffer.allocate(4).putInt(tags.size()).array());
        for (Tag tag : tags) {
            table.writeBytes(ByteBuffer.allocate(12).put(tag.name.getBytes(StandardCharsets.US_ASCII)).putInt(at + bodies.size()).putInt(tag.body.length).array());
            bodies.writeBytes(tag.body);
            bodies.writeBytes(new byte[-tag.body.length & 3]);
        }
        ByteBuffer profile = ByteBuffer.allocate(at + bodies.size());
        profile.putInt(0, profile.capacity()).put(8, new byte[] {(byte) version, 0x20})
                .put(12, ((colours.equals("CMYK") ? "prtr" : "mntr") + colours + connection).getBytes(StandardCharsets.US_ASCII))
                .putShort(24, (short) 2026).putShort(26, (short) 1).putShort(28, (short) 1)
                .put(36, "acsp".getBytes(StandardCharsets.US_ASCII)).put(68, xyz(D50), 8, 12);
        return profile.put(128, table.toByteArray()).put(at, bodies.toByteArray()).array();
    }

    /** The matrix from light to CIE XYZ, adapted to D50 after Bradford. */
    private static double[][] colorants(double[] xy) {
        double[] white = fromXy(xy[6], xy[7]);
        double[][] primaries = new double[3][3];
        for (int i = 0; i < 3; i++) {
            double[] primary = fromXy(xy[2 * i], xy[2 * i + 1]);
            for (int row = 0; row < 3; row++) {
                primaries[row][i] = primary[row];
            }
        }
        double[] share = times(inverse(primaries), white);
        for (int row = 0; row < 3; row++) {
            for (int i = 0; i < 3; i++) {
                primaries[row][i] *= share[i];
            }
        }
        double[] from = times(BRADFORD, white);
        double[] to = times(BRADFORD, D50);
        double[][] scale = {{to[0] / from[0], 0, 0}, {0, to[1] / from[1], 0}, {0, 0, to[2] / from[2]}};
        return times(times(times(inverse(BRADFORD), scale), BRADFORD), primaries);
    }

    private static double[] fromXy(double x, double y) {
        return new double[] {x / y, 1, (1 - x - y) / y};
    }

    private static double[] times(double[][] m, double[] v) {
        double[] out = new double[3];
        for (int row = 0; row < 3; row++) {
            out[row] = m[row][0] * v[0] + m[row][1] * v[1] + m[row][2] * v[2];
        }
        return out;
    }

    private static double[][] times(double[][] a, double[][] b) {
        double[][] out = new double[3][3];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                out[row][column] = a[row][0] * b[0][column] + a[row][1] * b[1][column] + a[row][2] * b[2][column];
            }
        }
        return out;
    }

    private static double[][] inverse(double[][] m) {
        double[][] out = new double[3][3];
        double determinant = 0;
        for (int i = 0; i < 3; i++) {
            determinant += m[0][i] * minor(m, 0, i);
        }
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                out[column][row] = minor(m, row, column) / determinant;
            }
        }
        return out;
    }

    /** With its sign. */
    private static double minor(double[][] m, int row, int column) {
        int r1 = (row + 1) % 3;
        int r2 = (row + 2) % 3;
        int c1 = (column + 1) % 3;
        int c2 = (column + 2) % 3;
        return m[r1][c1] * m[r2][c2] - m[r1][c2] * m[r2][c1];
    }

    private static byte[] parametricSrgb() {
        ByteBuffer curve = ByteBuffer.allocate(32).put("para".getBytes(StandardCharsets.US_ASCII)).putInt(0).putShort((short) 3).putShort((short) 0);
        for (double parameter : new double[] {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045}) {
            curve.putInt(fixed(parameter));
        }
        return curve.array();
    }

    private static byte[] tabledSrgb(int entries) {
        ByteBuffer curve = ByteBuffer.allocate(12 + 2 * entries).put("curv".getBytes(StandardCharsets.US_ASCII)).putInt(0).putInt(entries);
        for (int i = 0; i < entries; i++) {
            double level = i / (entries - 1.0);
            double light = level <= 0.04045 ? level / 12.92 : Math.pow((level + 0.055) / 1.055, 2.4);
            curve.putShort((short) Math.round(light * 65535));
        }
        return curve.array();
    }

    /** @param gamma in 1/256 */
    private static byte[] gamma(int gamma) {
        return ByteBuffer.allocate(14).put("curv".getBytes(StandardCharsets.US_ASCII)).putInt(0).putInt(1).putShort((short) gamma).array();
    }

    private static byte[] xyz(double[] xyz) {
        return ByteBuffer.allocate(20).put("XYZ ".getBytes(StandardCharsets.US_ASCII)).putInt(0)
                .putInt(fixed(xyz[0])).putInt(fixed(xyz[1])).putInt(fixed(xyz[2])).array();
    }

    private static int fixed(double value) {
        return (int) Math.round(value * 65536);
    }

    private static byte[] text(String text) {
        return ByteBuffer.allocate(9 + text.length()).put("text".getBytes(StandardCharsets.US_ASCII)).putInt(0).put(text.getBytes(StandardCharsets.US_ASCII)).array();
    }

    private static byte[] description(String text) {
        return ByteBuffer.allocate(12 + text.length() + 1 + 78).put("desc".getBytes(StandardCharsets.US_ASCII)).putInt(0)
                .putInt(text.length() + 1).put(text.getBytes(StandardCharsets.US_ASCII)).array();
    }

    private static byte[] localized(String text) {
        return ByteBuffer.allocate(28 + 2 * text.length()).put("mluc".getBytes(StandardCharsets.US_ASCII)).putInt(0).putInt(1).putInt(12)
                .put("enUS".getBytes(StandardCharsets.US_ASCII)).putInt(2 * text.length()).putInt(28).put(text.getBytes(StandardCharsets.UTF_16BE)).array();
    }

    /** Tables that change nothing, one a channel. */
    private static void writeRamps(ByteArrayOutputStream out, int channels) {
        for (int channel = 0; channel < channels; channel++) {
            for (int i = 0; i < 256; i++) {
                out.write(i);
            }
        }
    }

    /** Light of sRGB's primaries as 8-bit Lab of version 2. */
    private static void writeLab(ByteArrayOutputStream out, double red, double green, double blue) {
        double[] xyz = times(colorants(SRGB), new double[] {red, green, blue});
        double[] f = new double[3];
        for (int i = 0; i < 3; i++) {
            double t = xyz[i] / D50[i];
            f[i] = t > 216.0 / 24389 ? Math.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
        }
        out.write((int) Math.round((116 * f[1] - 16) * 2.55));
        out.write((int) Math.round(500 * (f[0] - f[1]) + 128));
        out.write((int) Math.round(200 * (f[1] - f[2]) + 128));
    }
}
