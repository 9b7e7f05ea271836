package dev.docket.verdict;

import dev.docket.classify.ModelScore;
import dev.docket.storage.ContentHash;
import java.util.List;

/**
 * What was on the screen when the key was pressed. Its canonical JSON is stored and hashed with the verdict.
 *
 * @param scoresVisible false in the blind share, where the list of scores is empty
 * @param models {@code id@version} of every model whose scores the item had, shown or not
 * @param provenanceHash hash of the provenance report's canonical JSON; 64 zeros when hidden
 * @param cover display profile in force
 * @param revealed whether the pixels were uncovered at any time before the verdict
 * @param pastVerdicts ids of the earlier verdicts that were listed
 * @param reviewMillis from first paint to the key
 */
public record Shown(
        ContentHash image, boolean scoresVisible, List<ModelScore> scores, List<String> models, String provenanceHash,
        String cover, boolean revealed, List<String> pastVerdicts, long reviewMillis) {
    public Shown {
        scores = List.copyOf(scores);
        models = List.copyOf(models);
        pastVerdicts = List.copyOf(pastVerdicts);
    }
}
