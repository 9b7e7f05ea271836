package dev.docket.queue;

import dev.docket.storage.Database;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class TaskSearchOnH2Test extends TaskSearchContract {
    @TempDir
    private static Path desk;

    @Override
    Database open() {
        return Database.openEmbedded(desk, new byte[32]);
    }
}
