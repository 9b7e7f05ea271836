package dev.docket.queue;

import dev.docket.policy.PolicyPack;
import dev.docket.policy.Severity;
import dev.docket.storage.InsertOnce;
import dev.docket.team.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;

/** The stored lanes. Those of the pack in force have positions below {@link #RETIRED}, in the pack's order. */
final class Lanes {
    private static final int RETIRED = 1_000_000;
    private static final int TITLE_CHARS = 80;
    private static final UUID NOBODY = new UUID(0, 0);
    private static final List<String> OWN = List.of(LaneKey.SECOND_OPINION, LaneKey.ESCALATED, LaneKey.ADJUDICATION, LaneKey.APPEALS);
    private static final Predicate<String> RARE = rule -> rule.equals(LaneKey.ADJUDICATION) || rule.equals(LaneKey.APPEALS) || rule.startsWith(LaneKey.LADDER);

    /** Whether {@code me} works in lane {@code l}; the leads stand in where nobody has its role. */
    private static final String ADMITS = """
             (l.role is null or exists (select 1 from principal me where me.principal_id = :who and me.active
                and (me.app_role = l.role or me.app_role = 'LEAD'
                     and not exists (select 1 from principal o where o.active and o.app_role = l.role))))""";

    /** What is in lane {@code l}, counted to the end. */
    private static final String EXACTLY = """
            (select count(*) from review_task t where t.lane_id = l.lane_id and t.state = 0) as waiting,
            (select count(*) from review_task t where t.lane_id = l.lane_id and t.state = 1) as held,
            (select t.queued_at from review_task t where t.lane_id = l.lane_id and t.state = 0 order by t.lane_id, t.state, t.queued_at limit 1) as oldest,
            (select min(c.due_at) from task_clock c join review_task t on t.task_id = c.task_id where t.lane_id = l.lane_id and t.state in (0, 1)) as due
            from lane l""";
    /** As far as a window that asks every second has to know: see {@link Lane#COUNTED_TO}. */
    private static final String AT_A_GLANCE = """
            coalesce(s.waiting, 0) as waiting, coalesce(s.held, 0) as held, s.oldest as oldest, s.due as due
            from lane l left join lane_standing s on s.lane_id = l.lane_id""";

    /** A ladder's lane and who works in it; empty: everybody. */
    record OfLadder(String ladder, Optional<Role> role) {}

    private Lanes() {}

    /** Puts the pack's lanes in force and all others out of it; what waits in those can still be claimed. */
    static void open(Handle tx, String pack, List<PolicyPack.LaneRule> rules, Collection<OfLadder> ladders) {
        tx.createUpdate("update lane set position = position + :retired where position < :retired").bind("retired", RETIRED).execute();
        int position = 0;
        for (PolicyPack.LaneRule rule : rules) {
            open(tx, new LaneKey(pack, LaneKey.ANYWHERE, rule.id()), rule.title(), rule.severity(), position++);
        }
        open(tx, new LaneKey(pack, LaneKey.ANYWHERE, LaneKey.SECOND_OPINION), "Second opinion", Severity.S2, position++);
        open(tx, new LaneKey(pack, LaneKey.ANYWHERE, LaneKey.ESCALATED), "Escalated", Severity.S3, position++);
        for (OfLadder each : ladders) {
            LaneKey key = new LaneKey(pack, LaneKey.ANYWHERE, LaneKey.ofLadder(each.ladder()));
            if (!key.rule().equals(LaneKey.ESCALATED)) {
                open(tx, key, words(each.ladder()), Severity.S3, position++);
            }
            tx.createUpdate("update lane set role = :role where pack_id = :pack and rule = :rule")
                    .bindByType("role", each.role().map(Role::name).orElse(null), String.class).bind("pack", pack).bind("rule", key.rule()).execute();
        }
        open(tx, new LaneKey(pack, LaneKey.ANYWHERE, LaneKey.ADJUDICATION), "Adjudication", Severity.S3, position++);
        open(tx, new LaneKey(pack, LaneKey.ANYWHERE, LaneKey.APPEALS), "Appeals", Severity.S3, position);
    }

    /** {@code urgent_harm} as {@code Urgent harm}. */
    private static String words(String id) {
        return Character.toUpperCase(id.charAt(0)) + id.substring(1).replace('_', ' ');
    }

    /** Number of the lane; one of a jurisdiction is made after the rule's own when first needed. */
    static int number(Handle tx, LaneKey key) {
        OptionalInt known = find(tx, key);
        return known.isPresent() ? known.getAsInt() : branch(tx, key);
    }

