package dev.docket.quality;

import dev.docket.storage.Database;
import dev.docket.team.Member;
import dev.docket.team.Role;
import dev.docket.team.Team;

class DoubleReviewOnH2Test extends DoubleReviewContract {
    private Database database;

    @Override
    Database owner() {
        database = Database.openEmbedded(folder.resolve("database"), new byte[32]);
        return database;
    }

    @Override
    Member hire(String pseudonym, Role role) {
        return database.inTransaction(tx -> new Team().add(tx, pseudonym, role));
    }

    @Override
    Database as(Member member) {
        return database;
    }

    @Override
    void close() {
        database.close();
    }
}
