package dev.docket.retrain;

import dev.docket.audit.AuditKind;
import dev.docket.audit.AuditLog;
import dev.docket.classify.ActiveModels;
import dev.docket.registry.ModelRegistry;
import dev.docket.registry.ModelVersion;
import dev.docket.storage.Database;
import dev.docket.storage.StorageException;
import dev.docket.team.Member;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a model to work and takes it out again. The stage and who decided it, with the reason where the gate had not
 * passed, are stored in one transaction; then the models in use are loaded anew. Waiting items are scored anew by {@link Rescoring}.
 */
public final class Promotion {
    private static final Logger LOG = LoggerFactory.getLogger(Promotion.class);
    private static final int LONGEST_REASON = 300;

    private final Database database;
    private final ModelRegistry registry;
    private final ActiveModels models;
    private final AuditLog audit;

    public Promotion(Database database, ModelRegistry registry, ActiveModels models, AuditLog audit) {
        this.database = database;
        this.registry = registry;
        this.models = models;
        this.audit = audit;
    }

    /** The gate as the version's training run found it; empty for a model that was not trained here. */
    public Optional<PromotionGate> gate(ModelVersion version) {
        return TrainingReport.of(registry.parts(version)).map(TrainingReport::gate);
    }

    /**
     * Makes the version active.
     *
     * @param despite why it goes live although its gate has not passed; needed then, and only then kept
     * @throws GateNotPassedException when the gate has not passed and no reason is given
     * @throws dev.docket.registry.ModelConflictException when there is no such version
     * @throws StorageException when the model cannot be loaded; the one before it is active again
     */
    public void promote(ModelVersion version, Member by, Optional<String> despite) throws GateNotPassedException {
        Optional<PromotionGate> gate = gate(version);
        Optional<String> reason = despite.map(String::strip).filter(text -> !text.isEmpty());
        boolean open = gate.map(PromotionGate::passed).orElse(true);
        if (!open && reason.isEmpty()) {
            throw new GateNotPassedException(version, gate.get());
        }
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("model", version.name());
        line.put("by", by.pseudonym());
        line.put("gate", gate.isEmpty() ? "not measured" : open ? "passed" : "failed");
        if (!open) {
            line.put("reason", capped(reason.get()));
        }
        database.transact(tx -> {
            registry.promote(tx, version.id(), version.version());
            audit.append(tx, AuditKind.PROMOTION_SIGNED, line);
        });
        models.reload();
        if (!models.names().contains(version.name())) {
            LOG.error("{} was promoted but cannot be loaded; rolling back", version.name());
            rollBack(version.id(), by);
            throw new StorageException(version.name() + " cannot be loaded and is not in use; the log says why");
        }
    }

    /** Makes the version before the active one active again. Returns what is active now, if anything. */
    public Optional<ModelVersion> rollBack(String id, Member by) {
        Optional<ModelVersion> now = database.inTransaction(tx -> {
            Optional<ModelVersion> active = registry.rollBack(tx, id);
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("model", id);
            line.put("by", by.pseudonym());
            active.ifPresent(version -> line.put("active", version.name()));
            audit.append(tx, AuditKind.ROLLBACK_SIGNED, line);
            return active;
        });
        models.reload();
        return now;
    }

    /** Plain text of one line. */
    private static String capped(String reason) {
        String plain = reason.replaceAll("\\p{Cntrl}+", " ");
        return plain.length() <= LONGEST_REASON ? plain : plain.substring(0, LONGEST_REASON);
    }
}
