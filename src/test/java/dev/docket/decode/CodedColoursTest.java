package dev.docket.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CodedColoursTest {
    private static final int SRGB = 13;
    private static final int PQ = 16;
    private static final int HLG = 18;

    @Test
    void displayP3ByNumberIsDisplayP3ByProfile() throws Exception {
        byte[] byNumber = colours();
        byte[] byProfile = byNumber.clone();

        CodedColours.toSrgb(byNumber, 12, SRGB);
        displayP3().toSrgbBesideAlpha(byProfile, 40, 25);

        for (int i = 0; i < byNumber.length; i++) {
            assertThat(byNumber[i] & 0xFF).isBetween((byProfile[i] & 0xFF) - 4, (byProfile[i] & 0xFF) + 4);
        }
    }

    @Test
    void whatIsSrgbOrLikeItOrNotToldStaysAsItIs() {
        byte[] plain = colours();
        for (int[] numbers : new int[][] {{1, SRGB}, {2, 2}, {1, 1}, {6, 6}}) {
            byte[] converted = plain.clone();
            CodedColours.toSrgb(converted, numbers[0], numbers[1]);
            assertThat(converted).isEqualTo(plain);
        }
    }

    @Test
    void greyStaysGreyAndBrighterStaysBrighterUpToTheBrightest() {
        for (int transfer : new int[] {4, 5, 8, PQ, HLG}) {
            int before = -1;
            for (int level = 0; level < 256; level++) {
                byte[] grey = {(byte) level, (byte) level, (byte) level, (byte) 200};
                CodedColours.toSrgb(grey, 9, transfer);
                assertThat(grey[0]).isEqualTo(grey[1]).isEqualTo(grey[2]);
                assertThat(grey[0] & 0xFF).isGreaterThanOrEqualTo(before);
                assertThat(grey[3]).isEqualTo((byte) 200);
                before = grey[0] & 0xFF;
            }
            assertThat(before).isEqualTo(255);
        }
    }

    /** PQ gives 203 cd/m2, the white of paper, at 58 percent; an eighth of that light is level 99 in sRGB. */
    @Test
    void lightIsToldByTheCurve() {
        byte[] grey = {(byte) Math.round(0.3715 * 255), 0, 0, (byte) 255};
        CodedColours.toSrgb(grey, 1, PQ);

        assertThat(grey[0] & 0xFF).isBetween(96, 102);
    }

    @Test
    void aBrokenProfileOrOneOfOtherColoursChangesNothing() {
        assertThat(IccProfile.of(new byte[40])).isEmpty();
        assertThat(IccProfile.of(new byte[0])).isEmpty();
        IccProfile grey = IccProfile.of(ICC_Profile.getInstance(ColorSpace.CS_GRAY).getData()).orElseThrow();
        byte[] plain = colours();
        byte[] converted = plain.clone();
        grey.toSrgbBesideAlpha(converted, 40, 25);
        assertThat(converted).isEqualTo(plain);
    }

    private static byte[] colours() {
        byte[] rgba = new byte[4 * 1000];
        new Random(5).nextBytes(rgba);
        return rgba;
    }

    private static IccProfile displayP3() throws Exception {
        try (InputStream in = CodedColoursTest.class.getResourceAsStream("/decode/display-p3.avif")) {
            byte[] colr = HeifFiles.property(in.readAllBytes(), "colr");
            return IccProfile.of(Arrays.copyOfRange(colr, 4, colr.length)).orElseThrow();
        }
    }
}
