package dev.docket.decode.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.decode.FormatDecoder;
import dev.docket.decode.FormatDecoders;
import dev.docket.decode.ImageFiles;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SystemDecodersTest {
    private final String before = System.getProperty("docket.system-libraries");

    @AfterEach
    void restore() {
        if (before == null) {
            System.clearProperty("docket.system-libraries");
        } else {
            System.setProperty("docket.system-libraries", before);
        }
    }

    @Test
    void switchedOffOnlyTheBundledDecodersAreLeft() {
        System.setProperty("docket.system-libraries", "off");

        SystemDecoders system = SystemDecoders.find();

        assertThat(system.libraries()).isEqualTo(new SystemLibraries(Optional.empty(), Optional.empty(), List.of()));
        assertThat(system.before(FormatDecoders.bundled())).hasSameSizeAs(FormatDecoders.bundled());
    }

    @Test
    void withOrWithoutSystemLibrariesTheSamePictureComesOut() throws Exception {
        System.clearProperty("docket.system-libraries");
        SystemDecoders system = SystemDecoders.find();
        FormatDecoders decoders = new FormatDecoders(system.before(FormatDecoders.bundled()));
        byte[] jpeg = ImageFiles.jpeg(JpegKinds.waves(90, 50), false);
        byte[] png = ImageFiles.write(JpegKinds.waves(90, 50), "png");

        assertThat(decoders.decode(jpeg).argb()).isEqualTo(new FormatDecoders().decode(jpeg).argb());
        assertThat(decoders.decode(png).argb()).isEqualTo(new FormatDecoders().decode(png).argb());
    }

    @Test
    void whatIsThereIsToldInALine() {
        assertThat(new SystemLibraries(Optional.empty(), Optional.empty(), List.of()).text()).isEqualTo("no libjpeg-turbo; no libvips");
        assertThat(new SystemLibraries(Optional.of("2"), Optional.of("8.14.1"), List.of("image/avif", "image/jxl")).text())
                .isEqualTo("libjpeg-turbo 2.x; libvips 8.14.1 for image/avif, image/jxl");
    }

    @Test
    void whatIsReportedIsWhatDecodes() {
        System.clearProperty("docket.system-libraries");
        SystemDecoders system = SystemDecoders.find();
        List<FormatDecoder> added = system.before(FormatDecoders.bundled());

        int libraries = (system.libraries().turboJpeg().isPresent() ? 1 : 0) + (system.libraries().vips().isPresent() ? 1 : 0);
        assertThat(added).hasSize(FormatDecoders.bundled().size() + libraries);
        system.libraries().turboJpeg().ifPresent(version -> assertThat(version).isIn("2", "3"));
        system.libraries().vips().ifPresent(version -> assertThat(version).matches("8\\.\\d+\\.\\d+"));
    }
}
