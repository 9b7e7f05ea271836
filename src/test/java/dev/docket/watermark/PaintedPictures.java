package dev.docket.watermark;

import dev.docket.classify.TestPictures;
import dev.docket.decode.DecodedImage;

/** The pictures of src/test/python/watermarks.py, bit for bit: eight kinds, from clouds to one colour. */
public final class PaintedPictures {
    private final int seed;
    private final int width;
    private final int height;

    private PaintedPictures(int seed, int width, int height) {
        this.seed = seed;
        this.width = width;
        this.height = height;
    }

    public static DecodedImage paint(int seed, int width, int height) {
        PaintedPictures painter = new PaintedPictures(seed, width, height);
        int[] argb = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                argb[y * width + x] = 0xff << 24 | painter.channel(x, y, 0) << 16 | painter.channel(x, y, 1) << 8 | painter.channel(x, y, 2);
            }
        }
        return TestPictures.of(width, height, argb);
    }

    private int channel(int x, int y, int c) {
        int tone = (int) (mixed(c, seed, 77) % 200);
        int value = switch (seed % 8) {
            case 0 -> tone / 2 + y * (60 + 30 * c) / height + clouds(x, y, seed * 9) / 3 + grain(x, y, c, 4);
            case 1 -> clouds(x, y, seed * 13 + 100 * c) + grain(x, y, c, 6);
            case 2 -> (turns(x, y) * (3 + 2 * c + seed % 5) + tone / 2 + clouds(x, y, seed) / 8) % 256;
            case 3 -> x * (100 + 20 * c) / width + tone / 2 + grain(x, y, c, 24);
            case 4 -> discs(x, y, c, tone);
            case 5 -> clouds(x, y, seed * 5) + c * (seed % 3) + grain(x, y, 0, 3);
            case 6 -> tone / 2 + (x / (3 + seed % 11) + y / (5 + seed % 7) * c) % 2 * 90 + clouds(x, y, seed) / 6;
            default -> tone + grain(x, y, c, seed % 3);
        };
        return Math.clamp(value, 0, 255);
    }

    private int discs(int x, int y, int c, int tone) {
        int value = tone + y * 40 / height + grain(x, y, c, 2);
        for (int i = 0; i < 24; i++) {
            int dx = x - (int) (mixed(i, seed, 1) % width);
            int dy = y - (int) (mixed(i, seed, 2) % height);
            int r = 8 + (int) (mixed(i, seed, 3) % 60);
            if (dx * dx + dy * dy < r * r) {
                value = (int) (mixed(i, seed, 4 + c) % 256) + grain(x, y, c, 3);
            }
        }
        return value;
    }

    private int grain(int x, int y, int c, int most) {
        return (int) (mixed(x, y, seed * 31 + c) % (2 * most + 1)) - most;
    }

    private static int clouds(int x, int y, int seed) {
        return (8 * cells(x, y, 96, seed) + 4 * cells(x, y, 37, seed + 1) + 2 * cells(x, y, 13, seed + 2) + cells(x, y, 5, seed + 3) + cells(x, y, 2, seed + 4)) / 16;
    }

    private static int cells(int x, int y, int cell, int seed) {
        int fx = x % cell;
        int fy = y % cell;
        int upper = corner(x / cell, y / cell, seed) * (cell - fx) + corner(x / cell + 1, y / cell, seed) * fx;
        int lower = corner(x / cell, y / cell + 1, seed) * (cell - fx) + corner(x / cell + 1, y / cell + 1, seed) * fx;
        return (upper * (cell - fy) + lower * fy) / (cell * cell);
    }

    private static int corner(int x, int y, int seed) {
        return (int) mixed(x, y, seed) & 255;
    }

    private int turns(int x, int y) {
        int one = 1 << 12;
        int cr = x * 3 * one / width - 2 * one - one / 8 + seed % 7 * one / 9;
        int ci = y * 2 * one / height - one;
        int zr = 0;
        int zi = 0;
        int turns = 0;
        while (turns < 31 && zr * zr + zi * zi < 4 * one * one) {
            int next = (zr * zr - zi * zi >> 12) + cr;
            zi = (2 * zr * zi >> 12) + ci;
            zr = next;
            turns++;
        }
        return turns;
    }

    /** 32 bits out of a place. */
    private static long mixed(int x, int y, int seed) {
        int h = x * 374761393 + y * 668265263 + seed * (int) 2246822519L;
        h = (h ^ h >>> 13) * 1274126177;
        return (h ^ h >>> 16) & 0xffffffffL;
    }
}
