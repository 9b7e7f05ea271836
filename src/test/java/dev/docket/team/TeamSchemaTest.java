package dev.docket.team;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.storage.Postgres;
import dev.docket.storage.StorageException;
import org.junit.jupiter.api.Test;

/** A team's database of another version than the desk's. */
class TeamSchemaTest {

    @Test
    void itIsSaidWhichOfTheTwoIsOlder() {
        try (Postgres.Shared shared = Postgres.shared()) {
            Member anna = shared.add("R-02", Role.REVIEWER);
            shared.owner.transact(tx -> tx.execute("""
                    insert into flyway_schema_history select 99, '99', description, type, 'V99__later.sql', checksum, installed_by, installed_on, execution_time, success
                      from flyway_schema_history where version = '1'"""));

            assertThatThrownBy(() -> shared.as(anna)).isInstanceOf(StorageException.class)
                    .hasMessageContaining("made by a newer Docket (schema 99)").hasMessageContaining("Install that version");
            assertThatThrownBy(shared::ownerAnew).as("nor is it migrated").hasMessageContaining("made by a newer Docket (schema 99)");

            shared.owner.transact(tx -> tx.execute("delete from flyway_schema_history where version = '99' or installed_rank = (select max(installed_rank) from flyway_schema_history where version is not null and version <> '99')"));
            assertThatThrownBy(() -> shared.as(anna)).isInstanceOf(StorageException.class)
                    .hasMessageContaining("is older than this Docket").hasMessageContaining("docket team init");
        }
    }
}
