package dev.docket.export;

import dev.docket.verdict.Standing;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which label of several people's counts. A settling look (an adjudication, a hearing, a look up a ladder) decides under every rule. */
public enum Resolution {
    /** The label of most weight, a sure vote weighing 1 and an unsure one 0.5. */
    MAJORITY("adjudicated, else majority with unsure votes at half weight; a tie is left out", false, LeftOut.DISAGREEMENT),
    /** The first person's label, whatever second looks said. */
    SINGLE("adjudicated, else the first reviewer's vote, whatever later ones said", true, LeftOut.DISAGREEMENT),
    /** A settling look's, and no other. */
    ADJUDICATED("adjudicated; what nobody adjudicated is left out", false, LeftOut.NOT_ADJUDICATED),
    /** The likeliest label, everybody weighed by how they are confused elsewhere. */
    DAWID_SKENE("adjudicated, else the label of highest posterior under Dawid and Skene's model (1979), fitted over every settled or disputed "
            + "item's first-hand votes, at most " + Posteriors.ITERATIONS + " iterations; a tie, and a label that nobody gave, are left out. "
            + "soft_label is the posterior", true, LeftOut.UNCERTAIN),
    /** Shares are what counts: ties and disputes are in, under the label of most weight, of equals the last given. */
    SOFT("soft_label is the label: every vote's share; label is the one of most weight, of equals the last one given", true, LeftOut.DISAGREEMENT);

    private final String words;
    private final boolean disputes;
    private final LeftOut open;

    Resolution(String words, boolean disputes, LeftOut open) {
        this.words = words;
        this.disputes = disputes;
        this.open = open;
    }

    /** The rule in words, for the manifest. */
    public String words() {
        return words;
    }

    /** Whether an item may have a label by this rule. */
    boolean covers(Standing standing) {
        return switch (standing.state()) {
            case DECIDED -> true;
            case DISPUTED -> disputes;
            default -> false;
        };
    }

    /** Why an item that it covers has no label. */
    LeftOut open() {
        return open;
    }

    /** As the command line spells it: {@code dawid-skene}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws SelectionException listing the rules there are */
    public static Resolution parse(String word) throws SelectionException {
        return Stream.of(values()).filter(rule -> rule.word().equals(word.strip())).findFirst().orElseThrow(() -> new SelectionException(
                "--rule: no rule '" + SelectionText.plain(word) + "'; there are " + Stream.of(values()).map(Resolution::word).collect(Collectors.joining(", "))));
    }
}
