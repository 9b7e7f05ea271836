package dev.docket.classify.vendor.live;

import dev.docket.classify.vendor.Vendor;
import dev.docket.decode.DecodedImage;
import dev.docket.decode.PngEncoder;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks one vendor's service about images, over https, where somebody has set it up and turned it on: it then gets each image, drawn anew
 * without what its file said beside the pixels. Off, there is none of these, and nothing opens a socket. One thread.
 */
public final class LiveClient implements AutoCloseable {
    /** Longer side in pixels of what is sent. */
    public static final int SIDE = 1024;

    private static final Duration CONNECTING = Duration.ofSeconds(10);
    private static final Duration ANSWERING = Duration.ofSeconds(60);
    private static final Set<Integer> PASSING = Set.of(408, 429, 500, 502, 503, 504);
    private static final int ATTEMPTS = 4;
    private static final long LONGEST_WAIT_MILLIS = 60_000;
    private static final int MOST_BYTES = 1 << 20;
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(32).build()).build()).build();

    /** Waits, and can be stopped meanwhile. */
    @FunctionalInterface
    public interface Rest {
        /** @throws dev.docket.progress.StoppedException when stopped */
        void millis(long millis);
    }

    private final LiveService service;
    private final VendorKey key;
    private final Budget budget;
    private final HttpClient client;
    private final Clock clock;
    private final Rest rest;
    private long nextMillis;

    private LiveClient(LiveService service, VendorKey key, Budget budget, HttpClient client, Clock clock, Rest rest) {
        this.service = service;
        this.key = key;
        this.budget = budget;
        this.client = client;
        this.clock = clock;
        this.rest = rest;
    }

    /**
     * @param profile the desk's folder
     * @throws LiveRefusedException when the service is off, which it is unless somebody turned it on
     * @throws IOException naming the field of its file that is wrong
     */
    public static LiveClient open(Path profile, Vendor vendor, Clock clock, Rest rest) throws IOException {
        return open(profile, vendor, clock, rest, () -> HttpClient.newBuilder().connectTimeout(CONNECTING).followRedirects(HttpClient.Redirect.NEVER).build());
    }

    static LiveClient open(Path profile, Vendor vendor, Clock clock, Rest rest, Supplier<HttpClient> clients) throws IOException {
        Optional<LiveService> service = LiveService.in(profile, vendor);
        if (service.isEmpty() || !service.get().on()) {
            throw new LiveRefusedException(vendor.title() + " is not asked from here: " + (service.isEmpty() ? "nothing sets it up. " : "it is turned off. ")
                    + LiveService.file(profile, vendor) + " would, with \"on\": true; docs/vendor-scores.md says how.", true);
        }
        VendorKey key = VendorKey.read(service.get().keyFile(), VendorRequest.keyParts(vendor));
        return new LiveClient(service.get(), key, new Budget(profile, service.get()), clients.get(), clock, rest);
    }

    public LiveService service() {
        return service;
    }

    /** @return the service's answer as it came, at most 1 MB. @throws LiveRefusedException when there is none */
    public JsonNode ask(DecodedImage image) throws IOException {
        byte[] png = PngEncoder.encode(image.width(), image.height(), image.argb());
        for (int attempt = 1;; attempt++) {
            pace();
            budget.take();
            long wait = Math.min(LONGEST_WAIT_MILLIS, 1000L << (attempt - 1));
            try {
                HttpRequest request = VendorRequest.of(service, key, png, clock).timeout(ANSWERING).build();
                HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
                if (response.statusCode() == 200) {
                    return answer(response);
                }
                response.body().close();
                if (!PASSING.contains(response.statusCode()) || attempt == ATTEMPTS) {
                    throw refused(response.statusCode(), attempt);
                }
                wait = Math.min(LONGEST_WAIT_MILLIS, Math.max(wait, retryAfter(response)));
            } catch (LiveRefusedException e) {
                throw e;
            } catch (IOException e) {
                if (attempt == ATTEMPTS) {
                    throw new LiveRefusedException(service.address().getHost() + " could not be reached, " + ATTEMPTS + " times", true);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new dev.docket.progress.StoppedException();
            }
            rest.millis(wait);
        }
    }

    /** So many a minute, evenly: a burst is what services block. */
    private void pace() {
        long now = clock.millis();
        if (now < nextMillis) {
            rest.millis(nextMillis - now);
        }
        nextMillis = Math.max(now, nextMillis) + 60_000 / service.perMinute();
    }

    private JsonNode answer(HttpResponse<InputStream> response) throws IOException {
        byte[] body;
        try (InputStream in = response.body()) {
            body = in.readNBytes(MOST_BYTES + 1);
        }
        if (body.length > MOST_BYTES) {
            throw new LiveRefusedException(service.address().getHost() + " answered with more than 1 MB", false);
        }
        try {
            return MAPPER.readTree(body);
        } catch (JacksonException e) {
            throw new LiveRefusedException(service.address().getHost() + " answered with what is not JSON", false);
        }
    }

    /** Of the answer only its status is said: what a service repeats of the request may hold the key. */
    private LiveRefusedException refused(int status, int attempts) {
        String host = service.address().getHost();
        return switch (status) {
            case 401, 403 -> new LiveRefusedException(host + " refused the key in " + service.keyFile().getFileName() + " (status " + status + ")", true);
            case 402, 429 -> new LiveRefusedException(host + " takes no more requests now (status " + status + ")", true);
            default -> new LiveRefusedException(host + " answered with status " + status + (attempts > 1 ? ", " + attempts + " times" : ""), status >= 500);
        };
    }

    private static long retryAfter(HttpResponse<?> response) {
        return response.headers().firstValue("Retry-After").filter(text -> text.matches("[0-9]{1,6}")).map(text -> Long.parseLong(text) * 1000).orElse(0L);
    }

    @Override
    public void close() {
        client.close();
    }
}
