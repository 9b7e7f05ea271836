package dev.docket.registry;

import dev.docket.audit.AuditKind;
import dev.docket.audit.AuditLog;
import dev.docket.storage.ContentHash;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Every model version this desk knows, its stage and its files. Each change of stage is a line of the audit log. Safe to call from several threads. */
public final class ModelRegistry {
    private final ModelFiles files;
    private final ModelVersions versions = new ModelVersions();
    private final AuditLog audit;
    private final Clock clock;

    /**
     * @param folder where models are kept, a folder per version
     * @param profileKey under which they are sealed
     */
    public ModelRegistry(Path folder, byte[] profileKey, AuditLog audit, Clock clock) {
        this.files = new ModelFiles(folder, profileKey);
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Copies the model's files in (durably, before the row is written) and records it as a candidate. Same id, version and hash again: no change.
     *
     * @return the version as stored: stage and time are the registry's
     * @throws ModelConflictException when the id and version stand for another model already
     * @throws dev.docket.storage.StorageException when the files cannot be kept
     */
    public ModelVersion add(Handle tx, ModelVersion version, ModelParts from) {
        Optional<ModelVersion> known = find(tx, version.id(), version.version());
        if (known.isPresent()) {
            if (!known.get().sha256().equals(version.sha256())) {
                throw new ModelConflictException(version.name() + " is another model already; give the new one another version (docket.json: version)");
            }
            return known.get();
        }
        files.keep(version, from);
        ModelVersion candidate = new ModelVersion(version.id(), version.version(), Stage.CANDIDATE, version.sha256(), version.thresholds(),
                version.parent(), version.dataset(), version.card(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        versions.insert(tx, candidate);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("model", candidate.name());
        body.put("sha256", candidate.sha256().hex());
        candidate.parent().ifPresent(parent -> body.put("parent", parent));
        candidate.dataset().map(ContentHash::hex).ifPresent(dataset -> body.put("dataset", dataset));
        audit.append(tx, AuditKind.MODEL_ADDED, body);
        return candidate;
    }

    /** Copies the files of a version that is recorded already, as by another machine of the team. */
    public void keep(ModelVersion version, ModelParts from) {
        files.keep(version, from);
    }

    /** By id, the newest version of each first. */
    public List<ModelVersion> all(Handle tx) {
        return versions.all(tx);
    }

    public Optional<ModelVersion> find(Handle tx, String id, String version) {
        return versions.all(tx).stream().filter(known -> known.id().equals(id) && known.version().equals(version)).findFirst();
    }

    /** Versions in use, one per model id, by id. */
    public List<ModelVersion> active(Handle tx) {
        return versions.all(tx).stream().filter(known -> known.stage() == Stage.ACTIVE).toList();
    }

    /**
     * Makes the version active and retires the one of the same id that was. Active already: no change.
     *
     * @throws ModelConflictException when there is no such version
     */
    public void promote(Handle tx, String id, String version) {
        versions.lock(tx, id);
        ModelVersion next = find(tx, id, version)
                .orElseThrow(() -> new ModelConflictException("There is no model " + id + "@" + version + "; `docket models list` shows those there are"));
        Optional<ModelVersion> former = activeOf(tx, id);
        if (former.isPresent() && former.get().version().equals(version)) {
            return;
        }
        former.ifPresent(active -> versions.retire(tx, active));
        versions.activate(tx, next);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("model", next.name());
        body.put("sha256", next.sha256().hex());
        former.ifPresent(active -> body.put("former", active.name()));
        audit.append(tx, AuditKind.MODEL_PROMOTED, body);
    }

    /**
     * Retires the active version of the id and makes the one before it active again, if there is one. Returns what is active now.
     *
     * @throws ModelConflictException when no version of the id is active
     */
    public Optional<ModelVersion> rollBack(Handle tx, String id) {
        versions.lock(tx, id);
        ModelVersion bad = activeOf(tx, id).orElseThrow(() -> new ModelConflictException("No version of " + id + " is active"));
        Optional<String> before = versions.activeBefore(tx, bad);
        versions.retire(tx, bad);
        before.flatMap(version -> find(tx, id, version)).ifPresent(version -> versions.reactivate(tx, version));
        Optional<ModelVersion> now = activeOf(tx, id);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("retired", bad.name());
        now.ifPresent(active -> body.put("model", active.name()));
        audit.append(tx, AuditKind.MODEL_ROLLED_BACK, body);
        return now;
    }

    /** What is kept of the version. */
    public ModelParts parts(ModelVersion version) {
        return files.parts(version);
    }

    /** Where it is kept. */
    public Path folderOf(ModelVersion version) {
        return files.folderOf(version);
    }

    private Optional<ModelVersion> activeOf(Handle tx, String id) {
        return active(tx).stream().filter(version -> version.id().equals(id)).findFirst();
    }
}
