package dev.docket.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VeiledFileTest {
    private static final PassphraseCost CHEAP = new PassphraseCost(8, 1, 1);
    private static final char[] PASSPHRASE = "four words of mine".toCharArray();

    @TempDir
    private Path folder;

    @Test
    void itLiesInClearUntilThereIsAPassphraseAndIsSealedThen() throws IOException {
        try (Profile profile = open()) {
            VeiledFile file = new VeiledFile(profile, "words.json");
            assertThat(file.read()).isEmpty();
            file.write(bytes("plain words"));
            assertThat(folder.resolve("words.json")).hasContent("plain words");

            profile.keyFile().protect(PASSPHRASE);
            assertThat(file.read()).contains(bytes("plain words"));
            assertThat(folder.resolve("words.json")).doesNotExist();
            assertThat(new String(Files.readAllBytes(folder.resolve("words.json.sealed")), StandardCharsets.ISO_8859_1)).doesNotContain("plain");
            assertThat(VeiledFile.isIn(folder, "words.json")).isTrue();
        }
        try (Profile profile = open()) {
            VeiledFile file = new VeiledFile(profile, "words.json");
            assertThat(file.read()).contains(bytes("plain words"));
            profile.keyFile().unprotect();
            assertThat(file.read()).contains(bytes("plain words"));
            assertThat(folder.resolve("words.json")).hasContent("plain words");
            assertThat(folder.resolve("words.json.sealed")).doesNotExist();
        }
    }

    @Test
    void whatSomebodyElsePutsThereInClearDoesNotCount() throws IOException {
        try (Profile profile = open()) {
            profile.keyFile().protect(PASSPHRASE);
            VeiledFile file = new VeiledFile(profile, "words.json");
            file.write(bytes("mine"));
            Files.writeString(folder.resolve("words.json"), "theirs");

            assertThat(file.read()).contains(bytes("mine"));
            assertThat(folder.resolve("words.json")).doesNotExist();
        }
    }

    private Profile open() {
        return Profile.open(folder, wrapped -> wrapped.open(PASSPHRASE), CHEAP);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
