package dev.docket.decode.worker;

import dev.docket.decode.FormatDecoder;
import dev.docket.decode.FormatDecoders;
import dev.docket.decode.system.SystemDecoders;
import dev.docket.decode.wasm.WasmDecoders;
import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.util.List;

/** Main class of a decoding process. */
final class WorkerMain {
    private WorkerMain() {}

    public static void main(String[] args) throws IOException {
        leaveTheTerminal();
        List<FormatDecoder> decoders = args[0].equals(WorkerKind.SLOW.name())
                ? WasmDecoders.all() : SystemDecoders.find().before(FormatDecoders.bundled());
        WorkerServer.run(args, new FormatDecoders(decoders));
    }

    /** Ctrl+C goes to all processes of a terminal: the one that decodes for others must outlive it until they are done with it. */
    private static void leaveTheTerminal() throws IOException {
        if (LinuxCall.possible()) {
            new LinuxCall("setsid", 0, ValueLayout.JAVA_INT).apply();
        }
    }
}
