package dev.docket.decode.worker;

import dev.docket.decode.worker.Reply.Status;
import java.io.DataInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** A decoding process in foreign hands: the longer side asked for says which lie it tells. */
final class LyingWorker {
    /** What it answers. */
    enum Lie { SEQUENCE, GENERATION, WIDTH, HEIGHT, NOTHING_TO_SEE, MANY_FRAMES, HUGE, NO_MAGIC, STATUS, NO_REASON, READY_AGAIN, LONG_TEXT, TWO_ANSWERS }

    private LyingWorker() {}

    public static void main(String[] args) throws IOException {
        long generation = Long.parseLong(args[2]);
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        DataInputStream in = new DataInputStream(new FileInputStream(FileDescriptor.in));
        new Reply(Status.READY, 0, generation, 0, 0, 0, 0, 0, "").write(out);
        while (true) {
            Request asked = Request.read(in);
            lie(Lie.values()[asked.longerSide() - 1], asked.sequence(), generation, out);
        }
    }

    private static void lie(Lie lie, long n, long g, OutputStream out) throws IOException {
        switch (lie) {
            case SEQUENCE -> new Reply(Status.PAINTED, n + 1, g, 0, 4, 4, 1, 1, "").write(out);
            case GENERATION -> new Reply(Status.PAINTED, n, g + 1, 0, 4, 4, 1, 1, "").write(out);
            case WIDTH -> new Reply(Status.PAINTED, n, g, 0, 41, 4, 1, 1, "").write(out);
            case HEIGHT -> new Reply(Status.PAINTED, n, g, 0, 4, 25, 1, 1, "").write(out);
            case NOTHING_TO_SEE -> new Reply(Status.PAINTED, n, g, 0, 0, 4, 1, 1, "").write(out);
            case MANY_FRAMES -> new Reply(Status.PAINTED, n, g, 0, 4, 4, 2, 2, "").write(out);
            case HUGE -> new Reply(Status.PAINTED, n, g, 0, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, "").write(out);
            case NO_MAGIC -> out.write(new byte[64]);
            case STATUS -> out.write(java.util.Arrays.copyOf(new byte[] {0x44, 0x4F, 0x43, 0x52, 99}, 64));
            case NO_REASON -> new Reply(Status.REFUSED, n, g, 1, 0, 0, 0, 0, "").write(out);
            case READY_AGAIN -> new Reply(Status.READY, n, g, 0, 0, 0, 0, 0, "").write(out);
            case LONG_TEXT -> {
                byte[] frame = new byte[64];
                System.arraycopy(new byte[] {0x44, 0x4F, 0x43, 0x52}, 0, frame, 0, 4);
                frame[47] = 0x7F;
                out.write(frame);
            }
            case TWO_ANSWERS -> {
                new Reply(Status.REFUSED, n, g, 3, 0, 0, 0, 0, "first\n\u202Eanswer").write(out);
                new Reply(Status.REFUSED, n, g, 3, 0, 0, 0, 0, "second answer").write(out);
            }
        }
        out.flush();
    }
}
