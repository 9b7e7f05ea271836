package dev.docket.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.Launcher;
import dev.docket.desk.Desk;
import dev.docket.desk.IngestRoom;
import dev.docket.intake.http.Caller;
import dev.docket.intake.http.Caller.Reply;
import dev.docket.team.IntakeTokens;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code docket serve-intake} as a process of its own: what holds for a whole process, and its end. */
@Timeout(120)
@DisabledOnOs(OS.WINDOWS)
class ServedIntakeTest {
    private static final int MOST_CONNECTIONS = 12;

    @TempDir
    Path profile;

    @Test
    void slowAndManyConnectionsAreCutAndWhatWasAnsweredBeforeATerminationIsThere() throws Exception {
        String token;
        try (Desk desk = Desk.open(profile, Clock.systemUTC())) {
            token = desk.database.inTransaction(tx -> new IntakeTokens().make(tx, "upstream"));
        }
        try (ChildProcess service = ChildProcess.start(Launcher.class, "serve-intake", "--profile", profile.toString(), "--listen", "127.0.0.1:0",
                "--request-seconds", "2", "--connections", Integer.toString(MOST_CONNECTIONS), "--rate", "10000")) {
            int port = Integer.parseInt(service.awaitLine("Listening at").replaceAll(".*:(\\d+)/v1/items.*", "$1"));
            try (Caller caller = new Caller(port, token)) {
                aHeadThatTricklesIsCutOff(caller);
                moreConnectionsThanAllowedAreClosed(caller);
                Map<Integer, Reply> answered = terminatedInTheMiddle(service, caller);

                assertThat(service.exit()).as("%s", service.lines()).isZero();
                assertThat(service.lines()).anyMatch(line -> line.startsWith("No more is taken"));
                try (Desk desk = Desk.open(profile, Clock.systemUTC())) {
                    List<String> ids = desk.database.inTransaction(tx -> tx.createQuery("select external_id from item where source = 'upstream'").mapTo(String.class).list());
                    assertThat(ids).doesNotHaveDuplicates().containsAll(answered.keySet().stream().map(String::valueOf).toList());
                    assertThat(IngestRoom.tasks(desk, "upstream")).isEqualTo(ids.size());
                }
            }
        }
    }

    /** Neither a head that never ends nor a body that nobody waits for holds a connection. */
    private static void aHeadThatTricklesIsCutOff(Caller caller) throws IOException {
        Socket head = caller.raw("POST /v1/items HTTP/1.1\nHost: here\n");
        Socket refused = caller.raw("POST /v1/items HTTP/1.1\nHost: here\nContent-Length: 100000\n\n");

        assertThat(Caller.rest(head)).isNotEqualTo("still open");
        assertThat(Caller.rest(refused)).startsWith("HTTP/1.1 401");
    }

    private static void moreConnectionsThanAllowedAreClosed(Caller caller) throws IOException {
        List<Socket> idle = Stream.generate(() -> {
            try {
                return caller.raw("POST /v1/items HTTP/1.1\n");
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }).limit(MOST_CONNECTIONS + 4).toList();
        idle.getLast().setSoTimeout(1500);

        assertThat(Caller.rest(idle.getLast())).as("closed before its time was over").isEmpty();
        for (Socket socket : idle) {
            socket.close();
        }
    }

    private static Map<Integer, Reply> terminatedInTheMiddle(ChildProcess service, Caller caller) {
        Map<Integer, Reply> answered = new ConcurrentHashMap<>();
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int client = 0; client < 4; client++) {
                clients.submit(() -> {
                    while (true) {
                        int number = next.incrementAndGet();
                        Reply reply = caller.plain("{\"id\":\"" + number + "\"}", IngestRoom.picture(number));
                        if (reply.status() == 201 && answered.put(number, reply) == null && answered.size() == 6) {
                            service.terminate();
                        }
                        if (reply.status() == 503) {
                            return null;
                        }
                    }
                });
            }
        }
        assertThat(answered).hasSizeGreaterThanOrEqualTo(6);
        assertThat(answered.values()).extracting(reply -> reply.text("disposition")).isSubsetOf("release", "review", "withhold", "quarantine");
        return answered;
    }
}
