package dev.docket.crash;

import dev.docket.storage.Database;
import dev.docket.storage.Journal;
import dev.docket.verdict.Outbox;
import dev.docket.verdict.Recorder;
import dev.docket.verdict.VerdictDesk;
import java.io.IOException;
import java.time.Clock;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;

/** How a desk is put together: as it is, or with something in it that is wrong. */
interface Wiring {
    /** As the product is. */
    Wiring SOUND = new Wiring() {};

    /** @param mutant name of a {@link Mutant}; {@code NONE}: as the product is */
    static Wiring named(String mutant) {
        return mutant.equals("NONE") ? SOUND : Mutant.valueOf(mutant);
    }

    /** What is done to the team's database before anybody works there, by its owner. */
    default void plant(Handle owner) {}

    /** How the database is reached. */
    default DataSource source(DataSource own, Clock clock) {
        return own;
    }

    /** Where verdicts go. */
    default Recorder recorder(Journal journal, Database database, VerdictDesk desk) throws IOException {
        return new Outbox(journal, database, desk);
    }
}
