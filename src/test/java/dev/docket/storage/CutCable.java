package dev.docket.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The way to a server on this machine, which can be cut, held up, slowed and mended. */
public final class CutCable implements AutoCloseable {
    private static final int BYTES = 16_384;
    private static final long HELD_MILLIS = 20;

    private final ServerSocket entry = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final int server;
    private volatile boolean cut;
    private volatile boolean held;
    private volatile long delay;

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

    /** Connections stay, and nothing comes through: half-open. */
    public void hold() {
        held = true;
    }

    /** Everything takes so much longer, each way. */
    public void slow(long millis) {
        delay = millis;
    }

    public void mend() {
        cut = false;
        held = false;
        delay = 0;
    }

    private void accept() {
        while (!entry.isClosed()) {
            try {
                Socket near = entry.accept();
                if (cut) {
                    end(near);
                } else {
                    connect(near);
                }
            } catch (IOException e) {
                // closed, or cut at this moment
            }
        }
    }

    private void connect(Socket near) {
        try {
            Socket far = new Socket(InetAddress.getLoopbackAddress(), server);
            open.add(near);
            open.add(far);
            Thread.ofVirtual().start(() -> carry(near, far));
            Thread.ofVirtual().start(() -> carry(far, near));
        } catch (IOException e) {
            // nobody is there: as if there were no cable
            end(near);
        }
    }

    private void carry(Socket from, Socket to) {
        try (InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
            byte[] some = new byte[BYTES];
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                hesitate();
                out.write(some, 0, read);
            }
        } catch (IOException e) {
            // cut
        } finally {
            end(from);
            end(to);
            open.remove(from);
            open.remove(to);
        }
    }

    private void hesitate() throws IOException {
        try {
            Thread.sleep(delay);
            while (held && !cut) {
                Thread.sleep(HELD_MILLIS);
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
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
