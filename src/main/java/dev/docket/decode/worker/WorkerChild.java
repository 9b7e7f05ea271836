package dev.docket.decode.worker;

import dev.docket.decode.Animation;
import dev.docket.decode.ImageHeader;
import dev.docket.decode.UndecodableImageException;
import dev.docket.decode.UndecodableImageException.State;
import dev.docket.decode.worker.ChildFailure.Kind;
import dev.docket.decode.worker.Reply.Status;
import dev.docket.decode.worker.WorkerKind.Memory;
import java.io.DataInputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;

/**
 * The parent's end of one decoding process. It believes nothing: an answer counts only when its magic, sequence,
 * generation and sizes fit the question. One thread, but {@link #kill} may come from any.
 */
final class WorkerChild implements AutoCloseable {
    private static final SecureRandom RANDOM = new SecureRandom();
    /** Memory that may stay taken between two pictures. */
    private static final long KEPT = 64L << 20;

    private final WorkerKind kind;
    private final Memory memory;
    private final ScheduledExecutorService watchdog;
    private final SharedMemory shared;
    private final long generation = RANDOM.nextLong();
    private final Process process;
    private final DataInputStream answers;
    private final LastWords lastWords;
    private final Confinement confinement;
    private long sequence;

    /**
     * Starts a process and waits until it is ready.
     *
     * @throws IOException when it cannot be started, or does not get ready in time
     */
    WorkerChild(WorkerKind kind, Memory memory, ScheduledExecutorService watchdog) throws IOException {
        this.kind = kind;
        this.memory = memory;
        this.watchdog = watchdog;
        shared = SharedMemory.create(WorkerServer.SHARED_BYTES);
        try {
            process = ChildCommand.start(kind, memory, shared.path(), generation);
        } catch (IOException e) {
            shared.close();
            throw e;
        }
        answers = new DataInputStream(process.getInputStream());
        lastWords = LastWords.of(process);
        try {
            Reply ready = answer(kind.start(), 0);
            if (ready.status() != Status.READY) {
                throw new ChildFailure(Kind.CRASHED, "it is not ready: " + ready.text());
            }
            confinement = Confinement.ofBits(ready.detail());
            shared.opened();
        } catch (ChildFailure e) {
            close();
            throw new IOException("The decoder process did not start (" + e.getMessage() + "). " + lastWords.text(), e);
        }
    }

    Memory memory() {
        return memory;
    }

    Confinement confinement() {
        return confinement;
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /**
     * Has one picture decoded.
     *
     * @throws ChildFailure when this process is of no more use
     * @throws UndecodableImageException when the file is refused
     */
    Animation decode(Job job) throws ChildFailure, UndecodableImageException {
        sequence++;
        try {
            MemorySegment.copy(job.file(), 0, shared.segment(), ValueLayout.JAVA_BYTE, 0, job.file().length);
            new Request(job.operation(), sequence, generation, job.file().length, job.longerSide()).write(process.getOutputStream());
            int[] room = Pixels.inAdvance(job);
            Reply reply = answer(kind.picture(), sequence);
            throwUnlessPainted(reply);
            Pixels.check(reply, job.header(), job.operation() == Request.Operation.ANIMATION);
            return Pixels.copyOut(reply, job.header(), shared.segment(), room);
        } catch (IOException e) {
            throw new ChildFailure(Kind.CRASHED, "it takes no more requests");
        } catch (InternalError e) {
            throw new ChildFailure(Kind.CRASHED, "it cut the shared memory short");
        } catch (OutOfMemoryError e) {
            throw new UndecodableImageException(State.REFUSED, "There is not enough memory free to open "
                    + job.header().width() + " x " + job.header().height() + " pixels; close other programs and try again");
        }
    }

    private Reply answer(Duration limit, long expected) throws ChildFailure {
        Deadline deadline = new Deadline(process, limit, watchdog);
        Reply reply;
        try {
            reply = Reply.read(answers);
        } catch (IOException e) {
            throw deadline.passed() ? new ChildFailure(deadline.starved() ? Kind.STARVED : Kind.OVERDUE, "no answer in " + limit)
                    : new ChildFailure(Kind.CRASHED, "it ended or said something else: " + e.getMessage());
        } finally {
            deadline.cancel();
        }
        if (reply.sequence() != expected || reply.generation() != generation) {
            throw new ChildFailure(Kind.CRASHED, "it answered another question");
        }
        return reply;
    }

    private static void throwUnlessPainted(Reply reply) throws ChildFailure, UndecodableImageException {
        switch (reply.status()) {
            case PAINTED -> { }
            case REFUSED -> throw refusal(reply);
            case NO_MEMORY -> throw new ChildFailure(Kind.NO_MEMORY, reply.text());
            case BROKEN -> throw new ChildFailure(Kind.CRASHED, reply.text());
            case READY -> throw new ChildFailure(Kind.CRASHED, "it answered out of turn");
        }
    }

    private static UndecodableImageException refusal(Reply reply) throws ChildFailure {
        if (reply.detail() < 0 || reply.detail() >= State.values().length || reply.text().isEmpty()) {
            throw new ChildFailure(Kind.CRASHED, "it refused without a reason");
        }
        return new UndecodableImageException(State.values()[reply.detail()], reply.text());
    }

    /** Gives back what a large picture took. @return whether this process can go on */
    boolean tidy(Job job, Animation decoded) {
        long pixels = decoded == null ? (long) job.header().width() * job.header().height()
                : Math.max(job.operation() == Request.Operation.FITTED ? Pixels.decoded(job) : 0,
                        decoded.frames().stream().mapToLong(frame -> frame.image().argb().length).sum());
        long used = Math.min(WorkerServer.SHARED_BYTES, Math.max(job.file().length, 4 * pixels + 4096));
        return used <= KEPT || shared.giveBack(used);
    }

    /** Ends the process now. */
    void kill() {
        process.destroyForcibly();
    }

    /** Ends the process and waits for that: a dead process cannot write any more. */
    @Override
    public void close() {
        kill();
        boolean interrupted = false;
        while (true) {
            try {
                process.waitFor();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        shared.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String toString() {
        return kind.name() + " decoder " + process.pid();
    }
}
