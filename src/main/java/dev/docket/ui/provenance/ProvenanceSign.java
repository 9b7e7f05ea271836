package dev.docket.ui.provenance;

import dev.docket.provenance.ProvenanceReport;
import dev.docket.provenance.ProvenanceReport.Strength;
import dev.docket.ui.common.Chip;
import dev.docket.ui.common.Chip.Tone;
import dev.docket.ui.common.Text;
import dev.docket.ui.common.Tip;
import java.util.Optional;

/**
 * What matters most of a picture's provenance, as small as a chip: a disagreement, then credentials that are not sound, then
 * that AI is stated, then credentials at all. A word, an icon and a colour; the colour never says more than the word.
 *
 * @param text a word or two
 * @param icon Ikonli literal
 * @param whole the same in a sentence
 */
public record ProvenanceSign(String text, Tone tone, String icon, String whole) {

    /** Empty where nothing was found, which says nothing of the picture. */
    public static Optional<ProvenanceSign> of(ProvenanceReport report) {
        if (!report.contradictions().isEmpty()) {
            return Optional.of(sign("disagree", Tone.WARNING, "mdmz-warning", report));
        }
        return switch (report.c2pa().state()) {
            case INVALID -> Optional.of(sign("invalid", Tone.DANGER, "mdal-link_off", report));
            case UNREADABLE -> Optional.of(sign("unreadable", Tone.DANGER, "mdal-link_off", report));
            case EXPIRED -> Optional.of(sign("expired", Tone.WARNING, "mdal-link_off", report));
            case TRUSTED, INTACT, REMOTE, NOT_CHECKED, NONE -> stated(report);
        };
    }

    /** Puts it on a chip, or hides the chip; the whole meaning is there for a pointer and for a screen reader. */
    public static void on(Chip chip, Optional<ProvenanceSign> sign) {
        chip.setVisible(sign.isPresent());
        sign.ifPresent(now -> {
            chip.show(now.text, now.tone, now.icon);
            chip.setAccessibleText(now.whole);
            Tip.on(chip, now.whole);
        });
    }

    private static Optional<ProvenanceSign> stated(ProvenanceReport report) {
        if (report.statesAi() && report.signals().getFirst().strength() != Strength.HINT) {
            return Optional.of(sign("ai", Tone.ACCENT, "mdmz-memory", report));
        }
        return switch (report.c2pa().state()) {
            case TRUSTED -> Optional.of(sign("trusted", Tone.ACCENT, "mdal-link", report));
            case INTACT -> Optional.of(sign("intact", Tone.NEUTRAL, "mdal-link", report));
            case REMOTE -> Optional.of(sign("remote", Tone.NEUTRAL, "mdal-cloud_off", report));
            case NOT_CHECKED -> Optional.of(sign("not_checked", Tone.NEUTRAL, "mdal-link", report));
            default -> Optional.empty();
        };
    }

    private static ProvenanceSign sign(String word, Tone tone, String icon, ProvenanceReport report) {
        return new ProvenanceSign(Text.of("provenance.sign." + word), tone, icon, ProvenanceWords.inOneLine(report));
    }
}
