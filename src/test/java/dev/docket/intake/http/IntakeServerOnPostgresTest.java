package dev.docket.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.desk.IngestRoom;
import dev.docket.intake.http.Caller.Reply;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** With the login of an intake, and no more rights than it has. */
class IntakeServerOnPostgresTest extends IntakeServerContract {
    @Override
    IngestRoom open(Path folder) throws IOException {
        return IngestRoom.onPostgres(folder);
    }

    @Test
    void aDatabaseThatIsAwayIsSaidAndTryingAgainGivesOneItem() throws Exception {
        byte[] image = picture();
        assertThat(caller.form("{\"id\":\"before\"}", picture()).status()).isEqualTo(201);

        room.cable.cut();
        Reply away = caller.form("{\"id\":\"a\"}", image);
        Reply still = caller.form("{\"id\":\"a\"}", image);
        server.reload();
        assertThat(away.status()).as(away.body().toString()).isEqualTo(503);
        assertThat(away.headers().firstValue("Retry-After")).isPresent();
        assertThat(still.status()).isEqualTo(503);
        assertThat(caller.send(caller.to("/v1/health").GET()).status()).isEqualTo(503);
        room.cable.mend();

        Reply last = caller.form("{\"id\":\"a\"}", image);
        for (int i = 0; i < 200 && last.status() == 503; i++) {
            Thread.sleep(50);
            last = caller.form("{\"id\":\"a\"}", image);
        }
        server.reload();

        assertThat(last.status()).isBetween(200, 201);
        assertThat(items()).isEqualTo(2);
        assertThat(caller.send(caller.to("/v1/health").GET()).status()).isEqualTo(200);
        assertThat(said).anyMatch(line -> line.contains("does not answer")).anyMatch(line -> line.contains("answers again"));
    }
}
