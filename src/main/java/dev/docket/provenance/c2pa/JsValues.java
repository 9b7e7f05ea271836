package dev.docket.provenance.c2pa;

import dev.docket.decode.wasm.WasmFailure;
import java.util.ArrayList;
import java.util.List;

/** The JavaScript values that the validator holds on to, by number. One thread. */
final class JsValues {
    /** Chicory's null reference. */
    static final int NULL = -1;
    static final int UNDEFINED = 0;

    /** Something that can be called. */
    interface Callable {
        void call(int argument);
    }

    /** A JavaScript Error. */
    record Fault(String message) {}

    /** The global object: it has nothing but a queue of things to do next. */
    record Global() {}

    /** A point in time, in milliseconds since 1970. */
    record Date(double millis) {}

    private final List<Object> values = new ArrayList<>(List.of("undefined"));

    int keep(Object value) {
        values.add(value);
        return values.size() - 1;
    }

    Object get(int number) {
        return number == NULL ? null : values.get(number);
    }

    /** @throws WasmFailure when it is something else */
    <T> T get(int number, Class<T> type) {
        Object value = get(number);
        if (!type.isInstance(value)) {
            throw new WasmFailure("it took " + (value == null ? "null" : value.getClass().getSimpleName()) + " for " + type.getSimpleName());
        }
        return type.cast(value);
    }

    boolean is(int number, Class<?> type) {
        return type.isInstance(get(number));
    }
}
