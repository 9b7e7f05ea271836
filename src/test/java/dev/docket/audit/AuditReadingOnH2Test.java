package dev.docket.audit;

import dev.docket.storage.Database;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class AuditReadingOnH2Test extends AuditReadingContract {
    @TempDir
    private static Path desk;

    @Override
    Database open() {
        return Database.openEmbedded(desk, new byte[32]);
    }
}
