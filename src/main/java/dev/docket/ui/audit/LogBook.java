package dev.docket.ui.audit;

import dev.docket.audit.AuditFilter;
import dev.docket.audit.AuditPage;
import dev.docket.audit.AuditVerifier;
import dev.docket.audit.Evidence;
import dev.docket.audit.KnownSeals;
import dev.docket.audit.LogSummary;
import dev.docket.audit.Sealer;
import dev.docket.audit.Sealing;
import dev.docket.policy.PolicyPack;
import dev.docket.progress.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What the audit screen asks of a desk. Slow: never on the JavaFX thread. */
public interface LogBook {

    /**
     * What stands above the list.
     *
     * @param people pseudonyms of everybody here
     * @param known by what the seals are judged
     */
    record Standing(LogSummary log, Map<UUID, String> people, KnownSeals known) {
        static final Standing NONE = new Standing(LogSummary.EMPTY, Map.of(), KnownSeals.NONE);

        public Standing {
            people = Map.copyOf(people);
        }
    }

    /**
     * How a check went.
     *
     * @param by what the seals were judged by
     * @param notes how many checkpoints kept elsewhere there were to compare with
     */
    record Check(AuditVerifier.Outcome outcome, KnownSeals by, int notes) {}

    /** An entry, and the entries about the same item that came after it, the newest first. */
    record Dossier(Evidence evidence, AuditPage later) {}

    /** For the words of labels and actions. */
    PolicyPack pack();

    Standing standing() throws IOException;

    AuditPage page(AuditFilter filter, Optional<AuditPage.Place> after, int most);

    /** The checkpoints of a time, the newest first. @param until exclusive; empty: to now */
    List<Sealing> checkpoints(Instant from, Optional<Instant> until);

    /** Empty when there is no such entry. */
    Optional<Dossier> dossier(UUID writer, long seq) throws IOException;

    Check verify(Progress progress) throws IOException;

    /** Writes the whole log with its checkpoints into a new file, or over one. @return how many entries it has */
    long export(Path file) throws IOException;

    /** Whether this desk's login may seal; a team's log has a login of its own for that. */
    boolean maySeal();

    /**
     * Seals what is not yet, keeps the checkpoint in the folder of known notes if there is one, and the key as a known one.
     *
     * @return the last checkpoint; empty when there was nothing new
     * @throws IOException when the key cannot be read with this password
     */
    Optional<Sealer.Sealed> seal(Path key, char[] password) throws IOException;

    void know(KnownSeals known) throws IOException;
}
