package dev.docket.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code docket audit}. */
@Command(name = "audit", description = "Verify or export the audit log.")
final class AuditCommand implements Callable<Integer> {
    @Mixin
    private DeskOption desk;

    @Override
    public Integer call() {
        throw new UnsupportedOperationException();
    }
}
