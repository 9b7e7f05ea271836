package dev.docket.metrics.issues;

import dev.docket.metrics.Figure;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Items whose label may be wrong, the least likely label first. Source: see {@link ConfidentJoint} and {@link Filter}. */
public final class LabelIssues {
    private final Predictions predictions;
    private final ConfidentJoint joint;
    private final int[] issues;

    private LabelIssues(Predictions predictions, ConfidentJoint joint, boolean[] suspected) {
        this.predictions = predictions;
        this.joint = joint;
        this.issues = lowest(IntStream.range(0, suspected.length).filter(i -> suspected[i]).toArray(), predictions::selfConfidence);
    }

    public static LabelIssues of(Predictions predictions, Filter filter) {
        ConfidentJoint joint = new ConfidentJoint(predictions);
        boolean[] suspected = switch (filter) {
            case PRUNE_BY_NOISE_RATE -> byNoiseRate(predictions, joint);
            case PRUNE_BY_CLASS -> byClass(predictions, joint);
            case BOTH -> {
                boolean[] both = byNoiseRate(predictions, joint);
                boolean[] byClass = byClass(predictions, joint);
                for (int i = 0; i < both.length; i++) {
                    both[i] &= byClass[i];
                }
                yield both;
            }
            case CONFIDENT_LEARNING -> joint.offDiagonal.clone();
            case PREDICTED_NEQ_GIVEN -> {
                boolean[] other = new boolean[predictions.size()];
                for (int i = 0; i < other.length; i++) {
                    other[i] = predictions.predicted(i, 0) != predictions.label()[i];
                }
                yield other;
            }
            case LOW_SELF_CONFIDENCE -> asMany(predictions, joint, predictions::selfConfidence);
            case LOW_NORMALIZED_MARGIN -> asMany(predictions, joint, predictions::normalizedMargin);
        };
        if (filter != Filter.LOW_SELF_CONFIDENCE && filter != Filter.LOW_NORMALIZED_MARGIN) {
            spareThePredicted(predictions, suspected);
        }
        return new LabelIssues(predictions, joint, suspected);
    }

    /** What the model takes for the label that was given, or nearly, is no suspect. */
    private static void spareThePredicted(Predictions predictions, boolean[] suspected) {
        for (int i = 0; i < suspected.length; i++) {
            suspected[i] &= predictions.predicted(i, ConfidentJoint.TOLERANCE) != predictions.label()[i];
        }
    }

    private static boolean[] asMany(Predictions predictions, ConfidentJoint joint, IntToDoubleFunction score) {
        boolean[] confident = joint.offDiagonal.clone();
        spareThePredicted(predictions, confident);
        int many = (int) IntStream.range(0, confident.length).filter(i -> confident[i]).count();
        boolean[] suspected = new boolean[confident.length];
        mark(suspected, lowest(IntStream.range(0, confident.length).toArray(), score), many);
        return suspected;
    }

    private static boolean[] byClass(Predictions predictions, ConfidentJoint joint) {
        int[][] counts = keepOne(joint.calibrated);
        boolean[] suspected = new boolean[predictions.size()];
        forEachClass(predictions, (c, members) -> mark(suspected, lowest(members, i -> predictions.p()[i][c]), members.length - counts[c][c]));
        return suspected;
    }

    private static boolean[] byNoiseRate(Predictions predictions, ConfidentJoint joint) {
        int[][] counts = keepOne(joint.calibrated);
        boolean[] suspected = new boolean[predictions.size()];
        forEachClass(predictions, (c, members) -> {
            for (int j = 0; j < predictions.k(); j++) {
                int other = j;
                if (j != c && counts[c][j] > 0) {
                    mark(suspected, lowest(members, i -> predictions.p()[i][c] - predictions.p()[i][other]), counts[c][j]);
                }
            }
        });
        return suspected;
    }

    private interface OfClass {
        void of(int c, int[] members);
    }

    private static void forEachClass(Predictions predictions, OfClass what) {
        int[][] members = new int[predictions.k()][];
        int[] counts = predictions.counts();
        int[] filled = new int[counts.length];
        Arrays.setAll(members, c -> new int[counts[c]]);
        for (int i = 0; i < predictions.size(); i++) {
            int c = predictions.label()[i];
            members[c][filled[c]++] = i;
        }
        for (int c = 0; c < members.length; c++) {
            if (members[c].length > 1) {
                what.of(c, members[c]);
            }
        }
    }

    /** The joint, rows still the label given, so changed that one item of each class stays; what that adds is taken off the row's other cells. */
    private static int[][] keepOne(int[][] joint) {
        int[][] kept = new int[joint.length][joint.length];
        for (int r = 0; r < joint.length; r++) {
            int more = Math.max(joint[r][r], 1) - joint[r][r];
            double cells = Math.max(Arrays.stream(joint[r]).filter(cell -> cell != 0).count() - 1.0, 1);
            for (int c = 0; c < joint.length; c++) {
                kept[r][c] = r == c ? joint[r][r] + more : (int) Math.max(0, joint[r][c] - more / cells);
            }
        }
        return kept;
    }

    private static int[] lowest(int[] of, IntToDoubleFunction score) {
        return Arrays.stream(of).boxed().sorted(Comparator.comparingDouble(score::applyAsDouble)).mapToInt(Integer::intValue).toArray();
    }

    private static void mark(boolean[] suspected, int[] order, int many) {
        for (int i = 0; i < Math.min(many, order.length); i++) {
            suspected[order[i]] = true;
        }
    }

    /** For {@code --json}. */
    public Map<String, Object> json() {
        Map<String, Object> thresholds = new LinkedHashMap<>();
        for (int c = 0; c < predictions.k(); c++) {
            thresholds.put(predictions.classes().get(c), joint.thresholds[c] == ConfidentJoint.UNREACHED
                    ? Figure.undefined("no item was given this label") : Figure.of(joint.thresholds[c]));
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("classes", predictions.classes());
        fields.put("thresholds", thresholds);
        fields.put("confident_joint", Arrays.stream(joint.calibrated).map(row -> Arrays.stream(row).boxed().toList()).toList());
        fields.put("issues", Arrays.stream(issues).mapToObj(predictions.items()::get).toList());
        fields.put("scores", IntStream.range(0, predictions.size()).mapToObj(this::score).toList());
        return fields;
    }

    private Map<String, Object> score(int item) {
        Map<String, Object> score = new LinkedHashMap<>();
        score.put("item", predictions.items().get(item));
        score.put("self_confidence", predictions.selfConfidence(item));
        score.put("normalized_margin", predictions.normalizedMargin(item));
        return score;
    }

    /** Suspected items, by their place in the file, the least likely label first. */
    public List<Integer> places() {
        return Arrays.stream(issues).boxed().toList();
    }
}
