package dev.docket.decode;

import dev.docket.decode.UndecodableImageException.State;
import java.util.Locale;
import java.util.Map;

/** What to say of a picture whose format is known and which nothing on this machine decodes. */
public final class MissingDecoder {
    private static final Map<String, String> PICTURES = Map.of(
            "image/avif", "an AVIF picture", "image/heic", "a HEIC picture", "image/jxl", "a JPEG XL picture");

    private MissingDecoder() {}

    /** The refusal, with what to install on a system of this kind. */
    public static UndecodableImageException refusal(ImageHeader header) {
        return refusal(header, System.getProperty("os.name", ""));
    }

    static UndecodableImageException refusal(ImageHeader header, String system) {
        String picture = PICTURES.getOrDefault(header.mediaType(), "a picture (" + header.mediaType() + ")");
        return new UndecodableImageException(State.NO_DECODER, "This is " + picture + " of " + header.uprightWidth() + " x "
                + header.uprightHeight() + " pixels, which this machine cannot show; to see it, install libvips" + how(system)
                + " and start Docket again");
    }

    private static String how(String system) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return " and put its bin folder on the PATH";
        }
        if (name.startsWith("mac")) {
            return " (brew install vips)";
        }
        return " (on Debian and Ubuntu: apt install libvips-tools)";
    }
}
