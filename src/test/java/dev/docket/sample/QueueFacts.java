package dev.docket.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** What the feeds say about each sample: source, uploader, reach, reports, deadline and a vendor's scores. Nothing here tells the truth. */
final class QueueFacts {
    /** The source whose pictures the sample vendor scores too high. */
    static final String BIASED_SOURCE = "upload-scan";
    /** By how much. */
    static final double BIAS = .15;
    static final double THRESHOLD = .5;
    static final List<String> LABELS =
            List.of("undisclosed_synthetic", "spam_scam", "hate_symbols", "graphic_violence", "likeness", "civic_deception");
    private static final String[] SOURCES = {"partner-feed", "user-report", BIASED_SOURCE, "news-desk"};
    private static final String[] LOCALES = {"en", "en", "de", "en", "fr", "es", "en", "pt", "de"};
    private static final int[] DEADLINES = {38, 52, 64, 75, 95, 120, 180, 240, 360, 480, 720, 1080, 1440, 2160, 2880};
    private static final double POSITIVE = .53;
    private static final double NEGATIVE = .30;

    private QueueFacts() {}

    /** The manifest line of a sample. */
    static Map<String, Object> line(Sample sample) {
        SplittableRandom random = new SplittableRandom(SamplePlan.SEED * 17 + sample.number());
        Map<String, Object> line = new LinkedHashMap<>();
        String source = source(sample);
        String locale = LOCALES[random.nextInt(LOCALES.length)];
        int uploader = zipf(random);
        line.put("file", sample.file());
        line.put("id", sample.id());
        line.put("source", source);
        line.put("flagged_ago", minutes(2 + (int) (14 * 60 * random.nextDouble() * random.nextDouble())));
        line.put("text", Posts.text(sample, locale, random.nextInt(97)));
        line.put("locale", locale);
        line.put("jurisdiction", jurisdiction(locale, random));
        line.put("uploader", "u-%03d".formatted(uploader));
        line.put("account_age_days", accountAge(uploader, sample.kind()));
        double hours = Math.round(StrictMath.exp(.9 + 1.1 * Passes.bell(random)) * 10) / 10.0 + .2;
        line.put("views", (long) StrictMath.exp(6.2 + 1.7 * Passes.bell(random)));
        line.put("view_hours", Math.round(hours * 10) / 10.0);
        line.put("reports", reports(sample.kind(), source, random));
        if (random.nextDouble() < .45) {
            line.put("deadline_in", minutes(DEADLINES[random.nextInt(DEADLINES.length)] + random.nextInt(15)));
        }
        line.put("gold", sample.gold());
        line.put("scores", scores(sample, source, random));
        return line;
    }

    /** The manifest line of a file that will be refused. */
    static Map<String, Object> line(BrokenFiles.Broken broken) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("file", "images/" + broken.file());
        line.put("id", "sample-" + broken.file().substring(4, 7));
        line.put("source", "partner-feed");
        line.put("flagged_ago", "PT3H");
        line.put("text", "Attachment from the feed.");
        line.put("locale", "en");
        line.put("jurisdiction", "*");
        line.put("uploader", "u-060");
        line.put("gold", false);
        return line;
    }

    /** Every source gets every kind in like shares, so that only the planted bias sets them apart. */
    static String source(Sample sample) {
        return SOURCES[(sample.turn() + sample.turn() / 4 + sample.kind().ordinal()) % SOURCES.length];
    }

    private static String minutes(int minutes) {
        int hours = minutes / 60;
        int rest = minutes % 60;
        return "PT" + (hours > 0 ? hours + "H" : "") + (rest > 0 || hours == 0 ? rest + "M" : "");
    }

    private static String jurisdiction(String locale, SplittableRandom random) {
        String[] choices = switch (locale) {
            case "de" -> new String[] {"EU", "EU", "EU", "*"};
            case "fr", "es", "pt" -> new String[] {"EU", "EU", "*"};
            default -> new String[] {"US", "US", "US", "*", "EU", "*", "EU", "US", "*"};
        };
        return choices[random.nextInt(choices.length)];
    }

    /** 1..60, each about as often as 1 over its rank. */
    private static int zipf(SplittableRandom random) {
        double total = 0;
        for (int i = 1; i <= 60; i++) {
            total += 1.0 / (i + 2);
        }
        double at = random.nextDouble(total);
        int uploader = 1;
        while (uploader < 60 && (at -= 1.0 / (uploader + 2)) > 0) {
            uploader++;
        }
        return uploader;
    }

    private static int accountAge(int uploader, SampleKind kind) {
        int age = (int) (new SplittableRandom(uploader * 101L).nextDouble() * 2600) + 3;
        return kind == SampleKind.SPAM ? age % 40 + 1 : age;
    }

    private static List<String> reports(SampleKind kind, String source, SplittableRandom random) {
        double mean = (kind == SampleKind.BENIGN || kind == SampleKind.DISCLOSED ? .4 : 1.5) + (source.equals("user-report") ? 1 : 0);
        int count = (int) Math.min(6, mean * 2 * random.nextDouble() * (.5 + random.nextDouble()));
        List<String> reports = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            reports.add(Posts.report(kind, random.nextInt(97)));
        }
        return reports;
    }

    /** Informative but noisy scores; ambiguous samples score between; the biased source scores higher throughout. */
    private static List<Map<String, Object>> scores(Sample sample, String source, SplittableRandom random) {
        List<Map<String, Object>> scores = new ArrayList<>();
        for (String label : LABELS) {
            boolean positive = label.equals(sample.kind().label);
            double middle = sample.ambiguous() && positive ? POSITIVE - .08 : positive ? POSITIVE + .02 : NEGATIVE;
            double score = middle + (positive ? .18 : .15) * Passes.bell(random) + (source.equals(BIASED_SOURCE) ? BIAS : 0);
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("model", "sample-vendor");
            entry.put("version", "1.0");
            entry.put("label", label);
            entry.put("score", Math.round(Math.clamp(score, .01, .99) * 1000) / 1000.0);
            entry.put("threshold", THRESHOLD);
            scores.add(entry);
        }
        return scores;
    }
}
