package dev.docket.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a shared PostgreSQL tells its desks by itself: that something has changed which nobody should see late, such as a
 * picture that was put out of everybody's reach. Claims and verdicts are not told: a commit that notifies waits for every
 * other that does. Whoever listens asks on their own too, as a connection can be gone without a word. One thread of its own.
 */
public final class Notices implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);
    /** New tasks wait: told as often as an intake files some. */
    public static final String TASKS = "review_task";
    /** It may have missed something. */
    public static final String ANYTHING = "anything";

    private static final Duration WAIT = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final DataSource server;
    private final Consumer<String> heard;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    /** @param heard told on the listening thread what has changed, {@link #ANYTHING} whenever it listens again; quick */
    public Notices(DataSource server, Consumer<String> heard) {
        this.server = server;
        this.heard = heard;
        thread = Thread.ofPlatform().daemon().name("notices").start(this::run);
    }

    private void run() {
        while (closed.getCount() > 0) {
            try (Connection connection = server.getConnection(); Statement statement = connection.createStatement()) {
                statement.execute("listen docket");
                heard.accept(ANYTHING);
                listen(connection.unwrap(PGConnection.class), statement);
            } catch (SQLException e) {
                LOG.debug("The database tells nothing at this moment", e);
            }
            pause();
        }
    }

    private void listen(PGConnection connection, Statement statement) throws SQLException {
        while (closed.getCount() > 0) {
            PGNotification[] told = connection.getNotifications((int) WAIT.toMillis());
            if (told != null && told.length > 0) {
                Stream.of(told).map(PGNotification::getParameter).distinct().forEach(heard);
            } else {
                // a connection that is dead says so when it is used
                statement.execute("select 1");
            }
        }
    }

    private void pause() {
        try {
            closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Listens no more; a wait that is under way ends by itself, on a daemon. */
    @Override
    public void close() {
        closed.countDown();
        thread.interrupt();
    }
}
