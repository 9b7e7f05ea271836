package dev.docket.bench;

import dev.docket.bench.measure.Reading;
import dev.docket.bench.picture.Photo;
import dev.docket.bench.picture.Shot;
import dev.docket.decode.FormatDecoders;
import dev.docket.decode.ImageDecoder;

/** Files to pixels. */
final class DecodeBench implements Bench {
    private static final int THUMBNAIL = 256;
    private static final int VIEW = 1600;

    @Override
    public String name() {
        return "decode";
    }

    @Override
    public String about() {
        return "files to pixels, at thumbnail and at view size";
    }

    @Override
    public void run(Stand stand) throws Exception {
        ImageDecoder decoder = new FormatDecoders();
        for (Shot shot : Shot.values()) {
            Photo photo = stand.album().photo(shot);
            for (int side : new int[] {THUMBNAIL, VIEW}) {
                stand.note(photo.label() + " to " + side + " px");
                stand.tell(Reading.of(photo.label() + " to " + side + " px",
                        stand.race(stand.cpu("Docket", () -> decoder.view(photo.bytes(), side))).getFirst()));
            }
        }
    }
}
