package dev.docket.decode.worker;

import dev.docket.decode.worker.WorkerKind.Memory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Starts a decoding process on the same Java and class path as this one. It inherits no settings and no variables but a few. */
final class ChildCommand {
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
        ProcessBuilder builder = new ProcessBuilder(commandLine(kind, memory, sharedPath, generation));
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> !KEPT.contains(name.toUpperCase(Locale.ROOT)));
        // few memory pools, large pages for large blocks: a fresh page costs more than decoding into it
        environment.put("MALLOC_ARENA_MAX", "2");
        environment.put("GLIBC_TUNABLES", "glibc.malloc.hugetlb=1");
        return builder.start();
    }

    private static List<String> commandLine(WorkerKind kind, Memory memory, String sharedPath, long generation) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + memory.heapMiB() + "m", "-XX:+UseSerialGC", "-XX:-UsePerfData", "-XX:-UseContainerSupport", "-Xshare:auto",
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
        line.add("-Djava.io.tmpdir=" + LibraryFolder.in(Path.of(System.getProperty("java.io.tmpdir"))));
        PASSED_ON.stream().filter(name -> System.getProperty(name) != null).forEach(name -> line.add("-D" + name + "=" + System.getProperty(name)));
        line.addAll(kind.flags());
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), kind.mainClass(),
                kind.name(), sharedPath, Long.toString(generation), Long.toString((long) memory.dataMiB() << 20)));
        return line;
    }
}
