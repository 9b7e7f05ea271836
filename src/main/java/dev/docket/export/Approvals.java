package dev.docket.export;

import dev.docket.audit.AuditKind;
import dev.docket.audit.AuditLog;
import dev.docket.export.Draft.Approval;
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
 * Four eyes: a set that is marked leaves only after a second lead signed what was asked for. A name that was marked once stays
 * marked. A signature is good for one set. Several threads.
 */
public final class Approvals {

    /**
     * A set that is to leave.
     *
     * @param order as {@link Order#text}
     * @param askedBy pseudonym
     * @param written whether it left
     */
    public record Request(UUID id, String order, String askedBy, Instant askedAt, Optional<Answer> answer, boolean written) {
        /** @throws SelectionException when this version does not understand it any more */
        public Order parsed() throws SelectionException {
            return Order.parse(order);
        }
    }

    /** What the second lead said. @param by pseudonym */
    public record Answer(boolean approved, String by, Instant at) {}

    private final Database database;
    private final AuditLog audit;
    private final Member self;
    private final Team team = new Team();

    Approvals(Database database, AuditLog audit, Member self) {
        this.database = database;
        this.audit = audit;
        this.self = self;
    }

    /** Whether somebody else here could sign. */
    public boolean possible() {
        return database.inTransaction(tx -> team.hasOtherLead(tx, self.id()));
    }

    /** Whether sets of this order's name wait for a second signature. */
    public boolean needed(Order order) {
        return order.name().isPresent() && database.inTransaction(tx -> tx.createQuery("select count(*) from set_request where name = :name")
                .bind("name", order.name().get()).mapTo(Long.class).one()) > 0;
    }

    /** Marks the order. @throws SelectionException when nobody else could ever sign it */
    public Request ask(Order order) throws SelectionException {
        if (!possible()) {
            throw new SelectionException("Nobody else could sign: this desk has one lead. Four eyes need a second one (docket team add); "
                    + "without, write the set as it is, and its manifest will name no approval");
        }
        order.kept();
        UUID id = UUID.randomUUID();
        database.transact(tx -> {
            Instant at = audit.append(tx, AuditKind.SET_ASKED, line(id, order.text())).at();
            tx.createUpdate("insert into set_request (request_id, name, ordered, asked_by, asked_at) values (:id, :name, :ordered, :by, :at)")
                    .bind("id", id).bind("name", order.name().orElse(null)).bind("ordered", order.text()).bind("by", self.id()).bind("at", at).execute();
        });
        return find(id);
    }

    /** Signs, or refuses, what somebody else asked for. @throws SelectionException when it is one's own, or answered already */
    public Request answer(UUID id, boolean approved) throws SelectionException {
        Request request = find(id);
        if (request.askedBy().equals(self.pseudonym())) {
            throw new SelectionException("You asked for this set yourself; another lead signs it");
        }
        if (request.answer().isPresent()) {
            throw new SelectionException(request.answer().get().by() + " has " + (request.answer().get().approved() ? "signed" : "refused") + " it already");
        }
        database.transact(tx -> {
            Instant at = audit.append(tx, approved ? AuditKind.SET_APPROVED : AuditKind.SET_REFUSED, line(id, request.order())).at();
            tx.createUpdate("insert into set_answer (request_id, approved, signed_by, signed_at) values (:id, :approved, :by, :at)")
                    .bind("id", id).bind("approved", approved).bind("by", self.id()).bind("at", at).execute();
        });
        return find(id);
    }

    private Map<String, Object> line(UUID id, String order) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("request", id.toString());
        line.put("order", order);
        line.put("by", self.pseudonym());
        return line;
    }

    /** Newest first, at most 200. */
    public List<Request> all() {
        return database.inTransaction(tx -> tx.createQuery(REQUESTS + " order by r.asked_at desc, r.request_id").setMaxRows(200).map((row, _) -> request(row)).list());
    }

    private Request find(UUID id) throws SelectionException {
        return database.inTransaction(tx -> tx.createQuery(REQUESTS + " where r.request_id = :id").bind("id", id).map((row, _) -> request(row)).findOne())
                .orElseThrow(() -> new SelectionException("Nobody asked for a set with the number " + id));
    }

    /** The request whose number begins like this. @throws SelectionException when none does, or several do */
    public Request startingWith(String digits) throws SelectionException {
        List<Request> found = all().stream().filter(r -> digits.length() >= 4 && r.id().toString().startsWith(digits)).toList();
        if (found.size() != 1) {
            throw new SelectionException((found.isEmpty() ? "No request begins with " : "Several requests begin with ") + SelectionText.plain(digits) + "; docket export requests lists them");
        }
        return found.getFirst();
    }

    /** The signatures under an order. @throws SelectionException when it may not leave on this request */
    List<Approval> under(Order order, Request request) throws SelectionException {
        if (!request.order().equals(order.text())) {
            throw new SelectionException("This is not what was asked for: selection, split, rule, formats and name stay as they were signed, or a new signature is asked for");
        }
        if (request.written()) {
            throw new SelectionException("A set was written on this request already; a signature is good for one");
        }
        if (!request.answer().map(Answer::approved).orElse(false)) {
            throw new SelectionException(request.answer().map(no -> no.by() + " refused it").orElse("No second lead has signed yet: docket export approve " + request.id()));
        }
        String signed = order.hash().hex();
        return List.of(new Approval(request.askedBy(), "asked", signed), new Approval(request.answer().get().by(), "approved", signed));
    }

    private static final String REQUESTS = """
            select r.request_id, r.ordered, p.pseudonym as asked_by, r.asked_at, a.approved, q.pseudonym as signed_by, a.signed_at,
                   case when exists (select 1 from decision_set s where s.request = r.request_id) then 1 else 0 end as written
              from set_request r join principal p on p.principal_id = r.asked_by
                   left join set_answer a on a.request_id = r.request_id left join principal q on q.principal_id = a.signed_by""";

    private static Request request(ResultSet row) throws SQLException {
        String signer = row.getString("signed_by");
        return new Request(row.getObject("request_id", UUID.class), row.getString("ordered"), row.getString("asked_by"), time(row, "asked_at"),
                signer == null ? Optional.empty() : Optional.of(new Answer(row.getBoolean("approved"), signer, time(row, "signed_at"))), row.getInt("written") == 1);
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
