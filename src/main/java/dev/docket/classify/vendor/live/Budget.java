package dev.docket.classify.vendor.live;

import dev.docket.classify.vendor.Vendor;
import dev.docket.storage.DurableFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** How many requests a desk has made of a vendor, counted on disk before each is sent: a crash never makes room for more. One thread. */
public final class Budget {
    private final Path file;
    private final long most;

    public Budget(Path profile, LiveService service) {
        file = profile.resolve(LiveService.FOLDER).resolve(used(service.vendor()));
        most = service.budget();
    }

    /** Requests made so far. @throws IOException where the count cannot be read: nothing is sent then */
    public long used() throws IOException {
        if (!Files.exists(file)) {
            return 0;
        }
        String text = Files.readString(file).strip();
        if (!text.matches("[0-9]{1,15}")) {
            throw new IOException(file + ": holds no number of requests; write how many were made, or 0");
        }
        return Long.parseLong(text);
    }

    /** Takes one. @throws LiveRefusedException when none is left */
    void take() throws IOException {
        long used = used();
        if (used >= most) {
            throw new LiveRefusedException("The budget of " + most + " requests is spent. Raise \"budget\" to go on; " + file.getFileName() + " counts them.", true);
        }
        DurableFile.write(file, Long.toString(used + 1).getBytes(StandardCharsets.US_ASCII));
    }

    private static String used(Vendor vendor) {
        return vendor.word() + ".used";
    }
}
