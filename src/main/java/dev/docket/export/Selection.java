package dev.docket.export;

import dev.docket.storage.ContentHash;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which decided items a set holds. An empty list means all. Every condition must hold.
 *
 * @param lanes ids of the lane rules that routed the item to review
 * @param labels ids of the label that counts
 * @param from first day (UTC) of the decision that counts
 * @param to last day (UTC), itself included
 * @param packs versions of the policy pack decided under: {@code 1.0.0} or {@code id@1.0.0}
 * @param sources names of the feeds
 * @param uploaders pseudonyms as the feed gave them; outside they have other names
 * @param gold whether quality-check items, and what looks like them, are in the set (as a split of their own)
 */
public record Selection(
        SortedSet<String> lanes, SortedSet<String> labels, Optional<LocalDate> from, Optional<LocalDate> to,
        SortedSet<String> packs, SortedSet<String> sources, SortedSet<String> uploaders, boolean gold) {

    /** Everything decided, without quality-check items. */
    public static final Selection ALL = new Selection(
            new TreeSet<>(), new TreeSet<>(), Optional.empty(), Optional.empty(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), false);

    public Selection {
        lanes = copy(lanes);
        labels = copy(labels);
        packs = copy(packs);
        sources = copy(sources);
        uploaders = copy(uploaders);
    }

    /**
     * Reads {@code label=spam_scam,benign decided>=2026-11-01 pack=1.0.0 source="news desk" gold=yes}.
     *
     * @throws SelectionException naming the field that is wrong
     */
    public static Selection parse(String where) throws SelectionException {
        return SelectionText.parse(where);
    }

    /** The one text of this selection, which {@link #parse} reads back; empty when everything is selected. */
    public String where() {
        return SelectionText.write(this);
    }

    /** SHA-256 of {@link #where}: two sets of one query carry the same. */
    public ContentHash queryHash() {
        return ContentHash.of(where().getBytes(StandardCharsets.UTF_8));
    }

    public Selection withLanes(List<String> values) {
        return new Selection(new TreeSet<>(values), labels, from, to, packs, sources, uploaders, gold);
    }

    public Selection withLabels(List<String> values) {
        return new Selection(lanes, new TreeSet<>(values), from, to, packs, sources, uploaders, gold);
    }

    public Selection withDecided(Optional<LocalDate> first, Optional<LocalDate> last) {
        return new Selection(lanes, labels, first, last, packs, sources, uploaders, gold);
    }

    public Selection withPacks(List<String> values) {
        return new Selection(lanes, labels, from, to, new TreeSet<>(values), sources, uploaders, gold);
    }

    public Selection withSources(List<String> values) {
        return new Selection(lanes, labels, from, to, packs, new TreeSet<>(values), uploaders, gold);
    }

    public Selection withUploaders(List<String> values) {
        return new Selection(lanes, labels, from, to, packs, sources, new TreeSet<>(values), gold);
    }

    public Selection withGold(boolean included) {
        return new Selection(lanes, labels, from, to, packs, sources, uploaders, included);
    }

    private static SortedSet<String> copy(SortedSet<String> values) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(values));
    }
}
