package dev.docket.verdict;

import dev.docket.storage.CanonicalJson;
import dev.docket.storage.ContentHash;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the audit log says of an event: ids, codes and hashes. Words and regions are under hashes of their own, so that
 * they can be erased and the rest still be checked.
 */
final class VerdictBody {
    /** Fields of what can be erased. */
    static final List<String> ERASABLE = List.of("note_sha256", "details_sha256", "words_sha256");

    /** Field of the hash of what was on screen. */
    static final String SHOWN = "shown_sha256";

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
        body.put(SHOWN, CanonicalJson.hash(verdict.shown()).hex());
        verdict.reason().ifPresent(reason -> body.put("reason", reason));
        verdict.about().ifPresent(about -> body.put("about", about.toString()));
        verdict.batch().ifPresent(batch -> body.put("batch", batch.toString()));
        verdict.words().ifPresent(words -> body.put("words_sha256", salted(verdict, words)));
        verdict.finding().ifPresent(finding -> {
            body.put("label", finding.label());
            body.put("action", finding.action());
            body.put("finding_sha256", CanonicalJson.hash(finding.bare()).hex());
            finding.note().ifPresent(note -> body.put("note_sha256", salted(verdict, note)));
            finding.details().ifPresent(details -> body.put("details_sha256", salted(verdict, CanonicalJson.write(details))));
        });
        return body;
    }

    /** Under the event's id, so that equal words do not show as equal. */
    private static String salted(Verdict verdict, String words) {
        return ContentHash.of((verdict.id() + "\0" + words).getBytes(StandardCharsets.UTF_8)).hex();
    }
}
