package dev.docket.decode;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;

/** Files that mean harm: broken at random, or claiming what is not in them. */
public final class BrokenFiles {
    private BrokenFiles() {}

    /** A copy that is cut off, or has up to five bytes changed, or both; at times neither. */
    public static byte[] of(byte[] seed, Random random) {
        byte[] file = random.nextInt(3) == 0 ? Arrays.copyOf(seed, random.nextInt(seed.length + 1)) : seed.clone();
        int flips = file.length == 0 ? 0 : random.nextInt(6);
        for (int i = 0; i < flips; i++) {
            // half of them where headers are
            int at = random.nextInt(random.nextBoolean() ? Math.min(64, file.length) : file.length);
            file[at] = (byte) (random.nextBoolean() ? random.nextInt(256) : file[at] ^ 1 << random.nextInt(8));
        }
        return file;
    }

    /** A JPEG whose frame header claims this size. */
    public static byte[] jpegClaiming(int width, int height) throws IOException {
        byte[] file = ImageFiles.jpeg(ImageFiles.quarters(40, 24), false);
        for (int at = 2; at < file.length; at++) {
            if ((file[at] & 0xFF) == 0xFF && (file[at + 1] & 0xFF) == 0xC0) {
                byte[] sides = {(byte) (height >> 8), (byte) height, (byte) (width >> 8), (byte) width};
                System.arraycopy(sides, 0, file, at + 5, sides.length);
                return file;
            }
        }
        throw new IOException("No frame header");
    }

    /** As many pixels in as few bytes as PNG allows. */
    public static byte[] blackPng(int width, int height) throws IOException {
        return ImageFiles.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY), "png");
    }
}
