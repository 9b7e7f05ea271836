package dev.docket.decode.worker;

import dev.docket.decode.Animation;
import dev.docket.decode.DecodedImage;
import dev.docket.decode.FormatDecoders;
import dev.docket.decode.ImageDecoder;
import dev.docket.decode.ImageHeader;
import dev.docket.decode.ImageSniffer;
import dev.docket.decode.PixelBudget;
import dev.docket.decode.UndecodableImageException;
import dev.docket.decode.UndecodableImageException.State;
import dev.docket.decode.wasm.WasmDecoders;
import dev.docket.decode.worker.Request.Operation;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Decodes in processes of their own, so that no file can hang or end this one, nor reach what is open here. The header is
 * read and the pixel budget held here, before a process sees the file. Processes are started when first needed, ended
 * and replaced when a file breaks them or takes too long, and end with this one however it ends.
 *
 * <p>Safe to use from several threads. Pictures for the screen never wait for {@link #decode}.
 */
public final class DecodeWorkers implements ImageDecoder, AutoCloseable {
    private final Crew fast;
    private final Crew slow;
    /** Asked only what it opens: nothing is decoded in this process. */
    private final FormatDecoders slowDecoders = new FormatDecoders(WasmDecoders.all());
    /** Media types that the fast processes turned out not to open. */
    private final Set<String> onlySlow = ConcurrentHashMap.newKeySet();

    public DecodeWorkers() {
        this(WorkerKind.FAST, WorkerKind.SLOW);
    }

    DecodeWorkers(WorkerKind fast, WorkerKind slow) {
        this.fast = new Crew(fast, Math.clamp(Runtime.getRuntime().availableProcessors() / 2, 1, 4));
        this.slow = new Crew(slow, 1);
    }

    /** Starts a process in the background, so that the first picture does not wait for it. */
    public void prepare() {
        fast.prepare();
    }

    /** What the system holds the processes to; empty until the first one is ready. */
    public Optional<Confinement> confinement() {
        return fast.confinement();
    }

    /** How many processes failed and were replaced. */
    public long lost() {
        return fast.lost() + slow.lost();
    }

    @Override
    public ImageHeader header(byte[] file) throws UndecodableImageException {
        return ImageSniffer.read(file);
    }

    @Override
    public DecodedImage decode(byte[] file) throws UndecodableImageException {
        return first(run(Operation.STRICT, file, Integer.MAX_VALUE));
    }

    @Override
    public DecodedImage view(byte[] file, int longerSide) throws UndecodableImageException {
        return first(run(Operation.LENIENT, file, positive(longerSide)));
    }

    /** Scaled where it is decoded: only what is shown is copied. */
    @Override
    public DecodedImage fitted(byte[] file, int longerSide) throws UndecodableImageException {
        return first(run(Operation.FITTED, file, positive(longerSide)));
    }

    @Override
    public Animation animation(byte[] file, int longerSide) throws UndecodableImageException {
        return run(Operation.ANIMATION, file, positive(longerSide));
    }

    private Animation run(Operation operation, byte[] file, int longerSide) throws UndecodableImageException {
        ImageHeader header = PixelBudget.admit(file);
        if (file.length > WorkerServer.LARGEST_FILE) {
            throw new UndecodableImageException(State.REFUSED,
                    "The file has " + (file.length >> 20) + " MB; at most " + (WorkerServer.LARGEST_FILE >> 20) + " are decoded");
        }
        if (onlySlow.contains(header.mediaType())) {
            return slow.run(new Job(operation, file, header, longerSide));
        }
        try {
            return fast.run(new Job(operation, file, header, longerSide));
        } catch (UndecodableImageException e) {
            if (e.state() == State.NO_DECODER && slowDecoders.opens(header)) {
                onlySlow.add(header.mediaType());
                return slow.run(new Job(operation, file, header, longerSide));
            }
            throw e;
        }
    }

    private static DecodedImage first(Animation picture) {
        return picture.frames().getFirst().image();
    }

    private static int positive(int longerSide) {
        if (longerSide <= 0) {
            throw new IllegalArgumentException("A view of " + longerSide + " pixels");
        }
        return longerSide;
    }

    /** Ends the processes, and what is being decoded with them. */
    @Override
    public void close() {
        fast.close();
        slow.close();
    }
}
