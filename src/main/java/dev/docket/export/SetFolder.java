package dev.docket.export;

import dev.docket.progress.Progress;
import dev.docket.storage.BlobStore;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Puts a decision set into a folder, whole or not at all. Several threads. */
public final class SetFolder {

    /** The last thing done before the folder appears; a fault here keeps it from appearing. */
    interface LastStep {
        void before(Manifest manifest) throws IOException;
    }

    private final BlobStore blobs;
    private final ExportKeys keys;
    private final FolderFiles.Opener opener;

    /** @param blobs where the pictures lie */
    public SetFolder(BlobStore blobs, ExportKeys keys) {
        this(blobs, keys, FolderFiles.DURABLE);
    }

    SetFolder(BlobStore blobs, ExportKeys keys, FolderFiles.Opener opener) {
        this.blobs = blobs;
        this.keys = keys;
        this.opener = opener;
    }

    /** Writes a set that nobody keeps a record of. @see ExportDesk#write */
    public Manifest write(DecisionSet set, Set<Format> formats, Path target, Progress progress) throws IOException, TargetFolderException {
        return write(set, formats, target, progress, _ -> {});
    }

    /** @see ExportDesk#write */
    Manifest write(DecisionSet set, Set<Format> formats, Path target, Progress progress, LastStep last) throws IOException, TargetFolderException {
        return write(Draft.of(set, formats, Images.COPY), List.of(), target, progress, last);
    }

    /** @param earlier folders of earlier sets, newest first */
    Manifest write(Draft draft, List<Path> earlier, Path target, Progress progress, LastStep last) throws IOException, TargetFolderException {
        try (StagingFolder staging = StagingFolder.beside(target)) {
            long steps = DecisionSetWriter.steps(draft, keys);
            FolderFiles files = new FolderFiles(staging.root(), blobs, opener, steps, progress, draft.images(), earlier);
            Manifest manifest = new DecisionSetWriter(draft, keys).write(files);
            byte[] text = manifest.bytes();
            put(files, Manifest.NAME, text);
            put(files, Manifest.SIGNATURE, keys.sign(text));
            progress.at(steps, steps, Manifest.NAME);
            progress.stopIfCancelled();
            last.before(manifest);
            staging.publish();
            return manifest;
        } catch (IOException e) {
            throw new IOException("The decision set could not be written to " + target + ": " + reason(e)
                    + ". Nothing was left behind. Make room or choose another folder, then run the export again.", e);
        }
    }

    private static void put(SetFiles files, String name, byte[] content) throws IOException {
        try (OutputStream out = files.create(name)) {
            out.write(content);
        }
    }

    private static String reason(IOException e) {
        String said = e instanceof FileSystemException fault && fault.getReason() != null ? fault.getReason() : e.getMessage();
        return said == null ? e.getClass().getSimpleName() : said.strip().replaceAll("\\.$", "");
    }
}
