package dev.docket.watermark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Bose-Chaudhuri-Hocquenghem codes of up to 127 bits, over x^7 + x^3 + 1: which bits of a word are wrong. */
final class BchCode {
    private static final int ORDER = 127;
    private static final int POLYNOMIAL = 0x89;
    private static final int[] POWER = new int[2 * ORDER];
    private static final int[] LOG = new int[ORDER + 1];

    static {
        int x = 1;
        for (int i = 0; i < ORDER; i++) {
            POWER[i] = x;
            POWER[i + ORDER] = x;
            LOG[x] = i;
            x <<= 1;
            x = x > ORDER ? x ^ POLYNOMIAL : x;
        }
    }

    private BchCode() {}

    /**
     * The places of the wrong bits, as few as possible; empty when there are more than the code can tell.
     *
     * @param word of at most 127 bits, its data before its check bits
     * @param most wrong bits that the code can tell
     */
    static Optional<List<Integer>> wrong(boolean[] word, int most) {
        int[] syndromes = new int[2 * most];
        boolean sound = true;
        for (int j = 0; j < syndromes.length; j++) {
            for (int i = 0; i < word.length; i++) {
                syndromes[j] ^= word[i] ? POWER[(j + 1) * (word.length - 1 - i) % ORDER] : 0;
            }
            sound &= syndromes[j] == 0;
        }
        if (sound) {
            return Optional.of(List.of());
        }
        int[] locator = locator(syndromes);
        int degree = locator.length - 1;
        while (locator[degree] == 0) {
            degree--;
        }
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < word.length; i++) {
            if (value(locator, (ORDER - (word.length - 1 - i)) % ORDER) == 0) {
                places.add(i);
            }
        }
        return degree <= most && places.size() == degree ? Optional.of(places) : Optional.empty();
    }

    /** Berlekamp and Massey's shortest register that makes the syndromes. */
    private static int[] locator(int[] syndromes) {
        int[] now = new int[syndromes.length + 2];
        int[] before = new int[syndromes.length + 2];
        now[0] = 1;
        before[0] = 1;
        int length = 0;
        int since = 1;
        int last = 1;
        for (int n = 0; n < syndromes.length; n++) {
            int gap = syndromes[n];
            for (int i = 1; i <= length; i++) {
                gap ^= times(now[i], syndromes[n - i]);
            }
            if (gap == 0) {
                since++;
                continue;
            }
            int[] kept = now.clone();
            int factor = times(gap, POWER[ORDER - LOG[last]]);
            for (int i = 0; i + since < now.length; i++) {
                now[i + since] ^= times(factor, before[i]);
            }
            if (2 * length <= n) {
                length = n + 1 - length;
                before = kept;
                last = gap;
                since = 1;
            } else {
                since++;
            }
        }
        return now;
    }

    private static int value(int[] polynomial, int power) {
        int value = 0;
        for (int i = 0; i < polynomial.length; i++) {
            value ^= polynomial[i] == 0 ? 0 : POWER[(LOG[polynomial[i]] + i * power) % ORDER];
        }
        return value;
    }

    private static int times(int a, int b) {
        return a == 0 || b == 0 ? 0 : POWER[LOG[a] + LOG[b]];
    }
}
