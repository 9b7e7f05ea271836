package dev.docket.cli;

import dev.docket.audit.AuditKind;
import dev.docket.desk.Desk;
import dev.docket.policy.ConceptMap;
import dev.docket.policy.ConceptMapFile;
import dev.docket.policy.ConceptMaps;
import dev.docket.policy.PolicyFormatException;
import dev.docket.policy.PolicyPack.Label;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code docket scores map}. */
@Command(name = "map", description = {
    "Print the map of vendors' concepts in force; with FILE, check that map against the policy in force and put it in force in its place.",
    "Exit code 1: FILE has faults, each is named by line and field."
})
final class ScoresMapCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DeskOption desk;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "A map (YAML). Fields: docs/vendor-scores.md.")
    private Path file;

    @Option(names = "--check", description = "Only check FILE.")
    private boolean check;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try (Desk opened = desk.open()) {
            if (file == null) {
                out.print(opened.policy.concepts().text());
                out.flush();
                return ExitCode.DONE;
            }
            ConceptMap map = ConceptMapFile.read(file, opened.policy.pack().labels().stream().map(Label::id).toList());
            if (!check) {
                LeadOnly.check(opened);
                put(opened, map);
            }
            out.println("%s: fine, %s, %d concepts, sha256 %s%s".formatted(file, map.ref().name(), map.concepts().size(), map.ref().sha256(),
                    check ? "" : "\nIt is in force for what is taken in from now on; import recorded answers again to read them by it."));
            out.flush();
            return ExitCode.DONE;
        } catch (PolicyFormatException e) {
            e.faults().forEach(fault -> out.println(file + ":" + fault.line() + ": " + fault.field() + ": " + fault.message()));
            out.flush();
            return ExitCode.FOUND;
        }
    }

    private static void put(Desk opened, ConceptMap map) {
        opened.database.transact(tx -> {
            new ConceptMaps().put(tx, map, opened.self.id(), opened.clock.instant().truncatedTo(ChronoUnit.MICROS));
            opened.audit.append(tx, AuditKind.CONCEPT_MAP_PUT_IN_FORCE, Map.of("map", map.ref().name(), "sha256", map.ref().sha256().hex()));
        });
    }
}
