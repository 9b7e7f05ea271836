package dev.docket.bench.picture;

/** The pictures every run measures with. */
public enum Shot {
    JPEG_12(Encoding.JPEG, 4032, 3024),
    JPEG_12_PROGRESSIVE(Encoding.JPEG_PROGRESSIVE, 4032, 3024),
    JPEG_2(Encoding.JPEG, 1920, 1280),
    PNG_2(Encoding.PNG, 1920, 1280),
    WEBP_12(Encoding.WEBP, 4032, 3024),
    WEBP_2(Encoding.WEBP, 1920, 1280),
    WEBP_2_LOSSLESS(Encoding.WEBP_LOSSLESS, 1920, 1280);

    final Encoding encoding;
    final int width;
    final int height;

    Shot(Encoding encoding, int width, int height) {
        this.encoding = encoding;
        this.width = width;
        this.height = height;
    }
}