    /** Whether a lane is a ladder's, which alone ask for a role. */
    static boolean isOfLadder(Handle tx, int lane) {
        return tx.createQuery("select 1 from lane where lane_id = :lane and (rule = :leads or rule like 'ladder-%')")
                .bind("lane", lane).bind("leads", LaneKey.ESCALATED).mapTo(Integer.class).findOne().isPresent();
    }

    /** Whether the reviewer has the role that the lane asks for. */
    static boolean admits(Handle tx, int lane, UUID reviewer) {
        return tx.createQuery("select 1 from lane l where l.lane_id = :lane and" + ADMITS)
                .bind("lane", lane).bind("who", reviewer).mapTo(Integer.class).findOne().isPresent();
    }

    /** The lane of a further look in the pack in force; where that has no such ladder, the leads'. */
    static int inForce(Handle tx, String rule) {
        return tx.createQuery("""
                        select lane_id from lane where rule in (:rule, :leads) and jurisdiction = '*' and position < :retired
                         order by case when rule = :rule then 0 else 1 end, position, lane_id limit 1""")
                .bind("rule", rule).bind("leads", LaneKey.ESCALATED).bind("retired", RETIRED).mapTo(Integer.class).findOne()
                .orElseThrow(() -> new IllegalStateException("Lane '" + rule + "' is not open: open the pack's lanes first"));
    }

    /**
     * Lanes in force, and others where something waits or is held, in order. Further looks beyond second opinions and
     * the leads' come up when there is something in them.
     *
     * @param reviewer counts as waiting only what this person may be given, on a server up to {@link Lane#COUNTED_TO}; empty: everything
     */
    static List<Lane> standing(Handle tx, Optional<UUID> reviewer) {
        return tx.createQuery("""
                        select l.lane_id, l.pack_id, l.jurisdiction, l.rule, l.title, l.severity, l.position, l.role, current_timestamp as now_at,
                               case when :everybody = 1 or """ + ADMITS + """
 then 0 else 1 end as closed,
                               case when l.rule in (<own>) or l.rule like 'ladder-%' then
                                    (select count(*) from review_task t where t.lane_id = l.lane_id and t.state = 0
                                        and t.not_by like :me) else 0 end as barred,
                               case when l.rule in (<own>) or l.rule like 'ladder-%' then
                                    (select count(*) from review_task t where t.lane_id = l.lane_id and t.state = 0
                                        and (t.not_by is not null or l.role is not null)
                                        and exists (select 1 from principal p)
                                        and not exists (select 1 from principal p where p.active
                                                           and (t.not_by is null
                                                                or t.not_by not like concat('%', concat(cast(p.principal_id as varchar(36)), '%')))
                                                           and (l.role is null or p.app_role = l.role or p.app_role = 'LEAD'
                                                                and not exists (select 1 from principal o where o.active and o.app_role = l.role))))
                                    else 0 end as stranded,
""" + (reviewer.isPresent() ? AT_A_GLANCE : EXACTLY) + " order by l.position, l.pack_id, l.rule, l.jurisdiction")
                // the lanes whose tasks are kept from somebody: there alone rows are read, elsewhere the indexes answer
                .bindList("own", OWN).bind("me", Rounds.like(reviewer.orElse(NOBODY)))
                .bind("who", reviewer.orElse(NOBODY)).bind("everybody", reviewer.isPresent() ? 0 : 1)
                .reduceRows(new ArrayList<>(), (standing, row) -> {
                    Lane lane = lane(row);
                    boolean usual = row.getColumn("position", Integer.class) < RETIRED && !RARE.test(row.getColumn("rule", String.class));
                    if (usual || lane.waiting() + lane.leased() + lane.barred() > 0) {
                        standing.add(lane);
                    }
                    return standing;
                });
    }

