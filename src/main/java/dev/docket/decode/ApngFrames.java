package dev.docket.decode;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;

/** Takes an animated PNG apart into PNG files of one frame each. Source: Portable Network Graphics (Third Edition), section 11.3.6. */
final class ApngFrames {
    private static final int SIGNATURE = 8;
    /** Chunks before the pixels that hold for every frame; their place and number is checked by the PNG decoder. */
    private static final Set<String> SHARED = Set.of("PLTE", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "cICP");

    /**
     * One frame.
     *
     * @param dispose what becomes of its place before the next: 0 stays, 1 is cleared, 2 is as it was before
     * @param over whether it is laid over what is there, and does not replace it
     */
    record Frame(int left, int top, int width, int height, Duration shown, int dispose, boolean over, byte[] png) {}

    private final HeaderBytes file;
    private final ImageHeader header;
    private final ByteArrayOutputStream shared = new ByteArrayOutputStream();
    private final List<Frame> frames = new ArrayList<>();
    /** Where the control of the frame being read stands; 0 while there is none. */
    private long control;
    private ByteArrayOutputStream pixels = new ByteArrayOutputStream();

    private ApngFrames(byte[] file, ImageHeader header) {
        this.file = new HeaderBytes(file);
        this.header = header;
    }

    /** The frames in order, as far as the file makes sense. */
    static List<Frame> of(byte[] file, ImageHeader header) {
        ApngFrames frames = new ApngFrames(file, header);
        try {
            frames.read();
            frames.finish();
        } catch (UndecodableImageException cutOff) {
            return frames.frames;
        }
        return frames.frames;
    }

    private void read() throws UndecodableImageException {
        long at = SIGNATURE;
        boolean more = true;
        while (more && at + 12 <= file.length()) {
            long length = file.u32be(at);
            String type = file.text(at + 4, 4);
            byte[] body = file.bytes(at + 8, at + 8 + length);
            switch (type) {
                case "fcTL" -> {
                    more = finish();
                    control = at + 8;
                }
                case "IDAT" -> pixels.writeBytes(body);
                case "fdAT" -> pixels.write(body, 4, body.length - 4);
                case "IEND" -> more = false;
                default -> {
                    if (SHARED.contains(type)) {
                        shared.writeBytes(chunk(type, body));
                    }
                }
            }
            at += 12 + length;
        }
    }

    /** Keeps the frame that was being read; false when it lies outside the picture and nothing after it counts. */
    private boolean finish() throws UndecodableImageException {
        byte[] data = pixels.toByteArray();
        pixels = new ByteArrayOutputStream();
        if (control == 0 || data.length == 0) {
            // pixels before the first control are a picture for those who do not play
            return true;
        }
        long width = file.u32be(control + 4);
        long height = file.u32be(control + 8);
        long left = file.u32be(control + 12);
        long top = file.u32be(control + 16);
        if (width == 0 || height == 0 || left + width > header.width() || top + height > header.height()) {
            return false;
        }
        int parts = file.u16be(control + 22);
        Duration shown = Duration.ofMillis(1000L * file.u16be(control + 20) / (parts == 0 ? 100 : parts));
        frames.add(new Frame((int) left, (int) top, (int) width, (int) height, shown,
                file.u8(control + 24), file.u8(control + 25) == 1, png((int) width, (int) height, data)));
        return true;
    }

    private byte[] png(int width, int height, byte[] data) throws UndecodableImageException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(file.bytes(0, SIGNATURE));
        byte[] head = file.bytes(SIGNATURE + 8, SIGNATURE + 21);
        ByteBuffer.wrap(head).putInt(width).putInt(height);
        png.writeBytes(chunk("IHDR", head));
        png.writeBytes(shared.toByteArray());
        png.writeBytes(chunk("IDAT", data));
        png.writeBytes(chunk("IEND", new byte[0]));
        return png.toByteArray();
    }

    private static byte[] chunk(String type, byte[] body) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(body);
        return ByteBuffer.allocate(12 + body.length).putInt(body.length).put(name).put(body).putInt((int) crc.getValue()).array();
    }
}
