package dev.docket.bench;

import dev.docket.bench.measure.Reading;
import dev.docket.bench.measure.Timing;
import dev.docket.bench.picture.Photo;
import dev.docket.bench.picture.Shot;
import dev.docket.decode.FormatDecoders;
import dev.docket.decode.ImageDecoder;
import dev.docket.decode.system.SystemDecoders;
import dev.docket.decode.worker.DecodeWorkers;
import java.util.List;

/** What it costs that decoding happens in a process of its own: beside the same decoders in this one. */
final class WorkerBench implements Bench {
    private static final double MOST_MILLIS = 1.5;
    private static final double NANOS_PER_MILLI = 1e6;

    @Override
    public String name() {
        return "worker";
    }

    @Override
    public String about() {
        return "what decoding in a process of its own adds, at view size";
    }

    @Override
    public void run(Stand stand) throws Exception {
        ImageDecoder here = new FormatDecoders(SystemDecoders.find().before(FormatDecoders.bundled()));
        try (DecodeWorkers workers = new DecodeWorkers()) {
            for (Shot shot : List.of(Shot.JPEG_12, Shot.JPEG_2, Shot.PNG_2, Shot.WEBP_2)) {
                Photo photo = stand.album().photo(shot);
                String what = photo.label() + " to " + DecodeBench.VIEW + " px";
                stand.note(what);
                List<Timing> timings = stand.race(stand.wall("worker", () -> workers.fitted(photo.bytes(), DecodeBench.VIEW)),
                        stand.wall("this process", () -> here.fitted(photo.bytes(), DecodeBench.VIEW)));
                stand.tell(Reading.of(what + ", worker", timings.get(0)).against(timings.get(1)));
                stand.tell(Reading.of(what + ", added", "ms", (timings.get(0).least() - timings.get(1).least()) / NANOS_PER_MILLI).atMost(MOST_MILLIS));
            }
        }
    }
}
