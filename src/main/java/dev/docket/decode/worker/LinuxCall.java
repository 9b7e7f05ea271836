package dev.docket.decode.worker;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.util.Locale;

/** A function of the Linux C library that Java has no name for and that tells a failure by a negative answer. */
final class LinuxCall {
    private static final StructLayout STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO = STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

    private final String name;
    private final MethodHandle handle;

    /**
     * @param fixed how many parameters the function has before its dots, or in all where it has none
     * @param answer what it returns, int or long
     */
    @SuppressWarnings("restricted")
    LinuxCall(String name, int fixed, ValueLayout answer, MemoryLayout... parameters) {
        this.name = name;
        Linker linker = Linker.nativeLinker();
        FunctionDescriptor shape = FunctionDescriptor.of(answer, parameters);
        Linker.Option errno = Linker.Option.captureCallState("errno");
        MemorySegment address = linker.defaultLookup().findOrThrow(name);
        handle = fixed < parameters.length ? linker.downcallHandle(address, shape, errno, Linker.Option.firstVariadicArg(fixed))
                : linker.downcallHandle(address, shape, errno);
    }

    /** Whether this is Linux on a processor known here. */
    static boolean possible() {
        return System.getProperty("os.name").equals("Linux") && !machine().isEmpty();
    }

    /** {@code x86_64}, {@code aarch64}, or empty for any other processor. */
    static String machine() {
        return switch (System.getProperty("os.arch").toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "aarch64";
            default -> "";
        };
    }

    /**
     * @param arguments in the types of the parameters
     * @return what it answered, not negative
     * @throws IOException with the error number, when it failed
     */
    long apply(Object... arguments) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(STATE);
            Object[] all = new Object[arguments.length + 1];
            all[0] = state;
            System.arraycopy(arguments, 0, all, 1, arguments.length);
            long result = ((Number) handle.invokeWithArguments(all)).longValue();
            if (result < 0) {
                throw new IOException(name + " failed with error " + (int) ERRNO.get(state, 0L));
            }
            return result;
        } catch (IOException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
