package dev.docket.intake.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.docket.intake.Candidate;
import dev.docket.intake.Outcome;
import dev.docket.intake.Outcome.Admitted;
import dev.docket.intake.Outcome.Refused;
import dev.docket.intake.ReceivedItem;
import dev.docket.intake.Refusal;
import dev.docket.intake.RefusedException;
import dev.docket.storage.StorageException;
import dev.docket.storage.UnreachableException;
import dev.docket.team.IntakeTokens;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code POST /v1/items}. What costs nothing to find wrong is found before the body is read. Several threads. */
final class ItemsHandler implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ItemsHandler.class);
    private static final int AWAY_SECONDS = 5;
    private static final int FULL_SECONDS = 2;
    private static final long ANSWER_SECONDS = 60;
    /** The fields of an item whose image is the body. */
    private static final String FIELDS = "Docket-Item";

    private final Bearers bearers;
    private final Pace pace;
    private final Body body;
    private final Counter counter;
    private final Function<UUID, String> disposition;
    private final Clock clock;

    /** @param disposition what becomes of an item that is there */
    ItemsHandler(Bearers bearers, Pace pace, Body body, Counter counter, Function<UUID, String> disposition, Clock clock) {
        this.bearers = bearers;
        this.pace = pace;
        this.body = body;
        this.counter = counter;
        this.disposition = disposition;
        this.clock = clock;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer;
            try {
                answer = answer(exchange);
            } catch (RuntimeException bug) {
                // without its message, which might quote what was handed in
                LOG.error("A request failed: {} at {}", bug.getClass().getName(), bug.getStackTrace().length == 0 ? "" : bug.getStackTrace()[0]);
                answer = failed();
            }
            answer.send(exchange);
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        try {
            String source = admitted(exchange);
            String type = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type")).orElse("").strip().toLowerCase(Locale.ROOT);
            boolean multipart = type.startsWith("multipart/form-data");
            if (!multipart && !type.startsWith("image/") && !type.equals("application/octet-stream")) {
                return Answer.of(415, "Send multipart/form-data with the parts image and item, or an image as it is (image/*, application/octet-stream).");
            }
            if (!counter.isOpen()) {
                return away();
            }
            try (Body.Read read = body.read(exchange)) {
                return filed(source, multipart ? exchange.getRequestHeaders().getFirst("Content-Type") : "", exchange, read.bytes());
            }
        } catch (AnswerException e) {
            return e.answer();
        }
    }

    /** Whose request this is. */
    private String admitted(HttpExchange exchange) throws AnswerException {
        if (!exchange.getRequestURI().getPath().equals(IntakeServer.ITEMS)) {
            throw new AnswerException(Answer.of(404, "There is POST /v1/items and GET /v1/health."));
        }
        if (!exchange.getRequestMethod().equals("POST")) {
            exchange.getResponseHeaders().set("Allow", "POST");
            throw new AnswerException(Answer.of(405, "Items are handed in by POST."));
        }
        if (exchange.getRequestURI().getRawQuery() != null) {
            throw new AnswerException(Answer.of(400, "Nothing is read from the address. A token that was sent there is in logs now: have it revoked, and send it in the header Authorization."));
        }
        IntakeTokens.Key key = bearers.of(exchange.getRequestHeaders().getFirst("Authorization"))
                .orElseThrow(() -> new AnswerException(Answer.of(401, "Send a token that is in force: Authorization: Bearer …")));
        int wait = pace.wait(key.id());
        if (wait > 0) {
            throw new AnswerException(Answer.later(429, "Too many requests with this token.", wait));
        }
        return key.source();
    }

    private Answer filed(String source, String multipart, HttpExchange exchange, byte[] read) throws AnswerException {
        byte[] fields = Optional.ofNullable(exchange.getRequestHeaders().getFirst(FIELDS)).orElse("").getBytes(StandardCharsets.ISO_8859_1);
        byte[] image = read;
        if (!multipart.isEmpty()) {
            Map<String, byte[]> parts = Multipart.parts(multipart, read);
            if (!parts.containsKey("image") || parts.size() > 2 || parts.size() == 2 && !parts.containsKey("item")) {
                return Answer.of(400, "There are two parts: image, and item, which may be left out.");
            }
            image = parts.get("image");
            fields = parts.getOrDefault("item", fields);
        }
        Optional<CompletableFuture<Outcome>> answer = handed(source, fields, image);
        return answer.isPresent() ? awaited(answer.get()) : counter.isOpen() ? Answer.later(503, "Too much waits to be admitted. Try again.", FULL_SECONDS) : away();
    }

    private Optional<CompletableFuture<Outcome>> handed(String source, byte[] fields, byte[] image) {
        try {
            Candidate candidate = ReceivedItem.read(fields, image, source, clock.instant());
            return counter.hand(candidate);
        } catch (RefusedException e) {
            return counter.hand(new Refusal(ReceivedItem.place(source, Optional.empty()), e.getMessage()));
        }
    }

    private Answer awaited(CompletableFuture<Outcome> answer) {
        try {
            return switch (answer.get(ANSWER_SECONDS, TimeUnit.SECONDS)) {
                case Admitted admitted -> Answer.admitted(admitted.item(), admitted.isNew(), disposition.apply(admitted.item()));
                case Refused refused -> Answer.refused(refused);
            };
        } catch (TimeoutException e) {
            return Answer.later(503, "It is not admitted yet. Ask again: it will not be there twice.", FULL_SECONDS);
        } catch (ExecutionException e) {
            return e.getCause() instanceof StorageException ? away() : failed();
        } catch (UnreachableException e) {
            return away();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return away();
        }
    }

    private static Answer failed() {
        return Answer.later(500, "It could not be admitted. Ask again: it will not be there twice.", AWAY_SECONDS);
    }

    private static Answer away() {
        return Answer.later(503, "Nothing can be stored at this moment. Try again: it will not be there twice.", AWAY_SECONDS);
    }
}
