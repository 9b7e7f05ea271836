package dev.docket.provenance;

import static dev.docket.provenance.Bytes.stands;

import dev.docket.provenance.Entry.Place;
import dev.docket.provenance.ProvenanceReport.Credentials;
import dev.docket.provenance.ProvenanceReport.Fact;
import dev.docket.provenance.ProvenanceReport.Origin;
import dev.docket.provenance.ProvenanceReport.Signal;
import dev.docket.provenance.ProvenanceReport.State;
import dev.docket.provenance.ProvenanceReport.Strength;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * IPTC and XMP digital source types, generator metadata, EXIF facts, and whether Content Credentials are present. Reads
 * JPEG, PNG, WebP and GIF; of HEIF and AVIF only the presence of credentials.
 */
public final class MetadataReader implements ProvenanceReader {
    /** Larger files are not looked into: their state is {@code UNREADABLE}, not {@code NONE}. */
    static final int MAX_FILE = 64 << 20;
    private static final int MAX_SIGNALS = 30;
    private static final int MAX_CAMERA_NAME = 64;

    @Override
    public ProvenanceReport read(byte[] file) {
        if (file.length > MAX_FILE) {
            return new ProvenanceReport(Credentials.of(State.UNREADABLE, List.of("docket.file.tooLarge")), List.of(), List.of(), List.of(), List.of(), false);
        }
        Blocks blocks = blocks(file);
        List<Entry> entries = new ArrayList<>(blocks.texts);
        boolean gps = false;
        for (byte[] exif : blocks.exif) {
            gps |= ExifEntries.read(exif, entries);
        }
        blocks.xmp.forEach(packet -> XmpEntries.read(packet, entries));
        blocks.iptc.forEach(records -> IptcEntries.read(records, entries));

        List<Signal> signals = signals(entries);
        boolean remote = entries.stream().anyMatch(MetadataReader::namesRemoteCredentials);
        State state = blocks.credentials() ? State.NOT_CHECKED : remote ? State.REMOTE : State.NONE;
        return new ProvenanceReport(
                state == State.NONE ? Credentials.NONE : Credentials.of(state, List.of()),
                signals, List.of(), Contradictions.in(signals), camera(entries), gps);
    }

    private static Blocks blocks(byte[] file) {
        Blocks blocks = new Blocks();
        if (stands(file, 0, "\u00FF\u00D8\u00FF")) {
            JpegBlocks.read(file, blocks);
        } else if (stands(file, 0, "\u0089PNG\r\n\u001A\n")) {
            PngBlocks.read(file, blocks);
        } else if (stands(file, 0, "RIFF") && stands(file, 8, "WEBP")) {
            OtherBlocks.readWebp(file, blocks);
        } else if (stands(file, 0, "GIF8")) {
            OtherBlocks.readGif(file, blocks);
        } else if (stands(file, 4, "ftyp")) {
            OtherBlocks.readBmff(file, blocks);
        }
        return blocks;
    }

    private static List<Signal> signals(List<Entry> entries) {
        List<Signal> signals = new ArrayList<>();
        entries.stream().filter(e -> e.place() == Place.XMP && e.key().equalsIgnoreCase(SourceType.FIELD))
                .map(e -> SourceType.signal(e.value())).distinct().limit(MAX_SIGNALS).forEach(signals::add);
        List<Signal> generators = Generators.find(entries);
        signals.addAll(generators);
        cameraSignal(entries, generators).ifPresent(signals::add);
        entries.stream().filter(MetadataReader::namesRemoteCredentials).findFirst().map(e -> new Signal(
                "c2pa", Strength.HINT, Origin.OTHER, "", PlainText.shown("Credentials are said to be stored at " + e.value()))).ifPresent(signals::add);
        signals.sort(Comparator.comparing(Signal::strength));
        return signals;
    }

    /** A make and a model that no generator is known to write. */
    private static Optional<Signal> cameraSignal(List<Entry> entries, List<Signal> generators) {
        String make = first(entries, "Make");
        String model = first(entries, "Model");
        boolean generator = generators.stream().anyMatch(s -> s.detail().startsWith("EXIF 'Make'") || s.detail().startsWith("EXIF 'Model'"));
        if (make.isEmpty() || model.isEmpty() || generator || make.length() > MAX_CAMERA_NAME || model.length() > MAX_CAMERA_NAME) {
            return Optional.empty();
        }
        String name = model.startsWith(make) ? model : make + " " + model;
        return Optional.of(new Signal("exif", Strength.HINT, Origin.CAMERA, name, "EXIF names a camera"));
    }

    private static List<Fact> camera(List<Entry> entries) {
        List<Fact> facts = new ArrayList<>();
        String taken = (first(entries, "DateTimeOriginal") + " " + first(entries, "OffsetTimeOriginal")).strip();
        add(facts, "Make", first(entries, "Make"));
        add(facts, "Model", first(entries, "Model"));
        add(facts, "Lens", first(entries, "LensModel"));
        add(facts, "Taken", taken.replaceFirst("^(\\d{4}):(\\d\\d):(\\d\\d)", "$1-$2-$3"));
        add(facts, "Software", first(entries, "Software"));
        add(facts, "Creator tool", entries.stream().filter(e -> e.key().equals("xmp:CreatorTool")).map(e -> PlainText.shown(e.value())).findFirst().orElse(""));
        return facts;
    }

    private static void add(List<Fact> facts, String name, String value) {
        if (!value.isEmpty()) {
            facts.add(new Fact(name, value));
        }
    }

    private static String first(List<Entry> entries, String exifName) {
        return entries.stream().filter(e -> e.place() == Place.EXIF && e.key().equals(exifName)).map(e -> PlainText.shown(e.value())).findFirst().orElse("");
    }

    private static boolean namesRemoteCredentials(Entry entry) {
        return entry.place() == Place.XMP && entry.key().equals("dcterms:provenance") && !entry.value().isBlank();
    }
}
