package dev.docket.cli;

import dev.docket.export.ExportDesk;
import dev.docket.export.Format;
import dev.docket.export.Images;
import dev.docket.export.Manifest;
import dev.docket.export.Order;
import dev.docket.export.Recipe;
import dev.docket.export.Resolution;
import dev.docket.export.Selection;
import dev.docket.export.SelectionException;
import dev.docket.export.Splits;
import dev.docket.export.Terms;
import dev.docket.export.Version;
import dev.docket.storage.ContentHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import picocli.CommandLine.Option;

/** What a decision set is asked for with. */
final class OrderOptions {
    private static final long MOST_BYTES = 64L << 20;

    @Option(names = "--format", split = ",", paramLabel = "F", description = "Several by commas: jsonl, csv, imagefolder (default: these three), parquet, webdataset, coco, label-studio, fiftyone, cvat, aif360, prov, croissant.")
    private List<String> formats = List.of();

    @Option(names = "--images", paramLabel = "HOW", description = "copy, link (to the same picture in an earlier set of this desk, where it is on the same disk) or reference (only named, with their hashes); default: ${DEFAULT-VALUE}.")
    private Images images = Images.COPY;

    @Option(names = "--where", paramLabel = "SELECTION", description = "Which decisions (default: all but quality checks; with --since, those of the set it names).")
    private String where;

    @Option(names = "--rule", paramLabel = "RULE", description = "Which label counts where nobody settled it: majority (default), single (the first vote), adjudicated (none), dawid-skene (the likeliest), soft (shares; ties stay in).")
    private String rule;

    @Option(names = "--max-per-uploader", paramLabel = "N", description = "At most so many items of one uploader.")
    private Integer most;

    @Option(names = "--keep-uploaders-together", description = "Deal splits so that no uploader is in two; a few busy ones can pull most items into one split.")
    private boolean uploaders;

    @Option(names = "--name", paramLabel = "NAME", description = "Write it as the next version of this name: NAME@1, NAME@2 and so on, with what changed since the one before.")
    private String name;

    @Option(names = "--since", paramLabel = "MANIFEST", description = "Write only what an earlier set of this desk lacks, and list what is to be deleted from it: its folder, its manifest.json, or NAME@N.")
    private String since;

    @Option(names = "--audience", paramLabel = "WHO", description = "For whom it is: items, groups and people have names of that audience's own, which tell nothing of sets for others.")
    private String audience;

    @Option(names = "--licence", paramLabel = "WORDS", description = "What whoever receives it may do with it: stands in the manifest and on the card.")
    private String licence;

    @Option(names = "--basis", paramLabel = "WORDS", description = "What permits handing it on, such as a contract or a provision of law: stands there too.")
    private String basis;

    /** Checks what can be checked without a desk. */
    void check() throws SelectionException {
        if (name != null && since != null) {
            throw new UsageException("--name and --since: a delta has no name of its own, it belongs to the set it follows");
        }
        if (most != null && most < 1) {
            throw new UsageException("--max-per-uploader: 1 or more, not " + most);
        }
        if (name != null) {
            Version.checkName(name);
        }
        images.check(written());
        recipe();
        Terms.of(licence, basis);
    }

    private Set<Format> written() throws SelectionException {
        return formats.isEmpty() ? Format.USUAL : Format.parse(formats);
    }

    private Recipe recipe() throws SelectionException {
        return new Recipe(Selection.parse(where == null ? "" : where), uploaders ? Splits.Grouping.NEAR_DUPLICATES_AND_UPLOADER : Splits.Grouping.NEAR_DUPLICATES,
                rule == null ? Resolution.MAJORITY : Resolution.parse(rule), most == null ? OptionalInt.empty() : OptionalInt.of(most),
                Recipe.checkAudience(audience));
    }

    private boolean saysNothing() {
        return where == null && rule == null && most == null && !uploaders;
    }

    /** Whether it names sets that only leads may read of. */
    boolean follows() {
        return name != null || since != null;
    }

    /** A delta is made as the set it follows was, unless it is said how. */
    Order order(ExportDesk exports) throws SelectionException, IOException {
        if (since == null) {
            return Order.of(recipe(), written(), images).withName(Optional.ofNullable(name)).withTerms(Terms.of(licence, basis));
        }
        String manifest = Version.isOne(since) ? exports.manifest(Version.parse(since)) : manifestIn(Path.of(since));
        Order followed = saysNothing() ? exports.following(manifest) : exports.ordered(manifest).withName(Optional.empty()).withSince(Optional.of(manifest));
        Recipe recipe = (saysNothing() ? followed.recipe() : recipe()).withAudience(audience == null ? followed.recipe().audience() : Recipe.checkAudience(audience));
        Terms said = Terms.of(licence == null ? followed.terms().licence().orElse("") : licence, basis == null ? followed.terms().basis().orElse("") : basis);
        return followed.withRecipe(recipe).withFormats(formats.isEmpty() ? followed.formats() : written()).withImages(images).withTerms(said);
    }

    private static String manifestIn(Path path) throws IOException {
        Path file = Files.isDirectory(path) ? path.resolve(Manifest.NAME) : path;
        if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
            throw new UsageException("--since: " + path + " is neither a decision set nor its manifest.json, nor a version such as eu-flags@6");
        }
        return ContentHash.of(Files.readAllBytes(file)).hex();
    }
}
