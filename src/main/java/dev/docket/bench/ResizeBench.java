package dev.docket.bench;

import dev.docket.bench.measure.Contestant;
import dev.docket.bench.measure.Reading;
import dev.docket.bench.measure.Reference;
import dev.docket.bench.measure.Timing;
import dev.docket.bench.picture.Parts;
import dev.docket.bench.picture.Shot;
import dev.docket.bench.reference.Peer;
import dev.docket.classify.Resize;
import dev.docket.classify.ResizeFilter;
import dev.docket.classify.RgbPicture;
import dev.docket.decode.DecodedImage;
import dev.docket.decode.FormatDecoders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;

/** Pixels to the size a model takes: beside PIL, whose results models were trained with. */
final class ResizeBench implements Bench {
    private static final int INPUT = 224;
    private static final int PICTURES = 48;
    private static final Reference NO_PIL = new Reference.Missing("PIL", "apt-get install python3-pil");

    @Override
    public String name() {
        return "resize";
    }

    @Override
    public String about() {
        return "pixels to the size a model takes, beside PIL: time and difference";
    }

    @Override
    public void run(Stand stand) throws Exception {
        DecodedImage photograph = new FormatDecoders().decode(stand.album().photo(Shot.JPEG_12).bytes());
        Optional<Peer> pil = stand.scripts().python("pil.py");
        try {
            for (ResizeFilter filter : ResizeFilter.values()) {
                time(stand, RgbPicture.of(photograph), filter, pil);
            }
            if (pil.isPresent()) {
                compare(stand, photograph, pil.get());
            }
        } finally {
            pil.ifPresent(Peer::close);
        }
    }

    private static void time(Stand stand, RgbPicture picture, ResizeFilter filter, Optional<Peer> pil) throws Exception {
        String what = String.format(Locale.ROOT, "%.1f MP to %d x %d, %s", picture.argb().length / 1e6, INPUT, INPUT, name(filter));
        stand.note(what);
        Contestant ours = stand.wall("Docket", () -> Resize.to(picture, INPUT, INPUT, filter));
        if (pil.isEmpty()) {
            stand.tell(Reading.of(what, stand.race(ours).getFirst()).against(NO_PIL));
            return;
        }
        load(stand, picture, pil.get());
        pil.get().ask("to\t" + INPUT + "\t" + INPUT + "\t" + filter.number());
        List<Timing> timings = stand.race(ours, pil.get());
        stand.tell(Reading.of(what, timings.get(0)).against(timings.get(1)));
    }

    /** Parts of the photograph of all sizes and shapes, made smaller and larger. */
    private static void compare(Stand stand, DecodedImage photograph, Peer pil) throws IOException {
        int count = stand.quick() ? 4 : PICTURES;
        stand.note(count + " pictures against " + pil.name());
        SplittableRandom random = new SplittableRandom(count);
        int largest = 0;
        for (int i = 0; i < count; i++) {
            RgbPicture part = RgbPicture.of(Parts.random(photograph, random, 1, 900));
            int width = 1 + random.nextInt(600);
            int height = 1 + random.nextInt(600);
            load(stand, part, pil);
            for (ResizeFilter filter : ResizeFilter.values()) {
                Path file = stand.scratch().resolve("resized.rgb");
                pil.ask("to\t" + width + "\t" + height + "\t" + filter.number());
                pil.ask("save\t" + file);
                largest = Math.max(largest, difference(Parts.rgb(Resize.to(part, width, height, filter).argb()), Files.readAllBytes(file)));
            }
        }
        stand.tell(Reading.of("largest difference, " + count + " pictures x " + ResizeFilter.values().length + " kernels", "levels", largest).atMost(0));
    }

    private static void load(Stand stand, RgbPicture picture, Peer pil) throws IOException {
        Path file = Files.write(stand.scratch().resolve("picture.rgb"), Parts.rgb(picture.argb()));
        pil.ask("load\t" + file + "\t" + picture.width() + "\t" + picture.height());
    }

    /** Of two pictures of one size; 256 when they are not even that. */
    private static int difference(byte[] ours, byte[] theirs) {
        if (ours.length != theirs.length) {
            return 256;
        }
        int largest = 0;
        for (int i = 0; i < ours.length; i++) {
            largest = Math.max(largest, Math.abs((ours[i] & 0xFF) - (theirs[i] & 0xFF)));
        }
        return largest;
    }

    private static String name(ResizeFilter filter) {
        return filter.name().charAt(0) + filter.name().substring(1).toLowerCase(Locale.ROOT);
    }
}
