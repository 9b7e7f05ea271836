package dev.docket.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.TreeSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SelectionTest {

    @Test
    void conditionsAreReadTogether() throws SelectionException {
        Selection selection = Selection.parse("label=spam_scam,undisclosed_synthetic decided>=2026-11-01 decided<2026-11-21 pack=1.0.0 source=\"news desk, east\" gold=yes");

        assertThat(selection.labels()).containsExactly("spam_scam", "undisclosed_synthetic");
        assertThat(selection.from()).contains(LocalDate.of(2026, 11, 1));
        assertThat(selection.to()).contains(LocalDate.of(2026, 11, 20));
        assertThat(selection.packs()).containsExactly("1.0.0");
        assertThat(selection.sources()).containsExactly("news desk, east");
        assertThat(selection.gold()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "  ", "label=b,a", "decided=2026-11-01", "decided>2026-11-01 label=a gold=no", "source=\"a \"\"quoted\"\" one\",b lane=civic", "source=\"gold=yes\"", "source==x", "uploader=\"u 1\",u2"})
    void theOneTextOfASelectionReadsBackAsTheSame(String where) throws SelectionException {
        Selection selection = Selection.parse(where);

        assertThat(Selection.parse(selection.where())).isEqualTo(selection);
        assertThat(Selection.parse(selection.where()).queryHash()).isEqualTo(selection.queryHash());
    }

    @Test
    void orderDoesNotMatterToTheQueryHash() throws SelectionException {
        assertThat(Selection.parse("label=b,a source=x").queryHash()).isEqualTo(Selection.parse("source=x label=a,b").queryHash());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "labl=spam | No field 'labl'; the fields are lane, label, decided, pack, source, uploader, gold",
        "decided>=yesterday | decided: 'yesterday' is no day; write it as 2026-11-01",
        "decided>=2026-02-30 | decided: '2026-02-30' is no day",
        "label>=a | label: use '=', not '>='",
        "label=a label=b | label: given twice; write label=A,B for either",
        "gold=maybe | gold: yes or no, not 'maybe'",
        "label | Cannot read 'label' in the selection",
        "label= source=x | Cannot read 'label= source=x' in the selection",
        "decided>=2026-11-03 decided<=2026-11-01 | decided: no day lies between 2026-11-03 and 2026-11-01",
    })
    void aFaultNamesItsField(String where, String message) {
        assertThatThrownBy(() -> Selection.parse(where)).isInstanceOf(SelectionException.class).hasMessageContaining(message);
    }

    @Test
    void aValueThatIsNotThereNamesThoseThatAre() {
        Choices choices = new Choices(new TreeSet<>(), new TreeSet<>(List.of("benign", "spam_scam")), new TreeSet<>(), new TreeSet<>());

        assertThatThrownBy(() -> choices.check(Selection.parse("label=spam")))
                .isInstanceOf(SelectionException.class).hasMessage("label: there is no 'spam'; there are benign, spam_scam");
        assertThatThrownBy(() -> choices.check(Selection.parse("source=x"))).hasMessage("source: there is no 'x'; there is none yet");
    }

    @Test
    void aFormatThatIsNotThereNamesThoseThatAre() {
        assertThatThrownBy(() -> Format.parse(List.of("jsonl", "xml"))).hasMessageStartingWith("--format: no format 'xml'; there are jsonl, csv, imagefolder, parquet,");
    }
}
