package dev.docket.intake.http;

import com.sun.net.httpserver.HttpExchange;
import dev.docket.intake.Outcome.Refused;
import dev.docket.storage.CanonicalJson;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;

/**
 * What a request is answered: a status and one JSON object.
 *
 * @param retryAfter seconds; 0: no word of that
 */
record Answer(int status, Map<String, Object> body, int retryAfter) {

    static Answer admitted(UUID item, boolean isNew, String disposition) {
        return new Answer(isNew ? 201 : 200, Map.of("item", item.toString(), "outcome", isNew ? "new" : "known", "disposition", disposition), 0);
    }

    static Answer refused(Refused refused) {
        return new Answer(422, Map.of("outcome", "refused", "reason", refused.reason()), 0);
    }

    /** @param error a sentence that says what to do */
    static Answer of(int status, String error) {
        return new Answer(status, Map.of("error", error), 0);
    }

    static Answer later(int status, String error, int seconds) {
        return new Answer(status, Map.of("error", error), seconds);
    }

    /** Ends the exchange, and the connection with it where something was wrong: the rest of the request may never have been read. */
    void send(HttpExchange exchange) throws IOException {
        byte[] text = CanonicalJson.bytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        if (retryAfter > 0) {
            exchange.getResponseHeaders().set("Retry-After", Integer.toString(retryAfter));
        }
        if (status == 401) {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
        }
        if (status >= 400) {
            exchange.getResponseHeaders().set("Connection", "close");
        }
        exchange.sendResponseHeaders(status, text.length);
        exchange.getResponseBody().write(text);
        // now: to close the exchange is to wait for what is left of the request, which may never come
        exchange.getResponseBody().flush();
    }
}
