package dev.docket.provenance;

/** Reads provenance out of a file's bytes. Never throws on hostile bytes: what cannot be read is simply not found. Several threads. */
public interface ProvenanceReader {
    ProvenanceReport read(byte[] file);
}
