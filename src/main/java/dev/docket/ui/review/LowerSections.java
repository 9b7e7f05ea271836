package dev.docket.ui.review;

import dev.docket.provenance.ProvenanceReport;
import java.time.ZoneId;
import java.util.List;

/** What stands below the scores: where the picture came from, what the policy says, what was decided before. JavaFX thread. */
final class LowerSections {
    private final ReviewViewModel model;
    private final ZoneId zone;
    private final Afterwards afterwards;
    private final ProvenanceSection provenance;
    private final PolicySection policy;
    private final PastSection past;
    private final Runnable part = this::drawNow;
    private boolean provenanceInFull;

    /** @param afterwards draws them once the picture is there */
    LowerSections(ReviewViewModel model, ZoneId zone, Afterwards afterwards, ProvenanceSection provenance, PolicySection policy, PastSection past) {
        this.model = model;
        this.zone = zone;
        this.afterwards = afterwards;
        this.provenance = provenance;
        this.policy = policy;
        this.past = past;
    }

    /** What they say of the case before must not stand beside the next one. */
    void blank() {
        provenanceInFull = false;
        show(false);
    }

    /** Lets go of what was said of a file that nobody may see any more. */
    void clear() {
        provenance.show(ProvenanceReport.NONE, false);
    }

    void draw() {
        afterwards.draw(part);
    }

    void toggleProvenance() {
        provenanceInFull = !provenanceInFull;
        afterwards.drawNow(part);
    }

    private void drawNow() {
        ReviewCase known = model.currentProperty().get();
        if (known != null) {
            if (known.blind()) {
                provenance.hide();
            } else {
                provenance.show(known.provenance(), provenanceInFull);
            }
            policy.show(known, model.pack());
            past.show(known, zone);
            show(true);
        }
    }

    private void show(boolean there) {
        List.of(provenance, policy, past).forEach(section -> section.setVisible(there));
    }
}
