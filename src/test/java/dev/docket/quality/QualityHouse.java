package dev.docket.quality;

import dev.docket.storage.Database;
import dev.docket.storage.Postgres;
import dev.docket.team.Logins;
import dev.docket.team.Member;
import dev.docket.team.Role;
import dev.docket.team.Team;
import java.nio.file.Path;

/** The database that the people of a {@link QualityRoom} work on. */
interface QualityHouse extends AutoCloseable {
    /** With every right. */
    Database owner();

    Member hire(String pseudonym, Role role);

    /** What they work on. */
    Database as(Member member);

    @Override
    void close();

    /** One embedded database, which all share. */
    static QualityHouse embedded(Path file) {
        Database database = Database.openEmbedded(file, new byte[32]);
        return new QualityHouse() {
            @Override
            public Database owner() {
                return database;
            }

            @Override
            public Member hire(String pseudonym, Role role) {
                return database.inTransaction(tx -> new Team().add(tx, pseudonym, role));
            }

            @Override
            public Database as(Member member) {
                return database;
            }

            @Override
            public void close() {
                database.close();
            }
        };
    }

    /** A PostgreSQL, where everybody is logged in as themselves. */
    static QualityHouse shared() {
        Postgres.Shared shared = Postgres.shared();
        return new QualityHouse() {
            @Override
            public Database owner() {
                return shared.owner;
            }

            @Override
            public Member hire(String pseudonym, Role role) {
                Member member = shared.add(pseudonym, role);
                if (role == Role.REVIEWER) {
                    shared.owner.transact(tx -> new Logins().grant(tx, pseudonym, "*"));
                }
                return member;
            }

            @Override
            public Database as(Member member) {
                return shared.as(member);
            }

            @Override
            public void close() {
                shared.close();
            }
        };
    }
}
