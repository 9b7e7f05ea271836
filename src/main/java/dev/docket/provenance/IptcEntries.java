package dev.docket.provenance;

import com.drew.lang.SequentialByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.iptc.IptcDirectory;
import com.drew.metadata.iptc.IptcReader;
import java.util.List;
import java.util.Map;

/** Reads the IPTC records that may name a maker. */
final class IptcEntries {
    private static final Map<Integer, String> WANTED = Map.of(
            IptcDirectory.TAG_CREDIT, "Credit", IptcDirectory.TAG_SOURCE, "Source", IptcDirectory.TAG_BY_LINE, "By-line",
            IptcDirectory.TAG_CAPTION, "Caption", IptcDirectory.TAG_ORIGINATING_PROGRAM, "OriginatingProgram");

    static void read(byte[] records, List<Entry> entries) {
        Metadata metadata = new Metadata();
        try {
            new IptcReader().extract(new SequentialByteArrayReader(records), metadata, records.length);
        } catch (RuntimeException e) {
            // damaged records: what was read before the damage still counts
        }
        for (IptcDirectory directory : metadata.getDirectoriesOfType(IptcDirectory.class)) {
            WANTED.forEach((tag, name) -> {
                String text = directory.getString(tag);
                if (text != null && !text.isBlank()) {
                    entries.add(new Entry(Entry.Place.IPTC, name, text));
                }
            });
        }
    }

    private IptcEntries() {}
}
