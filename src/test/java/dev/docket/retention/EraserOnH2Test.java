package dev.docket.retention;

import dev.docket.storage.Database;
import dev.docket.team.Member;
import dev.docket.team.Team;
import org.junit.jupiter.api.AfterAll;

class EraserOnH2Test extends EraserContract {
    private Database database;

    @Override
    Database owner() {
        database = Database.openEmbedded(folder.resolve("database"), new byte[32]);
        return database;
    }

    @Override
    Database lead() {
        return database;
    }

    @Override
    Database ownersDatabase() {
        return database;
    }

    @Override
    Member member() {
        return database.inTransaction(new Team()::self);
    }

    @AfterAll
    void close() {
        database.close();
    }
}
