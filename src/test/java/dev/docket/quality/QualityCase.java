package dev.docket.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A room before each test; after it the log still verifies. */
abstract class QualityCase {
    @TempDir
    Path folder;
    QualityRoom room;
    private QualityHouse house;

    abstract QualityHouse house();

    @BeforeEach
    void openTheRoom() {
        house = house();
        room = new QualityRoom(house, folder.resolve("images"));
    }

    @AfterEach
    void theLogStillVerifies() {
        assertThat(room.faultOfTheLog()).isEmpty();
        house.close();
    }
}
