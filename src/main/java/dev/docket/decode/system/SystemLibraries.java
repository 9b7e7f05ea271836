package dev.docket.decode.system;

import java.util.List;
import java.util.Optional;

/**
 * Which decoding libraries of the system are in use.
 *
 * @param turboJpeg libjpeg-turbo's major version, the only part it tells
 * @param vips libvips' version, such as {@code 8.14.1}
 * @param vipsMediaTypes what this libvips decodes of AVIF, HEIC and JPEG XL, by trial
 */
public record SystemLibraries(Optional<String> turboJpeg, Optional<String> vips, List<String> vipsMediaTypes) {
    public SystemLibraries {
        vipsMediaTypes = List.copyOf(vipsMediaTypes);
    }

    /** One line for a person. */
    public String text() {
        String jpeg = turboJpeg.map(version -> "libjpeg-turbo " + version + ".x").orElse("no libjpeg-turbo");
        String others = vips.map(version -> "libvips " + version + " for "
                + (vipsMediaTypes.isEmpty() ? "none of AVIF, HEIC and JPEG XL" : String.join(", ", vipsMediaTypes))).orElse("no libvips");
        return jpeg + "; " + others;
    }
}
