package dev.docket.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code docket models}. */
@Command(name = "models", description = "List, add, evaluate, promote and roll back models.")
final class ModelsCommand implements Callable<Integer> {
    @Mixin
    private DeskOption desk;

    @Override
    public Integer call() {
        throw new UnsupportedOperationException();
    }
}
