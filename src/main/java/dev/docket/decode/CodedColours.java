package dev.docket.decode;

import java.util.Map;
import java.util.Optional;

/**
 * Colours told by code numbers in place of a profile, converted to sRGB. Brighter than white, as pictures for HDR screens
 * have it, is pressed into the range: it shows what is there, not how it glows. Sources: ITU-T H.273; ITU-R BT.2100;
 * white at 203 cd/m2 by ITU-R BT.2408; matrices computed from the primaries of H.273.
 */
public final class CodedColours {
    private static final int PQ = 16;
    private static final int HLG = 18;
    private static final double WHITE = 203;
    /** Above this share of white, brightness is pressed together. */
    private static final double KNEE = 0.6;

    /** From linear light of other primaries to that of BT.709, row by row. */
    private static final Map<Integer, double[]> TO_709 = Map.of(
            9, new double[] {1.660491, -0.587641, -0.072850, -0.124550, 1.132900, -0.008349, -0.018151, -0.100579, 1.118730},
            12, new double[] {1.224940, -0.224940, 0, -0.042057, 1.042057, 0, -0.019638, -0.078636, 1.098274});
    private static final int FINE = 1 << 14;
    private static final double[] SAME = {1, 0, 0, 0, 1, 0, 0, 0, 1};

    private final double[] matrix;
    private final double[] light = new double[256];
    private final byte[] encoded = new byte[FINE + 1];
    private final boolean bright;

    private CodedColours(int primaries, int transfer) {
        matrix = TO_709.getOrDefault(primaries, SAME);
        bright = transfer == PQ || transfer == HLG;
        for (int i = 0; i < light.length; i++) {
            light[i] = linear(transfer, i / 255.0);
        }
        for (int i = 0; i <= FINE; i++) {
            double linear = (double) i / FINE;
            double value = linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
            encoded[i] = (byte) Math.round(255 * value);
        }
    }

    /**
     * Empty where the numbers say sRGB, something very like it, or nothing.
     *
     * @param primaries as H.273 numbers them: 9 BT.2020, 12 Display P3
     * @param transfer as H.273 numbers it: 4 and 5 gamma 2.2 and 2.8, 8 linear, 16 PQ, 18 HLG; others count as sRGB's
     */
    public static Optional<CodedColours> of(int primaries, int transfer) {
        boolean curve = transfer == 4 || transfer == 5 || transfer == 8 || transfer == PQ || transfer == HLG;
        return curve || TO_709.containsKey(primaries) ? Optional.of(new CodedColours(primaries, transfer)) : Optional.empty();
    }

    /** Converts in place, or does nothing where the numbers say nothing: see {@link #of} and {@link #convert}. */
    static void toSrgb(byte[] rgba, int primaries, int transfer) {
        of(primaries, transfer).ifPresent(colours -> colours.convert(rgba, 4));
    }

    /**
     * Converts in place.
     *
     * @param pixels a byte each of red, green, blue and, with four bands, alpha, not premultiplied
     */
    public void convert(byte[] pixels, int bands) {
        for (int at = 0; at + bands <= pixels.length; at += bands) {
            double r = light[pixels[at] & 0xFF];
            double g = light[pixels[at + 1] & 0xFF];
            double b = light[pixels[at + 2] & 0xFF];
            for (int i = 0; i < 3; i++) {
                pixels[at + i] = encoded(matrix[3 * i] * r + matrix[3 * i + 1] * g + matrix[3 * i + 2] * b);
            }
        }
    }

    private byte encoded(double linear) {
        double light = bright && linear > KNEE ? KNEE + (1 - KNEE) * (1 - Math.exp((KNEE - linear) / (1 - KNEE))) : linear;
        return encoded[Math.clamp(Math.round(light * FINE), 0, FINE)];
    }

    /** Light for a number from 0 to 1, where white gives 1. */
    private static double linear(int transfer, double value) {
        return switch (transfer) {
            case 4 -> Math.pow(value, 2.2);
            case 5 -> Math.pow(value, 2.8);
            case 8 -> value;
            case PQ -> pq(value);
            case HLG -> hlg(value);
            default -> value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
        };
    }

    private static double pq(double value) {
        double power = Math.pow(value, 1 / 78.84375);
        return Math.pow(Math.max(power - 0.8359375, 0) / (18.8515625 - 18.6875 * power), 1 / 0.1593017578125) * 10_000 / WHITE;
    }

    /** For a screen of 1000 cd/m2, channel by channel. */
    private static double hlg(double value) {
        double scene = value <= 0.5 ? value * value / 3 : (Math.exp((value - 0.55991073) / 0.17883277) + 0.28466892) / 12;
        return Math.pow(scene, 1.2) * 1000 / WHITE;
    }
}
