package dev.docket.cli;

import dev.docket.audit.AuditExport;
import dev.docket.audit.AuditVerifier;
import dev.docket.audit.Witnesses;
import dev.docket.storage.CanonicalJson;
import dev.docket.verdict.VerdictAudit;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code docket audit}. */
@Command(name = "audit", description = "Verify, export or seal the audit log.", subcommands = {AuditKeyCommand.class, AuditSealCommand.class})
final class AuditCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do with the log: verify, export, seal, or make a key to seal it with");
    }

    @Command(description = {
        "Re-compute every hash chain and the sealed tree, and compare the verdicts with the log; name the first bad entry.",
        "With FILE: check an exported log without any database. Exit code 1: something is wrong with it."
    })
    int verify(
            @Parameters(arity = "0..1", paramLabel = "FILE", description = "A log written by docket audit export.") Path file,
            @Option(names = "--sealer", paramLabel = "KEY", description = "Public key that must have signed every checkpoint, as docket audit key prints it; may be given again for a former one.") List<String> sealers,
            @Option(names = "--witness", paramLabel = "NOTE", description = "Checkpoint kept elsewhere, a file or a folder of them: the log must have grown out of it.") List<Path> notes,
            @Option(names = "--json", description = "Print the outcome as JSON.") boolean json,
            @Mixin DeskOption desk) throws IOException {
        Witnesses witnesses = WitnessFiles.read(sealers == null ? List.of() : sealers, notes == null ? List.of() : notes);
        AuditVerifier.Outcome outcome = file == null ? verify(desk, witnesses) : verify(file, witnesses);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(CanonicalJson.write(fields(outcome)));
        } else {
            out.println(outcome.firstBad().map(fault -> "Broken: " + fault)
                    .orElse("Sound: " + outcome.entries() + " entries of " + outcome.writers() + " writers follow from one another, " + sealed(outcome, witnesses)));
        }
        out.flush();
        return outcome.firstBad().isPresent() ? ExitCode.FOUND : ExitCode.DONE;
    }

    private static String sealed(AuditVerifier.Outcome outcome, Witnesses witnesses) {
        return outcome.sealed() == 0 ? "none of them sealed."
                : outcome.sealed() + " of them sealed" + (witnesses.sealers().isEmpty() ? "; whose signatures they are was not checked (--sealer)." : " by " + witnesses.sealers().getFirst().name() + ".");
    }

    @Command(description = "Write the log as lines of JSON that docket audit verify FILE can check anywhere.")
    int export(
            @Option(names = "--out", paramLabel = "FILE", description = "A file that does not exist yet (default: standard output).") Path target,
            @Mixin DeskOption desk) throws IOException {
        try (DeskData data = desk.openData()) {
            if (target == null) {
                AuditExport.write(data.database(), System.out);
                System.out.flush();
            } else {
                write(data, target);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return ExitCode.DONE;
    }

    private void write(DeskData data, Path target) throws IOException {
        long entries;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target, StandardOpenOption.CREATE_NEW))) {
            entries = AuditExport.write(data.database(), out);
        } catch (FileAlreadyExistsException e) {
            throw new UsageException(target + " exists already. Name another file with --out.");
        }
        PrintWriter err = spec.commandLine().getErr();
        err.println(entries + " entries written to " + target);
        err.flush();
    }

    private static AuditVerifier.Outcome verify(DeskOption desk, Witnesses witnesses) {
        try (DeskData data = desk.openData()) {
            return new AuditVerifier(witnesses, new VerdictAudit()).verify(data.database());
        }
    }

    private static AuditVerifier.Outcome verify(Path file, Witnesses witnesses) throws IOException {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new UsageException(file + " cannot be read. Name a log written by docket audit export.");
        }
        return new AuditVerifier(witnesses).verify(file);
    }

    private static Map<String, Object> fields(AuditVerifier.Outcome outcome) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("sound", outcome.firstBad().isEmpty());
        fields.put("entries", outcome.entries());
        fields.put("writers", outcome.writers());
        fields.put("sealed", outcome.sealed());
        fields.put("first_bad", outcome.firstBad().orElse(null));
        return fields;
    }
}
