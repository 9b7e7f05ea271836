package dev.docket.bench;

import dev.docket.bench.measure.Reading;
import dev.docket.bench.measure.Reference;
import dev.docket.bench.measure.Timing;
import dev.docket.bench.picture.Photo;
import dev.docket.bench.picture.Shot;
import dev.docket.bench.reference.Peer;
import dev.docket.decode.FormatDecoders;
import dev.docket.decode.ImageDecoder;
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

    private final ImageDecoder bundled = new FormatDecoders();

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
        for (Shot shot : List.of(Shot.PNG_2, Shot.WEBP_12, Shot.WEBP_2, Shot.WEBP_2_LOSSLESS)) {
            Photo photo = stand.album().photo(shot);
            OptionalDouble limit = shot == Shot.WEBP_2_LOSSLESS ? OptionalDouble.empty() : OptionalDouble.of(1.0);
            againstVips(stand, photo, THUMBNAIL, limit);
            againstVips(stand, photo, VIEW, limit);
        }
    }

    private void againstVips(Stand stand, Photo photo, int side, OptionalDouble limit) throws Exception {
        String what = photo.label() + " to " + side + " px";
        stand.note(what);
        Path file = Files.write(stand.scratch().resolve("decode." + photo.format().replace(' ', '-')), photo.bytes());
        var ours = stand.wall("Docket", () -> bundled.view(photo.bytes(), side));
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
        stand.tell(limit.isPresent() ? reading.ratioAtMost(limit.getAsDouble()) : reading);
    }
}
