package dev.docket.decode.wasm;

import java.util.HashMap;
import java.util.Map;

/** Values that live outside the decoder's memory and that it knows by a number only. */
final class Handles {
    /** Below are the constants undefined, null, true and false in whichever numbering. */
    private static final int FIRST = 16;

    private final Map<Integer, Object> values = new HashMap<>();
    private int next = FIRST;

    int keep(Object value) {
        values.put(next, value);
        return next++;
    }

    /** @throws WasmFailure when there is no such value of this kind */
    <T> T get(int handle, Class<T> kind) {
        Object value = values.get(handle);
        if (!kind.isInstance(value)) {
            throw new WasmFailure("no " + kind.getSimpleName() + " under " + handle);
        }
        return kind.cast(value);
    }

    static boolean isNothing(int handle) {
        return handle < FIRST;
    }

    /** Lets go of what belonged to a picture; names are kept. */
    void forgetPictures() {
        values.values().removeIf(value -> !(value instanceof String));
    }
}
