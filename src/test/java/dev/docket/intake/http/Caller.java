package dev.docket.intake.http;

import dev.docket.storage.CanonicalJson;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/** An upstream system, honest or not. */
public final class Caller implements AutoCloseable {
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port;
    private final String token;

    public Caller(int port, String token) {
        this.port = port;
        this.token = token;
    }

    /** What came back. */
    public record Reply(int status, JsonNode body, HttpHeaders headers) {
        public String text(String field) {
            return body.path(field).asString("");
        }
    }

    /** Image and fields as a form. */
    public Reply form(String fields, byte[] image) throws IOException, InterruptedException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("--b\r\nContent-Disposition: form-data; name=\"item\"\r\n\r\n%s\r\n--b\r\nContent-Disposition: form-data; name=\"image\"\r\n\r\n".formatted(fields).getBytes(StandardCharsets.UTF_8));
        body.writeBytes(image);
        body.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
        return send(request("multipart/form-data; boundary=b").POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** The image as it is, the fields in a header. */
    public Reply plain(String fields, byte[] image) throws IOException, InterruptedException {
        return send(request("image/png").header("Docket-Item", fields).POST(BodyPublishers.ofByteArray(image)));
    }

    public HttpRequest.Builder request(String type) {
        return to("/v1/items").header("Content-Type", type).header("Authorization", "Bearer " + token);
    }

    public HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    public Reply send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Reply(response.statusCode(), CanonicalJson.MAPPER.readTree(response.body()), response.headers());
    }

    /** A connection that says what no client would. */
    public Socket raw(String start) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(20_000);
        socket.getOutputStream().write(start.replace("\n", "\r\n").replace("TOKEN", token).getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }

    /** All that comes back until the connection ends; empty when it was reset. */
    public static String rest(Socket socket) {
        try (socket) {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return e instanceof java.net.SocketTimeoutException ? "still open" : "";
        }
    }

    /** The line that an answer begins with; empty when the connection ended without one. */
    public static String answer(Socket socket) throws IOException {
        try (socket) {
            String line = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1)).readLine();
            return line == null ? "" : line;
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
