package dev.docket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.storage.CanonicalJson;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code docket fairness}, {@code models watch}, {@code models flips} and {@code retrain --private} on a desk of two decided items. */
class FairnessCommandTest {
    private record Said(int code, String out, String err) {}

    @TempDir
    private static Path folder;

    @BeforeAll
    static void makeADesk() throws Exception {
        DecidedDesk.make(folder.resolve("desk"), List.of(new byte[] {1}, new byte[] {2}));
    }

    @Test
    void groupsTooSmallHaveACountAndNothingIsFound() {
        Said said = docket("fairness", "--by", "source");

        assertThat(said.err()).isEmpty();
        assertThat(said.code()).isZero();
        assertThat(said.out()).contains("verdicts by source, 2 decisions").contains("No difference was found");
    }

    @Test
    void theJsonHasAStudyForEachGrouping() {
        JsonNode told = CanonicalJson.MAPPER.readTree(docket("fairness", "--json").out());

        assertThat(told.get("studies").valueStream().map(study -> study.get("by").asString()))
                .containsExactly("source", "locale", "language", "jurisdiction", "cohort", "media-type", "device");
        assertThat(told.at("/studies/0/groups/feed/selection_rate/undefined").asString()).contains("only 2 rows");
    }

    @Test
    void whatNobodyKnowsIsRefusedWithWhatThereIs() {
        assertThat(docket("fairness", "--by", "skin").err()).contains("There is no grouping by skin; there are source, locale");
        assertThat(docket("fairness", "--label", "x").err()).contains("the policy pack has no label x");
        assertThat(docket("fairness", "--of", "nobody@1").out()).contains("Nothing was decided by nobody@1");
        assertThat(docket("fairness", "--smallest", "0").code()).isEqualTo(2);
    }

    @Test
    void watchingSaysWhatItCannotKnow() {
        Said said = docket("models", "watch");

        assertThat(said.code()).isZero();
        assertThat(said.out()).contains("forensic-starter@1.0.0, 0 decided items").contains("recall            unknown").contains("too few items were scored to say");
    }

    @Test
    void aPictureThatCannotBeReadInShadowIsCounted() {
        Said said = docket("models", "flips", "forensic-starter@1.0.0");

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out()).contains("0 items scored by both, 0 flips").contains("2 pictures could not be read");
    }

    @Test
    void privateTrainingIsRefusedWithItsReason() {
        assertThat(docket("retrain", "--private", "3").code()).isEqualTo(1);
        assertThat(docket("retrain", "--private", "0").err()).contains("--private has to lie in 0.1..20");
        assertThat(docket("retrain", "--private", "3", "--balance", "source").err()).contains("do not go together");
        assertThat(docket("retrain", "--balance", "skin").err()).contains("There is no grouping by skin");
    }

    private static Said docket(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] all = Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--profile";
        all[arguments.length + 1] = folder.resolve("desk").toString();
        int code = DocketCommand.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true)).execute(all);
        return new Said(code, out.toString(), err.toString());
    }
}
