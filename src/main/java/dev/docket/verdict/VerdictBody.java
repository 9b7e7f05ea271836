package dev.docket.verdict;

import dev.docket.storage.CanonicalJson;
import dev.docket.storage.ContentHash;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the audit log says of an event: ids, codes and hashes. The note is under a hash of its own, so that it can be
 * erased and the rest still be checked.
 */
final class VerdictBody {
    private VerdictBody() {}

    static Map<String, Object> of(Verdict verdict) {
        Map<String, Object> body = new TreeMap<>();
        body.put("verdict", verdict.id().toString());
        body.put("task", verdict.taskId().toString());
        body.put("item", verdict.itemId().toString());
        body.put("round", verdict.round());
        body.put("revision", verdict.revision());
        body.put("reviewer", verdict.reviewer().toString());
        body.put("epoch", verdict.leaseEpoch());
        body.put("at", verdict.at().toString());
        body.put("pack", verdict.pack().name());
        body.put("pack_sha256", verdict.pack().sha256().hex());
        body.put("shown_sha256", CanonicalJson.hash(verdict.shown()).hex());
        verdict.reason().ifPresent(reason -> body.put("reason", reason));
        verdict.finding().ifPresent(finding -> {
            body.put("label", finding.label());
            body.put("action", finding.action());
            body.put("finding_sha256", CanonicalJson.hash(finding.withoutNote()).hex());
        });
        noteHash(verdict).ifPresent(hash -> body.put(NOTE, hash.hex()));
        return body;
    }

    static final String NOTE = "note_sha256";

    /** Salted with the event's id, so that equal notes do not show as equal. */
    private static Optional<ContentHash> noteHash(Verdict verdict) {
        return verdict.finding().flatMap(Finding::note)
                .map(note -> ContentHash.of((verdict.id() + "\0" + note).getBytes(StandardCharsets.UTF_8)));
    }
}
