package dev.docket.export;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The rows of a set as they leave, made one at a time as they are asked for, in the set's order. One thread. */
final class OutgoingRows {

    /** Takes one. */
    interface Taker {
        void take(Outgoing outgoing) throws IOException;
    }

    private final DecisionSet set;
    private final DecisionSet whole;
    private final RowMaker maker;
    private final ImageNames images;
    private final SetFiles files;

    /**
     * @param set what is written
     * @param whole what numbers of labels are taken from, so that a delta numbers them as the whole set does
     * @param files told of every row, for its progress
     */
    OutgoingRows(DecisionSet set, DecisionSet whole, RowMaker maker, ImageNames images, SetFiles files) {
        this.set = set;
        this.whole = whole;
        this.maker = maker;
        this.images = images;
        this.files = files;
    }

    /** Every row. */
    void all(Taker taker) throws IOException {
        each(_ -> true, taker);
    }

    /** Rows of one split, with and without pictures. */
    void of(Split split, Taker taker) throws IOException {
        each(item -> item.split() == split, taker);
    }

    /** Rows whose pictures leave. */
    void pictured(Taker taker) throws IOException {
        each(item -> item.mode() == ExportMode.FULL, taker);
    }

    /** Rows of one split whose pictures leave. */
    void pictured(Split split, Taker taker) throws IOException {
        each(item -> item.split() == split && item.mode() == ExportMode.FULL, taker);
    }

    private void each(Predicate<LabelledItem> wanted, Taker taker) throws IOException {
        for (LabelledItem item : set.rows()) {
            if (wanted.test(item)) {
                files.step(item.item().sha256().hex());
                taker.take(outgoing(item));
            }
        }
    }

    private Outgoing outgoing(LabelledItem item) {
        boolean leaves = item.mode() == ExportMode.FULL;
        return new Outgoing(maker.row(item, images.of(item)), leaves
                ? Optional.of(new Outgoing.Picture(item.item().sha256(), item.item().byteLength(), ImageNames.extension(item.item().mediaType())))
                : Optional.empty());
    }

    /** Splits with rows. */
    List<Split> splits() {
        return List.copyOf(new TreeSet<>(set.rows().stream().map(LabelledItem::split).toList()));
    }

    /** Splits with pictures. */
    List<Split> picturedSplits() {
        return List.copyOf(new TreeSet<>(set.withImages().stream().map(LabelledItem::split).toList()));
    }

    /** Every label that the rows name: theirs, further ones, those of places and votes, by id, numbered from 0. */
    SortedMap<String, Integer> classes() {
        TreeSet<String> labels = new TreeSet<>();
        for (LabelledItem item : whole.rows()) {
            item.votes().forEach(vote -> vote.finding().ifPresent(finding -> labels.add(finding.label())));
            labels.add(item.label());
            labels.addAll(item.finding().additional());
            item.finding().regions().forEach(region -> labels.add(region.label()));
        }
        SortedMap<String, Integer> numbered = new TreeMap<>();
        labels.forEach(label -> numbered.put(label, numbered.size()));
        return numbered;
    }
}
