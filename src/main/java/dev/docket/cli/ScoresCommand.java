package dev.docket.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code docket scores}. */
@Command(
        name = "scores",
        description = "Take in what vendors' models say of images, ask a vendor, and say how its concepts are read. Formats: docs/vendor-scores.md.",
        subcommands = {ScoresImportCommand.class, ScoresAskCommand.class, ScoresMapCommand.class})
final class ScoresCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do with vendors' scores: import, ask or map");
    }
}
