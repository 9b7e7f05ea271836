package dev.docket.bench.measure;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The machine by its class only: enough to judge figures by, nothing to know the machine by. */
public record Machine(String processor, int cores, long memoryGib, String system, String java) {

    /** This one. */
    public static Machine here() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long gib = Math.round(system.getTotalMemorySize() / (double) (1 << 30));
        return new Machine(System.getProperty("os.arch") + vendor(), Runtime.getRuntime().availableProcessors(), gib,
                System.getProperty("os.name"), System.getProperty("java.vm.vendor") + " " + Runtime.version());
    }

    private static String vendor() {
        try {
            String text = Files.readString(Path.of("/proc/cpuinfo"), StandardCharsets.ISO_8859_1);
            return text.contains("GenuineIntel") ? " Intel" : text.contains("AuthenticAMD") ? " AMD" : "";
        } catch (IOException elsewhere) {
            return "";
        }
    }

    /** One line. */
    public String text() {
        return String.format(Locale.ROOT, "%s, %d cores, %d GiB, %s, Java %s", processor, cores, memoryGib, system, java);
    }
}
