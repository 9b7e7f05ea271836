package dev.docket.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.storage.BlobStore;
import dev.docket.storage.ContentHash;
import dev.docket.storage.CoupledBlobStore;
import dev.docket.storage.FolderBlobStore;
import dev.docket.storage.SealedCache;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThumbnailsTest {
    @TempDir
    private Path folder;
    private SealedCache cache;
    private BlobStore blobs;
    private final Counting decoder = new Counting();

    @BeforeEach
    void open() {
        cache = new SealedCache(folder.resolve("thumbnails"), 1 << 20);
        blobs = new CoupledBlobStore(new FolderBlobStore(folder.resolve("images"), new byte[32]), cache::remove);
    }

    @AfterEach
    void close() {
        cache.close();
    }

    @Test
    void aPictureIsDecodedOnceAndThenComesFromTheCache() throws Exception {
        ContentHash picture = blobs.put(png(1000, 500, new Color(0x336699)));
        Thumbnails thumbnails = new Thumbnails(blobs, decoder, cache);

        DecodedImage first = thumbnails.of(picture);
        DecodedImage second = thumbnails.of(picture);

        assertThat(decoder.decoded).isEqualTo(1);
        assertThat(first.width()).isEqualTo(256);
        assertThat(first.height()).isEqualTo(128);
        assertThat(second.width()).isEqualTo(256);
        assertThat(second.height()).isEqualTo(128);
        assertThat(second.argb()[9999] >> 8 & 0xFF).isBetween(0x63, 0x69);
    }

    @Test
    void aTransparentPictureStandsOnGrey() throws Exception {
        ContentHash picture = blobs.put(png(300, 300, new Color(0, true)));

        DecodedImage small = new Thumbnails(blobs, decoder, cache).of(picture);

        assertThat(small.argb()[100]).isEqualTo(0xFF808080);
    }

    @Test
    void noThumbnailOutlivesItsPicture() throws Exception {
        ContentHash picture = blobs.put(png(400, 300, Color.RED));
        Thumbnails thumbnails = new Thumbnails(blobs, decoder, cache);
        thumbnails.of(picture);

        blobs.delete(picture);

        assertThat(cache.bytes()).isZero();
        assertThatThrownBy(() -> thumbnails.of(picture)).isInstanceOf(IOException.class).hasMessageContaining("not in the store");
    }

    @Test
    void aThumbnailMadeWhileItsPictureIsDeletedIsNotKept() throws Exception {
        ContentHash picture = blobs.put(png(400, 300, Color.RED));
        decoder.meanwhile = () -> blobs.delete(picture);

        assertThatThrownBy(() -> new Thumbnails(blobs, decoder, cache).of(picture)).isInstanceOf(IOException.class);
        assertThat(cache.bytes()).isZero();
    }

    @Test
    void aDamagedPictureSaysSo() throws Exception {
        ContentHash picture = blobs.put("no picture".getBytes());

        assertThatThrownBy(() -> new Thumbnails(blobs, decoder, cache).of(picture)).isInstanceOf(UndecodableImageException.class);
        assertThat(cache.bytes()).isZero();
    }

    private static byte[] png(int width, int height, Color colour) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.setColor(colour);
        g.fillRect(0, 0, width, height);
        g.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private interface Step {
        void run() throws IOException;
    }

    private static final class Counting implements ImageDecoder {
        private final ImageDecoder real = new FormatDecoders();
        private Step meanwhile = () -> {};
        private int decoded;

        @Override
        public ImageHeader header(byte[] file) throws UndecodableImageException {
            return real.header(file);
        }

        @Override
        public DecodedImage decode(byte[] file) throws UndecodableImageException {
            return real.decode(file);
        }

        @Override
        public DecodedImage view(byte[] file, int longerSide) throws UndecodableImageException {
            decoded++;
            DecodedImage view = real.view(file, longerSide);
            try {
                meanwhile.run();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            return view;
        }

        @Override
        public Animation animation(byte[] file, int longerSide) throws UndecodableImageException {
            return real.animation(file, longerSide);
        }
    }
}
