package dev.docket.cli;

import dev.docket.export.DecisionSetVerifier;
import dev.docket.storage.CanonicalJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code docket export verify}. Needs no desk. */
@Command(name = "verify", description = "Check a decision set offline: signature, every file, counts, splits.")
final class ExportVerifyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "The folder of the decision set.")
    private Path folder;

    @Option(names = "--key", paramLabel = "ID", description = "Id of the key that must have signed it; without it any key will do.")
    private String key;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new UsageException(folder + " is not a folder; name the folder of a decision set");
        }
        DecisionSetVerifier.Outcome outcome = DecisionSetVerifier.verify(folder);
        List<String> findings = new ArrayList<>(outcome.findings());
        if (key != null && outcome.keyId().isPresent() && !key.equals(outcome.keyId().get())) {
            findings.add("It was signed with key " + outcome.keyId().get() + ", not " + key + ".");
        }
        print(outcome, findings);
        return findings.isEmpty() ? ExitCode.DONE : ExitCode.FOUND;
    }

    private void print(DecisionSetVerifier.Outcome outcome, List<String> findings) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("sound", findings.isEmpty());
            result.put("findings", findings);
            result.put("manifest_sha256", outcome.manifestHash().map(h -> h.hex()).orElse(null));
            result.put("key_id", outcome.keyId().orElse(null));
            result.put("files", outcome.files());
            result.put("rows", outcome.rows());
            out.println(CanonicalJson.write(result));
        } else if (findings.isEmpty()) {
            out.println("Sound: " + outcome.files() + " files, " + outcome.rows() + " rows; nothing changed, missing, added or in two splits.");
            out.println("Manifest " + outcome.manifestHash().orElseThrow() + ", signed with key " + outcome.keyId().orElseThrow()
                    + (key == null ? ". Compare the key with the one its desk names." : "."));
        } else {
            findings.forEach(out::println);
            out.println(findings.size() + (findings.size() == 1 ? " finding." : " findings."));
        }
        out.flush();
    }
}