    /** Who holds what, in order of pseudonym and lane. */
    static List<Holder> holders(Handle tx) {
        return tx.createQuery("""
                        select t.lease_owner, coalesce(p.pseudonym, 'unknown') as pseudonym, l.lane_id, l.pack_id, l.jurisdiction, l.rule,
                               count(*) as tasks, max(t.lease_until) as until_at
                          from review_task t join lane l on l.lane_id = t.lane_id
                               left join principal p on p.principal_id = t.lease_owner
                         where t.state = 1
                         group by t.lease_owner, p.pseudonym, l.lane_id, l.pack_id, l.jurisdiction, l.rule
                         order by 2, l.rule, l.jurisdiction""")
                .map((row, _) -> new Holder(row.getObject("lease_owner", UUID.class), row.getString("pseudonym"), row.getInt("lane_id"),
                        new LaneKey(row.getString("pack_id"), row.getString("jurisdiction"), row.getString("rule")).text(),
                        row.getLong("tasks"), row.getObject("until_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static void open(Handle tx, LaneKey key, String title, Severity severity, int position) {
        if (find(tx, key).isEmpty()) {
            insert(tx, key, capped(title), severity.name(), position);
        }
        // branches for jurisdictions follow their rule
        tx.createUpdate("""
                        update lane set position = :position, severity = :severity,
                               title = case when jurisdiction = '*' then :title else concat(:stem, jurisdiction) end
                         where pack_id = :pack and rule = :rule""")
                .bind("position", position).bind("severity", severity.name()).bind("title", capped(title)).bind("stem", stem(title))
                .bind("pack", key.pack()).bind("rule", key.rule()).execute();
    }

    private static int branch(Handle tx, LaneKey key) {
        LaneKey trunk = new LaneKey(key.pack(), LaneKey.ANYWHERE, key.rule());
        record Rule(String title, String severity, int position) {}
        Rule rule = tx.createQuery("select title, severity, position from lane where pack_id = :pack and jurisdiction = '*' and rule = :rule")
                .bind("pack", trunk.pack()).bind("rule", trunk.rule())
                .map((row, _) -> new Rule(row.getString("title"), row.getString("severity"), row.getInt("position"))).findOne()
                .orElseThrow(() -> new IllegalStateException("Lane '" + key.rule() + "' of " + key.pack() + " is not open: open the pack's lanes first"));
        return insert(tx, key, stem(rule.title()) + key.jurisdiction(), rule.severity(), rule.position());
    }

    /** Numbers follow from the key, so that no counter is shared; on a collision the next number is tried. */
    private static int insert(Handle tx, LaneKey key, String title, String severity, int position) {
        for (int number = key.number();; number = number == Integer.MAX_VALUE ? 1 : number + 1) {
            int candidate = number;
            InsertOnce.run(tx, () -> tx.createUpdate("""
                            insert into lane (lane_id, pack_id, jurisdiction, rule, title, severity, position)
                            select :id, :pack, :jurisdiction, :rule, :title, :severity, :position
                             where not exists (select 1 from lane where lane_id = :id)""")
                    .bind("id", candidate).bind("pack", key.pack()).bind("jurisdiction", key.jurisdiction()).bind("rule", key.rule())
                    .bind("title", title).bind("severity", severity).bind("position", position).execute());
            OptionalInt found = find(tx, key);
            if (found.isPresent()) {
                return found.getAsInt();
            }
        }
    }

    private static OptionalInt find(Handle tx, LaneKey key) {
        return tx.createQuery("select lane_id from lane where pack_id = :pack and jurisdiction = :jurisdiction and rule = :rule")
                .bind("pack", key.pack()).bind("jurisdiction", key.jurisdiction()).bind("rule", key.rule())
                .mapTo(Integer.class).findOne().map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    private static Lane lane(RowView row) {
        Instant now = row.getColumn("now_at", Instant.class);
        LaneKey key = new LaneKey(row.getColumn("pack_id", String.class), row.getColumn("jurisdiction", String.class), row.getColumn("rule", String.class));
        boolean closed = row.getColumn("closed", Integer.class) == 1;
        long waiting = row.getColumn("waiting", Long.class);
        long barred = closed ? waiting : row.getColumn("barred", Long.class);
        return new Lane(row.getColumn("lane_id", Integer.class), key.text(), row.getColumn("title", String.class), row.getColumn("severity", String.class),
                waiting - barred, row.getColumn("held", Long.class),
                Optional.ofNullable(row.getColumn("oldest", Instant.class)).map(since -> Duration.between(since, now)),
                Optional.ofNullable(row.getColumn("due", Instant.class)), barred, row.getColumn("stranded", Long.class),
                Optional.ofNullable(row.getColumn("role", String.class)).map(Role::valueOf), closed);
    }

    private static String capped(String title) {
        return title.length() <= TITLE_CHARS ? title : title.substring(0, TITLE_CHARS);
    }

    /** What a jurisdiction's name is put behind. */
    private static String stem(String title) {
        return capped(title) + ", ";
    }
}
