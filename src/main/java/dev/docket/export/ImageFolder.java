package dev.docket.export;

import dev.docket.storage.CanonicalJson;
import dev.docket.storage.CanonicalText;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code train/metadata.jsonl} beside the pictures: what Hugging Face calls an image folder. */
final class ImageFolder implements SetWriter {
    @Override
    public void write(OutgoingRows rows, SetFiles files) throws IOException {
        for (Split split : rows.picturedSplits()) {
            try (OutputStream out = files.create(split.word() + "/metadata.jsonl")) {
                rows.pictured(split, outgoing -> {
                    out.write(CanonicalText.bytes(flat(outgoing.row())));
                    out.write('\n');
                });
            }
        }
    }

    /**
     * Plain columns only, each of one type in every row: the loader guesses types per file and refuses files that
     * differ, as lists that happen to be empty, nulls, and fractions that happen to be whole would make them.
     */
    private static Map<String, Object> flat(ExportRow r) {
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("file_name", r.fileName().substring(r.split().length() + 1));
        columns.put("label", r.label());
        columns.put("additional", String.join(";", r.additional()));
        columns.put("severity", r.severity());
        columns.put("action", r.action());
        columns.put("sure", r.sure());
        columns.put("n_votes", r.nVotes());
        columns.put("agreement_percent", Math.round(r.agreement() * 100));
        columns.put("adjudicated", r.adjudicated());
        columns.put("blind", r.blind());
        columns.put("item_id", r.itemId());
        columns.put("sha256", r.sha256());
        columns.put("cluster_id", r.clusterId());
        columns.put("source", r.source());
        columns.put("uploader", r.uploader() == null ? "" : r.uploader());
        columns.put("jurisdiction", r.jurisdiction());
        columns.put("policy_id", r.policyId());
        columns.put("policy_version", r.policyVersion());
        columns.put("gold", r.gold());
        columns.put("training_allowed", r.trainingAllowed());
        columns.put("split", r.split());
        columns.put("decided_at", r.decidedAt());
        columns.put("origin", r.origin() == null ? "" : r.origin());
        columns.put("rationale", r.rationale() == null ? "" : r.rationale());
        columns.put("regions", CanonicalJson.write(r.regions()));
        columns.put("final_state", r.finalState());
        columns.put("propagated_from", r.propagatedFrom() == null ? "" : r.propagatedFrom());
        columns.put("seen", r.seen());
        columns.put("c2pa", r.provenance().c2pa());
        columns.put("states_ai", r.provenance().statesAi());
        columns.put("contradictions", r.provenance().contradictions());
        columns.put("report", r.provenance().report() == null ? "" : r.provenance().report());
        return columns;
    }
}
