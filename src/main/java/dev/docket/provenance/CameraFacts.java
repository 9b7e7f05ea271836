package dev.docket.provenance;

import dev.docket.provenance.Entry.Place;
import dev.docket.provenance.ProvenanceReport.Fact;
import dev.docket.provenance.ProvenanceReport.Origin;
import dev.docket.provenance.ProvenanceReport.Signal;
import dev.docket.provenance.ProvenanceReport.Strength;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a file says of camera, time and treatment. Never coordinates; and what is missing is no evidence of anything. */
final class CameraFacts {
    private static final int MAX_CAMERA_NAME = 64;
    private static final int MAX_STEPS = 8;

    /** In the order in which they are shown. */
    static List<Fact> of(List<Entry> entries) {
        List<Fact> facts = new ArrayList<>();
        String taken = (exif(entries, "DateTimeOriginal") + " " + exif(entries, "OffsetTimeOriginal")).strip();
        add(facts, "Make", exif(entries, "Make"));
        add(facts, "Model", exif(entries, "Model"));
        add(facts, "Lens", exif(entries, "LensModel"));
        add(facts, "Taken", taken.replaceFirst("^(\\d{4}):(\\d\\d):(\\d\\d)", "$1-$2-$3"));
        add(facts, "Software", exif(entries, "Software"));
        add(facts, "Creator tool", xmp(entries, "xmp:CreatorTool"));
        add(facts, "History", entries.stream().filter(e -> e.place() == Place.XMP && e.key().equals("stEvt:softwareAgent"))
                .map(e -> PlainText.shown(e.value())).distinct().limit(MAX_STEPS).collect(Collectors.joining(" → ")));
        add(facts, "Artist", exif(entries, "Artist"));
        add(facts, "Description", exif(entries, "ImageDescription"));
        add(facts, "Comment", exif(entries, "UserComment"));
        add(facts, "Image id", exif(entries, "ImageUniqueID"));
        add(facts, "Image id (IPTC)", xmp(entries, "Iptc4xmpExt:DigImageGUID"));
        return facts;
    }

    /** A make and a model that no generator is known to write. */
    static Optional<Signal> signal(List<Entry> entries, List<Signal> generators) {
        String make = exif(entries, "Make");
        String model = exif(entries, "Model");
        boolean generator = generators.stream().anyMatch(s -> s.detail().startsWith("EXIF 'Make'") || s.detail().startsWith("EXIF 'Model'"));
        if (make.isEmpty() || model.isEmpty() || generator || make.length() > MAX_CAMERA_NAME || model.length() > MAX_CAMERA_NAME) {
            return Optional.empty();
        }
        String name = model.startsWith(make) ? model : make + " " + model;
        return Optional.of(new Signal("exif", Strength.HINT, Origin.CAMERA, name, "EXIF names a camera"));
    }

    private static void add(List<Fact> facts, String name, String value) {
        if (!value.isEmpty()) {
            facts.add(new Fact(name, PlainText.shown(value)));
        }
    }

    private static String exif(List<Entry> entries, String name) {
        return first(entries, Place.EXIF, name);
    }

    private static String xmp(List<Entry> entries, String name) {
        return first(entries, Place.XMP, name);
    }

    private static String first(List<Entry> entries, Place place, String key) {
        return entries.stream().filter(e -> e.place() == place && e.key().equals(key)).map(e -> PlainText.shown(e.value())).findFirst().orElse("");
    }

    private CameraFacts() {}
}
