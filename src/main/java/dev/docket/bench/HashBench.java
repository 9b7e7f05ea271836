package dev.docket.bench;

import dev.docket.bench.measure.Reading;
import dev.docket.bench.measure.Reference;
import dev.docket.bench.measure.Timing;
import dev.docket.bench.picture.Parts;
import dev.docket.bench.picture.Shot;
import dev.docket.bench.reference.PdqReference;
import dev.docket.decode.DecodedImage;
import dev.docket.decode.FormatDecoders;
import dev.docket.hash.PdqHasher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Pixels to PDQ hashes: beside the C++ that defines them. */
final class HashBench implements Bench {
    /** At this size neither side scales first: both do the same work on the same pixels. */
    private static final int SIDE = 512;
    private static final int PICTURES = 48;
    private static final int HASHES_A_SAMPLE = 40;
    private static final Reference NO_PDQ = new Reference.Missing("Meta's C++", "build benchmark-photo-hasher from pdq/cpp of "
            + "github.com/facebook/ThreatExchange (make benchmark-photo-hasher) and name it with --pdq-reference FILE");

    private final PdqHasher hasher = new PdqHasher();

    @Override
    public String name() {
        return "hash";
    }

    @Override
    public String about() {
        return "pixels to PDQ hashes, beside Meta's C++: time and equality";
    }

    @Override
    public void run(Stand stand) throws Exception {
        DecodedImage photograph = new FormatDecoders().decode(stand.album().photo(Shot.JPEG_12).bytes());
        int side = Math.min(SIDE, Math.min(photograph.width(), photograph.height()));
        time(stand, Parts.cut(photograph, 0, 0, side, side));
        stand.note("whole picture");
        stand.tell(Reading.of("%.1f MP, scaling included".formatted(photograph.argb().length / 1e6),
                stand.race(stand.wall("Docket", () -> hasher.hash(photograph))).getFirst()));
        if (stand.references().pdqHasher().isPresent()) {
            compare(stand, photograph, new PdqReference(stand.references().pdqHasher().get()));
        }
    }

    private void time(Stand stand, DecodedImage picture) throws Exception {
        String what = picture.width() + " x " + picture.height();
        stand.note(what);
        var ours = stand.wall("Docket", () -> hasher.hash(picture));
        if (stand.references().pdqHasher().isEmpty()) {
            stand.tell(Reading.of(what, stand.race(ours).getFirst()).against(NO_PDQ).ratioAtMost(1));
            return;
        }
        Path folder = Files.createDirectories(stand.scratch().resolve("hashed-one"));
        Parts.writePpm(picture, folder.resolve("picture.ppm"));
        List<Timing> timings = stand.race(ours, new PdqReference(stand.references().pdqHasher().get()).contestant(folder, HASHES_A_SAMPLE));
        stand.tell(Reading.of(what, timings.get(0)).against(timings.get(1)).ratioAtMost(1));
    }

    /** Parts of the photograph of all sizes and shapes, also such as are scaled first. */
    private void compare(Stand stand, DecodedImage photograph, PdqReference reference) throws IOException {
        int count = stand.quick() ? 4 : PICTURES;
        stand.note(count + " pictures against the C++ reference");
        Path folder = Files.createDirectories(stand.scratch().resolve("hashed"));
        SplittableRandom random = new SplittableRandom(count);
        Map<String, String> ours = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            DecodedImage part = Parts.random(photograph, random, 100, 1500);
            Parts.writePpm(part, folder.resolve(i + ".ppm"));
            ours.put(i + ".ppm", hasher.hash(part).hex());
        }
        Map<String, String> theirs = reference.hashes(folder);
        long different = ours.entrySet().stream().filter(hash -> !hash.getValue().equals(theirs.get(hash.getKey()))).count();
        stand.tell(Reading.of("different from the C++, of " + count + " pictures", "hashes", different).atMost(0));
    }
}
