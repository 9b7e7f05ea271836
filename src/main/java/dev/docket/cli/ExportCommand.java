package dev.docket.cli;

import dev.docket.desk.Desk;
import dev.docket.export.CopyDesk;
import dev.docket.export.DecisionSet;
import dev.docket.export.ExportDesk;
import dev.docket.export.Format;
import dev.docket.export.Images;
import dev.docket.export.Manifest;
import dev.docket.export.Selection;
import dev.docket.export.SelectionException;
import dev.docket.export.Splits;
import dev.docket.export.TargetFolderException;
import dev.docket.storage.CanonicalJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code docket export}. */
@Command(
        name = "export",
        description = {
            "Write the decisions as a labelled, signed decision set.",
            "Selection: lane, label, decided (a day; =, >=, >, <=, <), pack, source, gold (yes or no); several values by commas, several "
                    + "conditions by spaces: --where 'label=benign,spam_scam decided>=2026-11-01'."
        },
        subcommands = ExportVerifyCommand.class)
final class ExportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DeskOption desk;

    @Option(names = "--out", paramLabel = "DIR", description = "Where the set goes: a folder that does not exist yet, or is empty.")
    private Path out;

    @Option(names = "--format", split = ",", paramLabel = "F", description = "Several by commas: jsonl, csv, imagefolder (default: these three), parquet, webdataset, coco, label-studio, fiftyone, cvat, aif360, croissant.")
    private List<String> formats = List.of();

    @Option(names = "--images", paramLabel = "HOW", description = "copy, link (to the same picture in an earlier set of this desk, where it is on the same disk) or reference (only named, with their hashes); default: ${DEFAULT-VALUE}.")
    private Images images = Images.COPY;

    @Option(names = "--where", paramLabel = "SELECTION", description = "Which decisions (default: all but quality checks).")
    private String where = "";

    @Option(names = "--keep-uploaders-together", description = "Deal splits so that no uploader is in two; a few busy ones can pull most items into one split.")
    private boolean uploaders;

    @Option(names = "--copies", paramLabel = "DIR", description = "Also write marked copies of the pictures there, for --recipient: each has a number in its pixels by which docket watermark read finds it again.")
    private Path copies;

    @Option(names = "--recipient", paramLabel = "NAME", description = "To whom the copies are handed.")
    private String recipient;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (out == null) {
            throw new UsageException("--out DIR says where the decision set goes");
        }
        requireRecipient();
        Splits.Grouping grouping = uploaders ? Splits.Grouping.NEAR_DUPLICATES_AND_UPLOADER : Splits.Grouping.NEAR_DUPLICATES;
        try {
            Set<Format> wanted = formats.isEmpty() ? Format.USUAL : Format.parse(formats);
            images.check(wanted);
            Selection selection = Selection.parse(where);
            ExportDesk.requireFree(out);
            if (copies != null) {
                ExportDesk.requireFree(copies);
            }
            try (Desk opened = desk.open()) {
                if (copies != null) {
                    LeadOnly.check(opened);
                }
                return export(opened, opened.exports.preview(selection, grouping), wanted);
            }
        } catch (SelectionException | TargetFolderException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private void requireRecipient() {
        if ((copies == null) != (recipient == null)) {
            throw new UsageException("--copies DIR and --recipient NAME go together: marked copies are written for somebody");
        }
        if (copies != null && copies.toAbsolutePath().normalize().startsWith(out.toAbsolutePath().normalize())) {
            throw new UsageException("--copies names a folder outside of --out: a decision set holds nothing but what was signed");
        }
        try {
            CopyDesk.requireName(recipient == null ? "nobody" : recipient);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--recipient: " + e.getMessage());
        }
    }

    private int export(Desk opened, DecisionSet set, Set<Format> wanted) throws IOException, TargetFolderException {
        PrintWriter preview = json ? spec.commandLine().getErr() : spec.commandLine().getOut();
        new ExportPreview(set).print(preview);
        preview.flush();
        if (set.isEmpty()) {
            print(Map.of("written", false, "emptied_by", set.emptiedBy().orElse("")), List.of("Nothing was written."));
            return ExitCode.FOUND;
        }
        ExportDesk.Written written;
        try (ProgressLine progress = ProgressLine.onStandardError()) {
            written = opened.exports.write(set, wanted, images, out, progress);
        }
        Manifest manifest = written.manifest();
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("written", true);
        result.put("folder", out.toString());
        result.put("manifest_sha256", written.manifestHash().hex());
        result.put("key_id", manifest.key().id());
        result.put("files", manifest.files().size() + 2);
        result.put("counts", manifest.counts());
        result.put("left_out", manifest.leftOut());
        List<String> lines = new ArrayList<>(List.of(
                "Written to " + out + ": " + (manifest.files().size() + 2) + " files, " + manifest.counts().images() + " pictures.",
                "Manifest " + written.manifestHash().hex() + ", signed with key " + manifest.key().id() + ".",
                "Check it later with: docket export verify " + out));
        result.put("cannot_carry", cannotCarry(manifest));
        cannotCarry(manifest).forEach((format, what) -> lines.add(format + " does not carry: " + what + "."));
        if (!manifest.elsewhere().isEmpty()) {
            lines.add(manifest.elsewhere().size() + " pictures are named in the manifest and not in the set.");
        }
        boolean all = copies == null || copy(opened, set, written, result, lines);
        print(result, lines);
        return all ? ExitCode.DONE : ExitCode.FOUND;
    }

    private static Map<String, String> cannotCarry(Manifest manifest) {
        Map<String, String> losses = new LinkedHashMap<>();
        Format.ALL.stream().filter(format -> manifest.formats().contains(format.word())).forEach(format -> format.loses().ifPresent(what -> losses.put(format.word(), what)));
        return losses;
    }

    /** @return whether every picture has a copy */
    private boolean copy(Desk opened, DecisionSet set, ExportDesk.Written written, Map<String, Object> result, List<String> lines) throws IOException, TargetFolderException {
        CopyDesk.Written copied;
        try (ProgressLine progress = ProgressLine.onStandardError()) {
            copied = opened.copies.write(set, written.manifestHash(), recipient, copies, progress);
        }
        result.put("copies", Map.of("folder", copies.toString(), "recipient", recipient, "count", copied.copies(), "left_out", copied.leftOut()));
        lines.add(copied.copies() + " marked copies for " + recipient + " written to " + copies + ". Find one again with: docket watermark read FILE");
        copied.leftOut().forEach((name, why) -> lines.add("No copy of " + name + ": it " + why + "."));
        return copied.leftOut().isEmpty();
    }

    private void print(Map<String, Object> result, List<String> lines) {
        PrintWriter printer = spec.commandLine().getOut();
        if (json) {
            printer.println(CanonicalJson.write(result));
        } else {
            lines.forEach(printer::println);
        }
        printer.flush();
    }
}
