package dev.docket.watermark;

import dev.docket.classify.BitModel;
import dev.docket.classify.ModelRejectedException;
import dev.docket.classify.ScoringException;
import dev.docket.decode.DecodedImage;
import dev.docket.provenance.ProvenanceReport.MarkState;
import dev.docket.provenance.ProvenanceReport.Origin;
import dev.docket.provenance.ProvenanceReport.Watermark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Adobe's <a href="https://github.com/adobe/trustmark">TrustMark</a>, where somebody has put its decoder's ONNX model into the folder
 * {@code trustmark}. 100 bits: data and check bits, then four that say how many are which. Several threads.
 */
public final class TrustMark implements WatermarkDetector {
    private static final String FOLDER = "trustmark";
    private static final int BITS = 100;
    private static final int WORD = 96;
    /** A reading that chance makes more often than this in unmarked pictures is no more than possible. */
    private static final double MOST_FALSE = 1e-6;
    private static final double MOST_ASPECT = 2;

    /** By the number in the last four bits: the schemas that have one bit of data for each of these. */
    private enum Schema {
        BCH_5(61, 5), BCH_4(68, 4), BCH_3(75, 3), BCH_2(82, 2), BCH_SUPER(40, 8);

        private final int data;
        private final int most;

        Schema(int data, int most) {
            this.data = data;
            this.most = most;
        }
    }

    private BitModel model;

    @Override
    public String name() {
        return "trustmark";
    }

    @Override
    public Readiness prepare(Path folder) throws IOException {
        Path at = folder.resolve(FOLDER);
        if (!Files.isDirectory(at)) {
            return Readiness.off("TrustMark's models do not ship with Docket: put its decoder as model.onnx into " + at + ".");
        }
        try {
            model = BitModel.open(at, BITS);
            return Readiness.ready("TrustMark, with the model in " + at);
        } catch (ModelRejectedException e) {
            throw new IOException(at + ": " + e.getMessage(), e);
        }
    }

    /** A model takes longer than everything else of an intake. */
    @Override
    public boolean isForIntake() {
        return false;
    }

    @Override
    public List<Found> find(DecodedImage picture) throws DetectorException {
        float[] read;
        try {
            read = model.read(squareEnough(picture));
        } catch (ScoringException e) {
            throw new DetectorException(e.getMessage(), e);
        }
        return found(read).stream().toList();
    }

    /** @param read of each bit, above nothing for one */
    Optional<Found> found(float[] read) {
        int number = 0;
        for (int i = WORD; i < BITS; i++) {
            number = number << 1 | (read[i] > 0 ? 1 : 0);
        }
        if (number < 1 || number > Schema.values().length) {
            return Optional.empty();
        }
        Schema schema = Schema.values()[number - 1];
        // data is filled up to whole bytes before its check bits are worked out
        int fill = (8 - schema.data % 8) % 8;
        boolean[] word = new boolean[WORD + fill];
        for (int i = 0; i < WORD; i++) {
            word[i < schema.data ? i : i + fill] = read[i] > 0;
        }
        return BchCode.wrong(word, schema.most).filter(wrong -> wrong.stream().noneMatch(at -> at >= schema.data && at < schema.data + fill))
                .map(wrong -> found(schema, word, wrong));
    }

    private Found found(Schema schema, boolean[] word, List<Integer> wrong) {
        wrong.forEach(at -> word[at] = !word[at]);
        String data = IntStream.range(0, schema.data).mapToObj(i -> word[i] ? "1" : "0").collect(Collectors.joining());
        double chance = chance(schema, wrong.size());
        int needed = WORD - (int) IntStream.rangeClosed(0, schema.most).filter(w -> chance(schema, w) <= MOST_FALSE).count() + 1;
        return new Found(new Watermark(name(), "TrustMark", schema.name(), "", WORD, WORD - wrong.size(), needed, chance, chance(schema, WORD - needed),
                chance <= MOST_FALSE ? MarkState.DETECTED : MarkState.POSSIBLE, "data " + data), Origin.OTHER);
    }

    /** That of all words so few bits from a right one some picture without a mark is read as one, in any of the schemas. */
    private static double chance(Schema schema, int wrong) {
        double words = 0;
        double choose = 1;
        for (int i = 0; i <= wrong; i++) {
            words += choose;
            choose = choose * (WORD - i) / (i + 1);
        }
        return Math.min(1, words * Schema.values().length / 16 * Math.pow(2, schema.data - WORD));
    }

    /** The middle of a picture that is longer than twice its width, as TrustMark has it. */
    private static DecodedImage squareEnough(DecodedImage picture) {
        int side = Math.min(picture.width(), picture.height());
        if (Math.max(picture.width(), picture.height()) <= MOST_ASPECT * side) {
            return picture;
        }
        int left = (picture.width() - side) / 2;
        int top = (picture.height() - side) / 2;
        int[] middle = new int[side * side];
        for (int y = 0; y < side; y++) {
            System.arraycopy(picture.argb(), (top + y) * picture.width() + left, middle, y * side, side);
        }
        return new DecodedImage(side, side, middle, picture.header(), picture.partial());
    }

    @Override
    public void close() {
        if (model != null) {
            model.close();
        }
    }
}
