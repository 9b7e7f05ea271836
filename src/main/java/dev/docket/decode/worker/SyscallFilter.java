package dev.docket.decode.worker;

import java.util.ArrayList;
import java.util.List;

/**
 * A seccomp filter for a process that decodes: it may compute, take memory, start threads and use the files it has open.
 * It opens nothing, reaches no network, starts no program and touches no other process. Source: seccomp(2), Linux
 * include/uapi/linux/filter.h and seccomp.h.
 */
final class SyscallFilter {
    private static final int LOAD = 0x20;
    private static final int JUMP_EQUAL = 0x15;
    private static final int JUMP_AT_LEAST = 0x35;
    private static final int JUMP_ANY_BIT = 0x45;
    private static final int RETURN = 0x06;
    /** Offsets in struct seccomp_data; arguments have 8 bytes, the lower half first. */
    private static final int NUMBER = 0;
    private static final int ARCHITECTURE = 4;
    private static final int ARGUMENT_0 = 16;
    private static final int ARGUMENT_2 = 32;

    private static final int ALLOW = 0x7FFF0000;
    private static final int KILL_PROCESS = 0x80000000;
    private static final int FAIL = 0x00050000;
    private static final int EPERM = 1;
    /** Makes the C library fall back on the older call; clone3 hides its flags from a filter. */
    private static final int ENOSYS = 38;
    private static final int CLONE_THREAD = 0x10000;
    /** The first number that is the same everywhere, and the first this filter refuses whole; calls of other forms (x32) lie above too. */
    private static final int FIRST_NEW = 424;

    /** What differs between processors: the value that names it, and the numbers of seccomp, clone, tgkill and prlimit64. */
    private record Machine(int audit, int seccomp, int newTask, int signalThread, int limits) {
        static Machine of(String name) {
            return switch (name) {
                case "x86_64" -> new Machine(0xC000003E, 317, 56, 234, 302);
                case "aarch64" -> new Machine(0xC00000B7, 277, 220, 131, 261);
                default -> throw new IllegalArgumentException("No filter for " + name);
            };
        }
    }

    private final String name;
    private final Machine machine;

    /** @param machine {@code x86_64} or {@code aarch64} */
    SyscallFilter(String machine) {
        this.name = machine;
        this.machine = Machine.of(machine);
    }

    /** Number of the system call that installs it. */
    int installer() {
        return machine.seccomp();
    }

    /** @param pid of the process, which may signal its own threads and nobody else */
    long[] instructions(int pid) {
        List<Long> all = new ArrayList<>(List.of(
                load(ARCHITECTURE), jump(JUMP_EQUAL, machine.audit(), 1, 0), result(KILL_PROCESS), load(NUMBER)));
        refuseUnless(all, jump(JUMP_AT_LEAST, FIRST_NEW, 0, 1), ENOSYS);
        for (int number : DeniedCalls.on(name)) {
            refuseUnless(all, jump(JUMP_EQUAL, number, 0, 1), EPERM);
        }
        onlyWhen(all, machine.newTask(), load(ARGUMENT_0), jump(JUMP_ANY_BIT, CLONE_THREAD, 1, 0));
        onlyWhen(all, machine.signalThread(), load(ARGUMENT_0), jump(JUMP_EQUAL, pid, 1, 0));
        // reading a limit has no new value; setting one has its address
        onlyWhen(all, machine.limits(), load(ARGUMENT_2), jump(JUMP_EQUAL, 0, 0, 2), load(ARGUMENT_2 + 4), jump(JUMP_EQUAL, 0, 1, 0));
        all.add(result(ALLOW));
        return all.stream().mapToLong(Long::longValue).toArray();
    }

    private static void refuseUnless(List<Long> program, long test, int error) {
        program.add(test);
        program.add(result(FAIL | error));
    }

    /** @param tests fall or jump to what follows them, a refusal, or over it */
    private static void onlyWhen(List<Long> program, int number, long... tests) {
        program.add(jump(JUMP_EQUAL, number, 0, tests.length + 2));
        for (long test : tests) {
            program.add(test);
        }
        program.add(result(FAIL | EPERM));
        program.add(result(ALLOW));
    }

    private static long load(int offset) {
        return instruction(LOAD, 0, 0, offset);
    }

    private static long result(int value) {
        return instruction(RETURN, 0, 0, value);
    }

    /** @param yes instructions to step over when the test holds, and {@code no} when not */
    private static long jump(int test, int value, int yes, int no) {
        return instruction(test, yes, no, value);
    }

    /** struct sock_filter: u16 code, u8 jump if true, u8 jump if false, u32 value; little-endian. */
    private static long instruction(int code, int yes, int no, int value) {
        return code | (long) yes << 16 | (long) no << 24 | (long) value << 32;
    }
}
