package dev.docket.storage;

/** Changes what nobody may change, as only somebody can who has the whole machine: a database server is told to look away. */
public final class Forger {
    private Forger() {}

    public static void in(Database database, Database.Step step) {
        database.transact(tx -> {
            boolean server = tx.queryMetadata(java.sql.DatabaseMetaData::getDatabaseProductName).equals("PostgreSQL");
            if (server) {
                tx.execute("set local session_replication_role = replica");
            }
            step.in(tx);
        });
    }
}
