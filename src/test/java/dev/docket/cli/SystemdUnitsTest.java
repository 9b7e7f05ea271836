package dev.docket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The service units of installer/systemd: their command lines are ones that Docket understands, and nothing that guards them got lost. */
class SystemdUnitsTest {
    private static final List<String> GUARDS = List.of(
            "NoNewPrivileges=yes", "CapabilityBoundingSet=", "ProtectSystem=strict", "ProtectHome=yes", "PrivateTmp=yes", "PrivateDevices=yes", "RestrictNamespaces=yes",
            "RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX", "SystemCallErrorNumber=EPERM", "LimitCORE=0", "User=docket-intake", "Restart=on-failure", "RestartPreventExitStatus=2");

    @ParameterizedTest
    @ValueSource(strings = {"docket-intake@.service", "docket-serve-intake.service"})
    void aUnitStartsWhatThereIsAndIsGuarded(String name) throws IOException {
        List<String> unit = Files.readAllLines(Path.of(System.getProperty("docket.home", "."), "installer", "systemd", name));
        String start = only(unit, "ExecStart=");
        String[] words = start.replaceAll("\\$\\{[A-Z_]+}|%i", "x").split(" ");

        assertThat(unit).containsAll(GUARDS);
        assertThat(words[0]).isEqualTo("/opt/docket/bin/docket");
        assertThat(DocketCommand.commandLine().parseArgs(Arrays.copyOfRange(words, 1, words.length)).errors()).isEmpty();
        assertThat(start).contains("--password-file ${CREDENTIALS_DIRECTORY}/password");
        assertThat(only(unit, "LoadCredential=")).startsWith("password:/etc/docket/");
        assertThat(unit).noneMatch(line -> line.startsWith("Environment=") || line.contains("PASSWORD="));
    }

    private static String only(List<String> unit, String key) {
        return unit.stream().filter(line -> line.startsWith(key)).reduce((first, second) -> {
            throw new AssertionError(key + " twice");
        }).orElseThrow().substring(key.length());
    }
}
