package dev.docket.decode.system;

import io.github.humbleui.skija.ColorSpace;

/** Tells whether an ICC profile only says what is taken for granted anyway, that the colours are sRGB: then nothing needs converting. */
final class SrgbProfile {
    private SrgbProfile() {}

    /**
     * Asks Skia, so that every decoder leaves the same pictures unconverted.
     *
     * @param profile untrusted; one that makes no sense is not sRGB's
     */
    static boolean is(byte[] profile) {
        try (ColorSpace colours = ColorSpace.makeFromICCProfile(profile)) {
            return colours != null && colours.isSRGB();
        } catch (IllegalArgumentException | UnsupportedOperationException notUsable) {
            return false;
        }
    }
}
