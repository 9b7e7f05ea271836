package dev.docket.bench;

import dev.docket.bench.measure.Contestant;
import dev.docket.bench.measure.Reading;
import dev.docket.bench.measure.Reference;
import dev.docket.bench.measure.Timing;
import dev.docket.bench.picture.Photo;
import dev.docket.bench.picture.Shot;
import dev.docket.bench.reference.LibjpegTurbo;
import dev.docket.bench.reference.Peer;
import dev.docket.decode.DecodedImage;
import dev.docket.decode.FormatDecoders;
import dev.docket.decode.system.SystemDecoders;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Files to pixels, in this process, at thumbnail and at view size. */
final class DecodeBench implements Bench {
    static final int THUMBNAIL = 256;
    static final int VIEW = 1600;
    private static final Reference NO_VIPS = new Reference.Missing("libvips or Python 3", "apt-get install libvips42 python3");
    private static final Reference NO_TURBO = new Reference.Missing("libjpeg-turbo", "apt-get install libturbojpeg0");
    private static final double THUMBNAIL_MOST = 1.3;
    private static final double BUNDLED_MOST = 1.7;
    private static final double SYSTEM_MOST = 1.1;

    private final FormatDecoders bundled = new FormatDecoders();
    private final SystemDecoders found = SystemDecoders.find();
    private final FormatDecoders system = new FormatDecoders(found.before(FormatDecoders.bundled()));

    @Override
    public String name() {
        return "decode";
    }

    @Override
    public String about() {
        return "files to pixels, at thumbnail and at view size, beside libjpeg-turbo and libvips";
    }

    @Override
    public void run(Stand stand) throws Exception {
        stand.note("libraries of the system: " + found.libraries().text());
        for (Shot shot : List.of(Shot.JPEG_12, Shot.JPEG_12_PROGRESSIVE, Shot.JPEG_2)) {
            Photo photo = stand.album().photo(shot);
            againstTurbo(stand, photo, THUMBNAIL, OptionalDouble.of(THUMBNAIL_MOST), THUMBNAIL_MOST);
            // the demand is for pictures scaled down by a power of two; this one is decoded in full
            againstTurbo(stand, photo, VIEW, shot == Shot.JPEG_2 ? OptionalDouble.empty() : OptionalDouble.of(BUNDLED_MOST), SYSTEM_MOST);
        }
        for (Shot shot : List.of(Shot.PNG_2, Shot.WEBP_12, Shot.WEBP_2, Shot.WEBP_2_LOSSLESS)) {
            Photo photo = stand.album().photo(shot);
            OptionalDouble limit = shot == Shot.WEBP_2_LOSSLESS ? OptionalDouble.empty() : OptionalDouble.of(1.0);
            againstVips(stand, photo, THUMBNAIL, limit);
            againstVips(stand, photo, VIEW, limit);
        }
    }

    private void againstTurbo(Stand stand, Photo photo, int side, OptionalDouble bundledMost, double systemMost) throws Exception {
        String what = photo.label() + " to " + side + " px";
        stand.note(what);
        var skia = decoding(stand, bundled, photo, side);
        Optional<LibjpegTurbo> turbo = LibjpegTurbo.find();
        if (turbo.isEmpty()) {
            stand.tell(within(Reading.of(what + ", bundled", stand.race(skia).getFirst()).against(NO_TURBO), bundledMost));
            return;
        }
        DecodedImage size = bundled.view(photo.bytes(), side);
        try (LibjpegTurbo reference = turbo.get()) {
            List<Timing> timings = stand.race(skia, decoding(stand, system, photo, side),
                    stand.wall(reference.name(), reference.decoding(photo.bytes(), size.width(), size.height())));
            stand.tell(within(Reading.of(what + ", bundled", timings.get(0)).against(timings.get(2)), bundledMost));
            stand.tell(Reading.of(what + ", system's", timings.get(1)).against(timings.get(2)).ratioAtMost(systemMost));
        }
    }

    /** Into memory that is there already, as the worker decodes into the memory it shares. */
    private static Contestant decoding(Stand stand, FormatDecoders decoders, Photo photo, int side) {
        ByteBuffer memory = ByteBuffer.allocateDirect(4 * photo.width() * photo.height()).order(ByteOrder.LITTLE_ENDIAN);
        return stand.wall("Docket", () -> decoders.paint(photo.bytes(), side, true, (width, height) -> memory.asIntBuffer()));
    }

    private void againstVips(Stand stand, Photo photo, int side, OptionalDouble limit) throws Exception {
        String what = photo.label() + " to " + side + " px";
        stand.note(what);
        Path file = Files.write(stand.scratch().resolve("decode." + photo.format().replace(' ', '-')), photo.bytes());
        var ours = decoding(stand, bundled, photo, side);
        Optional<Peer> vips = stand.scripts().python("vips.py", file.toString(), Integer.toString(side));
        Reading reading;
        if (vips.isEmpty()) {
            reading = Reading.of(what, stand.race(ours).getFirst()).against(NO_VIPS);
        } else {
            try (Peer peer = vips.get()) {
                List<Timing> timings = stand.race(ours, peer);
                reading = Reading.of(what, timings.get(0)).against(timings.get(1));
            }
        }
        stand.tell(within(reading, limit));
    }

    private static Reading within(Reading reading, OptionalDouble most) {
        return most.isPresent() ? reading.ratioAtMost(most.getAsDouble()) : reading;
    }
}
