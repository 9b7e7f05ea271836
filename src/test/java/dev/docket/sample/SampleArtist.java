package dev.docket.sample;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;

/** Draws a planned sample: scene, pass, marks, and the changes that make copies near-duplicates. */
final class SampleArtist {
    private static final Colour RED = Colour.hex(0xB3101A);

    private SampleArtist() {}

    /** A picture and, where something was put into it, the outline of that; empty otherwise. */
    record Drawn(Picture picture, double[] outline, boolean box) {}

    static Drawn draw(Sample sample) {
        SplittableRandom random = new SplittableRandom(sample.seed());
        Picture scene = sample.motif().scene().paint(sample.width(), sample.height(), random.split());
        Drawn first = switch (sample.kind()) {
            case BENIGN -> plain(benign(sample, scene, random));
            case SYNTHETIC -> plain(Passes.generator(scene, sample.strength(), random));
            case DISCLOSED -> plain(disclosed(sample, scene, random));
            case MANIPULATED -> manipulated(sample, scene, random);
            case SPAM -> plain(spam(sample, scene, random));
            case EMBLEM -> emblem(sample, scene, random);
            case PAINT -> plain(paint(sample, scene, random));
            case LIKENESS -> plain(Passes.camera(scene, .006, random));
        };
        return sample.variant() == 0 ? first : new Drawn(copied(first.picture(), sample.variant()), first.outline(), first.box());
    }

    private static Drawn plain(Picture picture) {
        return new Drawn(picture, new double[0], false);
    }

    private static double grain(SplittableRandom random) {
        return random.nextDouble(.006, .02);
    }

    private static Picture benign(Sample sample, Picture scene, SplittableRandom random) {
        switch (sample.turn()) {
            case 41, 55 -> Marks.splash(scene, Colour.hex(0x2F6FB0), .6, random);
            case 42 -> Marks.splash(scene, Colour.hex(0xE0B52C), .5, random);
            case 76, 77 -> Marks.splash(scene, Colour.hex(0x8E3B22), .1, random);
            default -> { }
        }
        Picture picture = illustration(sample) ? scene : Passes.camera(scene, sample.format() == Format.PNG ? .004 : grain(random), random);
        switch (sample.turn()) {
            case 18, 29, 47, 59, 72 -> Marks.credit(picture, "EXAMPLE STUDIO");
            case 70, 71 -> Marks.headline(picture, random);
            case 73, 74, 75 -> picture = Passes.generator(picture, .0, random);
            default -> { }
        }
        return picture;
    }

    /** Every ninth benign picture stays as painted, like a drawing. */
    private static boolean illustration(Sample sample) {
        return sample.first() % 9 == 4 || sample.format() == Format.MOVING_GIF;
    }

    private static Picture disclosed(Sample sample, Picture scene, SplittableRandom random) {
        Picture picture = Passes.generator(scene, sample.strength(), random);
        Marks.discloseAi(picture, sample.turn() % 3 > 0);
        return picture;
    }

    /** The host has been a JPEG before, the piece has not; half of the results are dressed up as news. */
    private static Drawn manipulated(Sample sample, Picture scene, SplittableRandom random) {
        Picture host = recompressed(Passes.camera(scene, .008, random), .55);
        Splice splice;
        if (sample.first() / 3 % 2 == 0 || sample.ambiguous()) {
            splice = Splice.moved(host, sample.strength(), random);
        } else {
            Picture donor = Motif.ofPlace(sample.first() + 2).scene().paint(sample.width(), sample.height(), random.split());
            splice = Splice.pasted(host, donor, sample.strength(), random);
        }
        if (sample.strength() > .5 && sample.first() % 4 != 3) {
            Marks.headline(splice.picture(), random);
        }
        return new Drawn(splice.picture(), splice.outline(), false);
    }

    private static Picture recompressed(Picture picture, double quality) {
        try {
            return Picture.of(ImageIO.read(new ByteArrayInputStream(Encoding.jpeg(picture, quality, Embedded.NOTHING))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Picture spam(Sample sample, Picture scene, SplittableRandom random) {
        Picture picture = Passes.camera(scene, grain(random), random);
        Marks.advertise(picture, sample.strength(), random);
        return picture;
    }

    private static Drawn emblem(Sample sample, Picture scene, SplittableRandom random) {
        Picture picture = Passes.camera(scene, grain(random), random);
        double side = Math.min(picture.width, picture.height);
        double size = side * (sample.ambiguous() ? random.nextDouble(.05, .075) : random.nextDouble(.1, .19));
        double[] box = Marks.emblem(picture, size, picture.width * random.nextDouble(.2, .8), picture.height * random.nextDouble(.25, .75),
                random.nextDouble(-1.2, 1.2), sample.ambiguous() || sample.first() % 4 == 1, random);
        return new Drawn(picture, box, true);
    }

    private static Picture paint(Sample sample, Picture scene, SplittableRandom random) {
        Marks.splash(scene, RED, sample.strength(), random);
        return Passes.camera(scene, .008, random);
    }

    /** 1: smaller, and worse compressed later; 2: brighter, a hair cut off each side. */
    private static Picture copied(Picture picture, int variant) {
        if (variant == 1) {
            return picture.resized(picture.width * 7 / 8, picture.height * 7 / 8);
        }
        int dx = Math.max(1, picture.width / 200);
        int dy = Math.max(1, picture.height / 200);
        Picture cut = picture.crop(dx, dy, picture.width - 2 * dx, picture.height - 2 * dy);
        cut.each(c -> c.times(1.07).plus(Colour.grey(.012)));
        return cut;
    }

    /** The file's bytes. */
    static byte[] encoded(Sample sample, Picture picture) throws IOException {
        Embedded embedded = SampleMetadata.of(sample);
        return switch (sample.format()) {
            case JPEG -> Encoding.jpeg(picture.turned(SampleMetadata.storedQuarters(sample)), sample.variant() == 1 ? .6 : .85, embedded);
            case PNG -> Encoding.png(picture, embedded);
            case WEBP -> Encoding.webp(picture, .84, embedded);
            case GIF -> Encoding.gif(List.of(picture));
            case MOVING_GIF -> Encoding.gif(pan(picture));
        };
    }

    /** A slow pan to the right and back. */
    private static List<Picture> pan(Picture picture) {
        List<Picture> frames = new ArrayList<>();
        int view = picture.width * 7 / 8;
        for (int i = 0; i < 6; i++) {
            int left = (picture.width - view) * (i < 4 ? i : 6 - i) / 3;
            frames.add(picture.crop(left, 0, view, picture.height));
        }
        return frames;
    }
}
