package dev.docket.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.humbleui.skija.Bitmap;
import io.github.humbleui.skija.ImageInfo;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class KeptBitmapTest {
    private static final ImageInfo LARGE = ImageInfo.makeN32Premul(4000, 2100);
    private static final ImageInfo SMALL = ImageInfo.makeN32Premul(400, 210);

    private final KeptBitmap bitmaps = new KeptBitmap();

    @Test
    void aLargeBitmapIsThereAgainForAPictureOfItsSize() {
        Bitmap bitmap = bitmaps.take(LARGE, true);
        bitmap.erase(0xFF123456);
        bitmaps.giveBack(bitmap);
        bitmaps.giveBack(bitmaps.take(SMALL, false));

        assertThat(bitmaps.take(LARGE, false)).isSameAs(bitmap);
        assertThat(bitmaps.take(LARGE, false)).isNotSameAs(bitmap);
    }

    @Test
    void whoWantsABlankOneGetsABlankOne() {
        Bitmap bitmap = bitmaps.take(LARGE, false);
        bitmap.erase(0xFF123456);
        bitmaps.giveBack(bitmap);

        Bitmap blank = bitmaps.take(LARGE, true);

        assertThat(blank).isNotSameAs(bitmap);
        assertThat(blank.getColor(5, 5)).isZero();
    }

    @Test
    void nothingOfAnEarlierPictureShowsInALaterOne() throws Exception {
        for (boolean png : new boolean[] {false, true}) {
            byte[] whole = file(ImageFiles.quarters(3000, 2900), png);
            byte[] cut = Arrays.copyOf(whole, whole.length / 2);
            int[] alone = new FormatDecoders().view(cut, Integer.MAX_VALUE).argb();
            FormatDecoders decoder = new FormatDecoders();
            decoder.decode(file(ImageFiles.speckled(3000, 2900), png));

            DecodedImage partial = decoder.view(cut, Integer.MAX_VALUE);

            assertThat(partial.partial()).isTrue();
            assertThat(Arrays.mismatch(partial.argb(), alone)).isEqualTo(-1);
            assertThat(Arrays.mismatch(decoder.decode(whole).argb(), new FormatDecoders().decode(whole).argb())).isEqualTo(-1);
        }
    }

    private static byte[] file(BufferedImage picture, boolean png) throws IOException {
        return png ? ImageFiles.write(picture, "png") : ImageFiles.jpeg(picture, false);
    }
}
