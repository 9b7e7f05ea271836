package dev.docket.decode.worker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The end of what a process wrote to standard error, for the log; the rest is read and dropped, so that it never blocks. */
public final class LastWords {
    private static final int KEPT = 2000;

    private final StringBuilder text = new StringBuilder();

    private LastWords() {}

    public static LastWords of(Process process) {
        LastWords words = new LastWords();
        Thread.ofPlatform().daemon().name("decoder-errors-" + process.pid()).start(() -> words.follow(process.getErrorStream()));
        return words;
    }

    private void follow(InputStream errors) {
        byte[] piece = new byte[KEPT];
        try {
            for (int read = errors.read(piece); read >= 0; read = errors.read(piece)) {
                keep(new String(piece, 0, read, StandardCharsets.ISO_8859_1));
            }
        } catch (IOException gone) {
            keep("");
        }
    }

    private synchronized void keep(String more) {
        text.append(more);
        text.delete(0, Math.max(0, text.length() - KEPT));
    }

    public synchronized String text() {
        return text.toString().strip();
    }
}
