package dev.docket.decode;

/**
 * Turns untrusted bytes into upright sRGB pixels. The header is sniffed and the pixel budget held before any decoder
 * sees the file. Safe to use from several threads. A caller that waits and is interrupted gets a
 * {@link java.util.concurrent.CancellationException}, its interrupt flag set; so does one whose decoder is closed.
 * {@link DecoderUnavailableException} says that nothing is known of the file.
 */
public interface ImageDecoder {

    /** Reads the header only. */
    ImageHeader header(byte[] file) throws UndecodableImageException;

    /** The whole picture at full size; a truncated file is refused as {@code DAMAGED}. For hashes and scores. */
    DecodedImage decode(byte[] file) throws UndecodableImageException;

    /**
     * For looking at: decoded at a power-of-two fraction whose longer side is at least {@code longerSide} where the
     * picture is that large. A truncated file gives what decoded, marked partial.
     *
     * @param longerSide pixels, above 0
     */
    DecodedImage view(byte[] file, int longerSide) throws UndecodableImageException;

    /**
     * {@link #view}, scaled down by area so that its longer side is {@code longerSide} where the picture is that large.
     *
     * @param longerSide pixels, above 0
     */
    default DecodedImage fitted(byte[] file, int longerSide) throws UndecodableImageException {
        return Renditions.scaled(view(file, longerSide), longerSide);
    }

    /**
     * An animated picture's frames for playing, as large as {@link #view} gives them; as many as fit the memory set aside.
     *
     * @param longerSide pixels, above 0
     */
    Animation animation(byte[] file, int longerSide) throws UndecodableImageException;
}
