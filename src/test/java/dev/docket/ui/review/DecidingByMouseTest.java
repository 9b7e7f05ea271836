package dev.docket.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.settings.Settings;
import dev.docket.ui.Toolkit;
import dev.docket.verdict.Finding;
import dev.docket.verdict.Region;
import dev.docket.verdict.Verdict;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same without a keyboard. */
class DecidingByMouseTest {
    @TempDir
    private Path folder;

    @Test
    void aVerdictIsPutTogetherDrawnAndCommittedByMouseAlone() throws Exception {
        try (OpenDesk desk = new OpenDesk(folder, Settings.DEFAULT.withBlindShare(0), 3, false)) {
            ReviewCase first = desk.current();

            desk.click("#pending-more");
            desk.click("#pending-add_label");
            desk.clickChoice("Hate symbols");
            desk.click("#pending-severity");
            desk.clickChoice("Severe");
            desk.click("#pending-region");
            desk.drag(".region-layer", -60, -50, 60, 40);
            for (double[] corner : List.of(new double[] {-150, -80}, new double[] {-90, -80}, new double[] {-120, 60}, new double[] {-150, -80})) {
                desk.drag(".region-layer", corner[0], corner[1], corner[0], corner[1]);
            }
            desk.picture("finding-by-mouse");
            desk.click("#pending-commit");
            Toolkit.until(() -> !desk.model.tray().isBusy() && desk.model.currentProperty().get() != first);

            Verdict verdict = desk.history(first.item().id()).getFirst();
            Finding finding = verdict.finding().orElseThrow();
            assertThat(finding.label()).isEqualTo("hate_symbols");
            assertThat(finding.severity().name()).isEqualTo("S3");
            assertThat(finding.regions()).extracting(Region::shape).containsExactly(Region.Shape.BOX, Region.Shape.POLYGON);
            Region box = finding.regions().getFirst();
            assertThat((box.outline().get(0).x() + box.outline().get(1).x()) / 2).isBetween(0.47, 0.53);
            assertThat(finding.regions().getLast().outline()).hasSize(3);
        }
    }

    @Test
    void aClickOnARowDecidesSurely() throws Exception {
        try (OpenDesk desk = new OpenDesk(folder, Settings.DEFAULT.withBlindShare(0), 3, false)) {
            ReviewCase first = desk.current();

            desk.click("#verdict-9");
            Toolkit.until(() -> !desk.model.tray().isBusy() && desk.model.currentProperty().get() != first);

            Finding finding = desk.history(first.item().id()).getFirst().finding().orElseThrow();
            assertThat(finding.label()).isEqualTo("spam_scam");
            assertThat(finding.sure()).isTrue();
        }
    }
}
