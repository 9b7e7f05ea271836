package dev.docket.audit.seal;

import dev.docket.storage.ContentHash;
import java.util.Base64;
import java.util.List;

/**
 * How large a log was and what its root was then, as C2SP tlog-checkpoint has it.
 *
 * @param origin which log
 * @param size leaves, from 0
 */
public record Checkpoint(String origin, long size, ContentHash root) {

    /** The text that is signed. */
    String text() {
        return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root.bytes()) + "\n";
    }

    /** @throws BadNote when the text is not that of a checkpoint; lines after the third are of no matter */
    public static Checkpoint of(SignedNote note) throws BadNote {
        List<String> lines = note.text().lines().toList();
        try {
            if (lines.size() >= 3 && !lines.getFirst().isEmpty() && lines.get(1).matches("0|[1-9][0-9]{0,17}")) {
                Checkpoint read = new Checkpoint(lines.getFirst(), Long.parseLong(lines.get(1)), ContentHash.fromDigest(Base64.getDecoder().decode(lines.get(2))));
                if (note.text().startsWith(read.text())) {
                    return read;
                }
            }
        } catch (IllegalArgumentException _) {
            throw new BadNote("It is not a checkpoint: its third line is not the base64 of a SHA-256");
        }
        throw new BadNote("It is not a checkpoint, which has lines with the log, its size and its root");
    }
}
