package dev.docket.ui.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.docket.provenance.ProvenanceReport;
import dev.docket.provenance.ProvenanceReport.Credentials;
import dev.docket.provenance.ProvenanceReport.State;
import dev.docket.ui.common.Text;
import dev.docket.ui.review.PaintedProvenance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands beside a picture, for one report of each class, in both languages. */
class ProvenanceWordsTest {
    private static final Locale BEFORE = Locale.getDefault();
    /** What no state, no maker and no statement may be turned into. */
    private static final List<String> NEVER = List.of("authentic", "genuine", "clean", "real ", "authentisch", "echt", "sauber", "unverfälscht");

    @AfterEach
    void restore() {
        Locale.setDefault(BEFORE);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("reports")
    void eachClassHasItsWords(Locale language, String which, ProvenanceReport report, String state, String credentials, String ai, String sign) {
        Locale.setDefault(language);

        List<ProvenanceWords.Line> lines = ProvenanceWords.lines(report);
        assertThat(ProvenanceWords.state(report)).isEqualTo(state);
        assertThat(lines.get(0).value()).isEqualTo(credentials);
        assertThat(lines.get(1).value()).isEqualTo(ai);
        assertThat(ProvenanceSign.of(report).map(ProvenanceSign::text).orElse("")).isEqualTo(sign);
        assertThat(everyWord(report)).allSatisfy(words -> NEVER.forEach(never -> assertThat(words).doesNotContainIgnoringCase(never)));
    }

    static Stream<Arguments> reports() {
        Locale en = Locale.ENGLISH;
        Locale de = Locale.GERMAN;
        return Stream.of(
                arguments(en, "trusted", PaintedProvenance.credentials(State.TRUSTED), "Trusted signer", "Signed by Example AI Inc",
                        "AI-generated: stated by signed credentials (Example AI Inc)", "AI stated"),
                arguments(de, "trusted", PaintedProvenance.credentials(State.TRUSTED), "Vertrauter Unterzeichner", "Unterzeichnet: Example AI Inc",
                        "Mit KI erzeugt: laut signierten Nachweisen (Example AI Inc)", "KI angegeben"),
                arguments(en, "intact", PaintedProvenance.credentials(State.INTACT), "Signer not recognised", "Says it is signed by Example AI Inc; signer not recognised",
                        "AI-generated: stated by signed credentials (Example AI Inc, signer not recognised)", "AI stated"),
                arguments(de, "intact", PaintedProvenance.credentials(State.INTACT), "Unterzeichner nicht bekannt",
                        "Nach eigener Angabe von Example AI Inc unterzeichnet; Unterzeichner nicht bekannt",
                        "Mit KI erzeugt: laut signierten Nachweisen (Example AI Inc, Unterzeichner nicht bekannt)", "KI angegeben"),
                arguments(en, "invalid", PaintedProvenance.credentials(State.INVALID), "Altered or invalid", "Claims to be from Example AI Inc, not verified",
                        "AI-generated: claimed by credentials that are not sound (Example Image 3)", "Altered"),
                arguments(de, "invalid", PaintedProvenance.credentials(State.INVALID), "Verändert oder ungültig", "Angeblich von Example AI Inc, nicht bestätigt",
                        "Mit KI erzeugt: angeblich, laut ungültigen Nachweisen (Example Image 3)", "Verändert"),
                arguments(en, "expired", PaintedProvenance.credentials(State.EXPIRED), "Expired or revoked", "Claims to be from Example AI Inc, not verified",
                        "AI-generated: claimed by credentials that are not sound (Example Image 3)", "Expired"),
                arguments(de, "expired", PaintedProvenance.credentials(State.EXPIRED), "Abgelaufen oder widerrufen", "Angeblich von Example AI Inc, nicht bestätigt",
                        "Mit KI erzeugt: angeblich, laut ungültigen Nachweisen (Example Image 3)", "Abgelaufen"),
                arguments(en, "remote", PaintedProvenance.credentials(State.REMOTE), "Stored remotely, not fetched", "Named in the file, kept elsewhere", "No statement found", "Remote"),
                arguments(de, "remote", PaintedProvenance.credentials(State.REMOTE), "Anderswo gespeichert, nicht abgerufen", "In der Datei genannt, anderswo gespeichert",
                        "Keine Angabe gefunden", "Anderswo"),
                arguments(en, "unreadable", PaintedProvenance.credentials(State.UNREADABLE), "Unreadable", "Present, cannot be read", "No statement found", "Unreadable"),
                arguments(de, "unreadable", PaintedProvenance.credentials(State.UNREADABLE), "Nicht lesbar", "Vorhanden, nicht lesbar", "Keine Angabe gefunden", "Unlesbar"),
                arguments(en, "not checked", PaintedProvenance.credentials(State.NOT_CHECKED), "Present, not checked", "Present in the file, not yet checked", "No statement found", "Unchecked"),
                arguments(de, "not checked", PaintedProvenance.credentials(State.NOT_CHECKED), "Vorhanden, nicht geprüft", "In der Datei vorhanden, noch nicht geprüft",
                        "Keine Angabe gefunden", "Ungeprüft"),
                arguments(en, "none", ProvenanceReport.NONE, "No credentials", "None in the file; proves nothing", "No statement found", ""),
                arguments(de, "none", ProvenanceReport.NONE, "Keine Nachweise", "Keine in der Datei; das beweist nichts", "Keine Angabe gefunden", ""),
                arguments(en, "label", PaintedProvenance.labelled(), "No credentials", "None in the file; proves nothing", "AI-generated: stated by a disclosure label (unsigned)", "AI stated"),
                arguments(de, "label", PaintedProvenance.labelled(), "Keine Nachweise", "Keine in der Datei; das beweist nichts", "Mit KI erzeugt: laut Kennzeichnung (unsigniert)", "KI angegeben"),
                arguments(en, "metadata", PaintedProvenance.generated(), "No credentials", "None in the file; proves nothing", "AI-generated: stated by metadata (unsigned): ComfyUI", "AI stated"),
                arguments(de, "metadata", PaintedProvenance.generated(), "Keine Nachweise", "Keine in der Datei; das beweist nichts", "Mit KI erzeugt: laut Metadaten (unsigniert): ComfyUI", "KI angegeben"),
                arguments(en, "watermark", PaintedProvenance.marked(), "No credentials", "None in the file; proves nothing", "AI-generated: watermark match FLUX 44/46", "AI stated"),
                arguments(de, "watermark", PaintedProvenance.marked(), "Keine Nachweise", "Keine in der Datei; das beweist nichts", "Mit KI erzeugt: Wasserzeichen FLUX stimmt zu 44/46", "KI angegeben"),
                arguments(en, "hint", PaintedProvenance.hinted(), "No credentials", "None in the file; proves nothing", "No statement found, only a weak hint", ""),
                arguments(de, "hint", PaintedProvenance.hinted(), "Keine Nachweise", "Keine in der Datei; das beweist nichts", "Keine Angabe gefunden, nur ein schwacher Hinweis", ""),
                arguments(en, "camera", PaintedProvenance.camera(), "No credentials", "None in the file; proves nothing", "No statement found", ""),
                arguments(de, "camera", PaintedProvenance.camera(), "Keine Nachweise", "Keine in der Datei; das beweist nichts", "Keine Angabe gefunden", ""),
                arguments(en, "torn", PaintedProvenance.torn(), "Altered or invalid", "Claims to be from Example Camera Co, not verified",
                        "AI-generated: stated by a disclosure label (unsigned)", "Disagree"),
                arguments(de, "torn", PaintedProvenance.torn(), "Verändert oder ungültig", "Angeblich von Example Camera Co, nicht bestätigt",
                        "Mit KI erzeugt: laut Kennzeichnung (unsigniert)", "Uneinig"));
    }

    @Test
    void aDisagreementShowsBothFactsInEitherLanguage() {
        Locale.setDefault(Locale.ENGLISH);
        assertThat(ProvenanceWords.disagreements(PaintedProvenance.torn())).containsExactly(
                "Sources disagree: a camera according to Content Credentials, not verified (Example Camera Co), AI according to IPTC field.",
                "Sources disagree: a camera according to Content Credentials, not verified (Example Camera Co), a generator’s mark in the pixels according to Watermark (FLUX).",
                "Sources disagree: the credentials are altered or invalid, AI according to IPTC field.");
        Locale.setDefault(Locale.GERMAN);
        assertThat(ProvenanceWords.disagreements(PaintedProvenance.torn())).first().asString()
                .isEqualTo("Quellen widersprechen sich: eine Kamera laut Inhaltsnachweise, nicht bestätigt (Example Camera Co), KI laut IPTC-Feld.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EXIF names a camera | EXIF nennt eine Kamera
            Digital source type is no known term: http://x/y | Digitaler Quelltyp ist kein bekannter Begriff: http://x/y
            Digital source type digitalCapture | Digitaler Quelltyp digitalCapture
            Digital source type compositeSynthetic (nonstandard spelling: compositeWith) | Digitaler Quelltyp compositeSynthetic (nonstandard spelling: compositeWith)
            Digital source type digitalCapture in Content Credentials | Digitaler Quelltyp digitalCapture in den Inhaltsnachweisen
            Digital source type digitalCapture (written as x) in Content Credentials of what it was made from | Digitaler Quelltyp digitalCapture (written as x) in den Inhaltsnachweisen eines Bestandteils
            Digital source type digitalCapture in Content Credentials, which are not sound: claimed, not verified | Digitaler Quelltyp digitalCapture in ungültigen Inhaltsnachweisen: behauptet, nicht bestätigt
            Digital source type digitalCapture in Content Credentials of what it was made from, which are not sound: claimed, not verified | Digitaler Quelltyp digitalCapture in ungültigen Inhaltsnachweisen eines Bestandteils: behauptet, nicht bestätigt
            Credentials are said to be stored at https://x/{0} | Nachweise liegen angeblich unter https://x/{0}
            Invisible watermark, 44 of 46 bits (dwtDct, rgb) | Unsichtbares Wasserzeichen, 44 von 46 Bits (dwtDct, rgb)
            Imagen: its maker is known to add SynthID, which only the maker can read; not looked for | Imagen: Der Hersteller fügt bekanntlich SynthID ein, das nur er lesen kann; nicht danach gesucht
            The EXIF thumbnail shows something else than the picture, which may have been cropped, edited or replaced: 90 of 256 bits differ, up to 60 would be alike | Das EXIF-Vorschaubild zeigt etwas anderes als das Bild, das beschnitten, bearbeitet oder ersetzt sein kann: 90 von 256 Bits sind verschieden, bis 60 gelten als gleich
            EXIF 'Software': what a file says itself | EXIF 'Software': what a file says itself
            """)
    void theDetailOfASignalIsToldInEitherLanguageAndEnglishAsItWasWritten(String written, String german) {
        Locale.setDefault(Locale.ENGLISH);
        assertThat(Evidence.words(written)).isEqualTo(written);
        Locale.setDefault(Locale.GERMAN);
        assertThat(Evidence.words(written)).isEqualTo(german);
    }

    @Test
    void disagreementsOfEarlierReportsAreToldInTheWordsOfThen() {
        Locale.setDefault(Locale.ENGLISH);
        ProvenanceReport earlier = new ProvenanceReport(ProvenanceReport.NONE.c2pa(), List.of(), List.of(), List.of("A says x, B says y."), List.of(), false);

        assertThat(ProvenanceWords.disagreements(earlier)).containsExactly("Sources disagree: A says x, B says y.");
    }

    @Test
    void anIngredientThatWasBadWhenItWasAddedIsToldSo() {
        Locale.setDefault(Locale.ENGLISH);
        assertThat(ProvenanceWords.warnings(PaintedProvenance.credentials(State.TRUSTED))).containsExactly("An ingredient was already invalid when it was added.");
        Locale.setDefault(Locale.GERMAN);
        assertThat(ProvenanceWords.warnings(PaintedProvenance.credentials(State.TRUSTED))).containsExactly("Ein Bestandteil war schon ungültig, als er hinzukam.");
        assertThat(ProvenanceWords.warnings(PaintedProvenance.camera())).isEmpty();
    }

    @Test
    void aCopyWithoutTheReaderOfCredentialsSaysSo() {
        ProvenanceReport report = ProvenanceReport.NONE.withCredentials(Credentials.of(State.NOT_CHECKED, List.of("docket.validator.notBuilt")));

        assertThat(ProvenanceWords.lines(report).getFirst().value()).isEqualTo("Present in the file, not checked: C2PA reader not built");
    }

    @Test
    void everyRowSaysHowItCanBeFakedAndCoordinatesAreNotShown() {
        Locale.setDefault(Locale.ENGLISH);
        assertThat(ProvenanceWords.lines(PaintedProvenance.torn())).allSatisfy(line -> assertThat(line.how()).isNotEmpty());
        assertThat(ProvenanceWords.lines(PaintedProvenance.camera()).getLast().value()).isEqualTo("Canon, EOS R5, GPS (not shown)");
    }

    private static List<String> everyWord(ProvenanceReport report) {
        List<String> words = new ArrayList<>(ProvenanceWords.disagreements(report));
        words.addAll(ProvenanceWords.warnings(report));
        words.add(ProvenanceWords.inOneLine(report));
        Stream.concat(ProvenanceWords.lines(report).stream(), ProvenanceWords.everything(report).stream())
                .forEach(line -> words.addAll(List.of(line.name(), line.value(), line.how(), line.strength())));
        Optional.of(Text.bundle()).ifPresent(bundle -> bundle.keySet().stream().filter(key -> key.startsWith("provenance.")).map(bundle::getString).forEach(words::add));
        return words;
    }
}
