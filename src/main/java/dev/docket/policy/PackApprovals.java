package dev.docket.policy;

import dev.docket.audit.AuditKind;
import dev.docket.audit.AuditLog;
import dev.docket.storage.ContentHash;
import dev.docket.storage.Database;
import dev.docket.team.Member;
import dev.docket.team.Team;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Four eyes on thresholds: a pack with another threshold is asked for by one lead and signed by a second before anybody puts it in force. A
 * signature is good for that text, byte for byte, and for nothing else. Several threads.
 */
public final class PackApprovals {

    /**
     * A threshold that a lead wants.
     *
     * @param model its id, without its version
     * @param was the threshold the pack had, 0..1
     */
    public record Change(String model, String modelLabel, double was, double threshold) {}

    /**
     * A pack that was asked for.
     *
     * @param pack what is signed
     * @param basedOn SHA-256 of the pack that it changes
     * @param askedBy pseudonym
     */
    public record Request(UUID id, PackRef pack, ContentHash basedOn, Change change, String askedBy, Instant askedAt, Optional<Answer> answer) {
        public boolean signed() {
            return answer.filter(Answer::approved).isPresent();
        }
    }

    /** What the second lead said. @param by pseudonym */
    public record Answer(boolean approved, String by, Instant at) {}

    private static final String REQUESTS = """
            select r.request_id, r.pack_id, r.version, r.sha256, r.based_on, r.model, r.model_label, r.threshold_was, r.threshold,
                   p.pseudonym as asked_by, r.asked_at, a.approved, q.pseudonym as signed_by, a.signed_at
              from pack_request r join principal p on p.principal_id = r.asked_by
                   left join pack_answer a on a.request_id = r.request_id left join principal q on q.principal_id = a.signed_by""";

    private final Database database;
    private final AuditLog audit;
    private final Member self;
    private final Team team = new Team();

    /** @param self who asks and signs here */
    public PackApprovals(Database database, AuditLog audit, Member self) {
        this.database = database;
        this.audit = audit;
        this.self = self;
    }

    /** Whether somebody else here could sign. */
    public boolean possible() {
        return database.inTransaction(tx -> team.hasOtherLead(tx, self.id()));
    }

    /** Who asks and signs here, by pseudonym. */
    public String self() {
        return self.pseudonym();
    }

    /**
     * Asks a second lead to sign the pack with this threshold.
     *
     * @param pack the pack in force
     * @throws PackApprovalException when nobody else could sign, another change of this pack waits, or it changes nothing
     */
    public Request ask(PolicyPack pack, Change change) throws PackApprovalException {
        if (!possible()) {
            throw new PackApprovalException("Nobody else could sign: this desk has one lead. Write the pack into a file, and have somebody read it");
        }
        if (change.was() == change.threshold()) {
            throw new PackApprovalException("The threshold is " + change.was() + " already");
        }
        Optional<Request> open = all().stream().filter(r -> r.basedOn().equals(pack.ref().sha256()) && r.answer().isEmpty()).findFirst();
        if (open.isPresent()) {
            throw new PackApprovalException(open.get().askedBy() + " has asked for another change of " + pack.ref().name() + ", which waits: it is signed or refused first, or two packs would have one number");
        }
        PolicyPack wanted = PackThreshold.set(pack, change.model(), change.modelLabel(), change.threshold());
        UUID id = UUID.randomUUID();
        database.transact(tx -> {
            Instant at = audit.append(tx, AuditKind.POLICY_ASKED, line(id, wanted.ref(), change)).at();
            tx.createUpdate("""
                            insert into pack_request (request_id, pack_id, version, sha256, body, based_on, model, model_label, threshold_was, threshold, asked_by, asked_at)
                            values (:id, :pack, :version, :sha256, :body, :basedOn, :model, :label, :was, :threshold, :by, :at)""")
                    .bind("id", id).bind("pack", wanted.ref().id()).bind("version", wanted.ref().version()).bind("sha256", wanted.ref().sha256()).bind("body", wanted.text())
                    .bind("basedOn", pack.ref().sha256()).bind("model", change.model()).bind("label", change.modelLabel()).bind("was", change.was()).bind("threshold", change.threshold())
                    .bind("by", self.id()).bind("at", at).execute();
        });
        return find(id);
    }

