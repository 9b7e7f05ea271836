package dev.docket.export;

import dev.docket.storage.CanonicalJson;
import java.util.List;
import java.util.function.Function;

/**
 * A column of the tables a set is written as: CSV, Parquet, and the fields Croissant describes. A new one is a line in
 * {@link #ALL}, at the place where it is to stand.
 *
 * @param optional whether a row may have none
 * @param meaning in a few words, for descriptions inside the set
 * @param cell its value in a row, of the kind's class; null for none
 */
record RowColumn(String name, Kind kind, boolean optional, String meaning, Function<ExportRow, Object> cell) {

    /** What values are: a {@link String}, an {@link Integer}, a {@link Double}, a {@link Boolean}, canonical JSON in a {@link String}. */
    enum Kind { TEXT, WHOLE, REAL, FLAG, JSON }

    /** Every column, in order. */
    static final List<RowColumn> ALL = List.of(
            text("item_id", "pseudonym of the item", ExportRow::itemId),
            text("sha256", "SHA-256 of the picture's bytes", ExportRow::sha256),
            maybe("pdq", "PDQ perceptual hash", ExportRow::pdq),
            new RowColumn("pdq_quality", Kind.WHOLE, true, "quality of the PDQ hash, 0 to 100", ExportRow::pdqQuality),
            text("cluster_id", "pseudonym of the near-duplicate group", ExportRow::clusterId),
            maybe("file_name", "path of the picture in the set", ExportRow::fileName),
            text("media_type", "media type of the picture", ExportRow::mediaType),
            whole("width", "width in pixels, upright", ExportRow::width),
            whole("height", "height in pixels, upright", ExportRow::height),
            text("label", "the label that counts", ExportRow::label),
            text("additional", "further labels of the same finding, joined by ;", r -> String.join(";", r.additional())),
            text("severity", "S0 to S4", ExportRow::severity),
            text("action", "what was asked of the platform", ExportRow::action),
            flag("sure", "whether the reviewer was sure", ExportRow::sure),
            whole("n_votes", "number of votes", ExportRow::nVotes),
            json("votes", "every vote", ExportRow::votes),
            json("soft_label", "each label's share of the votes' weights", ExportRow::softLabel),
            new RowColumn("agreement", Kind.REAL, false, "share of the votes for the label, 0 to 1", ExportRow::agreement),
            flag("adjudicated", "whether a settling look decided", ExportRow::adjudicated),
            flag("blind", "whether the first vote was made with the scores hidden", ExportRow::blind),
            text("policy_id", "the policy pack decided under", ExportRow::policyId),
            text("policy_version", "its version", ExportRow::policyVersion),
            text("policy_sha256", "SHA-256 of its text", ExportRow::policySha256),
            text("jurisdiction", "whose rules applied", ExportRow::jurisdiction),
            text("lane", "lane rule of the first look", ExportRow::lane),
            text("source", "name of the feed", ExportRow::source),
            maybe("uploader", "pseudonym of the uploader", ExportRow::uploader),
            text("c2pa", "state of the Content Credentials", r -> r.provenance().c2pa()),
            flag("states_ai", "whether the file says that it was made with AI", r -> r.provenance().statesAi()),
            json("scores", "models' scores at the first look", ExportRow::scores),
            flag("gold", "quality-check item", ExportRow::gold),
            flag("training_allowed", "whether the policy lets the picture train a model", ExportRow::trainingAllowed),
            text("export_mode", "full or derived", ExportRow::exportMode),
            text("split", "train, validation, test or gold", ExportRow::split),
            text("decided_at", "day of the decision, UTC", ExportRow::decidedAt),
            maybe("origin", "what people found of the picture's origin", ExportRow::origin),
            maybe("rationale", "the reason chosen", ExportRow::rationale),
            json("regions", "where the label is seen, corners 0 to 1", ExportRow::regions),
            text("final_state", "decided, adjudicated, upheld, overturned or propagated", ExportRow::finalState),
            maybe("propagated_from", "pseudonym of the item it was decided with", ExportRow::propagatedFrom),
            text("seen", "how much of the picture was seen: full, gallery or not", ExportRow::seen),
            maybe("signer", "who signed the Content Credentials: a claim unless c2pa is trusted", r -> r.provenance().signer()),
            maybe("claim_generator", "the program that the credentials say made them", r -> r.provenance().claimGenerator()),
            json("signals", "what states the picture's origin, and how hard that is to forge", r -> r.provenance().signals()),
            text("watermarks", "invisible watermarks, each PAYLOAD:state, joined by ;", r -> String.join(";", r.provenance().watermarks())),
            whole("contradictions", "how many pairs of these cannot both hold", r -> r.provenance().contradictions()),
            maybe("report", "SHA-256 of the provenance report this sums up", r -> r.provenance().report()));

    static List<String> names() {
        return ALL.stream().map(RowColumn::name).toList();
    }

    Object of(ExportRow row) {
        return cell.apply(row);
    }

    private static RowColumn text(String name, String meaning, Function<ExportRow, Object> cell) {
        return new RowColumn(name, Kind.TEXT, false, meaning, cell);
    }

    private static RowColumn maybe(String name, String meaning, Function<ExportRow, Object> cell) {
        return new RowColumn(name, Kind.TEXT, true, meaning, cell);
    }

    private static RowColumn whole(String name, String meaning, Function<ExportRow, Object> cell) {
        return new RowColumn(name, Kind.WHOLE, false, meaning, cell);
    }

    private static RowColumn flag(String name, String meaning, Function<ExportRow, Object> cell) {
        return new RowColumn(name, Kind.FLAG, false, meaning, cell);
    }

    private static RowColumn json(String name, String meaning, Function<ExportRow, Object> cell) {
        return new RowColumn(name, Kind.JSON, false, meaning, row -> CanonicalJson.write(cell.apply(row)));
    }
}
