package dev.docket.watermark;

import dev.docket.decode.DecodedImage;
import dev.docket.provenance.ProvenanceReport.MarkState;
import dev.docket.provenance.ProvenanceReport.Origin;
import dev.docket.provenance.ProvenanceReport.Watermark;
import dev.docket.storage.CanonicalJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** Finds marks whose payload is public: those of generators that say what they embed, and those of payload files. Several threads. */
public final class OpenMarks implements WatermarkDetector {
    /** Smaller pictures are not marked by anybody. */
    static final int FEWEST_PIXELS = 256 * 256;

    /** What generators embed, with the thresholds of docs/watermarks.md. */
    static final List<Payload> GENERATORS = List.of(
            generator("Stable Diffusion 1", ofText("StableDiffusionV1"), 100, 90),
            // the bits of these 32 are not independent: nothing less than all counts
            generator("Stable Diffusion 2", ofText("SDV2"), 32, 32),
            generator("SDXL", "101100111110110010010000011110111011000110011110", 43, 39),
            // its program drops two leading zeros of 48
            generator("FLUX", "1010101111111010000111100111001111010100101110", 41, 38));

    private List<Payload> payloads = GENERATORS;

    @Override
    public String name() {
        return "open";
    }

    /** Its own, and the first digits of what the payloads hash to. */
    @Override
    public String version() {
        return "1-" + CanonicalJson.hash(payloads.stream().map(Payload::told).toList()).hex().substring(0, 12);
    }

    @Override
    public Readiness prepare(Path folder) throws IOException {
        List<Payload> added = PayloadFile.in(folder);
        List<Payload> all = new ArrayList<>(GENERATORS);
        all.addAll(added);
        payloads = List.copyOf(all);
        return Readiness.ready(all.size() + " payloads" + (added.isEmpty() ? "" : ", " + added.size() + " of them from " + folder));
    }

    @Override
    public List<Found> find(DecodedImage picture) {
        if ((long) picture.width() * picture.height() < FEWEST_PIXELS) {
            return List.of();
        }
        BlockReading reading = BlockReading.of(picture, payloads.stream().map(p -> p.bits().length()).distinct().toList());
        int tests = payloads.stream().mapToInt(Payload::tests).sum();
        return payloads.stream().flatMap(p -> best(reading, p, tests).stream()).toList();
    }

    /** The reading in which most bits match, where that is enough for a mention. */
    private Optional<Found> best(BlockReading reading, Payload payload, int tests) {
        Found best = null;
        for (Method method : EnumSet.copyOf(payload.methods())) {
            for (Colours colours : EnumSet.copyOf(payload.colours())) {
                int matched = reading.matched(payload, method, colours);
                if (matched >= payload.possible() && (best == null || matched > best.mark().matched())) {
                    best = new Found(mark(payload, method, colours, matched, tests), payload.says());
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private Watermark mark(Payload payload, Method method, Colours colours, int matched, int tests) {
        int bits = payload.bits().length();
        return new Watermark(name(), payload.name(), method.word(), colours.word(), bits, matched, payload.detected(),
                inAny(tests, Binomial.tail(bits, matched)), inAny(tests, Binomial.tail(bits, payload.detected())),
                matched >= payload.detected() ? MarkState.DETECTED : MarkState.POSSIBLE, "");
    }

    /** At most so likely in any of them, however they hang together. */
    private static double inAny(int tests, double inOne) {
        return Math.min(1, tests * inOne);
    }

    private static Payload generator(String name, String bits, int detected, int possible) {
        return new Payload(name, bits, EnumSet.allOf(Method.class), EnumSet.allOf(Colours.class), detected, possible, Origin.AI_GENERATED);
    }

    /** UTF-8, the first bit first. */
    private static String ofText(String text) {
        StringBuilder bits = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            bits.append(String.format("%8s", Integer.toBinaryString(b & 0xff)).replace(' ', '0'));
        }
        return bits.toString();
    }
}
