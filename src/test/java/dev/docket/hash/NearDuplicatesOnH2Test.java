package dev.docket.hash;

import dev.docket.storage.Database;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class NearDuplicatesOnH2Test extends NearDuplicatesContract {
    @TempDir
    private static Path desk;

    @Override
    Database open() {
        return Database.openEmbedded(desk, new byte[32]);
    }
}
