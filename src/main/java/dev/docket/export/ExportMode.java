package dev.docket.export;

import dev.docket.policy.PolicyPack;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How much of a decided item may leave the desk, from most to least. The policy pack sets it for each label. */
public enum ExportMode {
    /** Image and row. */
    FULL,
    /** Row without an image. */
    DERIVED,
    /** Hash, label and day. */
    HASH_ONLY,
    /** Nothing but being counted. */
    NEVER;

    /** As the policy pack spells it: {@code hash_only}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** An unknown word is the strictest mode: what is not understood stays here. */
    static ExportMode of(String word) {
        return Stream.of(values()).filter(m -> m.word().equals(word)).findFirst().orElse(NEVER);
    }

    /** The strictest of all given labels in all given packs; empty when no pack knows one of the labels. */
    static Optional<ExportMode> strictest(List<String> labels, List<PolicyPack> packs) {
        ExportMode strictest = FULL;
        for (String id : labels) {
            Optional<ExportMode> mode = packs.stream().flatMap(pack -> pack.labels().stream())
                    .filter(label -> label.id().equals(id)).map(label -> of(label.export())).max(ExportMode::compareTo);
            if (mode.isEmpty()) {
                return mode;
            }
            strictest = mode.get().compareTo(strictest) > 0 ? mode.get() : strictest;
        }
        return Optional.of(strictest);
    }
}
