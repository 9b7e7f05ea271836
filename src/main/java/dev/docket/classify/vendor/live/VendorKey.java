package dev.docket.classify.vendor.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What lets Docket in at a vendor. Never printed: its text says nothing. */
final class VendorKey {
    private static final int MOST_BYTES = 4096;
    private static final String FORM = "[\\x21-\\x7e]{8,512}";

    private final List<String> parts;

    private VendorKey(List<String> parts) {
        this.parts = parts;
    }

    /** @param parts how many lines the vendor's has, 1 or 2. @throws IOException naming the file, never what is in it */
    static VendorKey read(Path file, int parts) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
            throw new IOException(file + ": is no file with a key in it");
        }
        List<String> lines = Files.readString(file).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        if (lines.size() < parts || !lines.stream().limit(parts).allMatch(line -> line.matches(FORM))) {
            throw new IOException(file + ": holds no key: " + (parts == 1 ? "its first line must be one" : "its first two lines must be its id and its secret"));
        }
        return new VendorKey(lines.subList(0, parts));
    }

    String first() {
        return parts.getFirst();
    }

    String second() {
        return parts.get(1);
    }

    @Override
    public String toString() {
        return "VendorKey";
    }
}
