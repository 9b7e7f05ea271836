package dev.docket.registry;

import dev.docket.storage.Database;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class ModelRegistryOnH2Test extends ModelRegistryContract {
    @TempDir
    private static Path desk;

    @Override
    Database open() {
        return Database.openEmbedded(desk, new byte[32]);
    }
}
