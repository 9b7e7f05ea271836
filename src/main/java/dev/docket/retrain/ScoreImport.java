package dev.docket.retrain;

import dev.docket.audit.AuditKind;
import dev.docket.audit.AuditLog;
import dev.docket.classify.vendor.VendorScore;
import dev.docket.classify.vendor.VendorScores;
import dev.docket.item.Items;
import dev.docket.policy.ConceptMap;
import dev.docket.storage.Database;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Puts vendors' scores beside items that are here already; the policy then decides anew on those that wait. Several threads. */
public final class ScoreImport {

    /** What one answer said of the items that show its image. */
    public record Answered(Set<UUID> items, List<VendorScore> scores) {}

    /**
     * What was stored.
     *
     * @param items that got scores
     * @param scores stored
     * @param unknown concepts that no entry of the map names, as {@code vendor/model: concept}
     */
    public record Stored(Set<UUID> items, int scores, Set<String> unknown) {
        public static final Stored NONE = new Stored(Set.of(), 0, Set.of());

        public Stored plus(Stored other) {
            return new Stored(union(items, other.items), scores + other.scores, union(unknown, other.unknown));
        }

        private static <T> Set<T> union(Set<T> a, Set<T> b) {
            Set<T> both = new LinkedHashSet<>(a);
            both.addAll(b);
            return both;
        }
    }

    private final Database database;
    private final Items items;
    private final AuditLog audit;
    private final Rescoring rescoring;
    private final ConceptMap map;
    private final VendorScores scores = new VendorScores();

    public ScoreImport(Database database, Items items, AuditLog audit, Rescoring rescoring, ConceptMap map) {
        this.database = database;
        this.items = items;
        this.audit = audit;
        this.rescoring = rescoring;
        this.map = map;
    }

    /**
     * In one transaction with its audit line. Replaces what the same version of the same model said of the same concept before; run
     * again, it changes nothing. Items that are quarantined or erased by now are passed over. {@link #decideAnew} is to follow.
     */
    public Stored put(List<Answered> answers) {
        return database.inTransaction(tx -> {
            Set<UUID> scored = new LinkedHashSet<>();
            Set<String> unknown = new TreeSet<>();
            Map<String, Integer> models = new LinkedHashMap<>();
            int count = 0;
            for (Answered answer : answers) {
                for (UUID item : answer.items()) {
                    if (items.find(tx, item).isPresent()) {
                        scores.put(tx, item, map.kept(answer.scores()));
                        scored.add(item);
                        count += answer.scores().size();
                        answer.scores().forEach(score -> models.merge(score.modelId() + "@" + score.version(), 1, Integer::sum));
                    }
                }
                answer.scores().stream().filter(score -> map.of(score).isEmpty()).forEach(score -> unknown.add(score.modelId() + ": " + score.label()));
            }
            if (!scored.isEmpty()) {
                audit.append(tx, AuditKind.SCORES_IMPORTED, Map.of("models", models, "map", map.ref().sha256().hex(),
                        "items", scored.stream().map(UUID::toString).toList()));
            }
            return new Stored(scored, count, unknown);
        });
    }

    /** Lets the policy decide on those of these items that wait. @return of how many lane or priority changed */
    public int decideAnew(Set<UUID> scored) {
        return rescoring.again(scored).moved();
    }
}
