package dev.docket.storage.bucket;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on this machine that takes requests and does not answer them as it should. */
final class OddServer implements AutoCloseable {
    enum Manner { SAYS_NOTHING, DRIPS, BREAKS_OFF, FAILS }

    private static final int PROMISED = 1000;

    private final ServerSocket entry = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final AtomicInteger asked = new AtomicInteger();
    private final Manner manner;

    OddServer(Manner manner) throws IOException {
        this.manner = manner;
        Thread.ofVirtual().start(this::accept);
    }

    String url() {
        return "http://127.0.0.1:" + entry.getLocalPort();
    }

    /** How often. */
    int asked() {
        return asked.get();
    }

    private void accept() {
        while (!entry.isClosed()) {
            try {
                Socket near = entry.accept();
                asked.incrementAndGet();
                Thread.ofVirtual().start(() -> answer(near));
            } catch (IOException e) {
                // closed
            }
        }
    }

    private void answer(Socket near) {
        try (near; InputStream in = near.getInputStream(); OutputStream out = near.getOutputStream()) {
            in.read(new byte[8192]);
            switch (manner) {
                case SAYS_NOTHING -> Thread.sleep(20_000);
                case DRIPS -> drip(out);
                case BREAKS_OFF -> {
                    head(out, "200 OK", PROMISED);
                    out.write(new byte[PROMISED / 2]);
                }
                case FAILS -> head(out, "503 Slow Down", 0);
            }
            out.flush();
        } catch (IOException | InterruptedException e) {
            // nobody waits any more
        }
    }

    private static void drip(OutputStream out) throws IOException, InterruptedException {
        head(out, "200 OK", PROMISED);
        for (int i = 0; i < PROMISED; i++) {
            out.write(0);
            out.flush();
            Thread.sleep(100);
        }
    }

    private static void head(OutputStream out, String status, int length) throws IOException {
        out.write(("HTTP/1.1 " + status + "\r\nContent-Length: " + length + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        entry.close();
    }
}
