package dev.docket.export;

import dev.docket.audit.AuditEntry;
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
import dev.docket.watermark.copy.CopyMark;
import dev.docket.watermark.copy.UnmarkableException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Writes copies of a decision set's pictures for one recipient, each with a number in its pixels that the register knows. The
 * pictures of desk and set stay as they are. Several threads.
 */
public final class CopyDesk {
    /** What a recipient may be called. */
    private static final String RECIPIENT = "[^\\p{Cc}\\p{Cf}]{1,120}";

    /** @param leftOut why pictures have no copy, by the name they leave under */
    public record Written(Path folder, int copies, SortedMap<String, String> leftOut) {}

    private final Database database;
    private final BlobStore blobs;
    private final ImageDecoder decoder;
    private final ExportKeys keys;
    private final AuditLog audit;
    private final Member self;
    private final CopyRegister register = new CopyRegister();
    private final CopyMark mark = new CopyMark();
    private final SecureRandom lot = new SecureRandom();

    public CopyDesk(Database database, BlobStore blobs, ImageDecoder decoder, ExportKeys keys, AuditLog audit, Member self) {
        this.database = database;
        this.blobs = blobs;
        this.decoder = decoder;
        this.keys = keys;
        this.audit = audit;
        this.self = self;
    }

    /** @throws IllegalArgumentException saying what a name must be */
    public static void requireName(String recipient) {
        if (!recipient.strip().matches(RECIPIENT)) {
            throw new IllegalArgumentException("a recipient is named by 1 to 120 characters");
        }
    }

    /**
     * Writes the copies as PNG files and a list of them. The folder appears whole or not at all, after the register has them.
     *
     * @param manifest of the set, which this desk wrote before
     * @param target a folder that does not exist, or is empty
     * @throws TargetFolderException when it is something else
     * @throws IOException when the disk is full or an item was withdrawn meanwhile; nothing is left behind
     * @throws dev.docket.progress.StoppedException when cancelled; nothing is left behind
     */
    public Written write(DecisionSet set, ContentHash manifest, String recipient, Path target, Progress progress) throws IOException, TargetFolderException {
        requireName(recipient);
        SortedMap<String, String> leftOut = new TreeMap<>();
        List<CopyRegister.Entry> copies = new ArrayList<>();
        List<LabelledItem> pictured = set.withImages();
        Iterator<Long> numbers = database.inTransaction(tx -> drawn(tx, pictured.size())).iterator();
        try (StagingFolder staging = StagingFolder.beside(target)) {
            FolderFiles files = new FolderFiles(staging.root(), blobs, FolderFiles.DURABLE, pictured.size(), progress);
            for (LabelledItem item : pictured) {
                String name = Pseudonyms.item(keys.names(set.recipe().audience()), item.item().id());
                progress.at(copies.size() + leftOut.size(), pictured.size(), name);
                long number = numbers.next();
                try {
                    DecodedImage copy = mark.marked(picture(item), number);
                    put(files, name + ".png", PngEncoder.encode(copy.width(), copy.height(), copy.argb()));
                    copies.add(new CopyRegister.Entry(number, manifest, item.item().id(), recipient.strip(), copy.width(), copy.height(), self.id()));
                } catch (UnmarkableException e) {
                    leftOut.put(name, e.getMessage());
                }
            }
            list(files, set, leftOut);
            progress.stopIfCancelled();
            note(copies, manifest, recipient.strip(), leftOut.size());
            staging.publish();
        }
        return new Written(target, copies.size(), leftOut);
    }

    /** Numbers that no copy has: in no order, so that a number tells nothing of others. */
    private List<Long> drawn(Handle tx, int count) {
        Set<Long> numbers = new LinkedHashSet<>();
        while (numbers.size() < count) {
            long number = lot.nextInt() & 0xffffffffL;
            if (register.find(tx, number).isEmpty()) {
                numbers.add(number);
            }
        }
        return List.copyOf(numbers);
    }

    private DecodedImage picture(LabelledItem item) throws IOException, UnmarkableException {
        byte[] file = blobs.get(item.item().sha256())
                .orElseThrow(() -> new IOException("Picture " + item.item().sha256().hex() + " left the image store during the export; run the export again"));
        try {
            return decoder.decode(file);
        } catch (UndecodableImageException e) {
            throw new UnmarkableException("cannot be read: " + e.getMessage());
        }
    }

    private void list(SetFiles files, DecisionSet set, SortedMap<String, String> leftOut) throws IOException {
        try (CsvRows rows = CsvRows.of(files.create("copies.csv"), List.of("item_id", "file_name", "label", "left_out"))) {
            for (LabelledItem item : set.withImages()) {
                String name = Pseudonyms.item(keys.names(set.recipe().audience()), item.item().id());
                rows.write(Stream.of(name, leftOut.containsKey(name) ? "" : name + ".png", item.label(), leftOut.getOrDefault(name, "")));
            }
        }
    }

    private static void put(SetFiles files, String name, byte[] content) throws IOException {
        try (OutputStream out = files.create(name)) {
            out.write(content);
        }
    }

    /** Register and audit line, unless an item of the set was withdrawn since the set was read. */
    private void note(List<CopyRegister.Entry> copies, ContentHash manifest, String recipient, int leftOut) throws IOException {
        boolean noted = database.inTransaction(tx -> {
            Set<UUID> live = new HashSet<>(DeskItems.live(tx).stream().map(DeskItems.Known::id).toList());
            if (!copies.stream().allMatch(copy -> live.contains(copy.item()))) {
                return false;
            }
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("manifest", manifest.hex());
            line.put("recipient", recipient);
            line.put("copies", copies.size());
            line.put("left_out", leftOut);
            line.put("by", self.pseudonym());
            Instant at = audit.append(tx, AuditKind.SET_COPIED, line).at();
            register.note(tx, copies, at);
            return true;
        });
        if (!noted) {
            throw new IOException("An item of the set was withdrawn while copies were written; nothing was left behind. Run the export again.");
        }
    }
}
