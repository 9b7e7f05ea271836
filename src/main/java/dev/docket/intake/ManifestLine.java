package dev.docket.intake;

import dev.docket.classify.ModelScore;
import dev.docket.classify.vendor.VendorScore;
import dev.docket.item.ItemFacts;
import dev.docket.item.ItemFacts.FlaggedBy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * One line of a manifest, read field by field; the format of docs/intake-format.md. A CSV line arrives here as an object
 * of texts, so numbers are taken from text too.
 */
final class ManifestLine {
    static final Set<String> FIELDS = Set.of(
            "file", "id", "source", "flagged_at", "flagged_ago", "text", "locale", "jurisdiction", "uploader",
            "account_age_days", "views", "view_hours", "reports", "deadline", "deadline_in", "gold", "scores", "answers", "flagged_by", "posted_at", "reporter_credibility", "device");
    private static final Pattern JURISDICTION = Pattern.compile("\\*|[A-Z]{2}(-[A-Z0-9]{1,3})?");
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._/@:+-]*");
    private static final int MAX_REPORTS = 100;
    private static final int MAX_SCORES = 200;

    /** What is wrong with a line, in a sentence that names the field. */
    static final class FaultyLineException extends Exception {
        private static final long serialVersionUID = 1L;

        FaultyLineException(String message) {
            super(message);
        }
    }

    private final JsonNode line;
    private final Path folder;
    private final String defaultSource;
    private final Instant now;

    /**
     * @param folder the manifest's folder, which no file may lie outside of
     * @param defaultSource source of lines that name none
     * @param now what {@code flagged_ago} and {@code deadline_in} count from
     */
    ManifestLine(JsonNode line, Path folder, String defaultSource, Instant now) {
        this.line = line;
        this.folder = folder;
        this.defaultSource = defaultSource;
        this.now = now;
    }

    Candidate candidate(String place) throws FaultyLineException {
        checkNames();
        Path file = file();
        String feed = name("source", 60).orElse(defaultSource);
        String id = name("id", 200).orElseThrow(() -> missing("id"));
        return new Candidate(place + " (" + folder.relativize(file) + ")", new ImageBytes.InFile(file), feed, Optional.of(id), flaggedAt(), facts(), scores(), answers());
    }

    /** Of an image that is here already. Without an id it is known by its content. */
    Candidate received(ImageBytes image) throws FaultyLineException {
        checkNames();
        if (!absent(line.get("file"))) {
            throw new FaultyLineException("file: the image comes with the fields, not by a name");
        }
        if (!name("source", 60).orElse(defaultSource).equals(defaultSource)) {
            throw new FaultyLineException("source: what is handed in here is of '" + defaultSource + "'");
        }
        Optional<String> id = name("id", 200);
        return new Candidate(ReceivedItem.place(defaultSource, id), image, defaultSource, id, flaggedAt(), facts(), scores(), answers());
    }

    private void checkNames() throws FaultyLineException {
        if (!line.isObject()) {
            throw new FaultyLineException("a line is one JSON object");
        }
        for (String name : line.propertyNames()) {
            if (!FIELDS.contains(name) && !name.startsWith("x_")) {
                throw new FaultyLineException("unknown field '" + PlainText.of(name, 60)
                        + "'; known fields are in docs/intake-format.md, your own start with x_");
            }
        }
    }

    private Path file() throws FaultyLineException {
        String named = text("file", 1000).orElseThrow(() -> missing("file"));
        try {
            Path file = folder.resolve(named).normalize();
            if (!file.startsWith(folder) || Path.of(named).isAbsolute()) {
                throw new FaultyLineException("file: '" + named + "' lies outside the manifest's folder");
            }
            if (java.nio.file.Files.exists(file) && !file.toRealPath().startsWith(folder.toRealPath())) {
                throw new FaultyLineException("file: '" + named + "' links to outside the manifest's folder");
            }
            return file;
        } catch (java.nio.file.InvalidPathException | IOException e) {
            throw new FaultyLineException("file: '" + named + "' is not a usable path");
        }
    }

    private Optional<Instant> flaggedAt() throws FaultyLineException {
        Optional<Instant> at = instant("flagged_at");
        return at.isPresent() ? at : duration("flagged_ago").map(now::minus);
    }

    private ItemFacts facts() throws FaultyLineException {
        Optional<Instant> deadline = instant("deadline");
        if (deadline.isEmpty()) {
            deadline = duration("deadline_in").map(now::plus);
        }
        return new ItemFacts(
                text("text", 4000), locale(), jurisdiction(), text("uploader", 200),
                number("account_age_days", 0, 100_000).map(Double::intValue),
                number("views", 0, 1e15).map(Double::longValue),
                number("view_hours", 1e-3, 1e6), reports(), deadline, flag("gold"), List.of(), flaggedBy(), instant("posted_at"), number("reporter_credibility", 0, 1), text("device", 60));
    }

    private Optional<FlaggedBy> flaggedBy() throws FaultyLineException {
        Optional<String> word = text("flagged_by", 40);
        Optional<FlaggedBy> by = word.flatMap(said -> Stream.of(FlaggedBy.values()).filter(known -> known.word().equals(said)).findFirst());
        if (word.isPresent() && by.isEmpty()) {
            throw new FaultyLineException("flagged_by: '" + word.get() + "' is none of "
                    + Stream.of(FlaggedBy.values()).map(FlaggedBy::word).collect(Collectors.joining(", ")));
        }
        return by;
    }

    private Optional<String> locale() throws FaultyLineException {
        Optional<String> tag = text("locale", 35);
        try {
            return tag.map(t -> new Locale.Builder().setLanguageTag(t).build().toLanguageTag());
        } catch (IllformedLocaleException e) {
            throw new FaultyLineException("locale: '" + tag.orElseThrow() + "' is not a BCP 47 language tag such as en or pt-BR");
        }
    }

    private String jurisdiction() throws FaultyLineException {
        String code = text("jurisdiction", 10).orElse("*");
        if (!JURISDICTION.matcher(code).matches()) {
            throw new FaultyLineException("jurisdiction: '" + code + "' is not an ISO 3166 code such as DE, EU or US-CA, nor *");
        }
        return code;
    }

    private List<String> reports() throws FaultyLineException {
        JsonNode node = line.get("reports");
        if (absent(node)) {
            return List.of();
        }
        List<String> reports = new ArrayList<>();
        if (node.isString()) {
            for (String report : node.stringValue().split("\\|")) {
                add(reports, report);
            }
        } else if (node.isArray()) {
            for (JsonNode report : node) {
                if (!report.isString()) {
                    throw new FaultyLineException("reports: every report is a text");
                }
                add(reports, report.stringValue());
            }
        } else {
            throw new FaultyLineException("reports: a list of texts is wanted");
        }
        return reports;
    }

    private static void add(List<String> reports, String report) {
        String plain = PlainText.of(report, 200).strip();
        if (!plain.isEmpty() && reports.size() < MAX_REPORTS) {
            reports.add(plain);
        }
    }

    private List<ModelScore> scores() throws FaultyLineException {
        JsonNode node = line.get("scores");
        if (absent(node)) {
            return List.of();
        }
        if (!node.isArray() || node.size() > MAX_SCORES) {
            throw new FaultyLineException("scores: a list of at most " + MAX_SCORES + " scores is wanted");
        }
        List<ModelScore> scores = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            ModelScore score = score("scores[" + i + "]", node.get(i));
            if (scores.stream().anyMatch(score::isOfTheSame)) {
                throw new FaultyLineException("scores[" + i + "]: " + score.model() + " " + score.version() + " gave a score of "
                        + score.label() + " already");
            }
            scores.add(score);
        }
        return scores;
    }

    private static ModelScore score(String place, JsonNode score) throws FaultyLineException {
        for (Map.Entry<String, Integer> part : Map.of("model", 80, "version", 40, "label", 60).entrySet()) {
            JsonNode value = score.get(part.getKey());
            if (value == null || !value.isString() || value.stringValue().length() > part.getValue()
                    || !NAME.matcher(value.stringValue()).matches()) {
                throw new FaultyLineException(place + "." + part.getKey() + ": a name of at most " + part.getValue() + " letters and digits is wanted");
            }
        }
        return new ModelScore(
                score.get("model").stringValue(), score.get("version").stringValue(), score.get("label").stringValue(),
                share(place + ".score", score.get("score")), share(place + ".threshold", score.get("threshold")));
    }

    private static double share(String place, JsonNode value) throws FaultyLineException {
        if (value == null || !value.isNumber() || !(value.doubleValue() >= 0 && value.doubleValue() <= 1)) {
            throw new FaultyLineException(place + ": a number from 0 to 1 is wanted");
        }
        return value.doubleValue();
    }

    private List<VendorScore> answers() throws FaultyLineException {
        return absent(line.get("answers")) ? List.of() : VendorAnswers.read(line.get("answers"));
    }

    private Optional<Instant> instant(String field) throws FaultyLineException {
        Optional<String> text = text(field, 40);
        try {
            return text.map(Instant::parse);
        } catch (DateTimeException e) {
            throw new FaultyLineException(field + ": '" + text.orElseThrow() + "' is not a time such as 2026-11-21T14:20:00Z");
        }
    }

    private Optional<Duration> duration(String field) throws FaultyLineException {
        Optional<String> text = text(field, 40);
        try {
            return text.map(Duration::parse);
        } catch (DateTimeException e) {
            throw new FaultyLineException(field + ": '" + text.orElseThrow() + "' is not a duration such as PT38M");
        }
    }

    private Optional<Double> number(String field, double least, double most) throws FaultyLineException {
        JsonNode node = line.get(field);
        if (absent(node)) {
            return Optional.empty();
        }
        double value;
        try {
            value = node.isNumber() ? node.doubleValue() : Double.parseDouble(node.asString());
        } catch (NumberFormatException e) {
            throw new FaultyLineException(field + ": '" + PlainText.of(node.asString(), 40) + "' is not a number");
        }
        if (!(value >= least && value <= most)) {
            throw new FaultyLineException(field + ": " + value + " is out of range");
        }
        return Optional.of(value);
    }

    private boolean flag(String field) throws FaultyLineException {
        JsonNode node = line.get(field);
        if (absent(node)) {
            return false;
        }
        return switch (node.asString().strip()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new FaultyLineException(field + ": true or false is wanted");
        };
    }

    /** A name that is stored and shown as a whole: too long is an error, never cut. */
    private Optional<String> name(String field, int longest) throws FaultyLineException {
        Optional<String> name = text(field, longest + 1);
        if (name.isPresent() && name.get().length() > longest) {
            throw new FaultyLineException(field + ": at most " + longest + " characters are taken");
        }
        return name;
    }

    private Optional<String> text(String field, int longest) throws FaultyLineException {
        JsonNode node = line.get(field);
        if (absent(node)) {
            return Optional.empty();
        }
        if (!node.isString()) {
            throw new FaultyLineException(field + ": a text is wanted");
        }
        String text = PlainText.of(node.stringValue(), longest).strip();
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static boolean absent(JsonNode node) {
        return node == null || node.isNull() || (node.isString() && node.stringValue().isBlank());
    }

    private static FaultyLineException missing(String field) {
        return new FaultyLineException(field + ": is missing");
    }
}
