package dev.docket.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks into a folder again and again and offers what is new or changed once it has stopped growing: same size and time
 * in two looks. Looking beats being told, which network folders do not do. One thread.
 */
public final class FolderWatch {
    private record Stamp(long size, long changed) {}

    private final Path folder;
    private final String sourceName;
    private final Map<Path, Stamp> seen = new HashMap<>();
    private final Map<Path, Stamp> offered = new HashMap<>();

    public FolderWatch(Path folder, String sourceName) {
        this.folder = folder;
        this.sourceName = sourceName.isBlank() ? IntakeSources.nameOf(folder) : sourceName;
    }

    /** The files that settled since the last look. */
    public IntakeSource look() throws IOException {
        List<Path> settled = new ArrayList<>();
        List<Path> files = FolderSource.list(folder);
        for (Path file : files) {
            Stamp stamp = stamp(file);
            if (stamp != null && stamp.equals(seen.put(file, stamp)) && !stamp.equals(offered.get(file))) {
                offered.put(file, stamp);
                settled.add(file);
            }
        }
        seen.keySet().retainAll(Set.copyOf(files));
        offered.keySet().retainAll(Set.copyOf(files));
        return new FolderSource(folder, settled, sourceName);
    }

    private static Stamp stamp(Path file) {
        try {
            return new Stamp(Files.size(file), Files.getLastModifiedTime(file).toMillis());
        } catch (IOException gone) {
            return null; // removed between the listing and this look
        }
    }
}
