package dev.docket.bench.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.docket.storage.Database;
import dev.docket.storage.Postgres;
import dev.docket.team.Logins;
import dev.docket.team.Member;
import dev.docket.team.Role;
import dev.docket.team.ServerAddress;
import dev.docket.team.Team;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchServerTest {
    @TempDir
    private Path folder;

    @Test
    void aServerIsStartedThatKeepsWhatItCommitsAndLeavesNothingBehind() throws Exception {
        Optional<Programs> programs = Programs.find();
        assumeThat(programs).as("a PostgreSQL is installed").isPresent();
        Path data;

        try (BenchServer server = BenchServer.started(programs.get())) {
            String name = server.database();
            assertThat(server.about()).startsWith("PostgreSQL 1").contains("fsync on");
            try (Database owner = Database.of(server.owner(name))) {
                Member anna = owner.inTransaction(tx -> new Logins().add(tx, server.login("r01"), "a word".toCharArray(), "R-01", Role.REVIEWER));
                try (Database hers = Database.joined(server.as(name, server.login("r01"), "a word".toCharArray()), "the bench")) {
                    Optional<Member> loggedIn = hers.inTransaction(new Team()::loggedIn);
                    assertThat(loggedIn).contains(anna);
                }
                String place = owner.inTransaction(tx -> tx.select("show data_directory").mapTo(String.class).one());
                data = Path.of(place);
            }
            assertThat(server.copy(name)).isNotEqualTo(name);
            assertThat(data).exists();
        }

        assertThat(data.getParent()).doesNotExist();
    }

    @Test
    void onSomebodysServerOnlyWhatItMadeIsDropped() throws Exception {
        try (Postgres.Shared theirs = Postgres.shared()) {
            List<String> before = inventory(theirs.owner);
            ServerAddress address = ServerAddress.parse(theirs.ownersUrl(), ServerAddress.Tls.NONE, Optional.empty());
            try (BenchServer server = BenchServer.at(address, "postgres", "postgres".toCharArray())) {
                String name = server.database();
                try (Database owner = Database.of(server.owner(name))) {
                    owner.transact(tx -> new Logins().add(tx, server.login("r01"), "a word".toCharArray(), "R-01", Role.REVIEWER));
                }
                assertThat(inventory(theirs.owner)).hasSize(before.size() + 2);
            }
            assertThat(inventory(theirs.owner)).isEqualTo(before);
        }
    }

    @Test
    void theNewestVersionOfDebiansIsTaken() throws IOException {
        for (String version : List.of("9", "15", "17")) {
            Path bin = Files.createDirectories(folder.resolve(version).resolve("bin"));
            for (String program : version.equals("17") ? List.of("initdb") : List.of("initdb", "pg_ctl", "postgres")) {
                assertThat(Files.createFile(bin.resolve(program)).toFile().setExecutable(true)).isTrue();
            }
        }

        assertThat(Programs.newest(folder)).contains(new Programs(folder.resolve("15").resolve("bin")));
        assertThat(Programs.newest(folder.resolve("none"))).isEmpty();
    }

    private static List<String> inventory(Database database) {
        return database.inTransaction(tx -> tx.select("select datname from pg_database union all select rolname from pg_roles order by 1").mapTo(String.class).list());
    }
}
