package dev.docket.watermark;

import dev.docket.provenance.ProvenanceReport.Origin;
import java.util.Set;

/**
 * Whose mark it is and how it is known again.
 *
 * @param name of whoever embeds it
 * @param bits zeros and ones, in the order they are embedded
 * @param detected from how many matching bits it counts as found
 * @param possible from how many it is worth a mention in the detail
 * @param says what the mark states of a picture that carries it
 */
public record Payload(String name, String bits, Set<Method> methods, Set<Colours> colours, int detected, int possible, Origin says) {
    static final int SHORTEST = 32;
    static final int LONGEST = 512;
    /** How likely one reading of an unmarked picture may count as detected, at most. */
    static final double MOST_FALSE = 1e-6;

    /** @throws IllegalArgumentException beginning with the name of the part that is at fault */
    public Payload {
        methods = Set.copyOf(methods);
        colours = Set.copyOf(colours);
        int ones = (int) bits.chars().filter(c -> c == '1').count();
        require(name.matches("[\\p{L}\\p{N} ._+-]{1,40}"), "name must be 1 to 40 letters, digits, spaces and . _ + -");
        require(bits.matches("[01]+") && bits.length() >= SHORTEST && bits.length() <= LONGEST, "bits must be " + SHORTEST + " to " + LONGEST + " zeros and ones, or as many in hexadecimal after 0x");
        require(!methods.isEmpty(), "methods must name one at least");
        require(!colours.isEmpty(), "colours must name one at least");
        require(detected <= bits.length(), "detected must be at most the number of bits, " + bits.length());
        require(Binomial.tail(bits.length(), detected) <= MOST_FALSE,
                "detected is so low that an unmarked picture would count as marked more often than once in a million readings; with " + bits.length() + " bits it must be at least " + least(bits.length()));
        require(possible <= detected, "possible must be at most detected, " + detected);
        // a picture of one colour reads as all ones or all zeros
        require(Math.max(ones, bits.length() - ones) < possible, "bits hold " + ones + " ones of " + bits.length() + ", which a picture of one colour would match; they must be mixed, or possible higher");
    }

    /** The fewest matching bits that are rare enough. */
    private static int least(int bits) {
        int least = bits;
        while (Binomial.tail(bits, least - 1) <= MOST_FALSE) {
            least--;
        }
        return least;
    }

    /** How many readings of a picture it takes to look for it. */
    int tests() {
        return methods.size() * colours.size();
    }

    /** All that it finds by, the same text for the same payload. */
    String told() {
        return String.join("|", name, bits, methods.stream().sorted().toList().toString(), colours.stream().sorted().toList().toString(),
                detected + " " + possible, says.name());
    }

    private static void require(boolean so, String otherwise) {
        if (!so) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
