package dev.docket.export;

import dev.docket.audit.AuditEntry;
import dev.docket.audit.AuditKind;
import dev.docket.audit.AuditLog;
import dev.docket.progress.Progress;
import dev.docket.storage.BlobStore;
import dev.docket.storage.ContentHash;
import dev.docket.storage.Database;
import dev.docket.team.Member;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Where decision sets are looked at, named and written. Several threads. */
public final class ExportDesk {

    /** A set that was written. @param manifestHash its name */
    public record Written(Path folder, Manifest manifest, ContentHash manifestHash) {}

    /** An item's near-duplicate group and the split the group is dealt to. */
    public record Dealt(ContentHash group, Split split) {}

    private final Database database;
    private final DecisionSetReader reader;
    private final ExportKeys keys;
    private final BlobStore blobs;
    private final SetFolder folders;
    private final AuditLog audit;
    private final Member self;
    private final SetRegister register = new SetRegister();
    private final Ancestry ancestry;
    private final Approvals approvals;

    public ExportDesk(Database database, BlobStore blobs, DecisionSetReader reader, ExportKeys keys, AuditLog audit, Member self) {
        this.database = database;
        this.reader = reader;
        this.keys = keys;
        this.blobs = blobs;
        this.folders = new SetFolder(blobs, keys);
        this.audit = audit;
        this.self = self;
        this.ancestry = new Ancestry(database, keys);
        this.approvals = new Approvals(database, audit, self);
    }

    /** The values a selection can name here. */
    public Choices choices() {
        return database.inTransaction(reader::choices);
    }

    /** Where every live item is dealt, decided or not, in order of receipt: what is in test or gold never trains. */
    public Map<UUID, Dealt> dealt(Splits.Grouping grouping) {
        return database.inTransaction(tx -> reader.dealt(tx, grouping));
    }

    /** The set a selection reaches now, by the usual rule. @see #preview(Recipe) */
    public DecisionSet preview(Selection selection, Splits.Grouping grouping) throws SelectionException {
        return preview(new Recipe(selection, grouping));
    }

    /** The set a recipe makes now. Writes nothing. @throws SelectionException when its selection names something that is not there */
    public DecisionSet preview(Recipe recipe) throws SelectionException {
        choices().check(recipe.selection());
        return database.inTransaction(tx -> reader.read(tx, recipe));
    }

    /**
     * What an order comes to now: its set, its number, what it follows and what changed since. Writes nothing.
     *
     * @throws SelectionException when it names something that is not there, or a set that nothing can follow
     */
    public Draft draft(Order order) throws SelectionException {
        order.images().check(order.formats());
        DecisionSet set = preview(order.recipe());
        return new Draft(set, order, ancestry.of(order, set), List.of());
    }

    /** The same with the signatures of a request. @throws SelectionException when it may not leave on this request */
    public Draft draft(Order order, Approvals.Request request) throws SelectionException {
        Draft draft = draft(order);
        return new Draft(draft.set(), order, draft.lineage(), approvals.under(order, request));
    }

    /** Who writes here, by pseudonym. */
    public String self() {
        return self.pseudonym();
    }

    /** Who asked for what, and who signed it. */
    public Approvals approvals() {
        return approvals;
    }

    /** Every version of every name, by name and number. */
    public List<SetRegister.Registered> versions() {
        return database.inTransaction(register::versions);
    }

    /** How a version differs from an earlier one. @throws SelectionException when there is no such version */
    public Changes changes(Version earlier, Version later) throws SelectionException {
        return ancestry.between(ancestry.find(earlier), ancestry.find(later));
    }

    /** Items of what a draft follows that are not in it any more, with what became of them; by name. @throws SelectionException when what it follows is gone from the register */
    public List<Departure> departures(Draft draft) throws SelectionException {
        Optional<Lineage.Parent> parent = draft.lineage().parent();
        return parent.isEmpty() ? List.of() : ancestry.departures(ancestry.find(parent.get().manifest().hex()), parent.get().changes());
    }

    /** Items of the earlier version that the later one has not, with what became of them; by name. @throws SelectionException when there is no such version */
    public List<Departure> departures(Version earlier, Version later) throws SelectionException {
        return ancestry.departures(ancestry.find(earlier), changes(earlier, later));
    }

    /** What a set was asked for with. @param manifest its SHA-256 in hex @throws SelectionException when nothing can follow it */
    public Order ordered(String manifest) throws SelectionException {
        return Order.parse(ancestry.find(manifest).order().orElseThrow());
    }

    /** The order of a delta of a set, made as that was. @param manifest its SHA-256 in hex @throws SelectionException when nothing can follow it so */
    public Order following(String manifest) throws SelectionException {
        Order followed = ordered(manifest);
        if (!followed.recipe().selection().uploaders().isEmpty()) {
            throw new SelectionException("--where: that set was selected by uploader, whose names are not kept; say the selection again");
        }
        return followed.withName(Optional.empty()).withSince(Optional.of(manifest));
    }

    /** The manifest's SHA-256 of a version. @throws SelectionException when there is no such version */
    public String manifest(Version version) throws SelectionException {
        return ancestry.find(version).manifest().hex();
    }

    /** The signing key's public half, for people to compare with what {@code export verify} says. */
    public Manifest.Key publicKey() {
        return keys.publicKey();
    }

