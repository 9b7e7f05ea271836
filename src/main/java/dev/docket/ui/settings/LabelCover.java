package dev.docket.ui.settings;

import dev.docket.settings.Care;
import dev.docket.settings.Covering.OfLabel;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What becomes of items of which a label is suspected, for one reviewer. */
enum LabelCover {
    USUAL, COVERED, STRICT, NOT_MINE;

    static LabelCover of(Care care, String label) {
        OfLabel cover = care.covering().labels().get(label);
        return care.notMine().contains(label) ? NOT_MINE : cover == null ? USUAL : cover == OfLabel.STRICT ? STRICT : COVERED;
    }

    Care on(Care care, String label) {
        SortedMap<String, OfLabel> covers = new TreeMap<>(care.covering().labels());
        Set<String> notMine = new TreeSet<>(care.notMine());
        covers.remove(label);
        notMine.remove(label);
        switch (this) {
            case COVERED -> covers.put(label, OfLabel.COVERED);
            case STRICT -> covers.put(label, OfLabel.STRICT);
            case NOT_MINE -> notMine.add(label);
            case USUAL -> { }
        }
        return care.withCovering(care.covering().withLabels(covers)).withNotMine(notMine);
    }
}
