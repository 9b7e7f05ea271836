package dev.docket.cli;

import dev.docket.metrics.table.TableException;
import dev.docket.storage.StorageException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** Tells a failed command's reason in one line and picks its exit code; a bug is logged with its trace. */
final class FailureReport implements CommandLine.IExecutionExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(FailureReport.class);

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        command.getErr().println(command.getColorScheme().errorText("docket: " + message(failure)));
        return switch (failure) {
            case UsageException _ -> ExitCode.USAGE;
            case TableException _ -> ExitCode.USAGE;
            case StorageException _ -> ExitCode.CANNOT_RUN;
            case java.io.IOException _ -> ExitCode.CANNOT_RUN;
            default -> {
                LOG.error("{} failed", command.getCommandName(), failure);
                yield ExitCode.CANNOT_RUN;
            }
        };
    }

    private static String message(Exception failure) {
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }
}
