package dev.docket.team;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * The people of a shared desk: each has a login of their own at the database server, a role, and lanes. For admins and
 * whoever set the database up; it refuses anybody else. PostgreSQL only. Several threads.
 */
public final class Logins {
    private static final int SALT_BYTES = 16;

    private final SecureRandom random = new SecureRandom();

    /**
     * A person as an admin sees them.
     *
     * @param login at the database server
     * @param lanes {@code rule} or {@code rule@jurisdiction}; {@code *}: all but the ladders'
     * @param mostHeld tasks in their hands at most
     * @param longestLease in seconds
     */
    public record Person(Member member, String login, boolean active, List<String> lanes, int mostHeld, int longestLease) {
        public Person {
            lanes = List.copyOf(lanes);
        }
    }

    /** Lets somebody in. The password leaves this machine only as what the server keeps of it. */
    public Member add(Handle tx, String login, char[] password, String pseudonym, Role role) {
        Team.checkPseudonym(pseudonym);
        UUID id = tx.createQuery("select docket_member_add(:login, :verifier, :pseudonym, :role)")
                .bind("login", login).bind("verifier", verifier(password)).bind("pseudonym", pseudonym).bind("role", role.name())
                .mapTo(UUID.class).one();
        return new Member(id, pseudonym, role);
    }

    /** A new password, of one's own or by an admin. */
    public void password(Handle tx, String pseudonym, char[] password) {
        tx.createQuery("select docket_member_password(:pseudonym, :verifier)").bind("pseudonym", pseudonym).bind("verifier", verifier(password)).mapToMap().one();
    }

    /** Shuts somebody out at once, or lets them in again. What they hold lapses; what they did stays theirs. */
    public void active(Handle tx, String pseudonym, boolean yes) {
        tx.createQuery("select docket_member_active(:pseudonym, :yes)").bind("pseudonym", pseudonym).bind("yes", yes).mapToMap().one();
    }

    /** @param lane as in {@link Person#lanes} */
    public void grant(Handle tx, String pseudonym, String lane) {
        String[] parts = parts(tx, lane);
        tx.createUpdate("""
                        insert into lane_grant (principal_id, rule, jurisdiction)
                        select :id, :rule, :place where not exists (select 1 from lane_grant where principal_id = :id and rule = :rule and jurisdiction = :place)""")
                .bind("id", id(tx, pseudonym)).bind("rule", parts[0]).bind("place", parts[1]).execute();
    }

    /** False when it was not granted. */
    public boolean revoke(Handle tx, String pseudonym, String lane) {
        String[] parts = parts(tx, lane);
        return tx.createUpdate("delete from lane_grant where principal_id = :id and rule = :rule and jurisdiction = :place")
                .bind("id", id(tx, pseudonym)).bind("rule", parts[0]).bind("place", parts[1]).execute() == 1;
    }

    /** How much somebody may hold, and for how long: more for those who work away from the network. */
    public void limits(Handle tx, String pseudonym, int mostHeld, int longestLease) {
        if (mostHeld < 1 || mostHeld > 500 || longestLease < 90 || longestLease > 86_400) {
            throw new IllegalArgumentException("Somebody holds 1 to 500 tasks, for 90 seconds to a day");
        }
        tx.createUpdate("update principal set most_held = :held, longest_lease = :lease where principal_id = :id")
                .bind("held", mostHeld).bind("lease", longestLease).bind("id", id(tx, pseudonym)).execute();
    }

    /** Everybody with a login, in order of pseudonym. */
    public List<Person> all(Handle tx) {
        return tx.createQuery("""
                        select p.principal_id, p.pseudonym, p.app_role, p.db_role, p.active, p.most_held, p.longest_lease,
                               (select string_agg(case g.jurisdiction when '*' then g.rule else g.rule || '@' || g.jurisdiction end, ' ' order by g.rule, g.jurisdiction)
                                  from lane_grant g where g.principal_id = p.principal_id) as lanes
                          from principal p where p.db_role is not null order by p.pseudonym""")
                .map((row, _) -> new Person(
                        new Member(row.getObject("principal_id", UUID.class), row.getString("pseudonym"), Role.valueOf(row.getString("app_role"))),
                        row.getString("db_role"), row.getBoolean("active"),
                        Optional.ofNullable(row.getString("lanes")).map(lanes -> List.of(lanes.split(" "))).orElse(List.of()),
                        row.getInt("most_held"), row.getInt("longest_lease"))).list();
    }

    private String verifier(char[] password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return ScramVerifier.of(password, salt);
    }

    private static UUID id(Handle tx, String pseudonym) {
        return tx.createQuery("select principal_id from principal where pseudonym = :pseudonym and db_role is not null").bind("pseudonym", pseudonym)
                .mapTo(UUID.class).findOne().orElseThrow(() -> new IllegalArgumentException("There is no member " + pseudonym + " with a login; see 'docket team list'"));
    }

    /** Rule and jurisdiction. A lane that is not there yet cannot be granted: that would be a slip of the pen that nobody notices. */
    private static String[] parts(Handle tx, String lane) {
        int at = lane.indexOf('@');
        String rule = at < 0 ? lane : lane.substring(0, at);
        List<String> rules = tx.createQuery("select distinct rule from lane order by rule").mapTo(String.class).list();
        if (!rule.equals("*") && !rules.contains(rule)) {
            throw new IllegalArgumentException("There is no lane '" + rule + "'; there are " + String.join(", ", rules) + ", and '*' for all that have no ladder");
        }
        return new String[] {rule, at < 0 ? "*" : lane.substring(at + 1)};
    }

    /**
     * Lets the members' logins connect to this database: that right is the database's own, and not every way of restoring one brings it
     * back. As its owner. Returns the logins that the server does not have.
     */
    public List<String> letIn(Handle tx) {
        tx.createQuery("""
                        select format('grant connect on database %I to %I', current_database(), db_role) from principal
                         where db_role is not null and active and exists (select 1 from pg_roles where rolname = db_role)""")
                .mapTo(String.class).list().forEach(tx::execute);
        return tx.createQuery("select db_role from principal where db_role is not null and active and not exists (select 1 from pg_roles where rolname = db_role) order by 1")
                .mapTo(String.class).list();
    }
}
