package dev.docket.provenance;

import com.drew.imaging.tiff.TiffProcessingException;
import com.drew.imaging.tiff.TiffReader;
import com.drew.lang.ByteArrayReader;
import com.drew.lang.RandomAccessReader;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.StringValue;
import com.drew.metadata.exif.ExifTiffHandler;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the EXIF fields Docket shows. Everything else is stepped over unread, so that a hostile block cannot cost memory. */
final class ExifEntries {
    private static final int EXIF_IFD = 0x8769;
    private static final int GPS_IFD = 0x8825;
    private static final int USER_COMMENT = 0x9286;
    private static final Map<Integer, String> WANTED = Map.ofEntries(
            Map.entry(0x010E, "ImageDescription"), Map.entry(0x010F, "Make"), Map.entry(0x0110, "Model"),
            Map.entry(0x0131, "Software"), Map.entry(0x0132, "DateTime"), Map.entry(0x013B, "Artist"),
            Map.entry(0x9003, "DateTimeOriginal"), Map.entry(0x9011, "OffsetTimeOriginal"), Map.entry(USER_COMMENT, "UserComment"),
            Map.entry(0xA420, "ImageUniqueID"), Map.entry(0xA434, "LensModel"));

    /** Adds what is found. Returns whether the block points at coordinates. */
    static boolean read(byte[] tiff, List<Entry> entries) {
        Metadata metadata = new Metadata();
        Handler handler = new Handler(metadata);
        try {
            new TiffReader().processTiff(new ByteArrayReader(tiff), handler, 0);
        } catch (TiffProcessingException | IOException | RuntimeException e) {
            // a damaged block: what was read before the damage still counts
        }
        for (Directory directory : metadata.getDirectories()) {
            WANTED.forEach((tag, name) -> {
                String text = text(tag, directory.getObject(tag));
                if (!text.isBlank()) {
                    entries.add(new Entry(Entry.Place.EXIF, name, text));
                }
            });
        }
        return handler.gps;
    }

    private static String text(int tag, Object value) {
        byte[] bytes = value instanceof StringValue string ? string.getBytes() : value instanceof byte[] raw ? raw : new byte[0];
        return tag == USER_COMMENT ? PlainText.userComment(bytes) : PlainText.decode(bytes);
    }

    /** Enters the main directory and one EXIF directory; takes each wanted tag once. */
    private static final class Handler extends ExifTiffHandler {
        private final Set<Integer> taken = new HashSet<>();
        private boolean gps;

        Handler(Metadata metadata) {
            super(metadata, null, 0);
        }

        @Override
        public boolean tryEnterSubIfd(int tag) {
            gps |= tag == GPS_IFD;
            return tag == EXIF_IFD && taken.add(tag) && super.tryEnterSubIfd(tag);
        }

        @Override
        public boolean hasFollowerIfd() {
            return false; // the thumbnail
        }

        @Override
        public boolean customProcessTag(int valueAt, Set<Integer> seen, int header, RandomAccessReader reader, int tag, int length) {
            return !WANTED.containsKey(tag) || !taken.add(tag);
        }
    }

    private ExifEntries() {}
}
