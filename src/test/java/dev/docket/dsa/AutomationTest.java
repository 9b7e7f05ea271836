package dev.docket.dsa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.classify.ModelScore;
import dev.docket.dsa.Automation.Decision;
import dev.docket.item.ItemFacts;
import dev.docket.item.ItemFacts.FlaggedBy;
import dev.docket.policy.PackRef;
import dev.docket.policy.Severity;
import dev.docket.storage.ContentHash;
import dev.docket.verdict.Finding;
import dev.docket.verdict.Shown;
import dev.docket.verdict.Shown.Mode;
import dev.docket.verdict.Shown.Seen;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The truth table of the two automated fields: one of them was inverted for years at a large platform, so both are held here case by case. */
class AutomationTest {
    private static final ContentHash PICTURE = ContentHash.of(new byte[] {1});

    @ParameterizedTest(name = "flagged by {0}, {1} reports: {2}")
    @CsvSource({
        "CLASSIFIER,0,true", "CLASSIFIER,2,true", "HASH,0,true", "HASH,1,true", "RULE,0,true",
        "REPORT,0,false", "REPORT,3,false", "NOTICE,0,false", "TRUSTED_FLAGGER,0,false", "STAFF,0,false", "STAFF,1,false",
        ",0,true", ",1,false"})
    void whatFoundThePicture(String by, int reports, boolean automated) {
        ItemFacts facts = new ItemFacts(Optional.empty(), Optional.empty(), "*", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                java.util.Collections.nCopies(reports, "spam"), Optional.empty(), false).flagged(Optional.ofNullable(by).map(FlaggedBy::valueOf), Optional.empty());

        assertThat(Automation.detection(facts)).isEqualTo(automated);
    }

    @ParameterizedTest(name = "{0}, mode {1}, seen {2}, scores {3}, past verdicts {4}: {5}")
    @CsvSource({
        // a person who saw nothing of the machine's
        "DECIDED,BLIND,,false,0,NOT_AUTOMATED", "DECIDED,ON_DEMAND,,false,0,NOT_AUTOMATED", "DECIDED,,,false,0,NOT_AUTOMATED",
        "AGREED,BLIND,FULL,false,0,NOT_AUTOMATED", "UPHELD,BLIND,FULL,false,0,NOT_AUTOMATED", "ADJUDICATED,BLIND,FULL,false,0,NOT_AUTOMATED",
        // a person who saw a score, what a machine put beside the picture, or earlier decisions on what looks alike
        "DECIDED,ASSISTED,,true,0,PARTIALLY", "DECIDED,ASSISTED,,false,0,PARTIALLY", "DECIDED,ON_DEMAND,,true,0,PARTIALLY",
        "DECIDED,ON_DEMAND,,false,1,PARTIALLY", "DECIDED,,,true,0,PARTIALLY", "REVISED,ASSISTED,FULL,true,0,PARTIALLY",
        // a person who ticked it in a gallery that a machine laid out
        "DECIDED,,GALLERY,false,0,PARTIALLY", "PROPAGATED,,GALLERY,false,0,PARTIALLY", "PROPAGATED,,FULL,false,0,PARTIALLY",
        // carried over from a seed, or acted on by a hash or rule, without a person who saw it
        "PROPAGATED,,NOT,false,0,FULLY", "PROPAGATED,,,false,0,FULLY", "DECIDED,,NOT,false,0,FULLY"})
    void whoDecided(VerdictKind kind, Mode mode, Seen seen, boolean scores, int past, Decision expected) {
        Shown shown = new Shown(PICTURE, scores, scores ? List.of(new ModelScore("m", "1", "spam_scam", 0.9, 0.5)) : List.of(), List.of("m@1"), "0".repeat(64), "open",
                true, java.util.Collections.nCopies(past, UUID.randomUUID().toString()), 900, Optional.ofNullable(mode), List.of(), Optional.ofNullable(seen));
        Verdict verdict = new Verdict(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), 1, 0, kind, UUID.randomUUID(), 1,
                Optional.of(Finding.of("spam_scam", Severity.S1, "remove")), Optional.empty(), new PackRef("p", "1.0.0", PICTURE), shown, Instant.EPOCH);

        assertThat(Automation.decision(verdict)).isEqualTo(expected);
    }
}
