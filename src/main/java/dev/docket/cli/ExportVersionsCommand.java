package dev.docket.cli;

import dev.docket.desk.Desk;
import dev.docket.export.Changes;
import dev.docket.export.Departure;
import dev.docket.export.SelectionException;
import dev.docket.export.SetRegister;
import dev.docket.export.Version;
import dev.docket.storage.CanonicalJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code docket export versions}. */
@Command(name = "versions", description = {"List the versions of decision sets, or with two of them what changed between.",
        "docket export versions eu-flags; docket export versions eu-flags@6 eu-flags@7"})
final class ExportVersionsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DeskOption desk;

    @Parameters(arity = "0..2", paramLabel = "NAME", description = "A name, or two versions such as eu-flags@6 eu-flags@7.")
    private List<String> names = List.of();

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        try (Desk opened = desk.open()) {
            LeadOnly.check(opened);
            PrintWriter out = spec.commandLine().getOut();
            if (names.size() == 2) {
                Version earlier = Version.parse(names.get(0));
                Version later = Version.parse(names.get(1));
                differences(out, opened.exports.changes(earlier, later), opened.exports.departures(earlier, later));
            } else {
                list(out, opened.exports.versions().stream().filter(set -> names.isEmpty() || set.version().orElseThrow().name().equals(names.getFirst())).toList());
            }
            out.flush();
            return ExitCode.DONE;
        } catch (SelectionException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private void list(PrintWriter out, List<SetRegister.Registered> versions) {
        for (SetRegister.Registered set : versions) {
            if (json) {
                out.println(CanonicalJson.write(Map.of("version", set.version().orElseThrow().toString(), "manifest_sha256", set.manifest().hex(), "folder", set.folder(), "written_at", set.at().toString())));
            } else {
                out.println(set.version().orElseThrow() + "  " + set.at() + "  manifest " + set.manifest().hex() + "  " + set.folder());
            }
        }
        if (versions.isEmpty() && !json) {
            out.println("No set has " + (names.isEmpty() ? "a name" : "the name " + names.getFirst()) + " yet: docket export --name NAME --out DIR");
        }
    }

    private void differences(PrintWriter out, Changes changes, List<Departure> gone) {
        Map<String, SortedSet<String>> all = new LinkedHashMap<>();
        all.put("added", changes.added());
        all.put("relabelled", changes.relabelled());
        all.put("changed", changes.changed());
        all.put("removed", changes.removed());
        all.put("erased", changes.erased());
        if (json) {
            Map<String, Object> told = new LinkedHashMap<>(all);
            told.put("tombstones", gone.stream().map(Departure::told).toList());
            out.println(CanonicalJson.write(told));
        } else {
            out.println(words(changes));
            List.of("added", "relabelled", "changed").forEach(what -> all.get(what).forEach(item -> out.println(what + "  " + item)));
            gone.forEach(each -> out.println(ExportPreview.line(each)));
        }
    }

    /** {@code 3 added, 1 erased}. */
    static String words(Changes changes) {
        List<String> words = new ArrayList<>();
        Map<String, SortedSet<String>> all = new LinkedHashMap<>();
        all.put(" added", changes.added());
        all.put(" relabelled", changes.relabelled());
        all.put(" with another row", changes.changed());
        all.put(" removed", changes.removed());
        all.put(" erased", changes.erased());
        all.forEach((what, items) -> {
            if (!items.isEmpty()) {
                words.add(items.size() + what);
            }
        });
        return words.isEmpty() ? "nothing changed" : String.join(", ", words);
    }
}
