package dev.docket.audit.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.storage.ContentHash;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignedNoteTest {
    private static final char[] PASSWORD = "a long enough one".toCharArray();
    /** Of the documentation of Go's note package: somebody else's key and signature. */
    private static final String FOREIGN_KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    private static final String FOREIGN_NOTE = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.

            \u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
            """;

    @TempDir
    private Path folder;

    @Test
    void notesOfOthersAreReadAndChecked() throws Exception {
        NoteKey key = NoteKey.parse(FOREIGN_KEY);
        SignedNote note = SignedNote.parse(FOREIGN_NOTE);

        assertThat(key.signed(note)).isTrue();
        assertThat(key.text()).isEqualTo(FOREIGN_KEY);
        assertThat(note.note()).isEqualTo(FOREIGN_NOTE);
        assertThat(key.signed(SignedNote.parse(FOREIGN_NOTE.replace("your problem is", "my problem is")))).isFalse();
    }

    @Test
    void aKeySignsCheckpointsThatItsOpenHalfKnows() throws Exception {
        SealerKey key = SealerKey.make(folder.resolve("key.p12"), "docket-audit", PASSWORD, Clock.systemUTC());
        SealerKey other = SealerKey.make(folder.resolve("other.p12"), "docket-audit", PASSWORD, Clock.systemUTC());
        Checkpoint checkpoint = new Checkpoint("docket-audit/1", 1_000_000, ContentHash.of(new byte[3]));

        SignedNote note = SignedNote.parse(SealerKey.read(folder.resolve("key.p12"), PASSWORD).sign(checkpoint).note());

        assertThat(Checkpoint.of(note)).isEqualTo(checkpoint);
        assertThat(NoteKey.parse(key.open().text()).signed(note)).isTrue();
        assertThat(other.open().signed(note)).isFalse();
    }

    @Test
    void aKeyFileThatCannotBeUsedSaysWhy() throws Exception {
        Path file = folder.resolve("key.p12");
        SealerKey.make(file, "docket-audit", PASSWORD, Clock.systemUTC());

        assertThatThrownBy(() -> SealerKey.make(file, "docket-audit", PASSWORD, Clock.systemUTC())).isInstanceOf(IOException.class).hasMessageContaining("exists already");
        assertThatThrownBy(() -> SealerKey.read(file, "something else".toCharArray())).isInstanceOf(IOException.class).hasMessageContaining("password");
        assertThatThrownBy(() -> SealerKey.make(folder.resolve("b.p12"), "two words", PASSWORD, Clock.systemUTC())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsNoNoteKeyOrCheckpointIsRefused() throws Exception {
        for (String note : new String[] {"", "text\n", "text\n\n", "text\n\nno signature\n", "text\n\n\u2014 name !!!!\n", "text\n\n\u2014 name AAAA\n", "te\u0007xt\n\n\u2014 name AAAAAAA=\n"}) {
            assertThatThrownBy(() -> SignedNote.parse(note)).as(note).isInstanceOf(BadNote.class);
        }
        for (String key : new String[] {"", "a+b", FOREIGN_KEY.replace("c74f", "c74e"), FOREIGN_KEY.replace("ARpc", "Ahpc"), FOREIGN_KEY + "!", "a b+00000000+AAAA"}) {
            assertThatThrownBy(() -> NoteKey.parse(key)).as(key).isInstanceOf(BadNote.class);
        }
        for (String text : new String[] {"log\n", "log\n07\nAAAA\n", "log\n-1\nAAAA\n", "log\n7\nAAAA\n", "\n7\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n", "log\n7\n!\n"}) {
            SignedNote note = new SignedNote(text, SignedNote.parse(FOREIGN_NOTE).signatures());
            assertThatThrownBy(() -> Checkpoint.of(note)).as(text).isInstanceOf(BadNote.class);
        }
    }
}
