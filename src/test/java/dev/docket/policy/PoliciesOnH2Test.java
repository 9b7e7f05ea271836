package dev.docket.policy;

import dev.docket.storage.Database;

class PoliciesOnH2Test extends PoliciesContract {
    @Override
    Database open() {
        return Database.openEmbedded(folder.resolve("database"), new byte[32]);
    }
}
