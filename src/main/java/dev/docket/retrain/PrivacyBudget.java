package dev.docket.retrain;

/**
 * How much a private head may give away of whoever is behind its examples.
 *
 * @param epsilon above 0; 3 is a usual choice, above 8 little is promised
 * @param fewest uploaders a set needs to be trained on privately
 */
public record PrivacyBudget(double epsilon, int fewest) {
    public static final double LEAST = 0.1;
    public static final double MOST = 20;
    /** With fewer, noise that hides one of them hides what there is to learn, too: at 500 and epsilon 3 a tenth of the AUC was gone. */
    public static final int FEWEST = 500;
    /** Under this many the loss is large enough to be told. */
    public static final int FEW = 2000;

    public PrivacyBudget {
        if (!(epsilon >= LEAST && epsilon <= MOST)) {
            throw new IllegalArgumentException("Epsilon lies in " + LEAST + ".." + MOST + ", not at " + epsilon);
        }
    }

    public static PrivacyBudget of(double epsilon) {
        return new PrivacyBudget(epsilon, FEWEST);
    }

    /** 1 / n^1.1: less than one over the number of those who are protected. */
    static double delta(int units) {
        return Math.min(1e-2, Math.pow(units, -1.1));
    }
}
