package dev.docket.decode.wasm;

/** The WebAssembly gave up, or asked for something that Docket does not offer: its memory is of no use any more. */
public final class WasmFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public WasmFailure(String message) {
        super(message);
    }
}