    /** Signs, or refuses, what somebody else asked for. @throws PackApprovalException when it is one's own, or answered already */
    public Request answer(UUID id, boolean approved) throws PackApprovalException {
        Request request = find(id);
        if (request.askedBy().equals(self.pseudonym())) {
            throw new PackApprovalException("You asked for this pack yourself; another lead signs it");
        }
        if (request.answer().isPresent()) {
            throw new PackApprovalException(request.answer().get().by() + " has " + (request.answer().get().approved() ? "signed" : "refused") + " it already");
        }
        database.transact(tx -> {
            Instant at = audit.append(tx, approved ? AuditKind.POLICY_APPROVED : AuditKind.POLICY_REFUSED, line(id, request.pack(), request.change())).at();
            tx.createUpdate("insert into pack_answer (request_id, approved, signed_by, signed_at) values (:id, :approved, :by, :at)")
                    .bind("id", id).bind("approved", approved).bind("by", self.id()).bind("at", at).execute();
        });
        return find(id);
    }

    /** The text that was signed. @throws PackApprovalException when nobody has signed it yet, or it was refused */
    public String text(UUID id) throws PackApprovalException {
        Request request = find(id);
        if (!request.signed()) {
            throw new PackApprovalException(request.answer().map(no -> no.by() + " refused it").orElse("No second lead has signed it yet"));
        }
        return database.inTransaction(tx -> tx.createQuery("select body from pack_request where request_id = :id").bind("id", id).mapTo(String.class).one());
    }

    /** Newest first, at most 100. */
    public List<Request> all() {
        return database.inTransaction(tx -> tx.createQuery(REQUESTS + " order by r.asked_at desc, r.request_id").setMaxRows(100).map((row, _) -> request(row)).list());
    }

    /** Why a pack may not be put in force: it was asked for here, and no second lead has signed this text. Empty for packs nobody asked for here. */
    public static Optional<String> refusal(Database database, PackRef pack) {
        List<Request> asked = database.inTransaction(tx -> tx.createQuery(REQUESTS + " where r.sha256 = :sha256").bind("sha256", pack.sha256()).map((row, _) -> request(row)).list());
        return asked.isEmpty() || asked.stream().anyMatch(Request::signed) ? Optional.empty() : Optional.of(asked.getFirst().askedBy() + " asked for " + pack.name() + ", and "
                + asked.getFirst().answer().map(no -> no.by() + " refused it").orElse("no second lead has signed it yet"));
    }

    private Request find(UUID id) throws PackApprovalException {
        return database.inTransaction(tx -> tx.createQuery(REQUESTS + " where r.request_id = :id").bind("id", id).map((row, _) -> request(row)).findOne())
                .orElseThrow(() -> new PackApprovalException("Nobody asked for a pack with the number " + id));
    }

    private Map<String, Object> line(UUID id, PackRef pack, Change change) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("request", id.toString());
        line.put("pack", pack.name());
        line.put("pack_sha256", pack.sha256().hex());
        line.put("model", change.model());
        line.put("label", change.modelLabel());
        line.put("threshold", Double.toString(change.threshold()));
        line.put("threshold_was", Double.toString(change.was()));
        line.put("by", self.pseudonym());
        return line;
    }

    private static Request request(ResultSet row) throws SQLException {
        String signer = row.getString("signed_by");
        return new Request(row.getObject("request_id", UUID.class), new PackRef(row.getString("pack_id"), row.getString("version"), ContentHash.fromDigest(row.getBytes("sha256"))),
                ContentHash.fromDigest(row.getBytes("based_on")), new Change(row.getString("model"), row.getString("model_label"), row.getDouble("threshold_was"), row.getDouble("threshold")),
                row.getString("asked_by"), time(row, "asked_at"), signer == null ? Optional.empty() : Optional.of(new Answer(row.getBoolean("approved"), signer, time(row, "signed_at"))));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
