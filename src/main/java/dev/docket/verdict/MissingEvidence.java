package dev.docket.verdict;

import dev.docket.policy.Evidence;
import java.util.List;
import java.util.stream.Collectors;

/** A finding lacks what the policy asks of its label. The message says what. */
public final class MissingEvidence extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String labelTitle;
    private final transient List<Evidence> missing;

    MissingEvidence(String labelTitle, List<Evidence> missing) {
        super("%s needs %s. Add %s and decide again.".formatted(labelTitle,
                missing.stream().map(Evidence::words).collect(Collectors.joining(", and ")), missing.size() == 1 ? "it" : "them"));
        this.labelTitle = labelTitle;
        this.missing = List.copyOf(missing);
    }

    /** Of the label that asks for it. */
    public String labelTitle() {
        return labelTitle;
    }

    public List<Evidence> missing() {
        return missing;
    }
}
