package dev.docket.cli;

import dev.docket.desk.Desk;
import dev.docket.policy.PolicyFormatException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import picocli.CommandLine.Option;

/** {@code --profile}: which desk a command works on. Mixed into every command that needs one. */
final class DeskOption {
    @Option(names = "--profile", paramLabel = "DIR", description = "Where this desk keeps its data (default: $DOCKET_PROFILE, else ~/.docket).")
    private Path profile;

    Desk open() throws IOException {
        try {
            return Desk.open(folder(), Clock.systemUTC());
        } catch (PolicyFormatException e) {
            throw new UsageException(e.getMessage());
        }
    }

    Path folder() {
        if (profile != null) {
            return profile;
        }
        return Desk.defaultFolder();
    }
}
