package dev.docket.cli;

import dev.docket.audit.seal.SealerKey;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code docket audit key}. */
@Command(name = "key", description = {
    "Make a key to seal the log with, in a PKCS12 file under a password, and print its public half.",
    "Keep the file where those who run the database cannot read it; give the public half to whoever verifies."
})
final class AuditKeyCommand implements Callable<Integer> {
    @Option(names = "--out", paramLabel = "FILE", required = true, description = "A file that does not exist yet.")
    private Path out;

    @Option(names = "--name", paramLabel = "NAME", defaultValue = "docket-audit", description = "What verifiers call the key: letters, digits, dots, minus signs, underscores (default: ${DEFAULT-VALUE}).")
    private String name;

    @Mixin
    private SealerPassword password;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (Files.exists(out)) {
            throw new UsageException(out + " exists already. Name another file with --out.");
        }
        SealerKey key;
        try {
            key = SealerKey.make(out, name, password.secret().fresh(), Clock.systemUTC());
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage() + ".");
        }
        PrintWriter text = spec.commandLine().getOut();
        text.println(key.open().text());
        text.flush();
        return ExitCode.DONE;
    }
}
