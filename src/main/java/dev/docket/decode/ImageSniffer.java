package dev.docket.decode;

import dev.docket.decode.UndecodableImageException.State;

/** Reads an image's header in plain Java, going by its content and never by its name. Time is linear in the file's length. */
public final class ImageSniffer {
    private ImageSniffer() {}

    /** @throws UndecodableImageException when the file is empty, cut off in its header, damaged there, or of another kind */
    public static ImageHeader read(byte[] file) throws UndecodableImageException {
        if (file.length == 0) {
            throw new UndecodableImageException(State.DAMAGED, "The file is empty");
        }
        ImageHeader header = byFormat(new HeaderBytes(file));
        if (header.width() <= 0 || header.height() <= 0) {
            throw new UndecodableImageException(State.DAMAGED, "The file is damaged: its header says "
                    + header.width() + " x " + header.height() + " pixels");
        }
        return header;
    }

    /**
     * How many bytes a file says it has, where its format says so: WebP, AVIF, HEIC, JPEG XL in its container. More than
     * there are when it was cut off; otherwise its length or less.
     */
    public static long statedLength(byte[] file) {
        HeaderBytes bytes = new HeaderBytes(file);
        if (bytes.has(0, "RIFF")) {
            return WebpHeader.statedLength(bytes);
        }
        return bytes.has(4, "ftyp") || bytes.has(4, "JXL ") ? IsoBox.statedEnd(bytes) : file.length;
    }

    private static ImageHeader byFormat(HeaderBytes file) throws UndecodableImageException {
        if (file.has(0, 0xFF, 0xD8, 0xFF)) {
            return JpegHeader.read(file);
        }
        if (file.has(0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
            return PngHeader.read(file);
        }
        if (file.has(0, "RIFF") && file.has(8, "WEBP")) {
            return WebpHeader.read(file);
        }
        if (file.has(0, "GIF87a") || file.has(0, "GIF89a")) {
            return GifHeader.read(file);
        }
        if (file.has(0, "BM") && (file.length() < 18 || file.u32le(14) <= 124)) {
            return BmpHeader.read(file);
        }
        return modern(file);
    }

    private static ImageHeader modern(HeaderBytes file) throws UndecodableImageException {
        if (TiffHeader.begins(file)) {
            return TiffHeader.read(file);
        }
        if (HeifHeader.begins(file)) {
            return HeifHeader.read(file);
        }
        if (JxlHeader.begins(file)) {
            return JxlHeader.read(file);
        }
        throw FileKind.unsupported(file);
    }
}
