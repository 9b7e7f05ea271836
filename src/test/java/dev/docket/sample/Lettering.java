package dev.docket.sample;

import java.util.Map;

/** A plain stroke alphabet of our own, so that pictures do not depend on a machine's fonts. Capitals, digits and a few signs. */
final class Lettering {
    /** Strokes as runs of grid points, two digits each: column 0..4 from the left, row 0..6 from the top. */
    private static final Map<Character, String> STROKES = Map.ofEntries(
            Map.entry('A', "062046 1434"), Map.entry('B', "06003041423303 3344453606"), Map.entry('C', "4130100105163645"),
            Map.entry('D', "06003041453606"), Map.entry('E', "40000646 0333"), Map.entry('F', "400006 0333"),
            Map.entry('G', "41301001051636454323"), Map.entry('H', "0006 4046 0343"), Map.entry('I', "0006"),
            Map.entry('J', "4045361605"), Map.entry('K', "0006 4004 1346"), Map.entry('L', "000646"),
            Map.entry('M', "0600234046"), Map.entry('N', "06004640"), Map.entry('O', "103041453616050110"),
            Map.entry('P', "06003041423303"), Map.entry('Q', "103041453616050110 2446"), Map.entry('R', "06003041423303 2346"),
            Map.entry('S', "413010010213334445361605"), Map.entry('T', "0040 2026"), Map.entry('U', "000516364540"),
            Map.entry('V', "002640"), Map.entry('W', "0016233640"), Map.entry('X', "0046 4006"), Map.entry('Y', "002340 2326"),
            Map.entry('Z', "00400646"), Map.entry('0', "103041453616050110"), Map.entry('1', "011016"),
            Map.entry('2', "01103041420646"), Map.entry('3', "011030414233 1333 334445361605"), Map.entry('4', "36300444"),
            Map.entry('5', "400003334445361605"), Map.entry('6', "4130100105163645443303"), Map.entry('7', "004016"),
            Map.entry('8', "103041423313020110 3344453616050413"), Map.entry('9', "0516364541301001021343"),
            Map.entry('%', "0010110100 3545463635 4006"), Map.entry('!', "0004 0606"), Map.entry('.', "0606"),
            Map.entry('-', "0333"), Map.entry(':', "0202 0505"), Map.entry('/', "4006"));

    private Lettering() {}

    /** Width of a line of text whose capitals are {@code size} pixels high. */
    static double width(String text, double size) {
        double units = 0;
        for (char letter : text.toCharArray()) {
            units += advance(letter);
        }
        return Math.max(0, units - 1.9) * size / 6;
    }

    private static double advance(char letter) {
        String strokes = STROKES.get(letter);
        if (strokes == null) {
            return 3.2;
        }
        int widest = 0;
        for (int i = 0, column = 0; i < strokes.length(); i++) {
            if (strokes.charAt(i) == ' ') {
                column = 0;
            } else if (column++ % 2 == 0) {
                widest = Math.max(widest, strokes.charAt(i) - '0');
            }
        }
        return widest + 1.9;
    }

    /** Writes a line whose top left corner is at {@code (x, y)}. {@code weight} is the stroke's thickness as a share of {@code size}. */
    static void write(Brush brush, Colour colour, String text, double x, double y, double size, double weight) {
        double unit = size / 6;
        for (char letter : text.toCharArray()) {
            for (String stroke : STROKES.getOrDefault(letter, "").split(" ")) {
                if (!stroke.isEmpty()) {
                    brush.line(colour, size * weight, points(stroke, x, y, unit));
                }
            }
            x += advance(letter) * unit;
        }
    }

    static void writeCentred(Brush brush, Colour colour, String text, double cx, double y, double size, double weight) {
        write(brush, colour, text, cx - width(text, size) / 2, y, size, weight);
    }

    private static double[] points(String stroke, double x, double y, double unit) {
        double[] points = new double[stroke.length()];
        for (int i = 0; i < points.length; i += 2) {
            points[i] = x + (stroke.charAt(i) - '0') * unit;
            points[i + 1] = y + (stroke.charAt(i + 1) - '0') * unit;
        }
        return points;
    }
}
