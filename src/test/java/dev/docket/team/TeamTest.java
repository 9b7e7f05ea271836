package dev.docket.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.storage.Database;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TeamTest {
    @TempDir
    private Path folder;
    private final Team team = new Team();

    @Test
    void theOneAtTheDeskIsItsLeadAndStaysTheSamePerson() {
        Member first;
        try (Database database = open()) {
            first = database.inTransaction(team::self);
        }

        try (Database database = open()) {
            assertThat(database.<Member>inTransaction(team::self)).isEqualTo(first);
        }
        assertThat(first).extracting(Member::pseudonym, Member::role).containsExactly("L-01", Role.LEAD);
    }

    @Test
    void peopleAreFoundByPseudonymAndKeepTheirRole() {
        try (Database database = open()) {
            database.transact(tx -> {
                Member added = team.add(tx, "R-02", Role.REVIEWER);
                team.add(tx, "A-01", Role.AUDITOR);

                assertThat(team.add(tx, "R-02", Role.LEAD)).isEqualTo(added);
                assertThat(team.find(tx, added.id())).contains(added);
                assertThat(team.find(tx, UUID.randomUUID())).isEmpty();
                assertThat(team.all(tx)).extracting(Member::pseudonym).containsExactly("A-01", "R-02");
            });
        }
    }

    @Test
    void whatIsNoPseudonymIsRefused() {
        try (Database database = open()) {
            for (String wrong : List.of("", " R", "R 1", "x".repeat(21), "Zoë", "-R")) {
                assertThatThrownBy(() -> database.transact(tx -> team.add(tx, wrong, Role.REVIEWER)))
                        .as("'%s'", wrong).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("pseudonym");
            }
        }
    }

    private Database open() {
        return Database.openEmbedded(folder, new byte[32]);
    }
}
