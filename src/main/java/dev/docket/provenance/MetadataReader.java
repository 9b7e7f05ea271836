package dev.docket.provenance;

/** IPTC and XMP digital source types, generator metadata, EXIF facts, and whether Content Credentials are present. */
public final class MetadataReader implements ProvenanceReader {
    @Override
    public ProvenanceReport read(byte[] file) {
        throw new UnsupportedOperationException();
    }
}
