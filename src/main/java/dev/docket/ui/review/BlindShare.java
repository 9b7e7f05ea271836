package dev.docket.ui.review;

import dev.docket.storage.ContentHash;
import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * The share of items shown without scores and earlier verdicts, so that their pull on verdicts can be measured. Which
 * items those are follows from their ids alone: the same for everybody, before and after an undo.
 *
 * @param share 0..1
 */
public record BlindShare(double share) {

    public boolean covers(UUID item) {
        byte[] id = ByteBuffer.allocate(16).putLong(item.getMostSignificantBits()).putLong(item.getLeastSignificantBits()).array();
        long first = ByteBuffer.wrap(ContentHash.of(id).bytes()).getLong();
        return (first >>> 11) * 0x1.0p-53 < share;
    }
}
