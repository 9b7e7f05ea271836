package dev.docket.cli;

import dev.docket.progress.Reins;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Ctrl+C, or a plain kill, as a request: the job is told to stop, and the process ends when the command has put things in
 * order and said what it did. The second one ends it at once. Opened first and closed last.
 *
 * <p>No shutdown hook: ONNX Runtime has one of its own that takes its memory away at once, under the inference that is
 * running. Signals are caught by {@code sun.misc.Signal}, which every JDK so far has and no compiler likes to see.
 */
final class Interruption implements AutoCloseable {
    private static final List<String> SIGNALS = List.of("INT", "TERM");

    private final Reins reins;
    private final Map<Object, Object> before = new LinkedHashMap<>();
    private volatile String caught = "";

    private Interruption(Reins reins) {
        this.reins = reins;
    }

    /** From now on Ctrl+C pulls the reins. Where signals cannot be caught, it ends the process as ever. */
    static Interruption stopping(Reins reins) {
        Interruption interruption = new Interruption(reins);
        try {
            interruption.listen();
        } catch (ReflectiveOperationException | IllegalArgumentException noSignals) {
            interruption.close();
        }
        return interruption;
    }

    private void listen() throws ReflectiveOperationException {
        Class<?> signal = Class.forName("sun.misc.Signal");
        Class<?> handler = Class.forName("sun.misc.SignalHandler");
        Object own = Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> switch (method.getName()) {
            case "handle" -> stop(arguments[0]);
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> proxy == arguments[0];
            default -> "stops the job";
        });
        for (String name : SIGNALS) {
            Object one = signal.getConstructor(String.class).newInstance(name);
            before.put(one, signal.getMethod("handle", signal, handler).invoke(null, one, own));
        }
    }

    private Object stop(Object signal) {
        caught = signal.toString();
        close();
        reins.stop();
        return null;
    }

    /** What the command answers: its own exit code, or that it was stopped. */
    int exitCode(int own) {
        return caught.isEmpty() ? own : ExitCode.STOPPED;
    }

    /** What a service answers: to be told to end by whoever runs it is no interruption. */
    int exitCodeOfService(int own) {
        return caught.equals("SIGTERM") ? own : exitCode(own);
    }

    /** Signals do again what they did before. */
    @Override
    public synchronized void close() {
        before.forEach((one, handler) -> {
            try {
                Class<?> signal = one.getClass();
                signal.getMethod("handle", signal, Class.forName("sun.misc.SignalHandler")).invoke(null, one, handler);
            } catch (ReflectiveOperationException | IllegalArgumentException e) {
                throw new IllegalStateException(e);
            }
        });
        before.clear();
    }
}
