package dev.docket.cli;

import dev.docket.classify.vendor.Vendor;
import dev.docket.classify.vendor.VendorScore;
import dev.docket.desk.Desk;
import dev.docket.intake.AnswerFile;
import dev.docket.intake.IntakeException;
import dev.docket.intake.Refusal;
import dev.docket.retrain.ScoreImport.Answered;
import dev.docket.retrain.ScoreImport.Stored;
import dev.docket.storage.CanonicalJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code docket scores import}. */
@Command(name = "import", description = {
    "Put a vendor's recorded answers beside the items they are about, and let the policy decide anew on those that wait.",
    "Exit code 1: some lines were refused, each is named with its field."
})
final class ScoresImportCommand implements Callable<Integer> {
    private static final int BATCH = 200;

    @Spec
    private CommandSpec spec;

    @Mixin
    private DeskOption desk;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "JSON lines with item, sha256, or source and id, and the answer; with --item one answer as it came.")
    private List<Path> files;

    @Option(names = "--vendor", required = true, paramLabel = "NAME", description = "clarifai, rekognition, azure, hive, sightengine or openai.")
    private String vendor;

    @Option(names = "--item", paramLabel = "ITEM", description = "The whole id of the item that the answer in the one FILE is about.")
    private UUID item;

    @Option(names = "--model-version", paramLabel = "VERSION", description = "For answers that do not say which version of the model gave them.")
    private String version;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Vendor known = vendor(vendor);
        if (item != null && files.size() != 1) {
            throw new UsageException("--item goes with exactly one FILE, which is the answer on it");
        }
        if (version != null && (version.isBlank() || version.length() > VendorScore.VERSION)) {
            throw new UsageException("--model-version takes 1 to " + VendorScore.VERSION + " characters");
        }
        for (Path file : files) {
            if (!Files.isRegularFile(file)) {
                throw new UsageException(file + " is no file");
            }
        }
        try (Desk opened = desk.open()) {
            List<Refusal> refused = new ArrayList<>();
            Stored stored = Stored.NONE;
            for (Path file : files) {
                AnswerFile answers = new AnswerFile(file, known, Optional.ofNullable(version), opened.database, opened.items);
                stored = stored.plus(item == null ? lines(opened, answers, refused) : single(opened, answers));
            }
            print(stored, opened.scoreImport.decideAnew(stored.items()), refused, opened);
            return refused.isEmpty() ? ExitCode.DONE : ExitCode.FOUND;
        }
    }

    static Vendor vendor(String word) {
        return Vendor.of(word).orElseThrow(() -> new UsageException("There is no vendor '" + word + "'; there are " + String.join(", ", Vendor.words())));
    }

    private Stored single(Desk opened, AnswerFile answer) {
        if (opened.database.inTransaction(tx -> opened.items.find(tx, item)).isEmpty()) {
            throw new UsageException("There is no item " + item);
        }
        try {
            return opened.scoreImport.put(List.of(new Answered(Set.of(item), answer.single())));
        } catch (IntakeException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private static Stored lines(Desk opened, AnswerFile answers, List<Refusal> refused) {
        List<Answered> batch = new ArrayList<>();
        Stored[] stored = {Stored.NONE};
        try (ProgressLine progress = ProgressLine.onStandardError()) {
            int[] lines = {0};
            answers.forEach((items, scores) -> {
                batch.add(new Answered(items, scores));
                progress.at(++lines[0], 0, "answers");
                if (batch.size() == BATCH) {
                    stored[0] = stored[0].plus(opened.scoreImport.put(batch));
                    batch.clear();
                }
            }, refused::add);
        }
        return batch.isEmpty() ? stored[0] : stored[0].plus(opened.scoreImport.put(batch));
    }

    private void print(Stored stored, int moved, List<Refusal> refused, Desk opened) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("items", stored.items().size());
            fields.put("scores", stored.scores());
            fields.put("unknown", List.copyOf(stored.unknown()));
            fields.put("moved", moved);
            fields.put("map", opened.policy.concepts().ref().name());
            fields.put("refused", refused);
            out.println(CanonicalJson.write(fields));
        } else {
            refused.forEach(refusal -> out.println("refused  " + refusal.place() + ": " + refusal.reason()));
            out.println(stored.scores() + " scores of " + stored.items().size() + " items, read by " + opened.policy.concepts().ref().name() + "; "
                    + moved + " waiting items moved, " + refused.size() + " lines refused");
            if (!stored.unknown().isEmpty()) {
                out.println("Concepts that the map does not know, kept and shown as they are:");
                stored.unknown().forEach(concept -> out.println("  " + concept));
            }
        }
        out.flush();
    }
}