    /** The manifest the set has when written in these formats, without writing: so that a training run can name exactly what it learned from. */
    public Manifest manifest(DecisionSet set, Set<Format> formats) {
        return manifest(Draft.of(set, formats, Images.COPY));
    }

    /** The manifest that a draft has when it is written. */
    public Manifest manifest(Draft draft) {
        try {
            return new DecisionSetWriter(draft, keys).write(new DryFiles(blobs, draft.images()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What of a draft is written: everything, or what a delta brings. */
    public DecisionSet written(Draft draft) {
        return draft.written(keys);
    }

    /** Refuses a target that could not be written to, before any work is done. */
    public static void requireFree(Path target) throws IOException, TargetFolderException {
        StagingFolder.requireFree(target);
    }

    /** Writes a set that stands by itself. @see #write(Draft, Path, Progress) */
    public Written write(DecisionSet set, Set<Format> formats, Path target, Progress progress) throws IOException, TargetFolderException {
        return write(Draft.of(set, formats, Images.COPY), target, progress);
    }

    /** Writes a draft that nobody else has to sign. @see #write(Draft, Optional, Path, Progress) */
    public Written write(Draft draft, Path target, Progress progress) throws IOException, TargetFolderException {
        return write(draft, Optional.empty(), target, progress);
    }

    /**
     * Writes and signs the set. The folder appears whole or not at all; its audit line is stored before it appears.
     *
     * @param request on which the draft has its signatures
     * @param target a folder that does not exist, or is empty
     * @throws TargetFolderException when it is something else
     * @throws IOException when the disk is full, an item was withdrawn meanwhile, or a second lead has to sign first; nothing is left behind
     * @throws dev.docket.progress.StoppedException when cancelled; nothing is left behind
     */
    public Written write(Draft draft, Optional<Approvals.Request> request, Path target, Progress progress) throws IOException, TargetFolderException {
        if (approvals.needed(draft.order()) && draft.approvals().isEmpty()) {
            throw new IOException("Sets named " + draft.order().name().orElseThrow() + " leave only after a second lead signed: ask for the signature first");
        }
        List<Path> earlier = draft.images() == Images.LINK ? database.inTransaction(register::folders) : List.of();
        Manifest manifest = folders.write(draft, earlier, target, progress, written -> note(draft, request.map(Approvals.Request::id), written, target));
        return new Written(target, manifest, manifest.hash());
    }

    /** The audit line and which items left, unless an item of the set was withdrawn, or another set of its name written, since the set was read. */
    private void note(Draft draft, Optional<UUID> request, Manifest manifest, Path target) throws IOException {
        Map<UUID, Changes.Was> all = Digests.of(draft.set(), keys);
        Set<UUID> items = draft.written(keys).items().stream().map(i -> i.item().id()).collect(Collectors.toSet());
        Lineage lineage = draft.lineage();
        String refusal = database.inTransaction(tx -> {
            Set<UUID> live = new HashSet<>(DeskItems.live(tx).stream().map(DeskItems.Known::id).toList());
            if (!live.containsAll(items)) {
                return "an item of the set was withdrawn while it was written";
            }
            if (lineage.version().isPresent() && register.latest(tx, lineage.version().get().name()).flatMap(SetRegister.Registered::version).map(Version::number).orElse(0)
                    != lineage.version().get().number() - 1) {
                return lineage.version().get() + " was written by somebody else meanwhile";
            }
            AuditEntry line = audit.append(tx, AuditKind.SET_EXPORTED, line(manifest));
            Map<UUID, Changes.Was> carried = new LinkedHashMap<>(all);
            carried.keySet().retainAll(items);
            register.note(tx, new SetRegister.Registered(UUID.randomUUID(), manifest.hash(), target.toAbsolutePath().toString(), self.id(), line.at(), lineage.version(),
                    lineage.parent().flatMap(parent -> register.find(tx, parent.manifest())).map(SetRegister.Registered::id), lineage.delta(),
                    Optional.of(outside(draft).text())), request, carried, ancestry.gone(tx, lineage));
            return "";
        });
        if (!refusal.isEmpty()) {
            throw new IOException(refusal);
        }
    }

    /** The order as it is kept: an uploader's pseudonym may have to be erased one day, so the register has the name of outside. */
    private Order outside(Draft draft) {
        Order order = draft.order();
        Recipe recipe = order.recipe().withSelection(Pseudonyms.of(keys.names(order.recipe().audience()), List.of()).selection(order.recipe().selection()));
        return order.withRecipe(recipe);
    }

    private Map<String, Object> line(Manifest manifest) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("manifest", manifest.hash().hex());
        line.put("query", manifest.query().sha256());
        line.put("where", manifest.query().where());
        line.put("items", manifest.counts().items());
        line.put("images", manifest.counts().images());
        line.put("formats", String.join(",", manifest.formats()));
        line.put("key", manifest.key().id());
        Optional.ofNullable(manifest.version()).ifPresent(version -> line.put("version", version));
        Optional.ofNullable(manifest.parent()).ifPresent(parent -> line.put("parent", parent.manifest()));
        if (!manifest.approvals().isEmpty()) {
            line.put("approved_by", manifest.approvals().getLast().by());
        }
        line.put("by", self.pseudonym());
        return line;
    }
}
