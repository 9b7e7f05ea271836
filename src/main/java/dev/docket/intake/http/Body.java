package dev.docket.intake.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A request's body, read into memory within bounds: of one request, of all together, and of time. What has no honest length is
 * answered, what takes too long is cut off.
 */
final class Body {
    private static final int STEP = 1 << 16;
    private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");
    private static final int BUSY_SECONDS = 2;

    private final long most;
    private final int seconds;
    /** In steps. */
    private final Semaphore memory;
    private final ScheduledExecutorService clock;

    /**
     * @param most bytes of one request
     * @param all bytes of all requests together
     * @param seconds that one request may take
     */
    Body(long most, long all, int seconds, ScheduledExecutorService clock) {
        this.most = most;
        this.seconds = seconds;
        this.clock = clock;
        memory = new Semaphore(Math.toIntExact(Math.ceilDiv(Math.max(all, most), STEP)));
    }

    /** Bytes, and the memory they were counted in; closed when they are done with. */
    final class Read implements AutoCloseable {
        private byte[] bytes = new byte[0];
        private int steps;

        byte[] bytes() {
            return bytes;
        }

        private void grow(long size) throws AnswerException {
            int wanted = Math.toIntExact(Math.ceilDiv(size, STEP)) - steps;
            if (wanted > 0 && !memory.tryAcquire(wanted)) {
                throw new AnswerException(Answer.later(503, "Too much is being handed in at this moment. Try again.", BUSY_SECONDS));
            }
            steps += Math.max(0, wanted);
        }

        @Override
        public void close() {
            memory.release(steps);
            steps = 0;
        }
    }

    /** @throws IOException when the connection ended, or was cut off for taking too long */
    Read read(HttpExchange exchange) throws AnswerException, IOException {
        long declared = declared(exchange);
        if (declared > most) {
            throw tooLarge();
        }
        Read read = new Read();
        ScheduledFuture<?> late = clock.schedule(exchange::close, seconds, TimeUnit.SECONDS);
        try {
            read.grow(Math.max(0, declared));
            fill(read, exchange.getRequestBody(), declared);
            return read;
        } catch (AnswerException | IOException | RuntimeException e) {
            read.close();
            throw e;
        } finally {
            late.cancel(false);
        }
    }

    private void fill(Read read, InputStream in, long declared) throws AnswerException, IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream((int) Math.max(STEP, declared));
        byte[] part = new byte[STEP];
        for (int count = next(in, part); count >= 0; count = next(in, part)) {
            if (all.size() + count > most) {
                throw tooLarge();
            }
            read.grow((long) all.size() + count);
            all.write(part, 0, count);
        }
        if (declared >= 0 && all.size() != declared) {
            throw new AnswerException(Answer.of(400, "The body is not as long as it said."));
        }
        read.bytes = all.toByteArray();
    }

    private static int next(InputStream in, byte[] part) throws AnswerException, IOException {
        try {
            return in.read(part);
        } catch (IndexOutOfBoundsException e) {
            // how the JDK's reader takes a chunk of a negative length
            throw new AnswerException(Answer.of(400, "The chunks of the body are broken."));
        }
    }

    /** -1 for chunks. */
    private static long declared(HttpExchange exchange) throws AnswerException {
        List<String> lengths = exchange.getRequestHeaders().getOrDefault("Content-Length", List.of());
        List<String> codings = exchange.getRequestHeaders().getOrDefault("Transfer-Encoding", List.of());
        boolean chunked = codings.size() == 1 && codings.getFirst().equalsIgnoreCase("chunked");
        if (!codings.isEmpty() && (!chunked || !lengths.isEmpty()) || lengths.size() > 1 || codings.isEmpty() && lengths.isEmpty()) {
            throw new AnswerException(Answer.of(400, "Say once how long the body is: by Content-Length, or by chunks."));
        }
        if (!chunked && !LENGTH.matcher(lengths.getFirst()).matches()) {
            throw new AnswerException(Answer.of(400, "Content-Length is no number."));
        }
        return chunked ? -1 : Long.parseLong(lengths.getFirst());
    }

    private AnswerException tooLarge() {
        return new AnswerException(Answer.of(413, "A request has at most " + most + " bytes."));
    }
}
