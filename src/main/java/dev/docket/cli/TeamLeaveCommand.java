package dev.docket.cli;

import dev.docket.desk.Leaving;
import dev.docket.policy.PolicyFormatException;
import dev.docket.storage.VeiledFile;
import dev.docket.team.ConnectionFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code docket team leave}. */
@Command(name = "leave", description = {
    "Leave the team that this profile joined: your password, your key to its images and what was kept of them are deleted here.",
    "Verdicts that wait are sent first; while one cannot be, nothing is deleted. What is yours stays: settings, own exposure."
})
final class TeamLeaveCommand implements Callable<Integer> {
    @Mixin
    private DeskOption desk;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Path folder = desk.folder();
        if (!VeiledFile.isIn(folder, ConnectionFile.NAME)) {
            throw new UsageException("The profile " + folder + " has joined no team. Name another with --profile.");
        }
        try {
            Optional<String> left = Leaving.leave(desk::profile, Clock.systemUTC());
            PrintWriter out = spec.commandLine().getOut();
            out.println("This profile has left " + left.orElse("the team") + ". Your login there is still yours: an admin ends it with 'docket team suspend'.");
            out.flush();
            return ExitCode.DONE;
        } catch (PolicyFormatException e) {
            throw new UsageException(e.getMessage());
        }
    }
}
