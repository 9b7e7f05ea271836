package dev.docket.decode.worker;

import dev.docket.decode.worker.WorkerKind.Memory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Starts a process on the same Java and class path as this one, to decode or to run a model. It inherits no settings and no variables but a few. */
public final class ChildCommand {
    /** What the system needs to load libraries and to find its folders; nothing that would change the virtual machine. */
    private static final Set<String> KEPT = Set.of("LD_LIBRARY_PATH", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "LANG", "LC_ALL", "PATH");

    /** Settings of this process that hold in the other too. */
    private static final List<String> PASSED_ON = List.of("docket.system-libraries");

    private ChildCommand() {}

    /**
     * @param sharedPath by which it opens the shared memory
     * @param generation which it has to repeat in every answer
     */
    static Process start(WorkerKind kind, Memory memory, String sharedPath, long generation) throws IOException {
        return start(kind.mainClass(), memory.heapMiB(), LibraryFolder.in(Path.of(System.getProperty("java.io.tmpdir"))), kind.flags(),
                List.of(kind.name(), sharedPath, Long.toString(generation), Long.toString((long) memory.dataMiB() << 20)));
    }

    /**
     * Its standard input and output are the caller's to talk over; the virtual machine keeps off them.
     *
     * @param heapMiB Java heap
     * @param folder for what it unpacks, which only its owner may enter
     * @param flags for its virtual machine, beside the usual
     */
    public static Process start(String mainClass, int heapMiB, Path folder, List<String> flags, List<String> arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(commandLine(mainClass, heapMiB, folder, flags, arguments));
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> !KEPT.contains(name.toUpperCase(Locale.ROOT)));
        // few memory pools, large pages for large blocks: a fresh page costs more than decoding into it
        environment.put("MALLOC_ARENA_MAX", "2");
        environment.put("GLIBC_TUNABLES", "glibc.malloc.hugetlb=1");
        return builder.start();
    }

    private static List<String> commandLine(String mainClass, int heapMiB, Path folder, List<String> flags, List<String> arguments) {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapMiB + "m", "-XX:+UseSerialGC", "-XX:-UsePerfData", "-XX:-UseContainerSupport", "-Xshare:auto",
                // answers go over standard output: the virtual machine must keep off it
                "-Xlog:disable", "-Xlog:all=error:stderr", "-XX:+DisplayVMOutputToStderr",
                // a crash leaves neither a report nor a dump with pixels in them
                "-XX:+SuppressFatalErrorMessage", "-XX:-CreateCoredumpOnCrash",
                "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-Djava.awt.headless=true",
                "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider"));
        if (LinuxCall.possible()) {
            // no other system knows the option; 0.1 to 0.5 ms less a picture
            line.add("-XX:+UseTransparentHugePages");
        }
        line.add("-Djava.io.tmpdir=" + folder);
        PASSED_ON.stream().filter(name -> System.getProperty(name) != null).forEach(name -> line.add("-D" + name + "=" + System.getProperty(name)));
        line.addAll(flags);
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
        line.addAll(arguments);
        return line;
    }
}
