package dev.docket.intake.http;

import dev.docket.desk.IngestRoom;
import java.nio.file.Path;

class IntakeServerOnH2Test extends IntakeServerContract {
    @Override
    IngestRoom open(Path folder) {
        return IngestRoom.onH2(folder);
    }
}
