package dev.docket.cli;

import dev.docket.desk.Desk;
import dev.docket.export.Approvals;
import dev.docket.export.BlurDesk;
import dev.docket.export.CopyDesk;
import dev.docket.export.DecisionSet;
import dev.docket.export.Departure;
import dev.docket.export.Draft;
import dev.docket.export.ExportDesk;
import dev.docket.export.Format;
import dev.docket.export.Manifest;
import dev.docket.export.Order;
import dev.docket.export.SelectionException;
import dev.docket.export.TargetFolderException;
import dev.docket.storage.CanonicalJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
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
        subcommands = {ExportVerifyCommand.class, ExportVersionsCommand.class, ExportRequestsCommand.class, ExportApproveCommand.class, ExportScheduleCommand.class})
final class ExportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DeskOption desk;

    @Option(names = "--out", paramLabel = "DIR", description = "Where the set goes: a folder that does not exist yet, or is empty.")
    private Path out;

    @Mixin
    private OrderOptions order;

    @Option(names = "--needs-approval", description = "Do not write: ask a second lead to sign first. A name that was asked for once always needs it.")
    private boolean needsApproval;

    @Option(names = "--request", paramLabel = "ID", description = "Write what was asked for and signed: docket export requests lists them.")
    private String request;

    @Option(names = "--copies", paramLabel = "DIR", description = "Also write marked copies of the pictures there, for --recipient: each has a number in its pixels by which docket watermark read finds it again.")
    private Path copies;

    @Option(names = "--recipient", paramLabel = "NAME", description = "To whom the copies are handed.")
    private String recipient;

    @Option(names = "--blurred", paramLabel = "DIR", description = "Also write the pictures there with what reviewers outlined made into squares, and all of a picture in which nobody outlined anything: "
            + "Docket has no detector of faces. With --images reference no other picture leaves.")
    private Path blurred;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (out == null && !needsApproval) {
            throw new UsageException("--out DIR says where the decision set goes");
        }
        requireRecipient();
        try {
            order.check();
            if (out != null) {
                ExportDesk.requireFree(out);
            }
            for (Path beside : Stream.of(copies, blurred).filter(Objects::nonNull).toList()) {
                ExportDesk.requireFree(beside);
                if (out != null && beside.toAbsolutePath().normalize().startsWith(out.toAbsolutePath().normalize())) {
                    throw new UsageException("--copies and --blurred name folders outside of --out: a decision set holds nothing but what was signed");
                }
            }
            try (Desk opened = desk.open()) {
                if (copies != null || blurred != null || needsApproval || request != null || order.follows()) {
                    LeadOnly.check(opened);
                }
                return needsApproval ? ask(opened) : export(opened);
            }
        } catch (SelectionException | TargetFolderException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private int ask(Desk opened) throws SelectionException, IOException {
        Order asked = order.order(opened.exports);
        Draft draft = opened.exports.draft(asked);
        new ExportPreview(draft, opened.exports.departures(draft)).print(spec.commandLine().getErr());
        Approvals.Request made = opened.exports.approvals().ask(asked);
        print(Map.of("written", false, "request", made.id().toString()), List.of("Asked for, and written by nobody until another lead signs: docket export approve " + made.id(),
                "Then: docket export --request " + made.id() + " --out DIR"));
        return ExitCode.DONE;
    }

    private int export(Desk opened) throws SelectionException, IOException, TargetFolderException {
        if (request == null) {
            return export(opened, opened.exports.draft(order.order(opened.exports)), Optional.empty());
        }
        Approvals.Request signed = opened.exports.approvals().startingWith(request);
        return export(opened, opened.exports.draft(signed.parsed(), signed), Optional.of(signed));
    }

    private void requireRecipient() {
        if ((copies == null) != (recipient == null)) {
            throw new UsageException("--copies DIR and --recipient NAME go together: marked copies are written for somebody");
        }
        try {
            CopyDesk.requireName(recipient == null ? "nobody" : recipient);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--recipient: " + e.getMessage());
        }
    }

    private int export(Desk opened, Draft draft, Optional<Approvals.Request> signed) throws SelectionException, IOException, TargetFolderException {
        PrintWriter preview = json ? spec.commandLine().getErr() : spec.commandLine().getOut();
        List<Departure> gone = opened.exports.departures(draft);
        new ExportPreview(draft, gone).print(preview);
        preview.flush();
        if (draft.isEmpty()) {
            print(Map.of("written", false, "emptied_by", draft.set().emptiedBy().orElse("")), List.of(draft.lineage().delta() ? "Nothing changed; nothing was written." : "Nothing was written."));
            return draft.lineage().delta() ? ExitCode.DONE : ExitCode.FOUND;
        }
        if (signed.isEmpty() && opened.exports.approvals().needed(draft.order())) {
            throw new UsageException("Sets named " + draft.order().name().orElseThrow() + " leave only after a second lead signed: ask with --needs-approval");
        }
        ExportDesk.Written written;
        try (ProgressLine progress = ProgressLine.onStandardError()) {
            written = opened.exports.write(draft, signed, out, progress);
        }
        Manifest manifest = written.manifest();
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("written", true);
        result.put("folder", out.toString());
        result.put("manifest_sha256", written.manifestHash().hex());
        result.put("key_id", manifest.key().id());
        result.put("files", manifest.files().size() + 2);
        result.put("version", manifest.version());
        result.put("parent", manifest.parent());
        result.put("tombstones", gone.stream().map(Departure::told).toList());
        result.put("approvals", manifest.approvals());
        result.put("counts", manifest.counts());
        result.put("left_out", manifest.leftOut());
        List<String> lines = new ArrayList<>(List.of(
                "Written to " + out + ": " + (manifest.files().size() + 2) + " files, " + manifest.counts().images() + " pictures.",
                (manifest.version() == null ? "" : manifest.version() + ": ") + "manifest " + written.manifestHash().hex() + ", signed with key " + manifest.key().id() + ".",
                "Check it later with: docket export verify " + out));
        result.put("cannot_carry", cannotCarry(manifest));
        cannotCarry(manifest).forEach((format, what) -> lines.add(format + " does not carry: " + what + "."));
        if (!manifest.elsewhere().isEmpty()) {
            lines.add(manifest.elsewhere().size() + " pictures are named in the manifest and not in the set.");
        }
        manifest.approvals().stream().skip(1).forEach(approval -> lines.add("Signed by " + approval.by() + " too."));
        if (blurred != null) {
            blur(opened, draft, written, result, lines);
        }
        boolean all = copies == null || copy(opened, opened.exports.written(draft), written, result, lines);
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

    private void blur(Desk opened, Draft draft, ExportDesk.Written written, Map<String, Object> result, List<String> lines) throws IOException, TargetFolderException {
        BlurDesk.Written hidden;
        try (ProgressLine progress = ProgressLine.onStandardError()) {
            hidden = opened.blurring.write(opened.exports.written(draft), written.manifestHash(), blurred, progress);
        }
        result.put("blurred", Map.of("folder", blurred.toString(), "count", hidden.pictures(), "whole", hidden.whole(), "left_out", hidden.leftOut()));
        lines.add(hidden.pictures() + " pictures with parts hidden written to " + blurred + ", " + hidden.whole() + " of them as a whole. A blur hides from a glance; it is no protection.");
        hidden.leftOut().forEach((name, why) -> lines.add("No picture of " + name + ": it " + why + "."));
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
