package dev.docket.audit;

import dev.docket.audit.seal.BadNote;
import dev.docket.audit.seal.Checkpoint;
import dev.docket.audit.seal.Frontier;
import dev.docket.audit.seal.SignedNote;
import dev.docket.storage.ContentHash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Puts the tree together anew from the entries themselves and compares it with every note on it: the root of each has
 * to come out, which also says that each tree grew out of the one before. One thread.
 */
final class SealCheck {
    private final Witnesses witnesses;
    private final Map<UUID, List<ContentHash>> leaves = new HashMap<>();
    private final Map<UUID, Long> sealed = new HashMap<>();
    private final Frontier tree = new Frontier();
    private final TreeMap<Long, Checkpoint> checkpoints = new TreeMap<>();
    private String origin = "";

    SealCheck(Witnesses witnesses) {
        this.witnesses = witnesses;
    }

    /** An entry that is intact and follows from the one before; each writer's in order. */
    void entry(AuditEntry entry) {
        leaves.computeIfAbsent(entry.writer(), _ -> new ArrayList<>()).add(entry.leaf());
    }

    /**
     * The next note, with the runs that the tree grew by since the one before; after all entries.
     *
     * @return what is wrong with it, if anything
     */
    Optional<String> checkpoint(String note, List<Run> grown) {
        String name = "checkpoint " + (checkpoints.size() + 1);
        try {
            SignedNote signed = SignedNote.parse(note);
            Checkpoint read = Checkpoint.of(signed);
            return witnesses.unsigned(signed).or(() -> grow(grown)).or(() -> compare(read)).map(fault -> name + " (" + read.size() + " entries): " + fault);
        } catch (BadNote e) {
            return Optional.of(name + ": " + e.getMessage());
        }
    }

    /** What is wrong with the log as a whole, once every checkpoint was looked at. */
    Optional<String> atTheEnd() {
        return witnesses.contradict(() -> checkpoints);
    }

    /** How many entries are sealed. */
    long sealed() {
        return checkpoints.isEmpty() ? 0 : checkpoints.lastKey();
    }

    private Optional<String> grow(List<Run> grown) {
        for (Run run : grown) {
            List<ContentHash> of = leaves.getOrDefault(run.writer(), List.of());
            boolean next = run.firstLeaf() == tree.size() && run.firstSeq() == sealed.getOrDefault(run.writer(), 0L);
            if (!next || run.entries() < 1 || run.entries() > of.size() - run.firstSeq()) {
                return Optional.of("sealed entries of writer %s from %d on are missing or in another order".formatted(run.writer(), run.firstSeq()));
            }
            of.subList((int) run.firstSeq(), (int) (run.firstSeq() + run.entries())).forEach(tree::add);
            sealed.put(run.writer(), run.firstSeq() + run.entries());
        }
        return Optional.empty();
    }

    private Optional<String> compare(Checkpoint read) {
        if (!origin.isEmpty() && !origin.equals(read.origin())) {
            return Optional.of("is of another log, " + read.origin());
        }
        if (read.size() != tree.size() || !read.root().equals(tree.root())) {
            return Optional.of("its root is not that of the entries");
        }
        origin = read.origin();
        checkpoints.put(read.size(), read);
        return Optional.empty();
    }
}
