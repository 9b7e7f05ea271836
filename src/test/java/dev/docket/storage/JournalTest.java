package dev.docket.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final byte[] KEY = new byte[32];
    private static final List<String> WORDS = List.of("first", "", "a third one that is somewhat longer", "last");

    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("journal");
        try (Journal journal = Journal.open(file, KEY, "verdicts")) {
            assertThat(journal.found()).isEmpty();
            for (String words : WORDS) {
                journal.append(words.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    @Test
    void whatWasAppendedIsThereAgainAndNothingOfItIsReadable() throws IOException {
        assertThat(words(file)).isEqualTo(WORDS);
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)).doesNotContain("somewhat");
        try (Journal journal = Journal.open(file, KEY, "verdicts")) {
            journal.append("more".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(words(file)).hasSize(WORDS.size() + 1).endsWith("more");
    }

    @Test
    void cutAtEveryByteItKeepsEveryWholeRecordAndGoesOn() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        for (int length = 24; length < whole.length; length++) {
            Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, length));
            try (Journal journal = Journal.open(cut, KEY, "verdicts")) {
                assertThat(journal.found().size()).as("cut to %d", length).isEqualTo(wholeIn(length));
                assertThat(journal.aside()).isEmpty();
                journal.append("more".getBytes(StandardCharsets.UTF_8));
            }
            List<String> expected = new ArrayList<>(WORDS.subList(0, wholeIn(length)));
            expected.add("more");
            assertThat(words(cut)).isEqualTo(expected);
        }
    }

    @Test
    void aChangedByteIsFoundAndWhatCannotBeReadIsPutAside() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        for (int place = 0; place < whole.length; place++) {
            byte[] changed = whole.clone();
            changed[place] ^= 0x10;
            Path other = Files.write(folder.resolve("changed"), changed);
            try (Journal journal = Journal.open(other, KEY, "verdicts")) {
                List<String> left = words(journal);
                assertThat(left.size()).as("byte %d", place).isLessThan(WORDS.size());
                assertThat(WORDS.subList(0, left.size())).isEqualTo(left);
                assertThat(journal.aside()).as("byte %d", place).hasValueSatisfying(aside -> assertThat(aside).hasBinaryContent(changed));
            }
        }
    }

    @Test
    void recordsInAnotherOrderOrOfAnotherJournalDoNotCount() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        int first = 24;
        int second = first + 36 + WORDS.get(0).length();
        int third = second + 36;
        byte[] swapped = whole.clone();
        System.arraycopy(whole, second, swapped, first, third - second);
        System.arraycopy(whole, first, swapped, first + third - second, second - first);
        assertThat(words(Files.write(folder.resolve("swapped"), swapped))).isEmpty();
        try (Journal other = Journal.open(file, KEY, "something else")) {
            assertThat(other.found()).isEmpty();
            assertThat(other.aside()).isPresent();
        }
    }

    @Test
    void aTailOfZerosIsATornWrite() throws IOException {
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), (int) Files.size(file) + 4096));
        try (Journal journal = Journal.open(file, KEY, "verdicts")) {
            assertThat(words(journal)).isEqualTo(WORDS);
            assertThat(journal.aside()).isEmpty();
        }
    }

    @Test
    void rewrittenItHoldsWhatIsKept() throws IOException {
        try (Journal journal = Journal.open(file, KEY, "verdicts")) {
            journal.rewrite(List.of("kept".getBytes(StandardCharsets.UTF_8)));
            journal.append("later".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(words(file)).containsExactly("kept", "later");
    }

    private static int wholeIn(int length) {
        int at = 24;
        int records = 0;
        for (String words : WORDS) {
            at += 36 + words.length();
            records += at <= length ? 1 : 0;
        }
        return records;
    }

    private static List<String> words(Path journal) throws IOException {
        try (Journal opened = Journal.open(journal, KEY, "verdicts")) {
            return words(opened);
        }
    }

    private static List<String> words(Journal journal) {
        return journal.found().stream().map(record -> new String(record, StandardCharsets.UTF_8)).toList();
    }
}
