package dev.docket.dsa;

import dev.docket.item.ImageItem;

/** The facts of a statement, in English: what the database's readers share. Nothing in them is anybody's free text. */
final class StatementWords {
    private static final int FACTS = 5000;

    private StatementWords() {}

    static String facts(Measure measure, ImageItem item) {
        String how = measure.toldBy().map(by -> switch (by) {
            case NOTICE -> "after a notice under Article 16 of the Digital Services Act";
            case TRUSTED_FLAGGER -> "after a notice of a trusted flagger";
            default -> "after a report by somebody who uses the service";
        }).orElseGet(() -> Automation.detection(item.facts()) ? "by automated means, on our own initiative" : "by our staff, on our own initiative");
        String who = switch (Automation.decision(measure.decision())) {
            case FULLY -> "It was decided by automated means, as a picture that is the same or nearly the same had been decided by a person.";
            case PARTIALLY -> "A person decided, with the help of automated means.";
            case NOT_AUTOMATED -> "A person decided.";
        };
        String origin = measure.synthetic() ? " It was found to be made or changed by artificial intelligence." : "";
        String reason = measure.reason().map(text -> " " + text).orElse("");
        return StatementMaker.cut("An image was flagged on %s %s. %s Finding: %s.%s%s".formatted(
                StatementMaker.day(item.flaggedAt()), how, who, measure.title(), reason, origin), FACTS);
    }
}
