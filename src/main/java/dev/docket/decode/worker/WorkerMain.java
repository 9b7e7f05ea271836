package dev.docket.decode.worker;

import dev.docket.decode.FormatDecoder;
import dev.docket.decode.FormatDecoders;
import dev.docket.decode.system.SystemDecoders;
import dev.docket.decode.wasm.WasmDecoders;
import java.io.IOException;
import java.util.List;

/** Main class of a decoding process. */
final class WorkerMain {
    private WorkerMain() {}

    public static void main(String[] args) throws IOException {
        Lockdown.leaveTheTerminal();
        List<FormatDecoder> decoders = args[0].equals(WorkerKind.SLOW.name())
                ? WasmDecoders.all() : SystemDecoders.find().before(FormatDecoders.bundled());
        WorkerServer.run(args, new FormatDecoders(decoders));
    }
}
