package dev.docket.ui;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Looks for bytes in files, and in everything this JVM still holds after a collection. */
public final class HeapSearch {
    private static final int PIECE = 1 << 22;

    /** Every fourth leaves nothing dead lying among the living, where it would be taken for held: HotSpot's MarkSweepAlwaysCompactCount. */
    private static final int COLLECTIONS = 4;

    private HeapSearch() {}

    /** Writes everything that is alive. */
    public static Path dump(Path folder) throws IOException {
        Path file = folder.resolve("heap.hprof");
        for (int n = 0; n < COLLECTIONS; n++) {
            System.gc();
        }
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(file.toString(), true);
        return file;
    }

    /** Where the bytes stand in the file, and what stands around them. */
    public static List<String> places(Path file, byte[] wanted) throws IOException {
        List<String> places = new ArrayList<>();
        byte[] piece = new byte[PIECE + wanted.length - 1];
        int kept = 0;
        long start = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), PIECE)) {
            for (int read = in.readNBytes(piece, 0, PIECE); kept + read >= wanted.length && read > 0; read = in.readNBytes(piece, kept, PIECE)) {
                int end = kept + read;
                for (int at = 0; at + wanted.length <= end; at++) {
                    if (piece[at] == wanted[0] && java.util.Arrays.equals(piece, at, at + wanted.length, wanted, 0, wanted.length)) {
                        places.add(start + at + ": " + around(piece, at, end));
                    }
                }
                kept = Math.min(wanted.length - 1, end);
                System.arraycopy(piece, end - kept, piece, 0, kept);
                start += end - kept;
            }
        }
        return places;
    }

    private static String around(byte[] piece, int at, int end) {
        StringBuilder text = new StringBuilder();
        for (int n = Math.max(0, at - 120); n < Math.min(end, at + 160); n++) {
            text.append(piece[n] >= 32 && piece[n] < 127 ? (char) piece[n] : '.');
        }
        return text.toString();
    }
}
