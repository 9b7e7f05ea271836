package dev.docket.decode.worker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The decoding processes of a process, which may have others: servers that tests run. */
final class DecoderProcesses {
    private DecoderProcesses() {}

    /** Where nobody says what a process runs, every child counts. */
    static Stream<ProcessHandle> of(ProcessHandle parent) {
        return parent.children().filter(DecoderProcesses::isDecoder);
    }

    private static boolean isDecoder(ProcessHandle child) {
        Path words = Path.of("/proc", Long.toString(child.pid()), "cmdline");
        try {
            return !Files.exists(words) || Files.readString(words, StandardCharsets.ISO_8859_1).contains(DecoderProcesses.class.getPackageName() + ".");
        } catch (IOException e) {
            return false;
        }
    }
}
