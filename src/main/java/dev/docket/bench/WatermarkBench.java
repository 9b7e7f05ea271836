package dev.docket.bench;

import dev.docket.bench.measure.Reading;
import dev.docket.bench.picture.Shot;
import dev.docket.decode.DecodedImage;
import dev.docket.decode.FormatDecoders;
import dev.docket.watermark.Watermarks;

/** Looking for watermarks in a whole photograph: what intake takes longer for them. */
final class WatermarkBench implements Bench {
    @Override
    public String name() {
        return "watermark";
    }

    @Override
    public String about() {
        return "pixels to watermarks: the time of all readings of a photograph";
    }

    @Override
    public void run(Stand stand) throws Exception {
        DecodedImage photograph = new FormatDecoders().decode(stand.album().photo(Shot.JPEG_12).bytes());
        stand.note("whole picture");
        try (Watermarks watermarks = Watermarks.load(stand.scratch())) {
            stand.tell(Reading.of("%.1f MP, every open mark".formatted(photograph.argb().length / 1e6),
                    stand.race(stand.wall("Docket", () -> watermarks.look(photograph))).getFirst()));
        }
    }
}
