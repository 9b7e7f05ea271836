package dev.docket.provenance;

import dev.docket.decode.DecodedImage;

/** Reads provenance out of a file's bytes. Never throws on hostile bytes: what cannot be read is simply not found. Several threads. */
public interface ProvenanceReader {
    ProvenanceReport read(byte[] file);

    /** What its reports are made with. */
    Tools tools();

    /** Out of the pixels as well. @param image the whole picture at full size, of a strict decode */
    default ProvenanceReport read(byte[] file, DecodedImage image) {
        return read(file);
    }
}
