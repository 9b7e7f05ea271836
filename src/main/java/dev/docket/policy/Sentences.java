package dev.docket.policy;

import dev.docket.classify.ModelScore;
import dev.docket.hash.Match;
import dev.docket.policy.PolicyPack.Label;
import dev.docket.policy.PolicyPack.ScoreRule;
import dev.docket.provenance.ProvenanceReport.Origin;
import dev.docket.provenance.ProvenanceReport.Signal;
import dev.docket.provenance.ProvenanceReport.Strength;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The words in which the policy explains itself. Whatever came with the item is cut short and made plain. */
final class Sentences {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int MAX_REPORT = 80;
    private static final int MAX_REPORTS = 3;

    static String score(Label label, ScoreRule rule, ModelScore score, double threshold) {
        String whose = rule.review().isPresent() ? "the policy's" : "its";
        String why = rule.reason().isEmpty() ? "" : " (" + rule.reason() + ")";
        return "%s %s by %s %s, at or over %s threshold %s%s".formatted(
                label.shortTitle(), figure(score.score()), plain(score.model(), MAX_REPORT), plain(score.version(), MAX_REPORT),
                whose, figure(threshold), why);
    }

    static String unread(ModelScore score) {
        return "'%s' %s by %s %s: the policy has no rule for it".formatted(
                plain(score.label(), MAX_REPORT), figure(score.score()), plain(score.model(), MAX_REPORT), plain(score.version(), MAX_REPORT));
    }

    static String match(Label label, Match match) {
        return known(match) + ": " + label.shortTitle();
    }

    static String unknownMatch(Match match) {
        return known(match) + (match.label().isEmpty() ? ", listed without a label"
                : ", listed as '" + plain(match.label(), MAX_REPORT) + "', which is no label of this policy");
    }

    private static String known(Match match) {
        String bank = plain(match.bank(), MAX_REPORT);
        return switch (match.by()) {
            case PDQ -> "Looks like a picture in the bank %s, at distance %d".formatted(bank, match.distance());
            case SHA256, MD5 -> "Is a file in the bank %s, by its %s".formatted(bank, match.by().title());
        };
    }

    static String aiStatement(Signal signal) {
        String who = switch (signal.strength()) {
            case SIGNED -> "Signed credentials say";
            case DISCLOSURE -> "A disclosure label in the file says";
            case METADATA -> "Metadata says";
            case HINT -> "A weak hint says";
        };
        String tool = signal.tool().isEmpty() ? "" : " (" + plain(signal.tool(), MAX_REPORT) + ")";
        String did = signal.origin() == Origin.AI_EDITED ? "AI altered it" : "AI made it";
        String told = signal.strength() == Strength.DISCLOSURE ? "; whether viewers are told, you judge" : ", no disclosure seen in the file";
        return who + " " + did + tool + told;
    }

    /** "4 people reported it: scam (3), fake", the commonest reasons first. */
    static String reports(List<String> reports) {
        Map<String, Long> counts = reports.stream().collect(Collectors.groupingBy(r -> plain(r, MAX_REPORT), LinkedHashMap::new, Collectors.counting()));
        String reasons = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed()).limit(MAX_REPORTS)
                .map(e -> e.getValue() == 1 || counts.size() == 1 ? e.getKey() : e.getKey() + " (" + e.getValue() + ")")
                .collect(Collectors.joining(", "));
        String more = counts.size() > MAX_REPORTS ? " and others" : "";
        return (reports.size() == 1 ? "One person" : reports.size() + " people") + " reported it: " + reasons + more;
    }

    static String contradiction(String text) {
        return "Sources disagree: " + plain(text, 300);
    }

    /** In absolute time: the sentence is stored, and would be wrong a minute later as "in 38 minutes". */
    static String due(Instant deadline, String because) {
        return "Due by " + MINUTE.format(deadline) + ", " + because;
    }

    /** {@code .81}, or {@code 1.00}. */
    static String figure(double share) {
        String text = String.format(Locale.ROOT, "%.2f", share);
        return text.startsWith("0") ? text.substring(1) : text;
    }

    /** {@code 48 h} or {@code 1.5 h}. */
    static String hours(double hours) {
        return (hours == Math.rint(hours) ? Long.toString((long) hours) : Double.toString(hours)) + " h";
    }

    /** One line without control, bidi or zero-width characters, cut at {@code max}. */
    private static String plain(String text, int max) {
        String line = text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ").replaceAll("\\p{Cf}", "").strip();
        return line.length() <= max ? line : line.substring(0, max - 1).stripTrailing() + "…";
    }

    private Sentences() {}
}
