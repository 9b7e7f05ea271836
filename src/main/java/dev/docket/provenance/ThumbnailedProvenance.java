package dev.docket.provenance;

import dev.docket.decode.DecodedImage;
import dev.docket.decode.ImageDecoder;
import dev.docket.decode.UndecodableImageException;
import dev.docket.provenance.ProvenanceReport.Origin;
import dev.docket.provenance.ProvenanceReport.Signal;
import dev.docket.provenance.ProvenanceReport.Strength;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What a file says, and whether its EXIF thumbnail is of another picture: programs that crop, edit or replace a picture often leave the
 * old one there. A hint, as others make thumbnails of their own kind. Several threads.
 */
public final class ThumbnailedProvenance implements ProvenanceReader {
    private static final String VERSION = "thumbnail@1";
    private static final int LONGER_SIDE = 512;
    /** Of 256 bits, twice what PDQ takes for the same picture: what only was compressed, sharpened or brightened is nearer. */
    static final int MOST_ALIKE = 62;

    private final ProvenanceReader file;
    private final ImageDecoder decoder;

    public ThumbnailedProvenance(ProvenanceReader file, ImageDecoder decoder) {
        this.file = file;
        this.decoder = decoder;
    }

    @Override
    public Tools tools() {
        return file.tools().with(List.of(VERSION));
    }

    @Override
    public ProvenanceReport read(byte[] bytes) {
        return file.read(bytes);
    }

    @Override
    public ProvenanceReport read(byte[] bytes, DecodedImage image) {
        ProvenanceReport report = file.read(bytes, image);
        return differing(bytes, image).map(report::with).orElse(report);
    }

    private Optional<Signal> differing(byte[] bytes, DecodedImage image) {
        Optional<byte[]> thumbnail = MetadataReader.exif(bytes).flatMap(block -> ExifThumbnail.in(block).stream()).findFirst();
        OptionalInt distance = thumbnail.isEmpty() ? OptionalInt.empty() : distance(thumbnail.get(), image);
        return distance.isEmpty() || distance.getAsInt() <= MOST_ALIKE ? Optional.empty() : Optional.of(new Signal("exif", Strength.HINT, Origin.OTHER, "",
                "The EXIF thumbnail shows something else than the picture, which may have been cropped, edited or replaced: "
                + distance.getAsInt() + " of 256 bits differ, up to " + MOST_ALIKE + " would be alike"));
    }

    private OptionalInt distance(byte[] thumbnail, DecodedImage image) {
        try {
            return Likeness.distance(image, decoder.fitted(thumbnail, LONGER_SIDE));
        } catch (UndecodableImageException e) {
            return OptionalInt.empty(); // no picture, and so not another one
        }
    }
}
