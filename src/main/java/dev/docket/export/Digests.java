package dev.docket.export;

import dev.docket.storage.CanonicalText;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Tells whether an item's row is the one it was. Keyed with the desk's key for names, and without the picture's hashes (an item keeps
 * its picture): what stays in the register after an erasure must not lead back to the picture.
 */
final class Digests {
    private Digests() {}

    /** Of every item of a whole set. */
    static Map<UUID, Changes.Was> of(DecisionSet set, ExportKeys keys) {
        Pseudonyms names = Pseudonyms.of(keys.names(set.recipe().audience()), set);
        ImageNames paths = new ImageNames(set.withImages(), names);
        RowMaker maker = new RowMaker(names);
        byte[] key = keys.names();
        Map<UUID, Changes.Was> digests = new LinkedHashMap<>();
        for (LabelledItem item : set.items()) {
            byte[] told = item.mode() == ExportMode.HASH_ONLY
                    ? (item.pdq().map(h -> h.quality()).orElse(-1) + " " + item.label() + " " + RowMaker.day(item.deciding())).getBytes(StandardCharsets.UTF_8)
                    : CanonicalText.bytes(withoutHashes(maker.row(item, paths.of(item))));
            digests.put(item.item().id(), new Changes.Was(names.item(item.item().id()), item.label(), HexFormat.of().formatHex(Hmac.of(key, told))));
        }
        return digests;
    }

    /** Whether there is a hash, and what else the path says, stays. */
    private static ExportRow withoutHashes(ExportRow r) {
        String hash = r.sha256();
        return new ExportRow(r.itemId(), "", r.pdq() == null ? null : "", r.pdqQuality(), r.clusterId(), r.fileName() == null ? null : r.fileName().replace(hash, ""),
                r.mediaType(), r.width(), r.height(), r.label(), r.additional(), r.severity(), r.action(), r.sure(), r.nVotes(), r.votes(), r.softLabel(),
                r.agreement(), r.adjudicated(), r.blind(), r.policyId(), r.policyVersion(), r.policySha256(), r.jurisdiction(), r.lane(), r.source(),
                r.uploader(), r.provenance(), r.scores(), r.gold(), r.trainingAllowed(), r.exportMode(), r.split(), r.decidedAt(), r.origin(), r.rationale(),
                r.regions(), r.finalState(), r.propagatedFrom(), r.seen());
    }
}
