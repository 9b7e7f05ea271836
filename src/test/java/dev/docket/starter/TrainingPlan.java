package dev.docket.starter;

import dev.docket.starter.TrainingPicture.Processing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Which pictures the starter model is trained and measured on. */
final class TrainingPlan {
    private TrainingPlan() {}

    /**
     * For every source, as a photograph and as a drawing: untouched, enlarged in two ways, processed, under an overlay.
     *
     * @param lowest JPEG quality
     * @param highest JPEG quality
     */
    static List<TrainingPicture> pictures(int firstSource, int sources, int lowest, int highest) {
        Upsampler[] kinds = Upsampler.values();
        List<TrainingPicture> pictures = new ArrayList<>();
        for (int source = firstSource; source < firstSource + sources; source++) {
            SplittableRandom random = new SplittableRandom(source * 31L + lowest);
            for (boolean drawn : new boolean[] {false, true}) {
                Upsampler first = kinds[(2 * source + (drawn ? 1 : 0)) % kinds.length];
                Upsampler second = kinds[(2 * source + (drawn ? 1 : 0) + 1 + random.nextInt(kinds.length - 1)) % kinds.length];
                Processing processing = source % 2 == 0 == drawn ? Processing.BLURRED : Processing.SHARPENED_AND_NOISED;
                boolean enlargedBelow = random.nextInt(3) == 0;
                pictures.add(new TrainingPicture(source, drawn, Optional.empty(), Processing.NONE, false, quality(random, lowest, highest)));
                pictures.add(new TrainingPicture(source, drawn, Optional.of(first), Processing.NONE, false, quality(random, lowest, highest)));
                pictures.add(new TrainingPicture(source, drawn, Optional.of(second), Processing.NONE, false, quality(random, lowest, highest)));
                pictures.add(new TrainingPicture(source, drawn, Optional.empty(), processing, false, quality(random, lowest, highest)));
                pictures.add(new TrainingPicture(source, drawn, enlargedBelow ? Optional.of(first) : Optional.empty(), Processing.NONE, true,
                        quality(random, lowest, highest)));
            }
        }
        return pictures;
    }

    private static int quality(SplittableRandom random, int lowest, int highest) {
        return random.nextInt(lowest, highest + 1);
    }
}
