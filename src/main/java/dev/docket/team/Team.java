package dev.docket.team;

import dev.docket.storage.InsertOnce;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/** The people of this desk, by pseudonym. */
public final class Team {
    private static final Pattern PSEUDONYM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,19}");

    /** The person of a desk of one's own, made on first use: pseudonym {@code L-01}, role LEAD. */
    public Member self(Handle tx) {
        return add(tx, "L-01", Role.LEAD);
    }

    /**
     * Adds or finds by pseudonym; somebody found keeps the role they have.
     *
     * @param pseudonym 1 to 20 letters, digits, hyphens and underscores
     */
    public Member add(Handle tx, String pseudonym, Role role) {
        checkPseudonym(pseudonym);
        Optional<Member> known = named(tx, pseudonym);
        if (known.isPresent()) {
            return known.get();
        }
        InsertOnce.run(tx, () -> tx.createUpdate("""
                        insert into principal (principal_id, pseudonym, app_role)
                        select :id, :pseudonym, :role
                         where not exists (select 1 from principal where pseudonym = :pseudonym)""")
                .bind("id", UUID.randomUUID()).bind("pseudonym", pseudonym).bind("role", role.name()).execute());
        return named(tx, pseudonym).orElseThrow();
    }

    /** Who is logged in at a shared database; empty for a login that is nobody's, or was shut out. */
    public Optional<Member> loggedIn(Handle tx) {
        return tx.createQuery("select principal_id, pseudonym, app_role from principal where principal_id = docket_me()")
                .map((row, _) -> member(row)).findOne();
    }

    /** How much this person may hold at a shared queue. */
    public Limits limits(Handle tx, UUID id) {
        return tx.createQuery("select most_held, longest_lease from principal where principal_id = :id").bind("id", id)
                .map((row, _) -> new Limits(row.getInt("most_held"), Duration.ofSeconds(row.getInt("longest_lease")))).one();
    }

    static void checkPseudonym(String pseudonym) {
        if (!PSEUDONYM.matcher(pseudonym).matches()) {
            throw new IllegalArgumentException("A pseudonym has 1 to 20 letters, digits, hyphens or underscores");
        }
    }

    /** In order of pseudonym. */
    public List<Member> all(Handle tx) {
        return tx.createQuery("select principal_id, pseudonym, app_role from principal order by pseudonym")
                .map((row, _) -> member(row)).list();
    }

    /** Whether there is a lead beside this person, who could give a second signature. */
    public boolean hasOtherLead(Handle tx, UUID person) {
        return all(tx).stream().anyMatch(member -> member.role() == Role.LEAD && !member.id().equals(person));
    }

    public Optional<Member> find(Handle tx, UUID id) {
        return tx.createQuery("select principal_id, pseudonym, app_role from principal where principal_id = :id")
                .bind("id", id).map((row, _) -> member(row)).findOne();
    }

    private static Optional<Member> named(Handle tx, String pseudonym) {
        return tx.createQuery("select principal_id, pseudonym, app_role from principal where pseudonym = :pseudonym")
                .bind("pseudonym", pseudonym).map((row, _) -> member(row)).findOne();
    }

    private static Member member(ResultSet row) throws SQLException {
        return new Member(row.getObject("principal_id", UUID.class), row.getString("pseudonym"), Role.valueOf(row.getString("app_role")));
    }
}
