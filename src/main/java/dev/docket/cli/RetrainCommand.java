package dev.docket.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code docket retrain}. */
@Command(name = "retrain", description = "Train a model from the verdicts.")
final class RetrainCommand implements Callable<Integer> {
    @Mixin
    private DeskOption desk;

    @Override
    public Integer call() {
        throw new UnsupportedOperationException();
    }
}
