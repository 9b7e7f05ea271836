package dev.docket.retrain;

import java.util.Comparator;
import java.util.List;

/** Not enough has been decided to learn from; the message says what there is and what is needed. */
public final class TooFewVerdictsException extends Exception {
    private static final long serialVersionUID = 1L;

    public TooFewVerdictsException(String message) {
        super(message);
    }

    static TooFewVerdictsException of(TrainingSet verdicts, List<HeadTrainer.LeftOut> leftOut) {
        List<String> nearest = leftOut.stream()
                .filter(out -> out.positive() > 0).sorted(Comparator.comparingInt(HeadTrainer.LeftOut::positive).reversed()).limit(3)
                .map(out -> out.positive() + " of " + out.label()).toList();
        return new TooFewVerdictsException("Too few verdicts to learn from: " + verdicts.examples().size() + " decided items, "
                + verdicts.heldOut().size() + " of them held out for measuring. A label needs at least " + HeadTrainer.FEWEST
                + " items with it and " + HeadTrainer.FEWEST + " without among the others; "
                + (nearest.isEmpty() ? "no label but the benign one has any" : "there are " + String.join(", ", nearest))
                + ". Decide more items and train again.");
    }
}
