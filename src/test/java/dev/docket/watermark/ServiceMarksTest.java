package dev.docket.watermark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.docket.decode.DecodedImage;
import dev.docket.provenance.ProvenanceReport.Origin;
import dev.docket.watermark.WatermarkDetector.State;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against answers of our own, served on this machine. */
class ServiceMarksTest {
    private static final DecodedImage PICTURE = PaintedPictures.paint(8, 256, 256);

    @TempDir
    private Path folder;
    private HttpServer server;
    private final List<String> asked = new ArrayList<>();
    private int status = 200;
    private String answer = "{\"result\": {\"detected\": true, \"owner\": \"Picture Works\\u0007\"}}";

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/detect", this::reply);
        server.start();
        Files.writeString(folder.resolve("token"), "s3cret\n");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aMarkThatTheServiceFindsIsTold() throws Exception {
        try (ServiceMarks marks = ready()) {
            assertThat(marks.find(PICTURE)).singleElement().satisfies(found -> {
                assertThat(found.mark().payload()).isEqualTo("Acme");
                assertThat(found.mark().detail()).isEqualTo("Picture Works");
                assertThat(found.says()).isEqualTo(Origin.OTHER);
            });
        }
        assertThat(asked).containsExactly("POST Bearer s3cret image/png");
    }

    @Test
    void nothingFoundIsNoMark() throws Exception {
        answer = "{\"result\": {\"detected\": false}}";
        try (ServiceMarks marks = ready()) {
            assertThat(marks.find(PICTURE)).isEmpty();
        }
    }

    @Test
    void itIsNeverAskedByIntake() {
        assertThat(new ServiceMarks().isForIntake()).isFalse();
    }

    @Test
    void whatIsNoAnswerIsAFailureInWordsWithoutTheToken() throws Exception {
        assertFails(200, "<html>", "not JSON");
        assertFails(200, "{}", "no true or false at /result/detected");
        assertFails(200, " ".repeat(70_000), "more than 64 kB");
        assertFails(302, "", "status 302");
        assertFails(401, "", "status 401");
        Files.writeString(folder.resolve("token"), "two words");
        assertFails(200, "{}", "holds no token");
    }

    @Test
    void aServiceThatIsNotThereIsAFailure() throws Exception {
        server.stop(0);
        assertFails(200, "", "could not be reached");
    }

    @Test
    void offItMakesNoClientAndOpensNoSocket() throws Exception {
        WatermarkDetector off = new ServiceMarks(() -> {
            throw new AssertionError("a client was made");
        }, "http");
        write("false", "http");

        try (Watermarks watermarks = Watermarks.of(List.of(off), folder)) {
            assertThat(watermarks.all().getFirst().readiness().state()).isEqualTo(State.OFF);
            assertThat(watermarks.look(PICTURE).found()).isEmpty();
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void itIsOffUnlessSomebodyTurnedItOn() throws IOException {
        assertThat(new ServiceMarks().prepare(folder).state()).isEqualTo(State.OFF);
        Files.writeString(folder.resolve("service.json"), "{\"vendor\": \"Acme\", \"url\": \"https://example.org/\", \"token_file\": \"token\", \"found\": \"/a\"}");
        assertThat(new ServiceMarks().prepare(folder).state()).isEqualTo(State.OFF);
    }

    @Test
    void anAddressWithoutTlsIsRefusedAndNamed() throws IOException {
        write("true", "http");
        assertThatThrownBy(() -> new ServiceMarks().prepare(folder)).isInstanceOf(IOException.class).hasMessageContaining("service.json: url must be an address that begins with https://");
    }

    private void assertFails(int withStatus, String withAnswer, String words) throws Exception {
        status = withStatus;
        answer = withAnswer;
        try (ServiceMarks marks = ready()) {
            assertThatThrownBy(() -> marks.find(PICTURE)).isInstanceOf(DetectorException.class).hasMessageContaining(words).message().doesNotContain("s3cret");
        }
    }

    private ServiceMarks ready() throws IOException {
        write("true", "http");
        ServiceMarks marks = new ServiceMarks(HttpClient::newHttpClient, "http");
        assertThat(marks.prepare(folder).state()).isEqualTo(State.READY);
        return marks;
    }

    private void write(String on, String scheme) throws IOException {
        Files.writeString(folder.resolve("service.json"), """
                {"on": %s, "vendor": "Acme", "url": "%s://localhost:%d/detect", "token_file": "token", "found": "/result/detected", "detail": "/result/owner"}"""
                .formatted(on, scheme, server.getAddress().getPort()));
    }

    private void reply(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestHeaders().getFirst("Authorization") + " " + exchange.getRequestHeaders().getFirst("Content-Type"));
        byte[] body = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
