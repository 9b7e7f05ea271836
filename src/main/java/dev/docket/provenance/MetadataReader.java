package dev.docket.provenance;

import static dev.docket.provenance.Bytes.stands;

import dev.docket.decode.DecodedImage;
import dev.docket.provenance.Entry.Place;
import dev.docket.provenance.ProvenanceReport.Credentials;
import dev.docket.provenance.ProvenanceReport.Origin;
import dev.docket.provenance.ProvenanceReport.Signal;
import dev.docket.provenance.ProvenanceReport.State;
import dev.docket.provenance.ProvenanceReport.Strength;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * IPTC and XMP digital source types, disclosure labels, generator metadata, EXIF facts, text hidden in the pixels, and whether
 * Content Credentials are present. Reads JPEG, PNG, WebP, GIF, TIFF, AVIF, HEIC and JPEG XL.
 */
public final class MetadataReader implements ProvenanceReader {
    /** Larger files are not looked into: their state is {@code UNREADABLE}, not {@code NONE}. */
    static final int MAX_FILE = 64 << 20;
    private static final int MAX_SIGNALS = 30;
    /** Counted up whenever the same file may say something else. */
    private static final String VERSION = "metadata@2";

    @Override
    public Tools tools() {
        return new Tools(Optional.empty(), Optional.empty(), List.of(VERSION));
    }

    @Override
    public ProvenanceReport read(byte[] file) {
        return read(file, List.of());
    }

    @Override
    public ProvenanceReport read(byte[] file, DecodedImage image) {
        return read(file, StealthText.find(image));
    }

    private static ProvenanceReport read(byte[] file, List<Entry> hidden) {
        if (file.length > MAX_FILE) {
            return new ProvenanceReport(Credentials.of(State.UNREADABLE, List.of("docket.file.tooLarge")), List.of(), List.of(), List.of(), List.of(), false);
        }
        Blocks blocks = blocks(file);
        List<Entry> entries = new ArrayList<>(blocks.texts);
        entries.addAll(hidden);
        boolean gps = false;
        for (byte[] exif : blocks.exif) {
            gps |= ExifEntries.read(exif, entries);
        }
        blocks.xmp.forEach(packet -> XmpEntries.read(packet, entries));
        blocks.iptc.forEach(records -> IptcEntries.read(records, entries));

        List<Signal> signals = signals(entries);
        boolean remote = entries.stream().anyMatch(MetadataReader::namesRemoteCredentials);
        State state = blocks.credentials() || Presence.in(file) ? State.NOT_CHECKED : remote ? State.REMOTE : State.NONE;
        return new ProvenanceReport(
                state == State.NONE ? Credentials.NONE : Credentials.of(state, List.of()),
                signals, List.of(), List.of(), CameraFacts.of(entries), gps).compared();
    }

    /** The EXIF blocks within a file; a TIFF, which is one itself, has none. */
    static Stream<byte[]> exif(byte[] file) {
        return file.length > MAX_FILE ? Stream.empty() : blocks(file).exif.stream().filter(block -> block != file);
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
        } else if (stands(file, 0, "II*\0") || stands(file, 0, "MM\0*")) {
            TiffBlocks.read(file, blocks);
        } else if (stands(file, 4, "ftyp") || stands(file, 4, "JXL ")) {
            BoxBlocks.read(file, blocks);
        }
        return blocks;
    }

    private static List<Signal> signals(List<Entry> entries) {
        List<Signal> signals = new ArrayList<>();
        entries.stream().filter(e -> e.place() == Place.XMP && e.key().equalsIgnoreCase(SourceType.FIELD))
                .map(e -> SourceType.signal(e.value())).distinct().limit(MAX_SIGNALS).forEach(signals::add);
        List<Signal> generators = Generators.find(entries);
        signals.addAll(generators);
        CameraFacts.signal(entries, generators).ifPresent(signals::add);
        entries.stream().filter(MetadataReader::namesRemoteCredentials).findFirst().map(e -> new Signal(
                "c2pa", Strength.HINT, Origin.OTHER, "", PlainText.shown("Credentials are said to be stored at " + e.value()))).ifPresent(signals::add);
        signals.sort(Comparator.comparing(Signal::strength));
        return SynthId.noted(signals);
    }

    private static boolean namesRemoteCredentials(Entry entry) {
        return entry.place() == Place.XMP && entry.key().equals("dcterms:provenance") && !entry.value().isBlank();
    }
}
