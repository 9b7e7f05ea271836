package dev.docket.decode.worker;

import dev.docket.decode.FormatDecoder;
import dev.docket.decode.FormatDecoders;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A decoding process like the real one, with a {@link TrapDecoder} in front. */
final class TrapWorker {
    static final WorkerKind.Memory USUAL = new WorkerKind.Memory(64, 512);
    static final WorkerKind.Memory ROOMY = new WorkerKind.Memory(128, 768);

    private TrapWorker() {}

    public static void main(String[] args) throws IOException {
        boolean roomy = Long.parseLong(args[3]) == (long) ROOMY.dataMiB() << 20;
        List<FormatDecoder> decoders = new ArrayList<>(List.of(new TrapDecoder(roomy)));
        decoders.addAll(FormatDecoders.bundled());
        WorkerServer.run(args, new FormatDecoders(decoders));
    }
}
