package dev.docket.bench.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class PeerTest {

    @TempDir
    private Path folder;

    private static Optional<Peer> shell(String script) {
        return Peer.start(List.of("sh", "-c", script), 5);
    }

    @Test
    void aPeerTellsItsNameAndTimesItself() throws IOException {
        try (Peer peer = shell("echo 'ready thing 1.2'; read line; echo 1234.5; read line; echo \"got $line\"").orElseThrow()) {
            assertThat(peer.name()).isEqualTo("thing 1.2");
            assertThat(peer.sample()).isEqualTo(1234.5);
            assertThat(peer.ask("load\tx")).isEqualTo("got load\tx");
        }
    }

    @Test
    void aPeerThatLacksSomethingIsNoPeer() {
        assertThat(shell("echo 'missing library'")).isEmpty();
        assertThat(shell("exit 3")).isEmpty();
        assertThat(Peer.start(List.of(folder.resolve("nothing").toString()), 5)).isEmpty();
    }

    @Test
    void aPeerThatDiesOrTalksNonsenseEndsTheRaceWithItsName() {
        Peer dying = shell("echo 'ready thing 1.2'; read line").orElseThrow();
        assertThatThrownBy(dying::sample).isInstanceOf(IOException.class).hasMessage("thing 1.2 ended without an answer");
        try (Peer odd = shell("echo 'ready thing 1.2'; read line; echo never; read line").orElseThrow()) {
            assertThatThrownBy(odd::sample).isInstanceOf(IOException.class).hasMessage("thing 1.2 answered 'never'");
        }
    }

    @Test
    void metasBenchmarkTellsItsTotalAndItsHashes() throws Exception {
        Path tool = folder.resolve("benchmark");
        Files.writeString(tool, """
                #!/bin/sh
                [ "$1" = -v ] && echo "File: /some/where/3.ppm" && echo "Hash: 00ff" && echo "Quality: 100"
                echo "PHOTO COUNT:               20"
                echo "TIME SPENT HASHING PHOTOS (SECONDS):     0.080000"
                """);
        Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwx------"));
        PdqReference reference = new PdqReference(tool);

        assertThat(reference.hashes(folder)).isEqualTo(Map.of("3.ppm", "00ff"));
        assertThat(reference.contestant(folder, 20).sample()).isCloseTo(4e6, Offset.offset(1.0));
    }

    @Test
    void aToolThatTellsNoTimeIsAnError() throws IOException {
        Path tool = Files.writeString(folder.resolve("silent"), "#!/bin/sh\nexit 1\n");
        Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwx------"));

        assertThatThrownBy(() -> new PdqReference(tool).contestant(folder, 20).sample()).hasMessage("silent did not tell its time");
    }
}
