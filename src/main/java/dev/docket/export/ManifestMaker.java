package dev.docket.export;

import dev.docket.verdict.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Describes a set: counts, rules, origins. */
final class ManifestMaker {
    static final String SHARES = "70 train, 15 validation, 15 test of 100, by HMAC-SHA256(salt, group); gold apart";
    private static final String BY_LOOKS = "Pictures that look alike stay in one split. Uploaders are not kept together: "
            + "a few busy ones connect most groups into one, which would put nearly everything into one split.";
    private static final String BY_UPLOADER = "Pictures that look alike and pictures of one uploader stay in one split, as was asked for. "
            + "A few busy uploaders can connect most groups into one: look at the counts before use.";
    private static final List<String> REDACTION = List.of(
            "Items, near-duplicate groups and uploaders are named by HMAC-SHA256 under a key that stays at the desk.",
            "Reviewers are named likewise; a reviewer with fewer than " + Pseudonyms.MIN_VOTES + " votes in this set is 'other'.",
            "Decision times are days.",
            "File names and ids of the feed are left out; pictures are named by their SHA-256.",
            "Posted text, notes, and text out of the files are left out, but for who their Content Credentials name.",
            "Picture files are byte-identical copies: they still carry their embedded metadata, coordinates included.");

    private final Draft draft;
    private final DecisionSet set;
    private final Set<Format> formats;
    private final ExportKeys keys;
    private final Pseudonyms names;
    private final List<LabelledItem> rows;

    /** @param set what is written of the draft */
    ManifestMaker(Draft draft, DecisionSet set, Set<Format> formats, ExportKeys keys, Pseudonyms names) {
        this.draft = draft;
        this.set = set;
        this.formats = formats;
        this.keys = keys;
        this.names = names;
        this.rows = set.rows();
    }

    Manifest manifest(List<Manifest.File> files, List<Manifest.File> elsewhere) {
        return new Manifest(
                Manifest.SCHEMA, query(), days(), packs(), models(),
                counts(), leftOut(), dealing(), set.recipe().rule().words(), formats.stream().sorted().map(Format::word).toList(), redaction(set.recipe()),
                keys.publicKey(), files, elsewhere, draft.lineage().version().map(Version::toString).orElse(null),
                draft.lineage().parent().map(ManifestMaker::parent).orElse(null), draft.lineage().delta(),
                set.recipe().mostPerUploader().isPresent() ? set.recipe().mostPerUploader().getAsInt() : null, draft.approvals(), set.recipe().audience().orElse(null),
                terms().licence().orElse(null), terms().basis().orElse(null), Manifest.rootOf(files));
    }

    static List<String> redaction(Recipe recipe) {
        return Stream.concat(REDACTION.stream(), recipe.audience().stream().map(who -> "Names are those of sets for " + who
                + " alone: in sets for others they are others. The same picture has the same SHA-256 everywhere, by which rows can still be matched.")).toList();
    }

    Terms terms() {
        return draft.order().terms();
    }

    /** What was asked for, as it may be told outside: uploaders by the names they have there. */
    Manifest.Query query() {
        Selection told = names.selection(set.selection());
        return new Manifest.Query(told.where(), told.queryHash().hex());
    }

    private static Manifest.Parent parent(Lineage.Parent parent) {
        Changes changes = parent.changes();
        return new Manifest.Parent(parent.manifest().hex(), parent.version().map(Version::toString).orElse(null), changes.added().size(),
                changes.relabelled().size(), changes.changed().size(), changes.removed().size(), changes.erased().size());
    }

    String keyId() {
        return keys.publicKey().id();
    }

    Manifest.Counts counts() {
        List<LabelledItem> pictured = Format.anyPictured(formats) ? set.withImages() : List.of();
        SortedMap<String, Long> bySplit = new TreeMap<>();
        rows.forEach(i -> bySplit.merge(i.split().word(), 1L, Long::sum));
        SortedMap<String, SortedMap<String, Long>> byLabel = new TreeMap<>();
        rows.forEach(i -> byLabel.computeIfAbsent(i.label(), _ -> new TreeMap<>()).merge(i.split().word(), 1L, Long::sum));
        return new Manifest.Counts(
                set.items().size(), rows.size(), pictured.size(), set.hashesOnly().size(), rows.stream().mapToLong(i -> i.votes().size()).sum(),
                rows.stream().filter(LabelledItem::blind).count(), names.named(), names.suppressed(),
                pictured.stream().filter(i -> i.provenance().gps()).count(), bySplit, byLabel);
    }

    Manifest.Days days() {
        List<LocalDate> days = set.items().stream().map(i -> RowMaker.day(i.deciding())).sorted().toList();
        return days.isEmpty() ? null : new Manifest.Days(days.getFirst().toString(), days.getLast().toString());
    }

    List<Manifest.Pack> packs() {
        return set.items().stream().flatMap(i -> i.votes().stream()).map(Verdict::pack).distinct()
                .map(p -> new Manifest.Pack(p.id(), p.version(), p.sha256().hex()))
                .sorted((a, b) -> (a.id() + "@" + a.version() + a.sha256()).compareTo(b.id() + "@" + b.version() + b.sha256())).toList();
    }

    List<String> models() {
        return rows.stream().flatMap(i -> Stream.concat(
                        i.votes().stream().flatMap(v -> v.shown().models().stream()), i.scores().stream().map(s -> s.model() + "@" + s.version())))
                .distinct().sorted().toList();
    }

    private List<Manifest.Reason> leftOut() {
        return set.leftOut().entrySet().stream().map(e -> new Manifest.Reason(e.getKey().word(), e.getKey().sentence(), e.getValue())).toList();
    }

    private Manifest.Dealing dealing() {
        Splits.Grouping grouping = set.grouping();
        return new Manifest.Dealing(
                grouping.words(), grouping == Splits.Grouping.NEAR_DUPLICATES ? BY_LOOKS : BY_UPLOADER, SHARES,
                rows.stream().map(LabelledItem::group).distinct().count(), keys.splits(grouping).saltHash().hex());
    }
}
