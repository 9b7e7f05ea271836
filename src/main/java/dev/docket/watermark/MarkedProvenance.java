package dev.docket.watermark;

import dev.docket.decode.DecodedImage;
import dev.docket.provenance.ProvenanceReader;
import dev.docket.provenance.ProvenanceReport;
import dev.docket.provenance.Tools;

/** What a file says, and the marks in its pixels. Several threads. */
public final class MarkedProvenance implements ProvenanceReader {
    private final ProvenanceReader file;
    private final Watermarks watermarks;

    public MarkedProvenance(ProvenanceReader file, Watermarks watermarks) {
        this.file = file;
        this.watermarks = watermarks;
    }

    @Override
    public Tools tools() {
        return file.tools().with(watermarks.versions());
    }

    @Override
    public ProvenanceReport read(byte[] bytes) {
        return file.read(bytes);
    }

    @Override
    public ProvenanceReport read(byte[] bytes, DecodedImage image) {
        return watermarks.added(file.read(bytes, image), image);
    }
}
