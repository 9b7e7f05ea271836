package dev.docket.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The way to a server on this machine, which can be cut and mended. */
public final class CutCable implements AutoCloseable {
    private final ServerSocket entry = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final int server;
    private volatile boolean cut;

    CutCable(int server) throws IOException {
        this.server = server;
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return entry.getLocalPort();
    }

    /** Every connection ends at once, and none is made. */
    public void cut() {
        cut = true;
        open.forEach(CutCable::end);
        open.clear();
    }

    public void mend() {
        cut = false;
    }

    private void accept() {
        while (!entry.isClosed()) {
            try {
                Socket near = entry.accept();
                if (cut) {
                    end(near);
                } else {
                    Socket far = new Socket(InetAddress.getLoopbackAddress(), server);
                    open.add(near);
                    open.add(far);
                    Thread.ofVirtual().start(() -> carry(near, far));
                    Thread.ofVirtual().start(() -> carry(far, near));
                }
            } catch (IOException e) {
                // closed, or cut at this moment
            }
        }
    }

    private void carry(Socket from, Socket to) {
        try (InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException e) {
            // cut
        } finally {
            end(from);
            end(to);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // it is ended already
        }
    }

    @Override
    public void close() throws IOException {
        cut();
        entry.close();
    }
}
