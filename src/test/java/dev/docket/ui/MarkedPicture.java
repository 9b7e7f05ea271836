package dev.docket.ui;

import dev.docket.storage.ContentHash;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import javax.imageio.ImageIO;

/**
 * A picture that is found again wherever a part of it lies: its colours change from pixel to pixel, each row the same, so
 * that any part of a row names it. What is looked for is kept turned inside out, so that the search does not find itself.
 */
final class MarkedPicture {
    static final List<String> PIXELS = List.of("its file", "its pixels", "its pixels, bytes turned");
    static final int WIDTH = 240;
    static final int HEIGHT = 180;

    private final Map<String, byte[]> turned = new LinkedHashMap<>();
    private final int[] turnedColours = new int[WIDTH];
    private final ContentHash hash;

    MarkedPicture(Path file) throws IOException {
        Random random = new Random();
        BufferedImage marked = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        ByteBuffer row = ByteBuffer.allocate(4 * WIDTH);
        for (int x = 0; x < WIDTH; x++) {
            int colour = 0xFF000000 | random.nextInt(1 << 24);
            turnedColours[x] = ~colour;
            row.putInt(colour);
            for (int y = 0; y < HEIGHT; y++) {
                marked.setRGB(x, y, colour);
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(marked, "png", png);
        Files.write(file, png.toByteArray());
        hash = ContentHash.of(png.toByteArray());
        remember("its file", slice(png.toByteArray(), png.size() / 2, 24));
        remember("its pixels", slice(row.array(), 400, 32));
        remember("its pixels, bytes turned", swapped(slice(row.array(), 400, 32)));
    }

    ContentHash hash() {
        return hash;
    }

    /** Random letters that go with it. */
    String words() {
        StringBuilder words = new Random().ints(24, 'a', 'z' + 1).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        remember("its words", ("canary" + words).getBytes(StandardCharsets.US_ASCII));
        remember("its words, wide", ("canary" + words).getBytes(StandardCharsets.UTF_16LE));
        return "canary" + words;
    }

    void remember(String what, byte[] bytes) {
        turned.put(what, inside(bytes));
    }

    byte[] wanted(String what) {
        return inside(turned.get(what));
    }

    Set<String> everything() {
        return turned.keySet();
    }

    /** What of it stands in a file, each kind once. */
    List<String> in(Path file, Collection<String> kinds) throws IOException {
        List<String> found = new ArrayList<>();
        for (String what : kinds) {
            List<String> places = HeapSearch.places(file, wanted(what));
            places.stream().findFirst().ifPresent(place -> found.add(what + " in " + places.size() + " places, first at " + place));
        }
        return found;
    }

    /** What of it this JVM holds. {@code -Ddocket.keep.dump=true} keeps {@code target/heap.hprof} where anything is found. */
    List<String> inMemory(Path scratch, Collection<String> kinds) throws IOException {
        Path dump = HeapSearch.dump(scratch);
        List<String> found = in(dump, kinds);
        if (!found.isEmpty() && Boolean.getBoolean("docket.keep.dump")) {
            Files.copy(dump, Path.of("target", "heap.hprof"), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.delete(dump);
        return found;
    }

    /** How many of its pixels a picture of a screen shows. */
    long on(BufferedImage shot) {
        long marked = 0;
        for (int y = 0; y < shot.getHeight(); y++) {
            for (int x = 0; x + 1 < shot.getWidth(); x++) {
                marked += isMarked(shot.getRGB(x, y), shot.getRGB(x + 1, y)) ? 1 : 0;
            }
        }
        return marked;
    }

    /** Two neighbours of a row beside each other, which chance does not bring about. */
    private boolean isMarked(int left, int right) {
        if (left == right) {
            return false;
        }
        for (int x = 0; x + 1 < WIDTH; x++) {
            if (~turnedColours[x] == (left | 0xFF000000) && ~turnedColours[x + 1] == (right | 0xFF000000)) {
                return true;
            }
        }
        return false;
    }

    private static byte[] inside(byte[] bytes) {
        byte[] inside = bytes.clone();
        for (int at = 0; at < inside.length; at++) {
            inside[at] = (byte) ~inside[at];
        }
        return inside;
    }

    private static byte[] slice(byte[] of, int from, int length) {
        return Arrays.copyOfRange(of, from, from + length);
    }

    private static byte[] swapped(byte[] ints) {
        ByteBuffer out = ByteBuffer.allocate(ints.length).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer in = ByteBuffer.wrap(ints);
        while (in.hasRemaining()) {
            out.putInt(in.getInt());
        }
        return out.array();
    }
}
