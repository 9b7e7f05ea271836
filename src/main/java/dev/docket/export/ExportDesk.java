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

    public ExportDesk(Database database, BlobStore blobs, DecisionSetReader reader, ExportKeys keys, AuditLog audit, Member self) {
        this.database = database;
        this.reader = reader;
        this.keys = keys;
        this.blobs = blobs;
        this.folders = new SetFolder(blobs, keys);
        this.audit = audit;
        this.self = self;
    }

    /** The values a selection can name here. */
    public Choices choices() {
        return database.inTransaction(reader::choices);
    }

    /** Where every live item is dealt, decided or not, in order of receipt: what is in test or gold never trains. */
    public Map<UUID, Dealt> dealt(Splits.Grouping grouping) {
        return database.inTransaction(tx -> reader.dealt(tx, grouping));
    }

    /**
     * The set a selection reaches now. Writes nothing.
     *
     * @throws SelectionException when the selection names something that is not there
     */
    public DecisionSet preview(Selection selection, Splits.Grouping grouping) throws SelectionException {
        choices().check(selection);
        return database.inTransaction(tx -> reader.read(tx, selection, grouping));
    }

    /** The signing key's public half, for people to compare with what {@code export verify} says. */
    public Manifest.Key publicKey() {
        return keys.publicKey();
    }

    /** The manifest the set has when written in these formats, without writing: so that a training run can name exactly what it learned from. */
    public Manifest manifest(DecisionSet set, Set<Format> formats) {
        try {
            return new DecisionSetWriter(set, formats, Images.COPY, keys).write(new DryFiles(blobs, Images.COPY));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Refuses a target that could not be written to, before any work is done. */
    public static void requireFree(Path target) throws IOException, TargetFolderException {
        StagingFolder.requireFree(target);
    }

    /**
     * Writes and signs the set. The folder appears whole or not at all; its audit line is stored before it appears.
     *
     * @param target a folder that does not exist, or is empty
     * @throws TargetFolderException when it is something else
     * @throws IOException when the disk is full or an item was withdrawn meanwhile; nothing is left behind
     * @throws dev.docket.progress.StoppedException when cancelled; nothing is left behind
     */
    public Written write(DecisionSet set, Set<Format> formats, Path target, Progress progress) throws IOException, TargetFolderException {
        return write(set, formats, Images.COPY, target, progress);
    }

    /** The same with pictures linked or left out; {@link Images#check} was asked before. */
    public Written write(DecisionSet set, Set<Format> formats, Images images, Path target, Progress progress) throws IOException, TargetFolderException {
        List<Path> earlier = images == Images.LINK ? database.inTransaction(register::folders) : List.of();
        Manifest manifest = folders.write(set, formats, images, earlier, target, progress, written -> note(set, written, target));
        return new Written(target, manifest, manifest.hash());
    }

    /** The audit line and which items left, unless an item of the set was withdrawn since the set was read. */
    private void note(DecisionSet set, Manifest manifest, Path target) throws IOException {
        boolean noted = database.inTransaction(tx -> {
            Set<UUID> live = new HashSet<>(DeskItems.live(tx).stream().map(DeskItems.Known::id).toList());
            if (!set.items().stream().allMatch(i -> live.contains(i.item().id()))) {
                return false;
            }
            AuditEntry line = audit.append(tx, AuditKind.SET_EXPORTED, line(manifest));
            register.note(tx, manifest.hash(), target.toAbsolutePath().toString(), self.id(), line.at(),
                    set.items().stream().map(i -> i.item().id()).collect(Collectors.toMap(item -> item, item -> Pseudonyms.item(keys.names(), item))));
            return true;
        });
        if (!noted) {
            throw new IOException("an item of the set was withdrawn while it was written");
        }
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
        line.put("by", self.pseudonym());
        return line;
    }
}
