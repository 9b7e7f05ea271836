package dev.docket.decode.system;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Finds the ICC profile of a JPEG file. Source: ITU-T T.81, annex B; ICC.1:2022, annex B.4. */
final class JpegProfile {
    private static final byte[] SIGNATURE = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);
    private static final int APP2 = 0xE2;
    private static final int SOS = 0xDA;

    private JpegProfile() {}

    /**
     * Whether the colours are sRGB as far as the file's profile goes: it has none, or one that says sRGB. A profile in
     * several parts is never sRGB's, which fits into one.
     */
    static boolean saysSrgb(byte[] file) {
        int at = 2;
        while (at + 4 <= file.length) {
            int marker = file[at + 1] & 0xFF;
            if (file[at] != (byte) 0xFF || marker <= 0x01 || marker >= 0xD0 && marker <= 0xD9) {
                return false; // an odd file: let somebody else judge
            }
            if (marker == SOS) {
                return true;
            }
            if (marker == 0xFF) {
                at++;
                continue;
            }
            int length = (file[at + 2] & 0xFF) << 8 | file[at + 3] & 0xFF;
            if (marker == APP2 && isProfile(file, at + 4) && !isSrgb(file, at + 4 + SIGNATURE.length, at + 2 + length)) {
                return false;
            }
            at += 2 + length;
        }
        return false;
    }

    private static boolean isProfile(byte[] file, int at) {
        int end = at + SIGNATURE.length;
        return end <= file.length && Arrays.equals(file, at, end, SIGNATURE, 0, SIGNATURE.length);
    }

    /** @param from where the number of the part and of all parts stand, a byte each */
    private static boolean isSrgb(byte[] file, int from, int to) {
        return from + 2 < to && to <= file.length && file[from] == 1 && file[from + 1] == 1
                && SrgbProfile.is(Arrays.copyOfRange(file, from + 2, to));
    }
}
