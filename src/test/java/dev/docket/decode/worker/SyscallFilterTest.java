package dev.docket.decode.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs the filter's program as the kernel would. Constants are those of Linux' own headers. */
class SyscallFilterTest {
    private static final int PID = 4711;
    private static final long ALLOW = 0x7FFF0000L;
    private static final long EPERM = 0x00050001L;
    private static final long ENOSYS = 0x00050026L;
    private static final long KILL = 0x80000000L;

    @ParameterizedTest
    @CsvSource({"x86_64, 0xC000003E, 116", "aarch64, 0xC00000B7, 95"})
    void everythingOnTheListIsRefused(String machine, String audit, int count) {
        List<Integer> denied = DeniedCalls.on(machine);
        assertThat(denied).hasSize(count).doesNotHaveDuplicates();
        for (int number : denied) {
            assertThat(run(machine, Long.decode(audit), number, 0, 0)).as("call %s", number).isEqualTo(EPERM);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "x86_64, 0xC000003E, read, 0", "x86_64, 0xC000003E, mmap, 9", "x86_64, 0xC000003E, futex, 202", "x86_64, 0xC000003E, prctl, 157",
        "aarch64, 0xC00000B7, read, 63", "aarch64, 0xC00000B7, mmap, 222", "aarch64, 0xC00000B7, futex, 98", "aarch64, 0xC00000B7, prctl, 167"
    })
    void computingGoesOn(String machine, String audit, String call, int number) {
        assertThat(run(machine, Long.decode(audit), number, 0, 0)).as(call).isEqualTo(ALLOW);
    }

    @ParameterizedTest
    @CsvSource({"x86_64, 0xC000003E, 56, 234, 302", "aarch64, 0xC00000B7, 220, 131, 261"})
    void threadsStartButProcessesDoNot(String machine, String audit, int clone, int tgkill, int prlimit) {
        long architecture = Long.decode(audit);
        long thread = 0x10000 | 0x100;
        assertThat(run(machine, architecture, clone, thread, 0)).isEqualTo(ALLOW);
        assertThat(run(machine, architecture, clone, 17, 0)).as("fork").isEqualTo(EPERM);
        assertThat(run(machine, architecture, 435, 0, 0)).as("clone3").isEqualTo(ENOSYS);
        assertThat(run(machine, architecture, tgkill, PID, 0)).isEqualTo(ALLOW);
        assertThat(run(machine, architecture, tgkill, 1, 0)).as("another's thread").isEqualTo(EPERM);
        assertThat(run(machine, architecture, prlimit, 0, 0)).as("reading a limit").isEqualTo(ALLOW);
        assertThat(run(machine, architecture, prlimit, 0, 1)).as("setting a limit").isEqualTo(EPERM);
        assertThat(run(machine, architecture, prlimit, 0, 1L << 40)).as("setting a limit far up").isEqualTo(EPERM);
    }

    @Test
    void otherFormsOfCallsAreRefused() {
        assertThat(run("x86_64", 0xC000003EL, 0x40000000 | 2, 0, 0)).as("x32").isEqualTo(ENOSYS);
        assertThat(run("x86_64", 0x40000003L, 5, 0, 0)).as("32 bits").isEqualTo(KILL);
        assertThat(run("aarch64", 0xC000003EL, 5, 0, 0)).as("another processor").isEqualTo(KILL);
    }

    private static long run(String machine, long architecture, int number, long argument0, long argument2) {
        long[] program = new SyscallFilter(machine).instructions(PID);
        long accumulator = 0;
        for (int at = 0; ; at++) {
            int code = (int) (program[at] & 0xFFFF);
            int yes = (int) (program[at] >> 16 & 0xFF);
            int no = (int) (program[at] >> 24 & 0xFF);
            long value = program[at] >>> 32;
            switch (code) {
                case 0x20 -> accumulator = switch ((int) value) {
                    case 0 -> number & 0xFFFFFFFFL;
                    case 4 -> architecture;
                    case 16 -> argument0 & 0xFFFFFFFFL;
                    case 32 -> argument2 & 0xFFFFFFFFL;
                    case 36 -> argument2 >>> 32;
                    default -> throw new AssertionError("offset " + value);
                };
                case 0x15 -> at += accumulator == value ? yes : no;
                case 0x35 -> at += accumulator >= value ? yes : no;
                case 0x45 -> at += (accumulator & value) != 0 ? yes : no;
                case 0x06 -> {
                    return value;
                }
                default -> throw new AssertionError("code " + code);
            }
        }
    }
}
