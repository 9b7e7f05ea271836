package dev.docket.decode.worker;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What the parent asks of a decoding process; the file's bytes stand at the start of the shared memory. 32 bytes,
 * little-endian: magic, operation, sequence number (8), generation (8), bytes of the file, longer side.
 *
 * @param generation of the shared memory
 * @param bytes of the file
 * @param longerSide pixels, as for a view; {@link Integer#MAX_VALUE} for full size
 */
record Request(Operation operation, long sequence, long generation, int bytes, int longerSide) {
    static final int MAGIC = 0x51434F44;
    private static final int SIZE = 32;

    /** What is wanted. */
    enum Operation { STRICT, LENIENT, FITTED, ANIMATION }

    void write(OutputStream out) throws IOException {
        out.write(ByteBuffer.allocate(SIZE).order(ByteOrder.LITTLE_ENDIAN)
                .putInt(MAGIC).putInt(operation.ordinal()).putLong(sequence).putLong(generation).putInt(bytes).putInt(longerSide).array());
        out.flush();
    }

    /** @throws EOFException when the parent is gone */
    static Request read(DataInputStream in) throws IOException {
        byte[] frame = new byte[SIZE];
        in.readFully(frame);
        ByteBuffer bytes = ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.getInt() != MAGIC) {
            throw new IOException("Not a request");
        }
        return new Request(Operation.values()[bytes.getInt()], bytes.getLong(), bytes.getLong(), bytes.getInt(), bytes.getInt());
    }
}
