package dev.docket.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** {@code docket}: the commands, listed in the order of the data's path. */
@Command(
        name = "docket",
        description = "Review flagged images; learn from the verdicts.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        version = "docket 1.0.0",
        subcommands = {
            IntakeCommand.class, ServeIntakeCommand.class, IntakeTokenCommand.class, BanksCommand.class, InspectCommand.class, QueueCommand.class, AppealCommand.class, QuarantineCommand.class, ExportCommand.class, DsaCommand.class, WatermarkCommand.class, ModelsCommand.class,
            ScoresCommand.class, RetrainCommand.class, FairnessCommand.class, ReportCommand.class, MetricsCommand.class, RecheckCommand.class, PolicyCommand.class, RetentionCommand.class, EraseCommand.class, HoldCommand.class, BackupCommand.class, RestoreCommand.class, AuditCommand.class, TeamCommand.class,
            GoldenCommand.class, CalibrationCommand.class, PassphraseCommand.class
        })
public final class DocketCommand implements Runnable {

    /** Parses and runs; returns the exit code. */
    public static int run(String... args) {
        return commandLine().execute(args);
    }

    public static CommandLine commandLine() {
        return new CommandLine(new DocketCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new FailureReport());
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }
}
