package dev.docket.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code docket inspect}. */
@Command(name = "inspect", description = "Say everything Docket knows of a file, without storing it.")
final class InspectCommand implements Callable<Integer> {
    @Mixin
    private DeskOption desk;

    @Override
    public Integer call() {
        throw new UnsupportedOperationException();
    }
}
