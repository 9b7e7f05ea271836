package dev.docket.provenance;

import dev.docket.provenance.ProvenanceReport.Origin;
import dev.docket.provenance.ProvenanceReport.Signal;
import dev.docket.provenance.ProvenanceReport.Strength;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** IPTC digital source types, as IPTC NewsCodes, C2PA and XMP name them. */
final class SourceType {
    static final String FIELD = "Iptc4xmpExt:DigitalSourceType";
    private static final String IPTC = "http://cv.iptc.org/newscodes/digitalsourcetype/";
    private static final String C2PA = "http://c2pa.org/digitalsourcetype/";
    private static final Map<Origin, String> TERMS = Map.of(
            Origin.AI_GENERATED, "trainedAlgorithmicMedia",
            Origin.AI_EDITED, "compositeWithTrainedAlgorithmicMedia compositeSynthetic algorithmicallyEnhanced",
            Origin.PROCEDURAL, "algorithmicMedia dataDrivenMedia",
            Origin.CAMERA, "digitalCapture computationalCapture multiFrameComputationalCapture",
            Origin.OTHER, "negativeFilm positiveFilm print minorHumanEdits humanEdits compositeCapture digitalArt digitalCreation "
                    + "virtualRecording composite screenCapture empty trainedAlgorithmicData");
    /** Written by real programs; the vocabulary has it without the d. */
    private static final String MISSPELT = "composited";

    private record Term(String name, Origin origin) {}

    private static final Map<String, Term> BY_NAME = byName();

    /** Reads the last part of the address; upper and lower case, http and https are the same. */
    static Signal signal(String value) {
        String written = PlainText.shown(value);
        String last = written.replaceAll("/+$", "");
        last = last.substring(last.lastIndexOf('/') + 1);
        String key = last.toLowerCase(Locale.ROOT);
        boolean misspelt = key.startsWith(MISSPELT) && BY_NAME.containsKey(key.replace(MISSPELT, "composite"));
        Term term = BY_NAME.get(misspelt ? key.replace(MISSPELT, "composite") : key);
        if (term == null) {
            return new Signal("iptc", Strength.HINT, Origin.OTHER, "", "Digital source type is no known term: " + written);
        }
        boolean ai = term.origin() == Origin.AI_GENERATED || term.origin() == Origin.AI_EDITED;
        String remark = misspelt ? " (nonstandard spelling: " + last + ")"
                : written.equals(IPTC + term.name()) || written.equals(C2PA + term.name()) ? "" : " (written as " + written + ")";
        return new Signal("iptc", ai ? Strength.DISCLOSURE : Strength.METADATA, term.origin(), "",
                PlainText.shown("Digital source type " + term.name() + remark));
    }

    private static Map<String, Term> byName() {
        Map<String, Term> terms = new LinkedHashMap<>();
        TERMS.forEach((origin, names) -> {
            for (String name : names.split(" ")) {
                terms.put(name.toLowerCase(Locale.ROOT), new Term(name, origin));
            }
        });
        return Map.copyOf(terms);
    }

    private SourceType() {}
}
