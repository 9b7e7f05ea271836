package dev.docket.export;

import dev.docket.storage.CanonicalJson;
import dev.docket.storage.CanonicalText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;

/**
 * {@code webdataset/train-000000.tar}: for each picture {@code ITEM.cls}, the number of its label,
 * {@code ITEM.jpg} and {@code ITEM.json}, its row, side by side as WebDataset reads samples.
 */
final class WebDataset implements SetWriter {
    private static final int MAX_SAMPLES = 1000;
    private static final long MAX_BYTES = 512L << 20;

    @Override
    public void write(OutgoingRows rows, SetFiles files) throws IOException {
        SortedMap<String, Integer> classes = rows.classes();
        try (OutputStream out = files.create("webdataset/classes.json")) {
            out.write(CanonicalJson.bytes(List.copyOf(classes.keySet())));
        }
        for (Split split : rows.picturedSplits()) {
            try (Shards shards = new Shards(files, split)) {
                rows.pictured(split, outgoing -> shards.sample(outgoing, classes.get(outgoing.row().label())));
            }
        }
    }

    /** The shards of a split, a new one when the last is full. */
    private static final class Shards implements AutoCloseable {
        private final SetFiles files;
        private final Split split;
        private TarFile shard;
        private int number;
        private int samples;

        Shards(SetFiles files, Split split) {
            this.files = files;
            this.split = split;
        }

        void sample(Outgoing outgoing, int label) throws IOException {
            if (shard == null || samples >= MAX_SAMPLES || shard.size() >= MAX_BYTES) {
                close();
                shard = new TarFile(files.create(String.format(Locale.ROOT, "webdataset/%s-%06d.tar", split.word(), number++)));
                samples = 0;
            }
            Outgoing.Picture picture = outgoing.pictured();
            String key = outgoing.row().itemId();
            shard.entry(key + ".cls", Integer.toString(label).getBytes(StandardCharsets.US_ASCII));
            shard.entry(key + "." + picture.extension(), files.picture(picture.address(), picture.bytes()));
            shard.entry(key + ".json", CanonicalText.bytes(outgoing.row()));
            samples++;
        }

        @Override
        public void close() throws IOException {
            if (shard != null) {
                shard.close();
            }
            shard = null;
        }
    }
}
