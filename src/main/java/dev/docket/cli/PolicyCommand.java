package dev.docket.cli;

import dev.docket.policy.PolicyFile;
import dev.docket.policy.PolicyFormatException;
import dev.docket.policy.PolicyPack;
import dev.docket.storage.CanonicalJson;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code docket policy}. */
@Command(name = "policy", description = "Check a policy pack.")
final class PolicyCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do with a policy: docket policy check FILE");
    }

    /** Prints every fault, or that there is none. */
    @Command(name = "check", description = "Name everything wrong with a pack, by line and field. Fields: docs/policy-format.md.")
    int check(
            @Parameters(paramLabel = "FILE", description = "A policy pack (YAML).") Path file,
            @Option(names = "--json", description = "Print one JSON object.") boolean json) {
        if (!Files.isRegularFile(file)) {
            throw new UsageException(file + " is no file; name a policy pack (YAML)");
        }
        PrintWriter out = spec.commandLine().getOut();
        List<PolicyFile.Fault> faults;
        try {
            PolicyPack pack = PolicyFile.read(file);
            faults = List.of();
            out.println(json ? CanonicalJson.write(summary(file, pack)) : "%s: fine, %s, %d labels, %d lanes, sha256 %s".formatted(
                    file, pack.ref().name(), pack.labels().size(), pack.lanes().size(), pack.ref().sha256()));
        } catch (PolicyFormatException e) {
            faults = e.faults();
            if (json) {
                out.println(CanonicalJson.write(Map.of("file", file.toString(), "ok", false, "faults", faults)));
            } else {
                faults.forEach(fault -> out.println(file + ":" + fault.line() + ": " + fault.field() + ": " + fault.message()));
            }
        }
        out.flush();
        return faults.isEmpty() ? ExitCode.DONE : ExitCode.FOUND;
    }

    private static Map<String, Object> summary(Path file, PolicyPack pack) {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("file", file.toString());
        summary.put("ok", true);
        summary.put("pack", pack.ref().name());
        summary.put("sha256", pack.ref().sha256().hex());
        summary.put("labels", pack.labels().size());
        summary.put("lanes", pack.lanes().size());
        summary.put("faults", List.of());
        return summary;
    }
}
