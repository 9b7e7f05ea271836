package dev.docket.audit;

import dev.docket.audit.seal.BadNote;
import dev.docket.audit.seal.Checkpoint;
import dev.docket.audit.seal.NoteKey;
import dev.docket.audit.seal.SignedNote;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What is known of a log from elsewhere: whose signatures count, and notes that were kept off the machine.
 *
 * @param sealers whose signature every note must carry; none: signatures are not checked
 * @param notes what the log has to contain still, by what a person would call each: its file
 */
public record Witnesses(List<NoteKey> sealers, Map<String, SignedNote> notes) {
    /** Nothing is known. */
    public static final Witnesses NONE = new Witnesses(List.of(), Map.of());

    public Witnesses {
        sealers = List.copyOf(sealers);
        notes = new TreeMap<>(notes);
    }

    /** With a further key whose signature counts. */
    Witnesses with(NoteKey sealer) {
        return new Witnesses(Stream.concat(Stream.of(sealer), sealers.stream()).toList(), notes);
    }

    /** What is wrong with the signatures of a note, if anything. */
    Optional<String> unsigned(SignedNote note) {
        return sealers.isEmpty() || sealers.stream().anyMatch(key -> key.signed(note)) ? Optional.empty()
                : Optional.of("is not signed by " + String.join(" or ", sealers.stream().map(NoteKey::name).toList()));
    }

    /** What is wrong with a log that has these checkpoints, by their sizes; not asked for where no note was kept. */
    Optional<String> contradict(Supplier<TreeMap<Long, Checkpoint>> checkpoints) {
        if (notes.isEmpty()) {
            return Optional.empty();
        }
        TreeMap<Long, Checkpoint> log = checkpoints.get();
        return notes.entrySet().stream().flatMap(each -> fault(each.getValue(), log).map(fault -> each.getKey() + ": " + fault).stream()).findFirst();
    }

    private Optional<String> fault(SignedNote note, TreeMap<Long, Checkpoint> log) {
        Checkpoint kept;
        try {
            kept = Checkpoint.of(note);
        } catch (BadNote e) {
            return Optional.of(e.getMessage());
        }
        Optional<String> unsigned = unsigned(note);
        if (unsigned.isPresent()) {
            return Optional.of("this note " + unsigned.get());
        }
        if (log.isEmpty() || log.lastKey() < kept.size()) {
            return Optional.of("the log had " + kept.size() + " sealed entries when this note was signed and has " + (log.isEmpty() ? 0 : log.lastKey())
                    + " now: it was cut, or put back to an earlier state");
        }
        Checkpoint there = log.get(kept.size());
        return there != null && there.equals(kept) ? Optional.empty()
                : Optional.of("the log's first " + kept.size() + " entries are not those this note was signed for: another log was put in its place");
    }
}
