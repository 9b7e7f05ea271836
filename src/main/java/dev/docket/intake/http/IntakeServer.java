package dev.docket.intake.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import dev.docket.intake.IntakeLimits;
import dev.docket.intake.IntakePipeline;
import dev.docket.intake.PatientIntake;
import dev.docket.progress.Progress;
import dev.docket.storage.Database;
import dev.docket.storage.UnreachableException;
import dev.docket.team.IntakeTokens;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * An endpoint that other systems hand items in at, one a request, over HTTP. It fetches nothing, and logs nothing of what is
 * handed in. docs/intake-service.md has the protocol, ADR 32 why it is the JDK's server. Several threads.
 */
public final class IntakeServer implements AutoCloseable {
    static final String ITEMS = "/v1/items";
    private static final String HEALTH = "/v1/health";
    private static final int BACKLOG = 128;
    private static final int STOP_SECONDS = 10;

    /**
     * What it may be asked at once.
     *
     * @param bodyBytes of one request
     * @param waiting items that wait for the pipeline
     * @param perSecond requests with one token
     * @param requestSeconds that one request may take to arrive
     * @param connections open at once, in the whole process
     */
    public record Limits(long bodyBytes, int waiting, double perSecond, int requestSeconds, int connections) {
        public static final Limits USUAL = new Limits(64L << 20, 64, 20, 60, 256);
    }

    /**
     * What it works with.
     *
     * @param disposition what becomes of an item that is there, in a word
     */
    public record Works(IntakePipeline pipeline, Database database, Function<UUID, String> disposition, Clock clock) {}

    private final Counter counter;
    private final Bearers bearers = new Bearers();
    private final Database database;
    private final HttpServer server;
    private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService late = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("late-requests").daemon().factory());
    private final Thread line;
    private volatile boolean answers = true;

    /**
     * Listens from now on.
     *
     * @param tls empty: plain HTTP, for this machine
     * @param progress whose cancelling ends a wait for the database
     * @param says receives a sentence about how the service is
     * @throws IOException when the address cannot be listened at
     */
    public IntakeServer(InetSocketAddress address, Optional<SSLContext> tls, Works works, Limits limits, Progress progress, Consumer<String> says) throws IOException {
        database = works.database();
        counter = new Counter(limits.waiting());
        reload();
        server = listening(address, tls);
        Body body = new Body(limits.bodyBytes(), IntakeLimits.ofMachine().fileBytes() / 2, limits.requestSeconds(), late);
        server.createContext("/", new ItemsHandler(bearers, new Pace(limits.perSecond(), System::nanoTime), body, counter, works.disposition(), works.clock()));
        server.createContext(HEALTH, this::health);
        server.setExecutor(requests);
        line = Thread.ofPlatform().name("handed-in").start(
                new Line(works.pipeline(), new PatientIntake(works.pipeline(), database, says), counter, progress, says));
        server.start();
    }

    /**
     * Bounds what holds for a whole process, which the JDK reads once, when its first server is made: connections, headers, and how
     * long a request may take until its body begins.
     */
    public static void boundProcess(Limits limits) {
        setting("sun.net.httpserver.maxReqTime", limits.requestSeconds());
        setting("sun.net.httpserver.maxRspTime", 2 * limits.requestSeconds() + STOP_SECONDS);
        setting("jdk.httpserver.maxConnections", limits.connections());
        setting("sun.net.httpserver.maxReqHeaders", 64);
        setting("sun.net.httpserver.maxReqHeaderSize", 64 << 10);
        setting("sun.net.httpserver.idleInterval", 15);
    }

    private static HttpServer listening(InetSocketAddress address, Optional<SSLContext> tls) throws IOException {
        if (tls.isEmpty()) {
            return HttpServer.create(address, BACKLOG);
        }
        HttpsServer secure = HttpsServer.create(address, BACKLOG);
        secure.setHttpsConfigurator(new HttpsConfigurator(tls.get()) {
            @Override
            public void configure(HttpsParameters connection) {
                SSLParameters parameters = getSSLContext().getDefaultSSLParameters();
                parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
                connection.setSSLParameters(parameters);
            }
        });
        return secure;
    }

    private static void setting(String name, long value) {
        if (System.getProperty(name) == null) {
            System.setProperty(name, Long.toString(value));
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Takes up which tokens are in force now; to be called every other second, so that one that is revoked is of no more use. */
    public void reload() {
        try {
            bearers.are(database.inTransaction(tx -> new IntakeTokens().inForce(tx)));
            answers = true;
        } catch (UnreachableException e) {
            answers = false; // those known serve on: nothing can be stored meanwhile
        }
    }

    private void health(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean well = answers && counter.isOpen();
            String path = exchange.getRequestURI().getPath();
            (path.equals(HEALTH) && exchange.getRequestMethod().equals("GET")
                    ? new Answer(well ? 200 : 503, java.util.Map.of("status", well ? "ok" : "waiting"), 0)
                    : Answer.of(404, "There is POST /v1/items and GET /v1/health.")).send(exchange);
        }
    }

    /** Takes no more, lets what was taken be filed and answered, at most some seconds, then ends. */
    @Override
    public void close() {
        counter.close();
        try {
            line.join(STOP_SECONDS * 1000L);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server.stop(1);
        requests.shutdownNow();
        late.shutdownNow();
    }
}
