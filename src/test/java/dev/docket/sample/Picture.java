package dev.docket.sample;

import java.awt.image.BufferedImage;

/** Pixels as the screen shows them, three floats a pixel, row by row, nominally 0..1. One thread. */
final class Picture {
    final int width;
    final int height;
    final float[] rgb;

    Picture(int width, int height) {
        this.width = width;
        this.height = height;
        this.rgb = new float[width * height * 3];
    }

    /** A colour for each pixel, asked at pixel positions. */
    interface Painter {
        Colour at(int x, int y);
    }

    static Picture painted(int width, int height, Painter painter) {
        Picture picture = new Picture(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture.set(x, y, painter.at(x, y));
            }
        }
        return picture;
    }

    static Picture of(BufferedImage image) {
        return painted(image.getWidth(), image.getHeight(), (x, y) -> Colour.hex(image.getRGB(x, y)));
    }

    Colour get(int x, int y) {
        int i = (Math.clamp(y, 0, height - 1) * width + Math.clamp(x, 0, width - 1)) * 3;
        return new Colour(rgb[i], rgb[i + 1], rgb[i + 2]);
    }

    void set(int x, int y, Colour colour) {
        int i = (y * width + x) * 3;
        rgb[i] = (float) colour.r();
        rgb[i + 1] = (float) colour.g();
        rgb[i + 2] = (float) colour.b();
    }

    void blend(int x, int y, Colour colour, double alpha) {
        if (alpha > 0 && x >= 0 && y >= 0 && x < width && y < height) {
            set(x, y, get(x, y).mix(colour, alpha));
        }
    }

    /** Between pixels, linear; {@code (0, 0)} is the centre of the first. */
    Colour between(double x, double y) {
        int xi = Noise.floor(x);
        int yi = Noise.floor(y);
        Colour top = get(xi, yi).mix(get(xi + 1, yi), x - xi);
        return top.mix(get(xi, yi + 1).mix(get(xi + 1, yi + 1), x - xi), y - yi);
    }

    Picture copy() {
        return crop(0, 0, width, height);
    }

    Picture crop(int left, int top, int w, int h) {
        return painted(w, h, (x, y) -> get(left + x, top + y));
    }

    /** Resampled: the mean of the covered pixels when smaller, linear when larger. */
    Picture resized(int w, int h) {
        double sx = width / (double) w;
        double sy = height / (double) h;
        int nx = Math.max(1, (int) Math.round(sx));
        int ny = Math.max(1, (int) Math.round(sy));
        return painted(w, h, (x, y) -> {
            Colour sum = Colour.BLACK;
            for (int j = 0; j < ny; j++) {
                for (int i = 0; i < nx; i++) {
                    sum = sum.plus(between((x + (i + .5) / nx) * sx - .5, (y + (j + .5) / ny) * sy - .5));
                }
            }
            return sum.times(1.0 / (nx * ny));
        });
    }

    /** Turned clockwise by quarter turns. */
    Picture turned(int quarters) {
        return switch (Math.floorMod(quarters, 4)) {
            case 1 -> painted(height, width, (x, y) -> get(y, height - 1 - x));
            case 2 -> painted(width, height, (x, y) -> get(width - 1 - x, height - 1 - y));
            case 3 -> painted(height, width, (x, y) -> get(width - 1 - y, x));
            default -> copy();
        };
    }

    /** Every pixel replaced by what {@code change} makes of it. */
    void each(java.util.function.UnaryOperator<Colour> change) {
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                set(x, y, change.apply(get(x, y)));
            }
        }
    }

    BufferedImage toImage() {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                Colour c = get(x, y);
                image.setRGB(x, y, eight(c.r()) << 16 | eight(c.g()) << 8 | eight(c.b()));
            }
        }
        return image;
    }

    private static int eight(double value) {
        return (int) (Math.clamp(value, 0.0, 1.0) * 255 + .5);
    }
}
