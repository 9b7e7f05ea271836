package dev.docket.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.team.ServerAddress.Tls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionFileTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        ConnectionFile written = new ConnectionFile("Evening desk",
                new ServerAddress("db.example.org", 5433, "docket", Tls.VERIFY_FULL, Optional.of("-----BEGIN CERTIFICATE-----\nx\n-----END CERTIFICATE-----\n")), "anna");
        Path file = folder.resolve("anna.docket-team.json");

        written.write(file);

        assertThat(ConnectionFile.read(file)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "docket-team-1 | docket-team-2 | format", "verify-full | prefer | tls", "5432 | \"a\" | port", "5432 | 99999 | port",
        "db.example.org | db.example.org?ssl=false | host", "\"anna\" | \"\" | login", "\"docket\" | \"docket?sslmode=disable\" | database", "{ | [ | JSON"})
    void aFileThatIsNoneIsRefusedWithTheFieldThatIsWrong(String right, String wrong, String named) throws IOException {
        Path file = folder.resolve("x.json");
        new ConnectionFile("Team", new ServerAddress("db.example.org", 5432, "docket", Tls.VERIFY_FULL, Optional.empty()), "anna").write(file);
        Files.writeString(file, Files.readString(file).replace(right, wrong));

        assertThatThrownBy(() -> ConnectionFile.read(file)).isInstanceOf(IOException.class).hasMessageContaining("x.json is no connection file").hasMessageContaining(named);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql://db.example.org/docket", "jdbc:postgresql://db.example.org:5432/docket", "postgres://[::1]:5432/docket"})
    void anAddressIsReadInEverySpelling(String url) {
        assertThat(ServerAddress.parse(url, Tls.VERIFY_FULL, Optional.empty()).port()).isEqualTo(5432);
    }

    @ParameterizedTest
    @ValueSource(strings = {"db.example.org", "postgresql://db/docket?sslmode=disable", "postgresql://anna:secret@db/docket", "postgresql://a,b/docket", "jdbc:h2:mem:x;INIT=RUNSCRIPT"})
    void anAddressWithSettingsInItIsRefused(String url) {
        assertThatThrownBy(() -> ServerAddress.parse(url, Tls.VERIFY_FULL, Optional.empty())).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("looks like");
    }
}
