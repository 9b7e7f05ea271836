package dev.docket.decode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The pages of a TIFF, shown in turn like the frames of an animation, each in the middle of room for the largest. */
final class TiffPages {
    private static final Duration SHOWN = Duration.ofSeconds(2);

    private final TiffDecoder decoder;

    TiffPages(TiffDecoder decoder) {
        this.decoder = decoder;
    }

    /** As many as the memory for an animation allows, at least the first; a page that cannot be shown is left out. */
    Animation turned(byte[] file, ImageHeader header, int longerSide) throws UndecodableImageException {
        List<DecodedImage> pages = new ArrayList<>();
        int width = 0;
        int height = 0;
        for (TiffHeader.Page page : TiffHeader.pages(new HeaderBytes(file))) {
            DecodedImage image;
            try {
                image = page(file, page, header, longerSide);
            } catch (UndecodableImageException e) {
                if (pages.isEmpty()) {
                    throw e;
                }
                continue;
            }
            width = Math.max(width, image.width());
            height = Math.max(height, image.height());
            if (!pages.isEmpty() && (pages.size() + 1L) * width * height > Animation.MOST_PIXELS) {
                break;
            }
            pages.add(image);
        }
        List<Animation.Frame> frames = new ArrayList<>();
        for (DecodedImage page : pages) {
            frames.add(new Animation.Frame(centred(page, width, height), SHOWN));
        }
        return new Animation(frames, header.frames());
    }

    private DecodedImage page(byte[] file, TiffHeader.Page page, ImageHeader header, int longerSide) throws UndecodableImageException {
        TiffDirectory directory = page.directory();
        PixelBudget.hold(directory.width(), directory.height());
        ImageHeader own = new ImageHeader(header.mediaType(), directory.width(), directory.height(), directory.orientation(), header.frames());
        PixelRoom.Heap room = new PixelRoom.Heap();
        return room.image(decoder.paint(file, page, own, longerSide, true, room), own);
    }

    private static DecodedImage centred(DecodedImage page, int width, int height) {
        if (page.width() == width && page.height() == height) {
            return page;
        }
        int[] argb = new int[width * height];
        int left = (width - page.width()) / 2;
        int top = (height - page.height()) / 2;
        for (int y = 0; y < page.height(); y++) {
            System.arraycopy(page.argb(), y * page.width(), argb, (top + y) * width + left, page.width());
        }
        return new DecodedImage(width, height, argb, page.header(), page.partial());
    }
}
