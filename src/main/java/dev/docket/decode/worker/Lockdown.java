package dev.docket.decode.worker;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Takes from this process, for good, what decoding does not need. Called once, after everything was loaded and before
 * the first foreign byte. What the system does not offer is left out and shows in the {@link Confinement}.
 */
public final class Lockdown {
    private static final int RLIMIT_FSIZE = 1;
    private static final int RLIMIT_DATA = 2;
    private static final int RLIMIT_CORE = 4;
    private static final int PR_SET_DUMPABLE = 4;
    private static final int PR_SET_NO_NEW_PRIVS = 38;
    private static final long SECCOMP_SET_MODE_FILTER = 1;
    /** All threads at once. */
    private static final long SECCOMP_FILTER_FLAG_TSYNC = 1;

    /** One restriction; it throws where the system refuses it. */
    private interface Restriction {
        void apply() throws IOException;
    }

    private Lockdown() {}

    /** Ctrl+C goes to all processes of a terminal: one that works for others must outlive it until they are done with it. */
    public static void leaveTheTerminal() throws IOException {
        if (LinuxCall.possible()) {
            new LinuxCall("setsid", 0, JAVA_INT).apply();
        }
    }

    /** @param dataBytes of private writable memory this process may have in all */
    public static Confinement apply(long dataBytes) {
        if (!LinuxCall.possible()) {
            return Confinement.NONE;
        }
        boolean memory = holds(() -> limit(RLIMIT_DATA, dataBytes));
        // a dump would hold pixels
        boolean noDumps = holds(() -> limit(RLIMIT_CORE, 0)) && holds(() -> control(PR_SET_DUMPABLE, 0));
        boolean noFiles = holds(() -> limit(RLIMIT_FSIZE, 0));
        boolean noPrivileges = holds(() -> control(PR_SET_NO_NEW_PRIVS, 1));
        boolean filtered = noPrivileges && holds(Lockdown::filter);
        return new Confinement(memory, noDumps && noFiles, noPrivileges, filtered);
    }

    /** Sets the soft and the hard limit alike. */
    private static void limit(int resource, long value) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            new LinuxCall("setrlimit", 2, JAVA_INT, JAVA_INT, ADDRESS).apply(resource, arena.allocateFrom(JAVA_LONG, value, value));
        }
    }

    private static void control(int option, long value) throws IOException {
        new LinuxCall("prctl", 1, JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG).apply(option, value, 0L, 0L, 0L);
    }

    private static void filter() throws IOException {
        SyscallFilter filter = new SyscallFilter(LinuxCall.machine());
        LinuxCall seccomp = new LinuxCall("syscall", 1, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, ADDRESS);
        long[] instructions = filter.instructions((int) ProcessHandle.current().pid());
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment program = arena.allocate(16, 8);
            program.set(JAVA_SHORT, 0, (short) instructions.length);
            program.set(ADDRESS, 8, arena.allocateFrom(JAVA_LONG, instructions));
            long failed = seccomp.apply((long) filter.installer(), SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, program);
            if (failed > 0) {
                throw new IOException("Thread " + failed + " could not be filtered");
            }
        }
    }

    private static boolean holds(Restriction restriction) {
        try {
            restriction.apply();
            return true;
        } catch (IOException refused) {
            return false;
        }
    }
}
