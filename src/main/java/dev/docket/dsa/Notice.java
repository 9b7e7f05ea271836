package dev.docket.dsa;

import dev.docket.item.ImageItem;
import dev.docket.policy.NoticeWords;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The notice to whoever posted the picture (Art. 17 DSA), in plain words of their language: what was done, where, for how long,
 * on what facts, how much machines had to do with it, on what ground and why, and what can be done about it. Several threads.
 */
final class Notice {
    private static final Pattern PLACE = Pattern.compile("\\{([a-z_]{1,40})}");
    private static final Map<String, ResourceBundle> WORDS = NoticeWords.LANGUAGES.stream().collect(Collectors.toMap(Function.identity(), Notice::bundle));

    private final Measure measure;
    private final ImageItem item;
    private final String language;
    private final ResourceBundle words;
    private final DateTimeFormatter days;

    private Notice(Measure measure, ImageItem item, String language) {
        this.measure = measure;
        this.item = item;
        this.language = language;
        words = WORDS.get(language);
        days = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(Locale.forLanguageTag(language));
    }

    /** {@code en} or {@code de}: the post's language where Docket has it, else English. */
    static String language(ImageItem item) {
        return StatementMaker.language(item).filter(NoticeWords.LANGUAGES::contains).orElse("en");
    }

    /** @param measure that restricts something */
    static String text(Measure measure, ImageItem item, String language) {
        return new Notice(measure, item, language).text();
    }

    private String text() {
        Optional<NoticeWords> own = Optional.ofNullable(measure.pack().notices().get(language));
        Map<String, String> values = new LinkedHashMap<>();
        values.put("restriction", say("restriction." + measure.restriction().word(), Map.of("action", measure.actionTitle())));
        values.put("territory", territory());
        values.put("duration", words.getString("duration"));
        values.put("date", day(measure.decision().at()));
        values.put("facts", facts());
        values.put("automated", words.getString("automated.detection." + (Automation.detection(item.facts()) ? "yes" : "no")) + " "
                + words.getString("automated.decision." + Automation.decision(measure.decision()).name().toLowerCase(Locale.ROOT)));
        values.put("ground", measure.grounds().illegal() ? say("ground.illegal", Map.of("law", measure.grounds().law().orElseThrow()))
                : say("ground.incompatible", Map.of("clause", measure.clause())));
        values.put("explanation", measure.explanation()
                + (measure.grounds().alsoIllegal().orElse(false) ? " " + words.getString("explanation.also_illegal") : ""));
        values.put("redress", own.flatMap(NoticeWords::redress).orElseGet(() -> words.getString("redress")));
        values.put("reference", measure.decision().id().toString());
        return fill(own.flatMap(NoticeWords::text).orElseGet(() -> words.getString("text")), values);
    }

    private String territory() {
        if (measure.places().contains("*")) {
            return words.getString("territory.everywhere");
        }
        if (measure.territory().equals(Territory.EEA)) {
            return words.getString("territory.eea");
        }
        Locale locale = Locale.forLanguageTag(language);
        return measure.territory().equals(Territory.EU) ? words.getString("territory.eu")
                : measure.territory().stream().map(code -> Locale.of("", code).getDisplayCountry(locale)).collect(Collectors.joining(", "));
    }

    private String facts() {
        boolean copied = Automation.decision(measure.decision()) == Automation.Decision.FULLY;
        List<String> facts = new ArrayList<>();
        facts.add(say("facts." + measure.toldBy().map(by -> by.word()).orElse(Automation.detection(item.facts()) ? "machine" : "staff"),
                Map.of("date", day(item.flaggedAt()))));
        facts.add(say(copied ? "facts.finding.copy" : "facts.finding", Map.of("finding", measure.title())));
        measure.reason().ifPresent(facts::add);
        if (measure.synthetic()) {
            facts.add(words.getString("facts.synthetic"));
        }
        return String.join(" ", facts);
    }

    private String day(Instant at) {
        return days.format(StatementMaker.day(at));
    }

    private String say(String key, Map<String, String> values) {
        return fill(words.getString(key), values);
    }

    /** In one pass: what is filled in is not read for places again. */
    private static String fill(String template, Map<String, String> values) {
        return PLACE.matcher(template).replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), place.group())));
    }

    private static ResourceBundle bundle(String language) {
        try (InputStream in = Notice.class.getResourceAsStream("/dsa/notice_" + language + ".properties")) {
            return new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
