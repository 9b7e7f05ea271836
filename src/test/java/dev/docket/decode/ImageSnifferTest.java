package dev.docket.decode;

import static dev.docket.decode.HeaderFiles.ascii;
import static dev.docket.decode.HeaderFiles.box;
import static dev.docket.decode.HeaderFiles.ftyp;
import static dev.docket.decode.HeaderFiles.fullBox;
import static dev.docket.decode.HeaderFiles.ints;
import static dev.docket.decode.HeaderFiles.ispe;
import static dev.docket.decode.HeaderFiles.joined;
import static dev.docket.decode.HeaderFiles.meta;
import static dev.docket.decode.HeaderFiles.shorts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.docket.decode.UndecodableImageException.State;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Headers of TIFF, AVIF, HEIC and JPEG XL. */
class ImageSnifferTest {
    private static final long[][] PAGE = {{256, 3, 40}, {257, 4, 24}};

    @Test
    void aTiffSaysItsSizeItsTurnAndItsPagesInEitherByteOrder() throws Exception {
        long[][] turned = {{254, 4, 0}, {256, 4, 40}, {257, 3, 24}, {274, 3, 6}};
        long[][] thumbnail = {{254, 4, 1}, {256, 3, 4}, {257, 3, 2}};

        for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            assertThat(ImageSniffer.read(HeaderFiles.tiff(order, PAGE))).isEqualTo(new ImageHeader("image/tiff", 40, 24, 1, 1));
            assertThat(ImageSniffer.read(HeaderFiles.tiff(order, turned, thumbnail, PAGE, PAGE)))
                    .isEqualTo(new ImageHeader("image/tiff", 40, 24, 6, 3));
            assertThat(ImageSniffer.read(HeaderFiles.bigTiff(order, new long[] {256, 3, 40}, new long[] {257, 16, 24}, new long[] {274, 3, 8})))
                    .isEqualTo(new ImageHeader("image/tiff", 40, 24, 8, 1));
        }
    }

    @Test
    void aTiffWhosePagesGoInARingIsCountedOnce() throws Exception {
        byte[] file = HeaderFiles.tiff(ByteOrder.BIG_ENDIAN, PAGE, PAGE);
        file[file.length - 1] = 8;

        assertThat(ImageSniffer.read(file).frames()).isEqualTo(2);
    }

    @Test
    void aCamerasRawFileIsNotTakenForItsThumbnail() {
        byte[] dng = HeaderFiles.tiff(ByteOrder.LITTLE_ENDIAN, new long[][] {{256, 3, 40}, {257, 3, 24}, {50706, 4, 1}});
        byte[] nef = HeaderFiles.tiff(ByteOrder.BIG_ENDIAN, new long[][] {{254, 4, 1}, {256, 3, 40}, {257, 3, 24}, {330, 4, 8}});

        assertThat(refusal(dng)).hasMessageStartingWith("This is a camera's raw file; Docket opens").extracting(e -> e.state()).isEqualTo(State.UNSUPPORTED);
        assertThat(refusal(nef)).hasMessageStartingWith("This is a camera's raw file");
    }

    @Test
    void aTiffThatStatesNoSizeOrNonsenseIsDamaged() {
        assertThat(refusal(HeaderFiles.tiff(ByteOrder.LITTLE_ENDIAN, new long[][] {{256, 3, 40}})))
                .hasMessage("The file is damaged: its header says 40 x 0 pixels");
        assertThat(refusal(HeaderFiles.tiff(ByteOrder.LITTLE_ENDIAN, new long[0][])))
                .hasMessage("The TIFF file is damaged: a directory states 0 entries");
        assertThat(refusal(HeaderFiles.bigTiff(ByteOrder.BIG_ENDIAN, new long[] {256, 16, -5}, new long[] {257, 3, 24})))
                .hasMessage("The file is damaged: its header says 0 x 24 pixels");
    }

    @Test
    void avifAndHeicAreToldApartByWhatThePictureIsCodedIn() throws Exception {
        assertThat(ImageSniffer.read(joined(ftyp("avif", "mif1"), meta("av01", ispe(40, 24)))))
                .isEqualTo(new ImageHeader("image/avif", 40, 24, 1, 1));
        assertThat(ImageSniffer.read(joined(ftyp("mif1", "heic"), meta("hvc1", ispe(40, 24)))).mediaType()).isEqualTo("image/heic");
        assertThat(ImageSniffer.read(joined(ftyp("mif1", "miaf", "avif"), meta("av01", ispe(40, 24)))).mediaType()).isEqualTo("image/avif");
        // the coding counts, not the name the file gives itself
        assertThat(ImageSniffer.read(joined(ftyp("heic"), meta("av01", ispe(40, 24)))).mediaType()).isEqualTo("image/avif");
        assertThat(ImageSniffer.read(joined(ftyp("avif"), meta("hvc1", ispe(40, 24)))).mediaType()).isEqualTo("image/heic");
        assertThat(refusal(joined(ftyp("isom", "mp42"), meta("av01", ispe(40, 24))))).hasMessageStartingWith("This is a video");
    }

    @Test
    void aGridIsAsLargeAsTheWholeAndCodedAsItsTiles() throws Exception {
        byte[] meta = fullBox("meta", 0, 0,
                fullBox("pitm", 0, 0, shorts(1)),
                fullBox("iinf", 0, 0, shorts(2),
                        fullBox("infe", 2, 0, shorts(1, 0), ascii("grid"), new byte[1]),
                        fullBox("infe", 3, 0, ints(2), shorts(0), ascii("av01"), new byte[1])),
                box("iprp", box("ipco", ispe(512, 512), ispe(1000, 700)),
                        fullBox("ipma", 1, 1, ints(2), ints(2), new byte[] {1}, shorts(0x8001), ints(1), new byte[] {1}, shorts(2))));

        assertThat(ImageSniffer.read(joined(ftyp("mif1"), meta))).isEqualTo(new ImageHeader("image/avif", 1000, 700, 1, 1));
    }

    @ParameterizedTest
    @CsvSource({"0, -1, 1", "1, -1, 8", "2, -1, 3", "3, -1, 6", "0, 1, 2", "0, 0, 4", "1, 1, 7", "1, 0, 5"})
    void whatTheBoxesTurnIsGivenAsAnOrientation(int left, int mirror, int orientation) throws Exception {
        byte[] turn = box("irot", new byte[] {(byte) left});
        byte[] flip = mirror < 0 ? box("free") : box("imir", new byte[] {(byte) mirror});

        assertThat(ImageSniffer.read(joined(ftyp("avif"), meta("av01", ispe(40, 24), turn, flip))))
                .isEqualTo(new ImageHeader("image/avif", 40, 24, orientation, 1));
    }

    @Test
    void aSequenceCountsItsFrames() throws Exception {
        byte[] movie = HeaderFiles.movie("av01", 40, 24, 12);

        assertThat(ImageSniffer.read(joined(ftyp("avis", "msf1"), movie))).isEqualTo(new ImageHeader("image/avif", 40, 24, 1, 12));
        assertThat(ImageSniffer.read(joined(ftyp("avis", "avif"), meta("av01", ispe(40, 24)), movie)).frames()).isEqualTo(12);
        assertThat(ImageSniffer.read(joined(ftyp("msf1", "hevc"), HeaderFiles.movie("hvc1", 40, 24, 3)))).isEqualTo(new ImageHeader("image/heic", 40, 24, 1, 3));
    }

    @Test
    void aJpegXlCodestreamSaysItsSizeInFourWays() throws Exception {
        // fields: small, height, ratio, width, all default
        byte[] small = HeaderFiles.jxl(new long[] {1, 1}, new long[] {2, 5}, new long[] {0, 3}, new long[] {4, 5}, new long[] {1, 1});
        byte[] ratio = HeaderFiles.jxl(new long[] {1, 1}, new long[] {2, 5}, new long[] {4, 3}, new long[] {1, 1});
        byte[] large = HeaderFiles.jxl(new long[] {0, 1}, new long[] {1, 2}, new long[] {3023, 13}, new long[] {0, 3},
                new long[] {1, 2}, new long[] {4031, 13}, new long[] {0, 1}, new long[] {1, 1}, new long[] {5, 3});
        byte[] huge = HeaderFiles.jxl(new long[] {0, 1}, new long[] {3, 2}, new long[] {(1 << 30) - 1, 30}, new long[] {7, 3}, new long[] {1, 1});

        assertThat(ImageSniffer.read(small)).isEqualTo(new ImageHeader("image/jxl", 40, 24, 1, 1));
        assertThat(ImageSniffer.read(ratio)).isEqualTo(new ImageHeader("image/jxl", 36, 24, 1, 1));
        assertThat(ImageSniffer.read(large)).isEqualTo(new ImageHeader("image/jxl", 4032, 3024, 6, 1));
        assertThat(ImageSniffer.read(huge)).isEqualTo(new ImageHeader("image/jxl", Integer.MAX_VALUE, 1 << 30, 1, 1));
    }

    @Test
    void aJpegXlContainerIsLookedInto() throws Exception {
        byte[] codestream = HeaderFiles.jxl(new long[] {1, 1}, new long[] {2, 5}, new long[] {0, 3}, new long[] {4, 5}, new long[] {1, 1});
        byte[] start = joined(HeaderFiles.jxlSignature(), ftyp("jxl ", "jxl "));

        assertThat(ImageSniffer.read(joined(start, box("Exif", new byte[30]), box("jxlc", codestream))).width()).isEqualTo(40);
        assertThat(ImageSniffer.read(joined(start, box("jxlp", ints(0), codestream))).width()).isEqualTo(40);
        assertThat(refusal(joined(start, box("Exif", new byte[30])))).hasMessage("The JPEG XL file is damaged: it holds no picture");
        assertThat(refusal(start)).hasMessageContaining("holds no picture");
    }

    @Test
    void aModernHeaderThatIsCutOffSaysSo() throws Exception {
        byte[] avif = joined(ftyp("avif", "mif1"), meta("av01", ispe(40, 24)));
        byte[] tiff = HeaderFiles.tiff(ByteOrder.LITTLE_ENDIAN, PAGE);
        byte[] jxl = joined(HeaderFiles.jxlSignature(), ftyp("jxl "), box("Exif", new byte[30]));

        for (byte[] file : new byte[][] {avif, tiff, jxl, new byte[] {(byte) 0xFF, 0x0A}}) {
            byte[] cut = Arrays.copyOf(file, Math.max(2, file.length - 9));
            assertThat(refusal(cut)).hasMessageStartingWith("The file ends early: its header is cut off after");
        }
    }

    @Test
    void aKnownFormatThatNothingHereDecodesSaysWhatToInstall() throws Exception {
        byte[] heic = joined(ftyp("heic"), meta("hvc1", ispe(40, 24), box("irot", new byte[] {1})));
        ImageHeader header = ImageSniffer.read(heic);

        assertThat(MissingDecoder.refusal(header, "Linux")).hasMessage("This is a HEIC picture of 24 x 40 pixels, and there is no reader for it here; "
                + "to see it, install libvips (Debian, Ubuntu: apt install libvips-tools) and start Docket again");
        assertThat(MissingDecoder.refusal(header, "Mac OS X")).hasMessageContaining("(brew install vips)");
        assertThat(MissingDecoder.refusal(header, "Windows 11")).hasMessageContaining("on the PATH");
        assertThat(MissingDecoder.refusal(header).state()).isEqualTo(State.NO_DECODER);
    }

    private static UndecodableImageException refusal(byte[] file) {
        return catchThrowableOfType(UndecodableImageException.class, () -> ImageSniffer.read(file));
    }
}
