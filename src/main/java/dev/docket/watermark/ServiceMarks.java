package dev.docket.watermark;

import dev.docket.decode.DecodedImage;
import dev.docket.decode.PngEncoder;
import dev.docket.provenance.ProvenanceReport.MarkState;
import dev.docket.provenance.ProvenanceReport.Watermark;
import dev.docket.storage.CanonicalJson;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Asks a vendor's service over HTTPS, where somebody has set it up and turned it on: it then gets the picture. Never asked by
 * intake. Off, it opens nothing. Several threads.
 */
public final class ServiceMarks implements WatermarkDetector {
    private static final Duration CONNECTING = Duration.ofSeconds(10);
    private static final Duration ANSWERING = Duration.ofSeconds(30);
    private static final int MOST_BYTES = 64 << 10;
    private static final int MOST_PIXELS = 25_000_000;
    private static final int MOST_TEXT = 200;

    private final Supplier<HttpClient> clients;
    private final String scheme;
    private ServiceFile settings;
    private HttpClient client;

    public ServiceMarks() {
        this(() -> HttpClient.newBuilder().connectTimeout(CONNECTING).followRedirects(HttpClient.Redirect.NEVER).build(), "https");
    }

    /** @param scheme that addresses must have */
    ServiceMarks(Supplier<HttpClient> clients, String scheme) {
        this.clients = clients;
        this.scheme = scheme;
    }

    @Override
    public String name() {
        return "service";
    }

    @Override
    public Readiness prepare(Path folder) throws IOException {
        Optional<ServiceFile> file = ServiceFile.in(folder, scheme);
        if (file.isEmpty()) {
            return Readiness.off("No service is set up: " + folder.resolve(ServiceFile.NAME) + " would name one.");
        }
        if (!file.get().on()) {
            return Readiness.off("The service of " + file.get().vendor() + " is set up and turned off.");
        }
        settings = file.get();
        return Readiness.ready("The service of " + settings.vendor() + " at " + settings.address().getHost() + ", which gets each picture it is asked about");
    }

    @Override
    public boolean isForIntake() {
        return false;
    }

    @Override
    public List<Found> find(DecodedImage picture) throws DetectorException {
        if (picture.argb().length > MOST_PIXELS) {
            throw new DetectorException("the picture has more than " + MOST_PIXELS / 1_000_000 + " megapixels and was not sent");
        }
        JsonNode answer = answer(HttpRequest.newBuilder(settings.address()).timeout(ANSWERING)
                .header("Authorization", "Bearer " + token()).header("Content-Type", "image/png").header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(PngEncoder.encode(picture.width(), picture.height(), picture.argb()))).build());
        JsonNode found = answer.at(settings.found());
        if (!found.isBoolean()) {
            throw new DetectorException("the service's answer has no true or false at " + settings.found());
        }
        return found.asBoolean() ? List.of(new Found(mark(answer), settings.says())) : List.of();
    }

    /** What it is called is the vendor's to say; how often it errs they do not tell. */
    private Watermark mark(JsonNode answer) {
        String detail = settings.detail().map(at -> answer.at(at).asString("")).orElse("").replaceAll("[\\p{Cc}\\p{Cf}]", " ").strip();
        return new Watermark(name(), settings.vendor(), "service", "", 1, 1, 1, 1, 1, MarkState.DETECTED, detail.substring(0, Math.min(MOST_TEXT, detail.length())));
    }

    private JsonNode answer(HttpRequest request) throws DetectorException {
        // waited for to its last byte: a body that never ends would hold up whoever reads it
        var sent = client().sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
        try {
            HttpResponse<byte[]> response = sent.get(ANSWERING.toSeconds(), TimeUnit.SECONDS);
            if (response.statusCode() != 200) {
                throw new DetectorException("the service answered with status " + response.statusCode());
            }
            return CanonicalJson.MAPPER.readTree(response.body());
        } catch (InterruptedException e) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            throw new DetectorException("it was interrupted", e);
        } catch (TimeoutException e) {
            sent.cancel(true);
            throw new DetectorException("the service did not answer in " + ANSWERING.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw new DetectorException("the service could not be reached, broke off, or answered more than " + (MOST_BYTES >> 10) + " kB", e);
        } catch (JacksonException e) {
            throw new DetectorException("the service's answer is not JSON", e);
        }
    }

    /** Read when it is used, so that it can be renewed. */
    private String token() throws DetectorException {
        try {
            String token = Files.size(settings.tokenFile()) > MOST_BYTES ? "" : Files.readString(settings.tokenFile()).lines().findFirst().orElse("").strip();
            if (!token.matches("[\\x21-\\x7e]{1,4000}")) {
                throw new DetectorException(settings.tokenFile() + " holds no token: its first line must be one, without spaces");
            }
            return token;
        } catch (IOException e) {
            throw new DetectorException(settings.tokenFile() + " cannot be read", e);
        }
    }

    private synchronized HttpClient client() {
        if (client == null) {
            client = clients.get();
        }
        return client;
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.shutdownNow();
        }
    }
}
