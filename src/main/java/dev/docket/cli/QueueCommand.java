package dev.docket.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code docket queue}. */
@Command(name = "queue", description = "Show the backlog by lane.")
final class QueueCommand implements Callable<Integer> {
    @Mixin
    private DeskOption desk;

    @Override
    public Integer call() {
        throw new UnsupportedOperationException();
    }
}
