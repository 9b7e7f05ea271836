package dev.docket.decode.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.docket.decode.Animation;
import dev.docket.decode.DecodedImage;
import dev.docket.decode.BrokenFiles;
import dev.docket.decode.FormatDecoders;
import dev.docket.decode.ImageDecoder;
import dev.docket.decode.ImageFiles;
import dev.docket.decode.Seeds;
import dev.docket.decode.UndecodableImageException;
import dev.docket.decode.UndecodableImageException.State;
import dev.docket.decode.system.SystemDecoders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class DecodeWorkersTest {
    private static final DecodeWorkers WORKERS = new DecodeWorkers();
    private static final byte[] SOUND = new FormatDecoders().samples().getFirst();
    private static final FormatDecoders HERE = new FormatDecoders(SystemDecoders.find().before(FormatDecoders.bundled()));

    private interface Reading {
        Object of(ImageDecoder decoder) throws UndecodableImageException;
    }

    @AfterAll
    static void close() {
        WORKERS.close();
    }

    @Test
    void picturesAndRefusalsAreThoseOfTheSameDecodersInThisProcess() throws Exception {
        List<byte[]> seeds = new ArrayList<>(Seeds.quick().values());
        for (byte[] modern : Seeds.modern().values()) {
            if (HERE.opens(HERE.header(modern))) {
                seeds.add(modern);
            }
        }
        for (byte[] seed : seeds) {
            for (byte[] file : List.of(seed, Arrays.copyOf(seed, seed.length * 2 / 3))) {
                same(decoder -> content(decoder.decode(file)));
                same(decoder -> content(decoder.view(file, 12)));
                same(decoder -> content(decoder.view(file, Integer.MAX_VALUE)));
                same(decoder -> content(decoder.fitted(file, 11)));
                same(decoder -> content(decoder.animation(file, 12)));
            }
        }
    }

    private static void same(Reading reading) {
        assertThat(outcome(reading, WORKERS)).isEqualTo(outcome(reading, HERE));
    }

    private static Object outcome(Reading reading, ImageDecoder decoder) {
        try {
            return reading.of(decoder);
        } catch (UndecodableImageException e) {
            return e.state() + " " + e.getMessage();
        }
    }

    private static List<Object> content(DecodedImage image) {
        return List.of(image.width(), image.height(), image.header(), image.partial(), Arrays.hashCode(image.argb()));
    }

    private static List<Object> content(Animation animation) {
        return Stream.concat(Stream.of(animation.total()),
                animation.frames().stream().map(frame -> List.of(frame.shown(), content(frame.image())))).toList();
    }

    @Test
    void whatIsOverTheBudgetReachesNoProcess() throws Exception {
        try (DecodeWorkers unused = new DecodeWorkers()) {
            refused(unused, ImageFiles.pngClaiming(20_000, 20_000), State.REFUSED, "400 megapixels");
            refused(unused, BrokenFiles.jpegClaiming(65_500, 65_500), State.REFUSED, "4290.3 megapixels");
            refused(unused, new byte[0], State.DAMAGED, "empty");

            assertThat(unused.confinement()).isEmpty();
        }
    }

    @Test
    void aBombOfTheLargestSizeAllowedIsDecodedStrictlyAndItsMemoryGivenBack() throws Exception {
        byte[] bomb = BrokenFiles.blackPng(10_000, 10_000);
        assertThat(bomb).hasSizeLessThan(200_000);

        DecodedImage image = WORKERS.decode(bomb);

        assertThat(image.argb()).hasSize(100_000_000).contains(0xFF000000).doesNotContain(0);
        assertThat(WORKERS.decode(SOUND).width()).isPositive();
    }

    @Test
    void onLinuxEveryLimitHolds() throws Exception {
        assumeTrue(LinuxCall.possible());
        WORKERS.view(SOUND, 12);

        assertThat(WORKERS.confinement()).hasValueSatisfying(found -> assertThat(found.complete()).as(found.sentence()).isTrue());
    }

    @Test
    void onLinuxNoKeyOfTheTerminalReachesAProcess() throws Exception {
        assumeTrue(LinuxCall.possible());
        WORKERS.view(SOUND, 12);

        assertThat(children()).isNotEmpty().allSatisfy(child -> {
            String stat = Files.readString(Path.of("/proc", Long.toString(child.pid()), "stat"));
            String[] afterTheName = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            assertThat(afterTheName[3]).as("its session").isEqualTo(Long.toString(child.pid()));
        });
    }

    @Test
    void closedItDecodesNothingAndLeavesNoProcess() throws Exception {
        DecodeWorkers workers = new DecodeWorkers();
        workers.view(SOUND, 12);
        List<ProcessHandle> children = children();

        workers.close();

        assertThat(children()).hasSizeLessThan(children.size());
        assertThatThrownBy(() -> workers.view(SOUND, 12)).isInstanceOf(CancellationException.class);
    }

    private static List<ProcessHandle> children() {
        return DecoderProcesses.of(ProcessHandle.current()).toList();
    }

    private static void refused(ImageDecoder decoder, byte[] file, State state, String why) {
        UndecodableImageException refusal = catchThrowableOfType(UndecodableImageException.class, () -> decoder.view(file, 1600));
        assertThat(refusal).hasMessageContaining(why);
        assertThat(refusal.state()).isEqualTo(state);
    }
}
