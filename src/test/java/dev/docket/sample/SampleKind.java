package dev.docket.sample;

import java.util.List;

/** What a sample is, by construction. {@code label} is the policy's label for it, {@code origin} the finding about its making. */
enum SampleKind {
    BENIGN(80, 10, 12, "benign", "not_ai", List.of("undisclosed_synthetic", "civic_deception", "spam_scam")),
    SYNTHETIC(30, 6, 3, "undisclosed_synthetic", "ai_suspected", List.of("benign", "benign", "civic_deception")),
    DISCLOSED(15, 0, 3, "benign", "ai_confirmed", List.of("undisclosed_synthetic", "undisclosed_synthetic", "civic_deception")),
    MANIPULATED(20, 5, 3, "civic_deception", "ai_edited_real", List.of("benign", "undisclosed_synthetic")),
    SPAM(20, 3, 3, "spam_scam", "not_ai", List.of("benign", "civic_deception")),
    EMBLEM(15, 3, 3, "hate_symbols", "not_ai", List.of("benign", "benign", "spam_scam")),
    PAINT(10, 1, 1, "graphic_violence", "not_ai", List.of("benign", "hate_symbols")),
    LIKENESS(10, 2, 2, "likeness", "ai_suspected", List.of("undisclosed_synthetic", "benign"));

    final int count;
    final int ambiguous;
    final int gold;
    final String label;
    final String origin;
    /** Labels a reviewer who errs is likely to pick. */
    final List<String> mistakenFor;

    SampleKind(int count, int ambiguous, int gold, String label, String origin, List<String> mistakenFor) {
        this.count = count;
        this.ambiguous = ambiguous;
        this.gold = gold;
        this.label = label;
        this.origin = origin;
        this.mistakenFor = mistakenFor;
    }

    /** Near-duplicate clusters of three among the first samples of the kind. */
    int clusters() {
        return switch (this) {
            case SPAM -> 4;
            case BENIGN -> 3;
            case SYNTHETIC, MANIPULATED -> 2;
            case EMBLEM -> 1;
            default -> 0;
        };
    }
}
