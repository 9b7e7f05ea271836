package dev.docket.decode;

import java.util.List;
import java.util.Optional;

/**
 * A sequence of pictures in a HEIF file. Source: ISO/IEC 14496-12, sections 8.3 to 8.7.
 *
 * @param isAv1 whether it is coded in AV1
 * @param frames how many samples it has
 */
record HeifTrack(int width, int height, boolean isAv1, int frames) {

    /** The first track of pictures or video; none when there is no such track in order. */
    static Optional<HeifTrack> read(IsoBox movie) throws UndecodableImageException {
        for (IsoBox track : movie.children(0)) {
            if (track.is("trak")) {
                Optional<IsoBox> samples = path(track, "mdia", "minf", "stbl");
                Optional<HeifTrack> read = samples.isPresent() ? ofSamples(samples.get().children(0)) : Optional.empty();
                if (read.isPresent()) {
                    return read;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<IsoBox> path(IsoBox from, String... types) throws UndecodableImageException {
        Optional<IsoBox> box = Optional.of(from);
        for (String type : types) {
            if (box.isPresent()) {
                box = HeifHeader.first(box.get().children(0), type);
            }
        }
        return box;
    }

    private static Optional<HeifTrack> ofSamples(List<IsoBox> table) throws UndecodableImageException {
        Optional<IsoBox> descriptions = HeifHeader.first(table, "stsd");
        Optional<IsoBox> sizes = HeifHeader.first(table, "stsz");
        if (descriptions.isEmpty() || sizes.isEmpty()) {
            return Optional.empty();
        }
        List<IsoBox> entries = descriptions.get().children(8);
        if (entries.isEmpty() || !List.of("av01", "hvc1", "hev1").contains(entries.getFirst().type())) {
            return Optional.empty();
        }
        IsoBox entry = entries.getFirst();
        HeaderBytes file = entry.file();
        // the fields of a visual sample entry begin with 24 bytes of no use here
        return Optional.of(new HeifTrack(file.u16be(entry.body() + 24), file.u16be(entry.body() + 26), entry.is("av01"),
                Math.clamp(file.u32be(sizes.get().body() + 8), 1, Integer.MAX_VALUE)));
    }
}
