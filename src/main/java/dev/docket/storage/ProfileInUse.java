package dev.docket.storage;

import java.nio.file.Path;

/** Another process, or another desk of this one, holds the profile. The message names it and says what to do. */
public final class ProfileInUse extends StorageException {
    private static final long serialVersionUID = 1L;

    private final String process;

    ProfileInUse(Path folder, String process) {
        super("The profile " + folder + " is open in another Docket (process " + process + "). Close that one, or choose another with --profile.");
        this.process = process;
    }

    /** The number of the process that holds it, or {@code unknown}. */
    public String process() {
        return process;
    }
}
