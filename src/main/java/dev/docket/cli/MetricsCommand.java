package dev.docket.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code docket metrics}. */
@Command(
        name = "metrics",
        description = {"Statistics over a file, by the code that the dashboards use. Formulas, files and fields: docs/metrics.md.", "No profile is opened."},
        subcommands = {MetricsAgreementCommand.class, MetricsAggregateCommand.class, MetricsLabelIssuesCommand.class, MetricsIntervalCommand.class, MetricsFairnessCommand.class,
            MetricsCalibrationCommand.class, MetricsDriftCommand.class, MetricsPrivacyCommand.class})
final class MetricsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to compute: " + String.join(", ", spec.subcommands().keySet()));
    }
}
