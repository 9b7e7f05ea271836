package dev.docket.audit;

import dev.docket.storage.Database;

class AuditLogOnH2Test extends AuditLogContract {
    @Override
    Database open() {
        return Database.openEmbedded(folder.resolve("database"), new byte[32]);
    }
}
