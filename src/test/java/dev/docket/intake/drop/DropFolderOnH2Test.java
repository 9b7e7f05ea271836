package dev.docket.intake.drop;

import dev.docket.desk.IngestRoom;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class DropFolderOnH2Test extends DropFolderContract {

    @BeforeAll
    void openTheRoom(@TempDir Path folder) throws Exception {
        room = IngestRoom.onH2(folder);
        desk = room.desk();
    }
}
