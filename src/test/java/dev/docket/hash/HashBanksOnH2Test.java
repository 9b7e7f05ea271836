package dev.docket.hash;

import dev.docket.storage.Database;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class HashBanksOnH2Test extends HashBanksContract {
    @TempDir
    private static Path desk;

    @Override
    Database open() {
        return Database.openEmbedded(desk, new byte[32]);
    }
}
