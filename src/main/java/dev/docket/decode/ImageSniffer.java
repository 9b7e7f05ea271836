package dev.docket.decode;

import dev.docket.decode.UndecodableImageException.State;

/** Reads an image's header in plain Java, going by its content and never by its name. Time is linear in the file's length. */
final class ImageSniffer {
    private ImageSniffer() {}

    /** @throws UndecodableImageException when the file is empty, cut off in its header, damaged there, or of another kind */
    static ImageHeader read(byte[] file) throws UndecodableImageException {
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
