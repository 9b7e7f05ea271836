package dev.docket.decode;

import dev.docket.decode.UndecodableImageException.State;
import java.util.Locale;

/** What to say of a picture whose format is known and which nothing on this machine decodes. */
public final class MissingDecoder {
    private MissingDecoder() {}

    /** The refusal, with what to install on a system of this kind. */
    public static UndecodableImageException refusal(ImageHeader header) {
        return refusal(header, System.getProperty("os.name", ""));
    }

    /** The refusal for a picture of a rare kind, which nothing that could be installed would show. */
    static UndecodableImageException rare(ImageHeader header, String kind) {
        return new UndecodableImageException(State.NO_DECODER, picture(header) + " of a rare kind (" + kind
                + "), and there is no reader for it here; to see it, have it sent in another format");
    }

    static UndecodableImageException refusal(ImageHeader header, String system) {
        return new UndecodableImageException(State.NO_DECODER, picture(header)
                + ", and there is no reader for it here; to see it, install libvips" + how(system) + " and start Docket again");
    }

    private static String picture(ImageHeader header) {
        String article = header.mediaType().equals("image/avif") ? "an " : "a ";
        return "This is " + article + header.formatName() + " picture of " + header.uprightWidth() + " x " + header.uprightHeight() + " pixels";
    }

    private static String how(String system) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return " and put its bin folder on the PATH";
        }
        if (name.startsWith("mac")) {
            return " (brew install vips)";
        }
        return " (Debian, Ubuntu: apt install libvips-tools)";
    }
}
