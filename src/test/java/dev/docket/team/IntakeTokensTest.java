package dev.docket.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.storage.Database;
import dev.docket.storage.Postgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Tokens on both databases; and what somebody with a login could try to get one, past Docket. */
class IntakeTokensTest {
    private static final String FORGED = "insert into intake_token (token_hash, source) values (decode(repeat('ab', 32), 'hex'), 'forged')";

    @TempDir
    private static Path folder;
    private static Database embedded;
    private static Postgres.Shared shared;
    private static Map<Role, Member> people;
    private final IntakeTokens tokens = new IntakeTokens();

    @BeforeAll
    static void openBoth() {
        embedded = Database.openEmbedded(folder.resolve("database"), new byte[32]);
        shared = Postgres.shared();
        people = Map.of(Role.ADMIN, shared.add("M-01", Role.ADMIN), Role.INGEST, shared.add("I-01", Role.INGEST), Role.LEAD, shared.add("L-01", Role.LEAD),
                Role.REVIEWER, shared.add("R-02", Role.REVIEWER), Role.AUDITOR, shared.add("A-01", Role.AUDITOR), Role.SEALER, shared.add("S-01", Role.SEALER), Role.EXPORT, shared.add("E-01", Role.EXPORT));
        Database admin = shared.as(people.get(Role.ADMIN));
        admin.transact(tx -> {
            String old = new IntakeTokens().make(tx, "old");
            new IntakeTokens().revoke(tx, IntakeTokens.id(old));
            new IntakeTokens().make(tx, "new");
        });
    }

    @AfterAll
    static void closeBoth() {
        embedded.close();
        shared.close();
    }

    @Test
    void aTokenIsKeptAsItsHashAndRevokedForGood() {
        for (Database database : List.of(embedded, shared.as(people.get(Role.ADMIN)))) {
            String token = database.inTransaction(tx -> tokens.make(tx, "feed"));
            String id = IntakeTokens.id(token);

            assertThat(token).matches("docket_[A-Za-z0-9_-]{43}");
            assertThat(inForce(database)).extracting(IntakeTokens.Key::id).contains(id);
            assertThat(database.<List<IntakeTokens.Token>>inTransaction(tokens::all)).filteredOn(each -> each.id().equals(id)).singleElement()
                    .satisfies(each -> assertThat(each.source()).isEqualTo("feed")).satisfies(each -> assertThat(each.revokedAt()).isEmpty());
            assertThat(database.<Boolean>inTransaction(tx -> tokens.revoke(tx, id))).isTrue();
            assertThat(database.<Boolean>inTransaction(tx -> tokens.revoke(tx, id))).as("again").isFalse();
            assertThat(inForce(database)).extracting(IntakeTokens.Key::id).doesNotContain(id);
        }
        assertThat(inForce(shared.as(people.get(Role.INGEST)))).as("an intake reads them").isNotEmpty();
    }

    private List<IntakeTokens.Key> inForce(Database database) {
        return database.inTransaction(tokens::inForce);
    }

    @Test
    void aSourceIsAName() {
        for (String source : List.of("", " ", "x".repeat(61), "a\nb")) {
            assertThatThrownBy(() -> embedded.inTransaction(tx -> tokens.make(tx, source))).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @TestFactory
    Stream<DynamicTest> nobodyButAnAdminMakesOneAndNobodyBringsOneBack() {
        return Stream.concat(
                Stream.of(Role.INGEST, Role.LEAD, Role.REVIEWER, Role.AUDITOR, Role.SEALER, Role.EXPORT).flatMap(role -> Stream.of(
                        probe(role, "makes a token", FORGED),
                        probe(role, "revokes one", "update intake_token set revoked_at = now() where source = 'new'"))),
                Stream.of(
                        probe(Role.REVIEWER, "reads them", "select * from intake_token"),
                        probe(Role.SEALER, "reads them", "select * from intake_token"),
                        probe(Role.ADMIN, "brings a revoked one back", "update intake_token set revoked_at = null where source = 'old'"),
                        probe(Role.ADMIN, "changes when one was revoked", "update intake_token set revoked_at = now() where source = 'old'"),
                        probe(Role.ADMIN, "puts another hash in its place", "update intake_token set token_hash = decode(repeat('ab', 32), 'hex') where source = 'new'"),
                        probe(Role.ADMIN, "lets one speak for another source", "update intake_token set source = 'other' where source = 'new'"),
                        probe(Role.ADMIN, "deletes one", "delete from intake_token"),
                        probe(Role.ADMIN, "empties them", "truncate intake_token")));
    }

    private DynamicTest probe(Role role, String what, String statement) {
        return DynamicTest.dynamicTest(role + " " + what, () -> {
            try (Connection login = shared.source(people.get(role)).getConnection(); Statement tried = login.createStatement()) {
                assertThatThrownBy(() -> tried.execute(statement)).isInstanceOf(SQLException.class).extracting("SQLState").isEqualTo("42501");
            }
        });
    }

    @Test
    void anAdminCanDoWhatTheOthersTry() throws SQLException {
        try (Connection login = shared.source(people.get(Role.ADMIN)).getConnection(); Statement made = login.createStatement()) {
            login.setAutoCommit(false);
            assertThat(made.executeUpdate(FORGED)).isEqualTo(1);
            assertThat(made.executeUpdate("update intake_token set revoked_at = now() where source = 'new'")).isEqualTo(1);
            login.rollback();
        }
    }
}
