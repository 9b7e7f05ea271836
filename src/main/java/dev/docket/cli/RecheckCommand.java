package dev.docket.cli;

import dev.docket.desk.Desk;
import dev.docket.progress.Reins;
import dev.docket.provenance.ProvenanceReport.Check;
import dev.docket.retrain.Rechecking;
import dev.docket.storage.CanonicalJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code docket recheck}. */
@Command(
        name = "recheck",
        description = {
            "Check Content Credentials again that were checked under another trust list or by another validator.",
            "What is found is put on record beside the earlier reports; verdicts stay. A desk of one's own does it by itself. Exit code 1: some pictures are gone; 130: it was stopped, and can be run again."
        })
final class RecheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DeskOption deskOption;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Reins reins = new Reins();
        try (Interruption interruption = Interruption.stopping(reins); Desk desk = deskOption.open(); ProgressLine line = ProgressLine.onStandardError(reins)) {
            if (!desk.isInCharge()) {
                throw new UsageException("Reports are made by those who bring images in, and this desk is " + desk.self.pseudonym() + "'s. Ask a lead of the team.");
            }
            Check check = desk.credentials.check();
            if (desk.provenance.tools().check().isEmpty()) {
                throw new UsageException("This copy of Docket was built without a validator of Content Credentials; docs/provenance.md says how to build it with one.");
            }
            Rechecking.Outcome outcome = desk.rechecking.run(line);
            out().println(json ? CanonicalJson.write(fields(outcome, check)) : words(outcome, check));
            out().flush();
            return interruption.exitCode(outcome.unreadable() == 0 ? ExitCode.DONE : ExitCode.FOUND);
        }
    }

    private static String words(Rechecking.Outcome outcome, Check check) {
        String under = check.trustList().map(sha -> "the trust list " + sha.substring(0, 12)).orElse("no trust list");
        String gone = outcome.unreadable() == 0 ? "" : "; the pictures of " + outcome.unreadable() + " are gone";
        return outcome.items() == 0 && gone.isEmpty() ? "Nothing was due: all credentials were checked by " + check.validator() + " under " + under + "."
                : outcome.items() + " items checked again by " + check.validator() + " under " + under + ", " + outcome.changed() + " of them say something else now" + gone + ".";
    }

    private static Map<String, Object> fields(Rechecking.Outcome outcome, Check check) {
        return new TreeMap<>(Map.of("items", outcome.items(), "changed", outcome.changed(), "gone", outcome.unreadable(),
                "validator", check.validator(), "trust_list", check.trustList().orElse("")));
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
