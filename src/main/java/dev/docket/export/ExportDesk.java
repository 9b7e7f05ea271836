package dev.docket.export;

import dev.docket.audit.AuditLog;
import dev.docket.progress.Progress;
import dev.docket.storage.BlobStore;
import dev.docket.storage.ContentHash;
import dev.docket.storage.Database;
import dev.docket.team.Member;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Where decision sets are looked at, named and written. Several threads. */
public final class ExportDesk {

    /** A set that was written. @param manifestHash its name */
    public record Written(Path folder, Manifest manifest, ContentHash manifestHash) {}

    private final Database database;
    private final BlobStore blobs;
    private final DecisionSetReader reader;
    private final ExportKeys keys;
    private final AuditLog audit;
    private final Member self;
    private final FolderFiles.Opener opener;

    public ExportDesk(Database database, BlobStore blobs, DecisionSetReader reader, ExportKeys keys, AuditLog audit, Member self) {
        this(database, blobs, reader, keys, audit, self, FolderFiles.DURABLE);
    }

    ExportDesk(Database database, BlobStore blobs, DecisionSetReader reader, ExportKeys keys, AuditLog audit, Member self, FolderFiles.Opener opener) {
        this.database = database;
        this.blobs = blobs;
        this.reader = reader;
        this.keys = keys;
        this.audit = audit;
        this.self = self;
        this.opener = opener;
    }

    /** The values a selection can name here. */
    public Choices choices() {
        return database.inTransaction(reader::choices);
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

    /** The manifest the set has when written in these formats, without writing: so that a training run can name exactly what it learned from. */
    public Manifest manifest(DecisionSet set, Set<Format> formats) {
        try {
            return new DecisionSetWriter(set, formats, keys).write(new DryFiles());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        try (StagingFolder staging = StagingFolder.beside(target)) {
            long images = formats.contains(Format.IMAGEFOLDER) ? set.withImages().size() : 0;
            FolderFiles files = new FolderFiles(staging.root(), blobs, opener, images, progress);
            Manifest manifest = new DecisionSetWriter(set, formats, keys).write(files);
            byte[] text = manifest.bytes();
            put(files, Manifest.NAME, text);
            put(files, Manifest.SIGNATURE, keys.sign(text));
            progress.stopIfCancelled();
            progress.at(images, images, Manifest.NAME);
            note(set, manifest);
            staging.publish();
            return new Written(target, manifest, manifest.hash());
        } catch (IOException e) {
            throw new IOException("The decision set could not be written to " + target + ": " + reason(e)
                    + ". Nothing was left behind; make room or choose another folder, then run the export again.", e);
        }
    }

    private static void put(SetFiles files, String name, byte[] content) throws IOException {
        try (OutputStream out = files.create(name)) {
            out.write(content);
        }
    }

    /** The audit line, unless an item of the set was withdrawn since the set was read. */
    private void note(DecisionSet set, Manifest manifest) throws IOException {
        boolean noted = database.inTransaction(tx -> {
            Set<UUID> live = new HashSet<>(DeskItems.live(tx).stream().map(DeskItems.Known::id).toList());
            if (!set.items().stream().allMatch(i -> live.contains(i.item().id()))) {
                return false;
            }
            audit.append(tx, "EXPORTED", line(manifest));
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

    private static String reason(IOException e) {
        String message = e instanceof FileSystemException f && f.getReason() != null ? f.getReason() : e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message.strip().replaceAll("\\.$", "");
    }
}
