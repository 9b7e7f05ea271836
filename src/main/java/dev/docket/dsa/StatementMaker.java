package dev.docket.dsa;

import dev.docket.item.ImageItem;
import dev.docket.policy.DsaTerms;
import dev.docket.policy.Restriction;
import dev.docket.policy.StatementGrounds;
import dev.docket.policy.PolicyPack.Label;
import dev.docket.verdict.Finding;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Words a statement of reasons: every field out of pack, verdict or item. Pure: the same measure gives the same statement. */
final class StatementMaker {
    private static final int GROUND = 500;
    private static final int EXPLANATION = 2000;

    private StatementMaker() {}

    /** @param measure that restricts something in the EEA */
    static Statement statement(Measure measure, ImageItem item) {
        StatementGrounds grounds = measure.grounds();
        boolean illegal = grounds.illegal();
        Optional<String> why = Optional.of(cut(measure.explanation(), EXPLANATION));
        List<String> keywords = keywords(measure);
        LocalDate applied = day(measure.decision().at());
        return new Statement(
                measure.decision().id().toString(), List.of("DECISION_VISIBILITY_" + visibility(measure.restriction())),
                measure.restriction() == Restriction.OTHER ? Optional.of(measure.actionTitle()) : Optional.empty(), null,
                StatementWords.facts(measure, item),
                illegal ? "DECISION_GROUND_ILLEGAL_CONTENT" : "DECISION_GROUND_INCOMPATIBLE_CONTENT", grounds.url(),
                illegal ? grounds.law().map(law -> cut(law, GROUND)) : Optional.empty(), illegal ? why : Optional.empty(),
                illegal ? Optional.empty() : Optional.of(cut(measure.clause(), GROUND)), illegal ? Optional.empty() : why,
                illegal ? Optional.empty() : grounds.alsoIllegal().map(StatementMaker::yesNo),
                grounds.category(), additions(measure), keywords,
                keywords.contains(DsaTerms.OTHER) ? grounds.otherKeyword().or(() -> Optional.of(cut(measure.title(), GROUND))) : Optional.empty(),
                measure.synthetic() ? List.of("CONTENT_TYPE_IMAGE", "CONTENT_TYPE_SYNTHETIC_MEDIA") : List.of("CONTENT_TYPE_IMAGE"),
                language(item).map(tag -> tag.toUpperCase(Locale.ROOT)).filter(DsaTerms.LANGUAGES::contains),
                posted(item, applied).toString(), applied.toString(), measure.territory(), source(measure),
                yesNo(Automation.detection(item.facts())), "AUTOMATED_DECISION_" + Automation.decision(measure.decision()));
    }

    private static String visibility(Restriction restriction) {
        return restriction == Restriction.OTHER ? "OTHER" : "CONTENT_" + restriction.name();
    }

    private static String source(Measure measure) {
        return measure.toldBy().map(by -> switch (by) {
            case NOTICE -> "SOURCE_ARTICLE_16";
            case TRUSTED_FLAGGER -> "SOURCE_TRUSTED_FLAGGER";
            default -> "SOURCE_TYPE_OTHER_NOTIFICATION";
        }).orElse("SOURCE_VOLUNTARY");
    }

    /** Categories of the finding's further labels, and those the pack adds. */
    private static List<String> additions(Measure measure) {
        return Stream.concat(measure.grounds().additions().stream(), further(measure).map(StatementGrounds::category))
                .filter(category -> !category.equals(measure.grounds().category())).distinct().sorted().toList();
    }

    private static List<String> keywords(Measure measure) {
        Set<String> keywords = new LinkedHashSet<>(own(measure.grounds(), measure.synthetic()));
        // the words for something else are those of the first label
        further(measure).flatMap(grounds -> own(grounds, measure.synthetic()).stream()).filter(word -> !word.equals(DsaTerms.OTHER)).forEach(keywords::add);
        return keywords.stream().sorted().toList();
    }

    private static List<String> own(StatementGrounds grounds, boolean synthetic) {
        return synthetic && !grounds.ifSynthetic().isEmpty() ? grounds.ifSynthetic() : grounds.keywords();
    }

    private static Stream<StatementGrounds> further(Measure measure) {
        return measure.decision().finding().map(Finding::additional).orElse(List.of()).stream()
                .flatMap(id -> measure.pack().find(id).flatMap(Label::statement).stream());
    }

    /** Since when it could be seen; else since when it was flagged. A day that cannot be is passed over. */
    private static LocalDate posted(ImageItem item, LocalDate applied) {
        List<Instant> known = new ArrayList<>();
        item.facts().postedAt().ifPresent(known::add);
        known.add(item.flaggedAt());
        known.add(item.receivedAt());
        return known.stream().map(StatementMaker::day).filter(day -> !day.isBefore(Statement.FIRST_CONTENT) && !day.isAfter(applied)).findFirst().orElse(applied);
    }

    /** The language of the post, two letters. */
    static Optional<String> language(ImageItem item) {
        return item.facts().locale().map(Locale::forLanguageTag).map(Locale::getLanguage).filter(tag -> tag.length() == 2);
    }

    static LocalDate day(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }

    static String yesNo(boolean yes) {
        return yes ? "Yes" : "No";
    }

    /** At most so many characters, cut between words where that is near. */
    static String cut(String words, int most) {
        if (words.codePointCount(0, words.length()) <= most) {
            return words;
        }
        String head = words.substring(0, words.offsetByCodePoints(0, most - 1));
        int space = head.lastIndexOf(' ');
        return (space > most - 60 ? head.substring(0, space) : head) + "…";
    }
}
