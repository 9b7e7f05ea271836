package dev.docket.policy;

import dev.docket.provenance.Contradiction;
import dev.docket.provenance.ProvenanceReport.State;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads the section {@code provenance}, which a pack may leave out. */
final class ProvenanceRuleReader {

    static List<ProvenanceRule> read(Fields top, Set<String> labels) {
        List<ProvenanceRule> rules = new ArrayList<>();
        for (Fields fields : top.has("provenance") ? top.each("provenance") : List.<Fields>of()) {
            ProvenanceRule rule = new ProvenanceRule(
                    list(fields, "credentials", State.values(), State::word, "state of credentials"),
                    fields.has("disclosure") ? Optional.of(fields.flag("disclosure", false)) : Optional.empty(),
                    fields.words("watermark", ProvenanceRule.MARKS, "state of a watermark"),
                    list(fields, "contradiction", Contradiction.Kind.values(), Contradiction.Kind::word, "contradiction"),
                    fields.oneOf("label", labels, "label"), fields.number("likelihood", 0, 1), fields.optionalText("reason", 200).orElse(""));
            if (rule.isEmpty()) {
                fields.fault("label", "is suspected under no condition; name credentials, disclosure, watermark or contradiction");
            } else if (rule.label().equals(PolicyPack.MINORS_SAFETY)) {
                fields.fault("label", "of a rule on provenance cannot be " + PolicyPack.MINORS_SAFETY + ": where a file comes from does not say what it shows");
            }
            rules.add(rule);
            fields.noMore();
        }
        return rules;
    }

    /** Words that are none of the known are faults already, and left out. */
    private static <T> List<T> list(Fields fields, String name, T[] known, Function<T, String> word, String what) {
        List<String> said = fields.words(name, Arrays.stream(known).map(word).toList(), what);
        return Arrays.stream(known).filter(one -> said.contains(word.apply(one))).toList();
    }

    private ProvenanceRuleReader() {}
}
