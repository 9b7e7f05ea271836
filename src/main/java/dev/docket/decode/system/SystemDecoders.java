package dev.docket.decode.system;

import dev.docket.decode.FormatDecoder;
import dev.docket.decode.ImageHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What decodes through libraries of the system, where they are installed: libjpeg-turbo for JPEG, libvips for AVIF, HEIC
 * and JPEG XL. The system property {@code docket.system-libraries=off} leaves them alone.
 */
public final class SystemDecoders {
    private static final String SWITCH = "docket.system-libraries";
    private static final ImageHeader JPEG = new ImageHeader("image/jpeg", 1, 1, 1, 1);

    private final Optional<TurboJpegLibrary> turboJpeg;
    private final Optional<Vips> vips;

    private SystemDecoders(Optional<TurboJpegLibrary> turboJpeg, Optional<Vips> vips) {
        this.turboJpeg = turboJpeg;
        this.vips = vips;
    }

    /** Opens the libraries that are there; with libvips that takes some tenths of a second. They stay open. */
    public static SystemDecoders find() {
        boolean off = System.getProperty(SWITCH, "on").equals("off");
        return off ? new SystemDecoders(Optional.empty(), Optional.empty()) : new SystemDecoders(TurboJpegLibrary.find(), Vips.find());
    }

    /** The decoders of a process: those of the system first, then those that Docket brings along. */
    public List<FormatDecoder> before(List<FormatDecoder> bundled) {
        List<FormatDecoder> all = new ArrayList<>();
        bundled.stream().filter(decoder -> decoder.opens(JPEG)).findFirst()
                .ifPresent(forJpeg -> turboJpeg.ifPresent(library -> all.add(new TurboJpeg(library, forJpeg))));
        vips.ifPresent(all::add);
        all.addAll(bundled);
        return all;
    }

    /** What was found. */
    public SystemLibraries libraries() {
        return new SystemLibraries(turboJpeg.map(TurboJpegLibrary::version), vips.map(Vips::version),
                vips.map(Vips::mediaTypes).orElse(List.of()));
    }
}
