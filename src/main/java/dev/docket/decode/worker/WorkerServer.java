package dev.docket.decode.worker;

import dev.docket.decode.Animation;
import dev.docket.decode.FormatDecoders;
import dev.docket.decode.Painted;
import dev.docket.decode.PixelRoom;
import dev.docket.decode.Renditions;
import dev.docket.decode.UndecodableImageException;
import dev.docket.decode.UndecodableImageException.State;
import dev.docket.decode.worker.Reply.Status;
import java.io.DataInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.concurrent.SynchronousQueue;

/**
 * The decoding process itself: warms up, locks itself in, then answers requests one at a time until the parent is gone.
 * Nothing here is trusted by the parent.
 */
final class WorkerServer {
    /** Room for the pixels of one picture or an animation, or for a file. */
    static final long SHARED_BYTES = 512L << 20;
    /** As long as any file an intake reads. */
    static final int LARGEST_FILE = 256 << 20;
    private static final ValueLayout.OfInt PIXEL = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final FormatDecoders decoders;
    private final MemorySegment shared;
    private final long generation;
    private final OutputStream answers;

    private WorkerServer(FormatDecoders decoders, MemorySegment shared, long generation, OutputStream answers) {
        this.decoders = decoders;
        this.shared = shared;
        this.generation = generation;
        this.answers = answers;
    }

    /** @param args of the command line: kind, path of the shared memory, generation, bytes of private memory allowed */
    static void run(String[] args, FormatDecoders decoders) throws IOException {
        OutputStream answers = new FileOutputStream(FileDescriptor.out);
        // whatever else is printed must not come between the answers
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.err)));
        WorkerServer server = new WorkerServer(decoders, SharedMemory.open(args[1], SHARED_BYTES), Long.parseLong(args[2]), answers);
        SynchronousQueue<Request> requests = new SynchronousQueue<>();
        Thread.ofPlatform().daemon().name("requests").start(() -> receive(requests));
        WarmUp.run(decoders);
        Confinement confinement = Lockdown.apply(Long.parseLong(args[3]));
        new Reply(Status.READY, 0, server.generation, confinement.bits(), 0, 0, 0, 0, "").write(answers);
        boolean sound = true;
        while (sound) {
            sound = server.answer(take(requests));
        }
        Runtime.getRuntime().halt(1);
    }

    /** Ends the process as soon as the parent is gone, also in the middle of a picture. */
    private static void receive(SynchronousQueue<Request> requests) {
        try {
            DataInputStream in = new DataInputStream(new FileInputStream(FileDescriptor.in));
            while (true) {
                requests.put(Request.read(in));
            }
        } catch (IOException | RuntimeException | InterruptedException gone) {
            Runtime.getRuntime().halt(0);
        }
    }

    private static Request take(SynchronousQueue<Request> requests) {
        try {
            return requests.take();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return whether this process may go on */
    private boolean answer(Request request) throws IOException {
        Reply reply = replyTo(request);
        reply.write(answers);
        return reply.status() != Status.NO_MEMORY && reply.status() != Status.BROKEN;
    }

    private Reply replyTo(Request request) {
        try {
            byte[] file = shared.asSlice(0, request.bytes()).toArray(ValueLayout.JAVA_BYTE);
            return request.operation() == Request.Operation.ANIMATION ? animate(request, file) : paint(request, file);
        } catch (UndecodableImageException e) {
            // the parent has held the budget of pixels: what is refused here is refused for want of memory
            Status status = e.state() == State.REFUSED ? Status.NO_MEMORY : Status.REFUSED;
            return Reply.of(status, request, e.state().ordinal(), e.getMessage());
        } catch (OutOfMemoryError e) {
            return Reply.of(Status.NO_MEMORY, request, State.REFUSED.ordinal(), "");
        } catch (RuntimeException | Error e) {
            return Reply.of(Status.BROKEN, request, 0, e.toString());
        }
    }

    private Reply paint(Request request, byte[] file) throws UndecodableImageException {
        boolean lenient = request.operation() != Request.Operation.STRICT;
        PixelRoom room = (width, height) -> room(0, width, height);
        Painted painted = decoders.paint(file, request.longerSide(), lenient, room);
        if (request.operation() == Request.Operation.FITTED) {
            painted = Renditions.scaled(painted, room(0, painted.width(), painted.height()), request.longerSide());
        }
        return new Reply(Status.PAINTED, request.sequence(), request.generation(), painted.partial() ? 1 : 0,
                painted.width(), painted.height(), 1, 1, "");
    }

    private Reply animate(Request request, byte[] file) throws UndecodableImageException {
        Animation animation = decoders.animation(file, request.longerSide());
        int width = animation.frames().getFirst().image().width();
        int height = animation.frames().getFirst().image().height();
        long frameBytes = 4L * width * height;
        // one table entry a frame behind the pixels
        int frames = (int) Math.min(animation.frames().size(), SHARED_BYTES / (frameBytes + 4));
        boolean partial = false;
        for (int i = 0; i < frames; i++) {
            Animation.Frame frame = animation.frames().get(i);
            room(i * frameBytes, width, height).put(0, frame.image().argb());
            shared.set(PIXEL, frames * frameBytes + 4L * i, (int) Math.min(frame.shown().toMillis(), Integer.MAX_VALUE));
            partial |= frame.image().partial();
        }
        return new Reply(Status.PAINTED, request.sequence(), request.generation(), partial ? 1 : 0, width, height, frames, animation.total(), "");
    }

    private IntBuffer room(long from, int width, int height) throws UndecodableImageException {
        long bytes = 4L * width * height;
        if (from + bytes > shared.byteSize()) {
            throw new UndecodableImageException(State.REFUSED, "There is no room for " + width + " x " + height + " pixels");
        }
        return shared.asSlice(from, bytes).asByteBuffer().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
    }
}
