package dev.docket.provenance;

import dev.docket.provenance.ProvenanceReport.Origin;
import dev.docket.provenance.ProvenanceReport.Signal;
import dev.docket.provenance.ProvenanceReport.Strength;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pairs of statements in one file that cannot both hold. Both are told; none is believed. */
final class Contradictions {

    /** @param signals strongest first */
    static List<String> in(List<Signal> signals) {
        List<String> found = new ArrayList<>();
        Optional<Signal> camera = signals.stream().filter(s -> s.origin() == Origin.CAMERA).findFirst();
        Optional<Signal> ai = signals.stream().filter(s -> s.origin() == Origin.AI_GENERATED && s.strength() != Strength.HINT).findFirst();
        if (camera.isPresent() && ai.isPresent()) {
            found.add(words(camera.get()) + " says a camera took it, " + words(ai.get()) + " says AI made it.");
        }
        Map<String, Signal> makers = new LinkedHashMap<>();
        signals.stream().filter(s -> s.strength() != Strength.HINT)
                .forEach(signal -> Vendors.of(signal).ifPresent(vendor -> makers.putIfAbsent(vendor, signal)));
        if (makers.size() > 1) {
            found.add("Different makers are named: " + String.join(", ", makers.values().stream().map(Signal::tool).toList()) + ".");
        }
        return found;
    }

    private static String words(Signal signal) {
        String tool = signal.tool().isEmpty() ? "" : " (" + signal.tool() + ")";
        return switch (signal.source()) {
            case "iptc" -> "the digital source type" + tool;
            case "exif" -> "EXIF" + tool;
            case "label" -> "a disclosure label" + tool;
            case "watermark" -> "an invisible watermark" + tool;
            default -> "generator metadata" + tool;
        };
    }

    private Contradictions() {}
}
