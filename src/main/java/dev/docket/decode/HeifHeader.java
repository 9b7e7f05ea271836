package dev.docket.decode;

import dev.docket.decode.UndecodableImageException.State;
import java.util.List;
import java.util.Optional;

/**
 * Reads the boxes of an AVIF or HEIC file: size and turn of the primary picture, or size and length of a sequence. The
 * turn that the file's own boxes ask for (irot, imir) is given as an EXIF orientation; the EXIF in such a file does not
 * count. Sources: ISO/IEC 23008-12, ISO/IEC 14496-12, AV1 Image File Format 1.1.
 */
final class HeifHeader {
    private static final List<String> AVIF_BRANDS = List.of("avif", "avis");
    private static final List<String> HEIF_BRANDS =
            List.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "mif2", "msf1");

    private HeifHeader() {}

    /** Whether the file calls itself a HEIF picture of some kind; a video does not. */
    static boolean begins(HeaderBytes file) {
        return hasBrand(file, AVIF_BRANDS) || hasBrand(file, HEIF_BRANDS);
    }

    static ImageHeader read(HeaderBytes file) throws UndecodableImageException {
        List<IsoBox> boxes = IsoBox.within(file, 0, file.length());
        Optional<IsoBox> meta = first(boxes, "meta");
        Optional<IsoBox> movie = first(boxes, "moov");
        Optional<HeifTrack> track = movie.isPresent() ? HeifTrack.read(movie.get()) : Optional.empty();
        if (meta.isPresent()) {
            return picture(file, HeifItems.read(meta.get()), track);
        }
        if (track.isPresent()) {
            HeifTrack t = track.get();
            return new ImageHeader(mediaType(t.isAv1()), t.width(), t.height(), 1, t.frames());
        }
        throw IsoBox.isCutOff(file) ? file.endsEarly()
                : new UndecodableImageException(State.DAMAGED, "The file is damaged: it says it is a HEIF picture and holds none");
    }

    private static ImageHeader picture(HeaderBytes file, HeifItems items, Optional<HeifTrack> track) throws UndecodableImageException {
        boolean av1 = items.codesAs("av01") || !items.codesAs("hvc1") && hasBrand(file, AVIF_BRANDS);
        HeifFinish finish = items.finish();
        return new ImageHeader(mediaType(av1), finish.width(), finish.height(), items.orientation(), track.map(HeifTrack::frames).orElse(1));
    }

    private static String mediaType(boolean av1) {
        return av1 ? "image/avif" : "image/heic";
    }

    private static boolean hasBrand(HeaderBytes file, List<String> wanted) {
        try {
            long end = Math.min(file.u32be(0), file.length());
            if (!file.has(4, "ftyp") || wanted.stream().anyMatch(brand -> file.has(8, brand))) {
                return file.has(4, "ftyp");
            }
            for (int at = 16; at + 4 <= end; at += 4) {
                int brand = at;
                if (wanted.stream().anyMatch(name -> file.has(brand, name))) {
                    return true;
                }
            }
            return false;
        } catch (UndecodableImageException cutOff) {
            return false;
        }
    }

    static Optional<IsoBox> first(List<IsoBox> boxes, String type) {
        return boxes.stream().filter(box -> box.is(type)).findFirst();
    }
}
