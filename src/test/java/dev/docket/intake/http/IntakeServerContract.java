package dev.docket.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.docket.desk.Desk;
import dev.docket.desk.IngestRoom;
import dev.docket.intake.http.Caller.Reply;
import dev.docket.progress.Progress;
import dev.docket.storage.Database;
import dev.docket.team.IntakeTokens;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What upstream systems may rely on, and what none of them can do, on either database. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class IntakeServerContract {
    private static final int MOST = 200_000;
    private static final String MARK = "marked-with-heliotrope";
    private static final AtomicInteger NUMBER = new AtomicInteger(1000);

    final List<String> said = Collections.synchronizedList(new ArrayList<>());
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    IngestRoom room;
    Desk desk;
    IntakeServer server;
    Caller caller;
    private String feed;

    abstract IngestRoom open(Path folder) throws IOException;

    /** Who makes tokens. */
    Database tokens() {
        return room.shared.map(shared -> shared.owner).orElse(desk.database);
    }

    @BeforeAll
    void openTheRoom(@TempDir Path folder) throws Exception {
        room = open(folder);
        desk = room.desk();
    }

    @AfterAll
    void closeTheRoom() throws IOException {
        room.close();
    }

    @BeforeEach
    void listen(TestInfo test) throws IOException {
        log.start();
        ((Logger) LoggerFactory.getLogger("root")).addAppender(log);
        String name = test.getTestMethod().orElseThrow().getName();
        feed = name.substring(0, Math.min(60, name.length()));
        String token = token();
        server = serving(new IntakeServer.Limits(MOST, 4, 10_000, 2, 256));
        caller = new Caller(server.port(), token);
    }

    @AfterEach
    void stop() {
        caller.close();
        server.close();
        ((Logger) LoggerFactory.getLogger("root")).detachAppender(log);
        assertThat(List.copyOf(log.list)).as("nothing that was handed in").extracting(ILoggingEvent::getFormattedMessage).noneMatch(line -> line.contains(MARK) || line.contains("docket_"));
    }

    private String token() {
        return tokens().inTransaction(tx -> new IntakeTokens().make(tx, feed));
    }

    private IntakeServer serving(IntakeServer.Limits limits) throws IOException {
        return new IntakeServer(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), Optional.empty(),
                new IntakeServer.Works(desk.intake, desk.database, item -> "of " + item, desk.clock), limits, Progress.NONE, said::add);
    }

    @Test
    void anItemIsAdmittedOnceHoweverOftenItIsHandedIn() throws Exception {
        byte[] image = picture();

        Reply first = caller.form("{\"id\":\"a\",\"text\":\"" + MARK + "\",\"reports\":[\"spam\"]}", image);
        Reply again = caller.plain("{\"id\":\"a\"}", image);

        assertThat(first.status()).as(first.body().toString()).isEqualTo(201);
        assertThat(first.text("outcome")).isEqualTo("new");
        assertThat(first.text("disposition")).isEqualTo("of " + first.text("item"));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("outcome")).isEqualTo("known");
        assertThat(again.text("item")).isEqualTo(first.text("item")).hasSize(36);
        Reply unnamed = caller.form("{}", picture());
        assertThat(unnamed.status()).isEqualTo(201);
        assertThat(items()).isEqualTo(2);
        assertThat(IngestRoom.tasks(desk, feed)).isEqualTo(2);
    }

    @Test
    void anImageWithoutAnIdIsKnownByItsContent() throws Exception {
        byte[] image = picture();

        assertThat(caller.send(caller.request("application/octet-stream").POST(BodyPublishers.ofByteArray(image))).status()).isEqualTo(201);
        assertThat(caller.send(caller.request("image/png").POST(BodyPublishers.ofByteArray(image))).status()).isEqualTo(200);
        assertThat(items()).isEqualTo(1);
    }

    @Test
    void whatIsFaultyIsRefusedWithTheReasonAndNoted() throws Exception {
        assertRefused(caller.form("{\"id\":\"a\"}", (MARK + " no image").getBytes()), "");
        assertRefused(caller.form("{\"id\":", picture()), "not valid JSON");
        assertRefused(caller.form("{\"id\":\"a\",\"source\":\"another\"}", picture()), "source: what is handed in here is of '" + feed + "'");
        assertRefused(caller.form("{\"id\":\"a\",\"file\":\"/etc/passwd\"}", picture()), "file: the image comes with the fields");
        assertRefused(caller.form("{\"id\":\"a\",\"colour\":1}", picture()), "unknown field 'colour'");
        assertRefused(caller.form("{\"id\":\"" + "x".repeat(201) + "\"}", picture()), "id: at most 200");
        assertThat(items()).isZero();
        assertThat(desk.database.inTransaction(desk.refusals::all)).extracting("place").contains(feed + ", handed in: a", feed + ", handed in");
    }

    private static void assertRefused(Reply reply, String reason) {
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(422);
        assertThat(reply.text("outcome")).isEqualTo("refused");
        assertThat(reply.text("reason")).isNotBlank().contains(reason);
    }

    @Test
    void nobodyHandsInWithoutATokenThatIsInForce() throws Exception {
        String token = token();
        server.reload();
        try (Caller revoked = new Caller(server.port(), token); Caller wrong = new Caller(server.port(), token.substring(0, token.length() - 1))) {
            assertThat(wrong.plain("{\"id\":\"a\"}", picture()).status()).isEqualTo(401);
            assertThat(wrong.plain("{\"id\":\"a\"}", picture()).headers().firstValue("WWW-Authenticate")).contains("Bearer");
            assertThat(revoked.plain("{\"id\":\"a\"}", picture()).status()).isEqualTo(201);
            tokens().transact(tx -> assertThat(new IntakeTokens().revoke(tx, IntakeTokens.id(token))).isTrue());
            server.reload();
            assertThat(revoked.plain("{\"id\":\"b\"}", picture()).status()).isEqualTo(401);
        }
        assertThat(caller.send(caller.to("/v1/items").header("Content-Type", "image/png").POST(BodyPublishers.ofByteArray(picture()))).status()).isEqualTo(401);
        assertThat(caller.send(caller.to("/v1/items").header("Content-Type", "image/png").header("Authorization", "Basic dTpw").POST(BodyPublishers.ofByteArray(picture()))).status()).isEqualTo(401);
        Reply inTheAddress = caller.send(caller.to("/v1/items?token=" + token).header("Content-Type", "image/png").POST(BodyPublishers.ofByteArray(picture())));
        assertThat(inTheAddress.status()).isEqualTo(400);
        assertThat(inTheAddress.text("error")).contains("have it revoked");
        assertThat(items()).isEqualTo(1);
    }

    @Test
    void whatIsNoHandingInIsAnsweredAsThat() throws Exception {
        assertThat(caller.send(caller.request("image/png").GET()).status()).isEqualTo(405);
        assertThat(caller.send(caller.to("/v1/items/x").GET()).status()).isEqualTo(404);
        assertThat(caller.send(caller.to("/").GET()).status()).isEqualTo(404);
        assertThat(caller.send(caller.to("/v1/health").GET()).body().toString()).isEqualTo("{\"status\":\"ok\"}");
        assertThat(caller.send(caller.request("application/json").POST(BodyPublishers.ofString("{}"))).status()).isEqualTo(415);
        assertThat(caller.send(caller.request("multipart/form-data").POST(BodyPublishers.ofString("{}"))).status()).isEqualTo(400);
    }

    @Test
    void anIdCannotAddHeadersNorControlCharacters() throws Exception {
        Reply reply = caller.form("{\"id\":\"a\\r\\nX-Evil: 1\\u202e\\u0000\"}", picture());

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.headers().map()).doesNotContainKey("x-evil");
        assertThat(desk.database.<List<String>>inTransaction(tx -> tx.createQuery("select external_id from item where source = :feed").bind("feed", feed).mapTo(String.class).list()))
                .containsExactly("a X-Evil: 1");
    }

    @Test
    void aBodyThatIsTooLargeIsNotReadToItsEnd() throws Exception {
        // only the head is sent: the answer must not wait for more
        assertThat(Caller.answer(caller.raw(head("Content-Length: " + (MOST + 1))))).startsWith("HTTP/1.1 413");
        assertThat(caller.send(caller.request("image/png").POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(new byte[MOST + 1])))).status()).as("in chunks").isEqualTo(413);
        assertThat(items()).isZero();
    }

    @Test
    void aBodyThatLiesAboutItsLengthGivesNoItem() throws Exception {
        for (String lie : List.of("Content-Length: 5\nContent-Length: 6", "Content-Length: 5\nTransfer-Encoding: chunked", "Transfer-Encoding: gzip, chunked", "Content-Length: -1", "Content-Length: abc", "X: y")) {
            assertThat(Caller.answer(caller.raw(head(lie) + "hello"))).as(lie).matches("|HTTP/1.1 (400|501) .*");
        }
        for (String chunks : List.of("FFFFFFFF\nabc", "-1\nabc", "zz\nabc", "5\nabc\n0\n\n", "5;" + "x".repeat(70_000), "7fffffffffffffff\nabc")) {
            Socket socket = caller.raw(head("Transfer-Encoding: chunked") + chunks);
            socket.shutdownOutput();
            assertThat(Caller.rest(socket)).as(chunks.substring(0, Math.min(20, chunks.length()))).doesNotStartWith("HTTP/1.1 20").isNotEqualTo("still open");
        }
        Socket truncated = caller.raw(head("Content-Length: 1000") + "abc");
        truncated.shutdownOutput();
        assertThat(Caller.rest(truncated)).doesNotStartWith("HTTP/1.1 20");
        assertThat(items()).isZero();
        assertThat(caller.plain("{}", picture()).status()).as("the next is served").isEqualTo(201);
    }

    @Test
    void aBodyThatTricklesIsCutOff() throws Exception {
        long start = System.nanoTime();
        Socket socket = caller.raw(head("Content-Length: 1000"));
        Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    socket.getOutputStream().write('x');
                    Thread.sleep(100);
                }
            } catch (IOException | InterruptedException cut) {
                // as it should be
            }
        });

        assertThat(Caller.rest(socket)).isNotEqualTo("still open").doesNotStartWith("HTTP/1.1 20");
        assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start)).isLessThan(15);
    }

    @Test
    void whoAsksTooOftenIsToldWhenToComeBack() throws Exception {
        String token = token();
        try (IntakeServer slow = serving(new IntakeServer.Limits(MOST, 4, 0.5, 2, 256)); Caller eager = new Caller(slow.port(), token)) {
            assertThat(eager.plain("{\"id\":\"a\"}", picture()).status()).isEqualTo(201);
            Reply reply = eager.plain("{\"id\":\"b\"}", picture());
            assertThat(reply.status()).isEqualTo(429);
            assertThat(reply.headers().firstValue("Retry-After")).hasValueSatisfying(seconds -> assertThat(Integer.parseInt(seconds)).isBetween(1, 2));
        }
    }

    @Test
    void twoHundredAtOnceFindASmallQueueFullAndAllGetInByTryingAgain() throws Exception {
        List<byte[]> images = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            images.add(picture());
        }
        AtomicInteger full = new AtomicInteger();
        List<Callable<Integer>> all = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            int number = i % images.size();
            all.add(() -> {
                while (true) {
                    Reply reply = caller.form("{\"id\":\"" + number + "\"}", images.get(number));
                    if (reply.status() != 503) {
                        return reply.status();
                    }
                    assertThat(reply.headers().firstValue("Retry-After")).isPresent();
                    full.incrementAndGet();
                    Thread.sleep(150 + number * 10);
                }
            });
        }

        List<Integer> answers = new ArrayList<>();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> each : clients.invokeAll(all)) {
                answers.add(each.get());
            }
        }

        assertThat(full.get()).as("somebody was asked to come back").isPositive();
        assertThat(Collections.frequency(answers, 201)).isEqualTo(25);
        assertThat(Collections.frequency(answers, 200)).isEqualTo(175);
        assertThat(items()).isEqualTo(25);
        assertThat(IngestRoom.tasks(desk, feed)).isEqualTo(25);
    }

    private String head(String length) {
        return "POST /v1/items HTTP/1.1\nHost: here\nAuthorization: Bearer TOKEN\nContent-Type: image/png\n" + length + "\n\n";
    }

    static byte[] picture() throws IOException {
        return IngestRoom.picture(NUMBER.incrementAndGet());
    }

    int items() {
        return IngestRoom.items(desk, feed);
    }
}
