package dev.docket.provenance;

import dev.docket.provenance.ProvenanceReport.Origin;
import dev.docket.provenance.ProvenanceReport.Signal;
import dev.docket.provenance.ProvenanceReport.Strength;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A mark that only its maker can read: Docket never detects it, and only notes that a file's maker is known to add it. */
final class SynthId {
    static final String TOOL = "SynthID";

    /** The signals, and last the note, where one of them names such a maker and it was not noted yet. */
    static List<Signal> noted(List<Signal> signals) {
        Optional<Signal> maker = signals.stream().filter(signal -> Vendors.of(signal).filter("Google"::equals).isPresent()).findFirst();
        if (maker.isEmpty() || signals.stream().anyMatch(signal -> signal.tool().equals(TOOL))) {
            return signals;
        }
        List<Signal> all = new ArrayList<>(signals);
        all.add(new Signal("watermark", Strength.HINT, Origin.OTHER, TOOL,
                PlainText.shown(maker.get().tool() + ": its maker is known to add SynthID, which only the maker can read; not looked for")));
        return all;
    }

    private SynthId() {}
}
