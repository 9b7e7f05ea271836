package dev.docket.starter;

import dev.docket.decode.DecodedImage;
import dev.docket.decode.ImageDecoder;
import dev.docket.decode.FormatDecoders;
import dev.docket.decode.UndecodableImageException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.SplittableRandom;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * One picture for training or measuring, made from its numbers alone.
 *
 * @param source the scene; pictures of one source never stand on both sides of a comparison
 * @param drawn whether it is a drawing (render-like) or a photograph
 * @param upsampler what it was enlarged by; empty: never enlarged
 * @param processing what else was done to it
 * @param overlay whether lettering lies over it
 * @param quality of its JPEG, 1..100
 */
record TrainingPicture(int source, boolean drawn, Optional<Upsampler> upsampler, Processing processing, boolean overlay, int quality) {

    /** Everyday changes that leave no resampling behind. */
    enum Processing { NONE, SHARPENED_AND_NOISED, BLURRED }

    private static final ImageDecoder DECODER = new FormatDecoders();

    DecodedImage image() {
        SplittableRandom random = new SplittableRandom(hashCodeOf());
        int width = 384 + 16 * (source % 9);
        int height = width * 3 / 4;
        Raster picture = base(width, height, random);
        picture = switch (processing) {
            case NONE -> picture;
            case SHARPENED_AND_NOISED -> TrainingScene.noisy(TrainingScene.sharpened(picture, random.nextDouble(0.5, 1.5)), random.nextDouble(0.004, 0.02), random);
            case BLURRED -> picture.blurred(Raster.gaussian(random.nextDouble(0.5, 1.3)));
        };
        if (overlay) {
            Overlay.lay(picture, random);
        }
        try {
            return DECODER.decode(jpeg(picture, quality));
        } catch (UndecodableImageException e) {
            throw new IllegalStateException(e);
        }
    }

    private Raster base(int width, int height, SplittableRandom random) {
        TrainingScene scene = new TrainingScene(source);
        if (upsampler.isEmpty()) {
            return drawn ? scene.draw(width, height) : scene.photograph(width, height);
        }
        double factor = switch (upsampler.get()) {
            case PIXEL_SHUFFLE, TRANSPOSED -> random.nextBoolean() ? 2 : 4;
            default -> random.nextDouble(1.3, 4);
        };
        int smallWidth = (int) Math.round(width / factor);
        int smallHeight = (int) Math.round(height / factor);
        Raster small = drawn ? scene.draw(smallWidth, smallHeight) : scene.photograph(smallWidth, smallHeight);
        return upsampler.get().enlarge(small, width, height, random);
    }

    /** Equal numbers, equal picture; enums count by name, as their hash codes differ from run to run. */
    private long hashCodeOf() {
        return ((long) source << 32) ^ (drawn + " " + upsampler + " " + processing + " " + overlay + " " + quality).hashCode();
    }

    static byte[] jpeg(Raster picture, int quality) {
        BufferedImage image = new BufferedImage(picture.width, picture.height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < picture.width * picture.height; i++) {
            image.setRGB(i % picture.width, i / picture.width, picture.argb(i));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(quality / 100f);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
