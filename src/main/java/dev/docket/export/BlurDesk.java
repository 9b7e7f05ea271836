package dev.docket.export;

import dev.docket.audit.AuditKind;
import dev.docket.audit.AuditLog;
import dev.docket.decode.DecodedImage;
import dev.docket.decode.ImageDecoder;
import dev.docket.decode.PngEncoder;
import dev.docket.decode.UndecodableImageException;
import dev.docket.progress.Progress;
import dev.docket.storage.BlobStore;
import dev.docket.storage.ContentHash;
import dev.docket.storage.Database;
import dev.docket.team.Member;
import dev.docket.verdict.Region;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Writes a decision set's pictures with what any reviewer outlined made into squares, and the whole picture where nobody outlined anything:
 * Docket has no detector of faces. PNG, without the file's metadata. Several threads.
 */
public final class BlurDesk {

    /** @param whole of how many all was hidden @param leftOut why pictures are not there, by the name they leave under */
    public record Written(Path folder, int pictures, int whole, SortedMap<String, String> leftOut) {}

    private final Database database;
    private final BlobStore blobs;
    private final ImageDecoder decoder;
    private final ExportKeys keys;
    private final AuditLog audit;
    private final Member self;

    public BlurDesk(Database database, BlobStore blobs, ImageDecoder decoder, ExportKeys keys, AuditLog audit, Member self) {
        this.database = database;
        this.blobs = blobs;
        this.decoder = decoder;
        this.keys = keys;
        this.audit = audit;
        this.self = self;
    }

    /**
     * Writes {@code ITEM.png} and {@code blurred.csv}. The folder appears whole or not at all, after the log has it.
     *
     * @param manifest of the set, which this desk wrote before
     * @throws TargetFolderException when the target is not a folder that does not exist, or is empty
     * @throws IOException when the disk is full or an item was withdrawn meanwhile; nothing is left behind
     * @throws dev.docket.progress.StoppedException when cancelled; nothing is left behind
     */
    public Written write(DecisionSet set, ContentHash manifest, Path target, Progress progress) throws IOException, TargetFolderException {
        SortedMap<String, String> leftOut = new TreeMap<>();
        List<LabelledItem> pictured = set.withImages();
        int whole = 0;
        try (StagingFolder staging = StagingFolder.beside(target)) {
            FolderFiles files = new FolderFiles(staging.root(), blobs, FolderFiles.DURABLE, pictured.size(), progress);
            try (CsvRows rows = CsvRows.of(files.create("blurred.csv"), List.of("item_id", "file_name", "label", "hidden", "left_out"))) {
                for (LabelledItem item : pictured) {
                    String name = Pseudonyms.item(keys.names(set.recipe().audience()), item.item().id());
                    files.step(name);
                    List<Region> regions = item.votes().stream().flatMap(vote -> vote.finding().orElseThrow().regions().stream()).toList();
                    String hidden = regions.isEmpty() ? "all" : "regions";
                    String fault = picture(files, item, regions, name);
                    if (!fault.isEmpty()) {
                        leftOut.put(name, fault);
                    } else if (hidden.equals("all")) {
                        whole++;
                    }
                    rows.write(Stream.of(name, fault.isEmpty() ? name + ".png" : "", item.label(), fault.isEmpty() ? hidden : "", fault));
                }
            }
            progress.stopIfCancelled();
            note(pictured, manifest, leftOut.size());
            staging.publish();
        }
        return new Written(target, pictured.size() - leftOut.size(), whole, leftOut);
    }

    /** @return why there is none; empty text when there is */
    private String picture(SetFiles files, LabelledItem item, List<Region> regions, String name) throws IOException {
        try {
            DecodedImage hidden = Pixelation.of(decoder.decode(files.picture(item.item().sha256(), item.item().byteLength())), regions);
            try (OutputStream out = files.create(name + ".png")) {
                out.write(PngEncoder.encode(hidden.width(), hidden.height(), hidden.argb()));
            }
            return "";
        } catch (UndecodableImageException e) {
            return "cannot be read: " + e.getMessage();
        }
    }

    private void note(List<LabelledItem> pictured, ContentHash manifest, int leftOut) throws IOException {
        boolean noted = database.inTransaction(tx -> {
            Set<UUID> live = new HashSet<>(DeskItems.live(tx).stream().map(DeskItems.Known::id).toList());
            if (!pictured.stream().allMatch(item -> live.contains(item.item().id()))) {
                return false;
            }
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("manifest", manifest.hex());
            line.put("pictures", pictured.size() - leftOut);
            line.put("left_out", leftOut);
            line.put("by", self.pseudonym());
            audit.append(tx, AuditKind.SET_BLURRED, line);
            return true;
        });
        if (!noted) {
            throw new IOException("An item of the set was withdrawn while its pictures were hidden; nothing was left behind. Run the export again.");
        }
    }
}
