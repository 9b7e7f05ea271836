package dev.docket.decode.wasm;

/** The decoder gave up, or asked for something that Docket does not offer: its memory is of no use any more. */
final class WasmFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WasmFailure(String message) {
        super(message);
    }
}
