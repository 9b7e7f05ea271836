package dev.docket.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReportWordsTest {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)[^}]*}");
    /** The same word in both. */
    private static final List<String> SAME = List.of("label", "percent");

    @Test
    void bothLanguagesHaveTheSameKeysAndPlaces() throws Exception {
        Properties english = read("report");
        Properties german = read("report_de");

        assertThat(german.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(english.stringPropertyNames()).allSatisfy(key -> {
            assertThat(places(german.getProperty(key))).as(key).isEqualTo(places(english.getProperty(key)));
            assertThat(german.getProperty(key).equals(english.getProperty(key))).as(key).isEqualTo(SAME.contains(key));
        });
    }

    @Test
    void everyOtherLanguageReadsEnglishWhateverTheMachineSpeaks() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertThat(new ReportWords(Locale.FRENCH).of("heading")).isEqualTo("Review report");
            assertThat(new ReportWords(Locale.FRENCH).percent(0.125)).isEqualTo("12.5 %");
            assertThat(new ReportWords(Locale.of("de", "AT")).percent(0.125)).isEqualTo("12,5 %");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void wordsFromElsewhereAreText() {
        assertThat(new ReportWords(Locale.ENGLISH).of("interval", "<b>'1'</b>", 2)).isEqualTo("&lt;b&gt;&#39;1&#39;&lt;/b&gt; to 2");
        assertThat(new ReportWords(Locale.ENGLISH).of("quality.gwet_ac1")).isEqualTo("Gwet&#39;s AC1");
    }

    private static TreeSet<String> places(String words) {
        return new TreeSet<>(PLACE.matcher(words).results().map(MatchResult::group).toList());
    }

    private static Properties read(String name) throws IOException {
        Properties words = new Properties();
        try (InputStream in = ReportWords.class.getResourceAsStream("/i18n/" + name + ".properties")) {
            words.load(in);
        }
        return words;
    }
}
