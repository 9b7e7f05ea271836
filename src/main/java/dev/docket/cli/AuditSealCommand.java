package dev.docket.cli;

import dev.docket.audit.KeptNotes;
import dev.docket.audit.Sealer;
import dev.docket.audit.seal.SealerKey;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code docket audit seal}. */
@Command(name = "seal", description = {
    "Seal what was appended to the log since the last time: put it into one tree and sign how large that is and its root.",
    "A checkpoint kept elsewhere shows later that nothing before it was changed, by anybody."
})
final class AuditSealCommand implements Callable<Integer> {
    @Option(names = "--key", paramLabel = "FILE", required = true, description = "A key that docket audit key made.")
    private Path keyFile;

    @Option(names = "--former", paramLabel = "KEY", description = "Public key that sealed this log before; may be given again.")
    private List<String> former = List.of();

    @Option(names = "--witness", paramLabel = "DIR", description = "Write each checkpoint into this folder too, a file each, and seal only a log that grew out of the newest one there; it should lie on another machine.")
    private Path witness;

    @Mixin
    private SealerPassword password;

    @Mixin
    private DeskOption desk;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (!Files.isReadable(keyFile) || Files.isDirectory(keyFile)) {
            throw new UsageException(keyFile + " cannot be read. Make a key with docket audit key.");
        }
        Sealer sealer = new Sealer(SealerKey.read(keyFile, password.secret().known()), WitnessFiles.read(former, WitnessFiles.newest(witness)));
        PrintWriter out = spec.commandLine().getOut();
        try (DeskData data = desk.openData()) {
            long entries = 0;
            Optional<Sealer.Sealed> last = Optional.empty();
            for (Optional<Sealer.Sealed> next = sealer.seal(data.database()); next.isPresent(); next = sealer.seal(data.database())) {
                if (witness != null) {
                    KeptNotes.keep(witness, next.get());
                }
                entries += next.get().entries();
                last = next;
            }
            long sealed = entries;
            out.println(last.map(each -> "Sealed " + sealed + " entries; " + each.checkpoint().size() + " in all.").orElse("Nothing was appended since the last time."));
            last.ifPresent(each -> out.print("\n" + each.note().note()));
            out.flush();
        }
        return ExitCode.DONE;
    }
}
