package dev.docket.hash;

import dev.docket.hash.BankLine.Known;
import dev.docket.hash.BankLine.Other;
import dev.docket.hash.BankLine.Withdrawn;
import dev.docket.progress.Progress;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a hash list changes in a bank, read line by line. One thread. */
final class BankChanges {
    /** Lines between two looks at the progress. */
    private static final int STEP = 5000;
    /** Refusals that are kept to be shown. */
    private static final int MAX_REFUSALS = 1000;
    private static final int MAX_LABELS = 500;

    private final String file;
    private final BankReader reader;
    private final Map<HashKind, PackedEntries> entries = BankContent.noEntries();
    private final List<String> labels;
    private final Map<String, Integer> numberOf = new HashMap<>();
    private final List<String> refusals = new ArrayList<>();
    private long taken;
    private long leftOut;
    private long refused;

    /**
     * @param file its name, for refusals
     * @param labels those the bank has
     */
    BankChanges(String file, BankDefaults defaults, List<String> labels) {
        this.file = file;
        this.reader = new BankReader(defaults);
        this.labels = new ArrayList<>(labels);
        labels.forEach(label -> numberOf.put(label, numberOf.size()));
    }

    /** @param kilobytes size of the list, for the progress */
    void read(ListLines lines, long kilobytes, Progress progress) throws IOException {
        while (lines.next()) {
            if (lines.number() % STEP == 0) {
                progress.stopIfCancelled();
                progress.at(lines.read() >> 10, kilobytes, "kB of the hash list read");
            }
            try {
                Optional<BankLine> line = reader.read(lines.text());
                if (line.isPresent()) {
                    note(line.get());
                }
            } catch (BankFormatException e) {
                refuse(lines.number(), e.getMessage());
            }
        }
        progress.stopIfCancelled();
        entries.values().forEach(PackedEntries::sort);
    }

    private void refuse(long line, String reason) {
        refused++;
        if (refusals.size() < MAX_REFUSALS) {
            refusals.add(file + ":" + line + ": " + reason);
        }
    }

    private void note(BankLine line) throws BankFormatException {
        switch (line) {
            case Known(BankEntry entry) -> {
                entries.get(entry.kind()).add(entry.hash(), entry.expires().map(Instant::getEpochSecond).orElse(PackedEntries.NEVER), numberOf(entry.label()));
                taken++;
            }
            case Withdrawn(HashKind kind, byte[] hash) -> entries.get(kind).add(hash, PackedEntries.NEVER, PackedEntries.WITHDRAWN);
            case Other() -> leftOut++;
        }
    }

    private int numberOf(String label) throws BankFormatException {
        Integer number = numberOf.get(label);
        if (number == null) {
            if (labels.size() == MAX_LABELS) {
                throw new BankFormatException("label: the bank has " + MAX_LABELS + " labels already, more than any policy");
            }
            number = labels.size();
            numberOf.put(label, number);
            labels.add(label);
        }
        return number;
    }

    /** Sorted by hash; of equal ones the last counts. */
    PackedEntries of(HashKind kind) {
        return entries.get(kind);
    }

    /** The bank's labels and those that the list adds. */
    List<String> labels() {
        return labels;
    }

    /** Lines that named an entry. */
    long taken() {
        return taken;
    }

    /** Lines about other things than pictures, and PDQ hashes that are too poor. */
    long leftOut() {
        return leftOut;
    }

    long refused() {
        return refused;
    }

    /** The first of them: file:line: reason. */
    List<String> refusals() {
        return refusals;
    }
}
