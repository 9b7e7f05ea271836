package dev.docket.provenance;

import dev.docket.provenance.ProvenanceReport.Origin;
import dev.docket.provenance.ProvenanceReport.Signal;
import dev.docket.provenance.ProvenanceReport.Strength;

/** A mark that only its maker can read: Docket never detects it, and only notes that a file's maker is known to add it. */
final class SynthId {
    static final String TOOL = "SynthID";

    static boolean isAddedBy(Signal signal) {
        return Vendors.of(signal).filter("Google"::equals).isPresent();
    }

    static Signal note(Signal maker) {
        return new Signal("watermark", Strength.HINT, Origin.OTHER, TOOL,
                PlainText.shown(maker.tool() + ": its maker is known to add SynthID, which only the maker can read; not looked for"));
    }

    private SynthId() {}
}
