package dev.docket.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.docket.team.Member;
import dev.docket.team.Role;
import dev.docket.queue.LeasedTask;
import dev.docket.queue.ReviewQueue;
import dev.docket.team.Logins;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What somebody with a login could try who talks to the database past Docket. Each probe is a transaction of its own; it
 * has to be refused, or to find nothing, and nothing at all may have changed after it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecurityProbesTest {
    private static final String VERDICT = """
            insert into verdict_event (verdict_id, task_id, item_id, round, revision, kind, reviewer_id, lease_epoch, label, action, finding_json,
                   pack_id, pack_version, pack_sha256, shown_json, shown_hash, client_at, about)
            select gen_random_uuid(), t.task_id, t.item_id, t.round, %s, '%s', %s, %s, 'benign', 'none', '{"label":"benign","action":"none"}', 'p', '1', '\\x00', '{}', '\\x00', now(), %s
              from review_task t where t.task_id = %s""";
    private static final String CLAIM = "select * from docket_claim((select lane_id from review_task where task_id = %s), %s, '%%nobody%%', 32, 8, %d)";
    /** A task, whose name, whose chain. */
    private static final String DECIDE = "select d.* from review_task t, lateral docket_decide(gen_random_uuid(), t.task_id, t.item_id, %2$s, 'benign', 'allow', '{\"label\":\"benign\",\"action\":\"allow\"}', null, 'p', '1', "
            + "'\\x00', '{}', '\\x00', now(), null, false, 'desk', %3$s, now(), 'VERDICT_DECIDED', gen_random_uuid(), '{}', '', '', '') d where t.task_id = %1$s";
    private static final String CLOSE = "update review_task set state = 2, lease_owner = null, lease_until = null where task_id = %s";
    private static final String LEASE = "update review_task set state = 1, lease_owner = %s, lease_epoch = lease_epoch + %s, lease_until = now() + interval '%s' where task_id = %s";

    @TempDir
    private static Path folder;
    private SharedRoom room;
    private Member auditor;
    private Member admin;
    private Member sealer;
    private Member export;
    private Member former;
    private final Map<String, String> names = new LinkedHashMap<>();

    @BeforeAll
    void fillTheRoom() {
        room = new SharedRoom(folder);
        room.shared.owner.transact(tx -> {
            new Logins().revoke(tx, "R-02", "*");
            new Logins().grant(tx, "R-02", "general");
            new Logins().grant(tx, "R-02", "second-opinion");
        });
        auditor = room.shared.add("A-01", Role.AUDITOR);
        admin = room.shared.add("M-01", Role.ADMIN);
        sealer = room.shared.add("S-01", Role.SEALER);
        export = room.shared.add("E-01", Role.EXPORT);
        former = room.shared.add("R-09", Role.REVIEWER);
        String other = SharedRoom.PACK.lanes().stream().map(lane -> lane.id()).filter(id -> !id.equals("general")).findFirst().orElseThrow();
        UUID bens = room.file(1);
        UUID decidedByBen = room.file(2);
        UUID mine = room.file(3);
        UUID decidedByMe = room.file(4);
        UUID doubted = room.file(5);
        UUID waiting = room.file(6);
        UUID elsewhere = room.file(7, other, Room.hash(7));
        UUID quarantined = room.file(8);
        for (int i = 0; i < 70; i++) {
            room.file(100 + i);
        }
        Verdict first = room.ben.decide(decidedByBen, Room.finding("spam_scam"));
        Verdict own = room.anna.decide(decidedByMe, Room.finding("benign"));
        Verdict unsure = room.anna.decide(doubted, Room.finding("benign").withSure(false));
        room.carla.desk.record(room.carla.event(room.carla.claim(quarantined).orElseThrow(), VerdictKind.QUARANTINED, "suspected"));
        LeasedTask held = room.ben.claim(bens).orElseThrow();
        LeasedTask inHand = room.anna.claim(mine).orElseThrow();
        room.shared.owner.transact(tx -> {
            tx.execute("insert into item_comment (comment_id, item_id, author_id, words, written_at) values (?, ?, ?, 'said by ben', now())", UUID.randomUUID(), waiting, room.ben.id());
            tx.execute("insert into item_comment (comment_id, item_id, author_id, words, written_at) values (?, ?, ?, 'said elsewhere', now())", UUID.randomUUID(), elsewhere, room.ben.id());
            tx.execute("insert into score (item_id, model_id, model_ver, label, score, threshold) values (?, 'm', '1', 'l', .5, .5)", elsewhere);
            tx.execute("insert into image_key (sha256, data_key) select sha256, '\\x00' from item where state = 0");
            new Logins().active(tx, "R-09", false);
        });
        name("anna", room.anna.id());
        name("ben", room.ben.id());
        name("bens", held.taskId());
        name("inhand", inHand.taskId());
        name("waiting", ReviewQueue.taskId(waiting, 1));
        name("elsewhere", ReviewQueue.taskId(elsewhere, 1));
        name("elseitem", elsewhere);
        name("waititem", waiting);
        name("gone", quarantined);
        name("decided", ReviewQueue.taskId(decidedByBen, 1));
        name("owntask", ReviewQueue.taskId(decidedByMe, 1));
        name("second", ReviewQueue.taskId(doubted, 2));
        name("benverdict", first.id());
        name("ownverdict", own.id());
        name("unsure", unsure.id());
        name("inhanditem", mine);
    }

    private void name(String word, UUID id) {
        names.put("$" + word + "$", "'" + id + "'::uuid");
    }

    @AfterAll
    void closeTheRoom() {
        room.close();
    }

    @TestFactory
    Stream<DynamicTest> whatAReviewerTriesIsRefused() {
        Member anna = room.anna.member;
        return Stream.of(
                probe(anna, "claims in a lane that is not theirs", LEASE.formatted("$anna$", 1, "90 seconds", "$elsewhere$")),
                probe(anna, "claims by the function for it, for somebody else", CLAIM.formatted("$waiting$", "$ben$", 90)),
                probe(anna, "claims by the function for it in a lane that is not theirs", CLAIM.formatted("$elsewhere$", "$anna$", 90)),
                probe(anna, "claims by the function for it for a year", CLAIM.formatted("$waiting$", "$anna$", 31_536_000)),
                probe(anna, "decides by the function for it what somebody else holds", DECIDE.formatted("$bens$", "$anna$", "$anna$")),
                probe(anna, "decides by the function for it in somebody else's name", DECIDE.formatted("$bens$", "$ben$", "$anna$")),
                probe(anna, "decides by the function for it into somebody else's chain", DECIDE.formatted("$inhand$", "$anna$", "$ben$")),
                probe(anna, "counts a lane that is not theirs", "select 1 from lane_standing s join lane l on l.lane_id = s.lane_id left join lane_grant g on g.rule = l.rule and g.principal_id = $anna$ where l.role is null and g.rule is null"),
                probe(anna, "takes what somebody holds", LEASE.formatted("$anna$", 1, "90 seconds", "$bens$")),
                probe(anna, "claims and jumps an epoch", LEASE.formatted("$anna$", 2, "90 seconds", "$waiting$")),
                probe(anna, "claims under the old epoch", LEASE.formatted("$anna$", 0, "90 seconds", "$waiting$")),
                probe(anna, "claims for a year", LEASE.formatted("$anna$", 1, "1 year", "$waiting$")),
                probe(anna, "claims for somebody else", LEASE.formatted("$ben$", 1, "90 seconds", "$waiting$")),
                probe(anna, "claims the second look at a finding of their own", LEASE.formatted("$anna$", 1, "90 seconds", "$second$")),
                probe(anna, "hoards", LEASE.replace("where task_id = %s", "where state = 0").formatted("$anna$", 1, "90 seconds")),
                probe(anna, "claims and raises its priority", "update review_task set state = 1, lease_owner = $anna$, lease_epoch = lease_epoch + 1, lease_until = now(), priority = 0 where task_id = $waiting$"),
                probe(anna, "keeps somebody else's lease", "update review_task set lease_until = now() + interval '90 seconds' where task_id = $bens$"),
                probe(anna, "keeps a lease for a year", "update review_task set lease_until = now() + interval '1 year' where task_id = $inhand$"),
                probe(anna, "keeps a lease for ever", "update review_task set lease_until = null where task_id = $inhand$"),
                probe(anna, "hands a task to somebody else", "update review_task set lease_owner = $ben$ where task_id = $inhand$"),
                probe(anna, "gives back what somebody else holds", "update review_task set state = 0, lease_owner = null, lease_until = null where task_id = $bens$"),
                probe(anna, "closes what somebody else holds", CLOSE.formatted("$bens$")),
                probe(anna, "closes without a verdict", CLOSE.formatted("$inhand$")),
                probe(anna, "closes what waits without a verdict", CLOSE.formatted("$waiting$")),
                probe(anna, "files a finding under another label", CLOSE.formatted("$inhand$") + ";" + VERDICT.replace("\"label\":\"benign\"", "\"label\":\"spam_scam\"")
                        .formatted(0, "DECIDED", "$anna$", "t.lease_epoch", "null", "$inhand$")),
                probe(anna, "skips without saying so", "update review_task set state = 0, lease_owner = null, lease_until = null, priority = priority + 10000000 where task_id = $inhand$"),
                probe(anna, "withdraws a task", "update review_task set state = 3, lease_owner = null, lease_until = null where task_id = $inhand$"),
                probe(anna, "deletes a task", "delete from review_task where task_id = $inhand$"),
                probe(anna, "opens again what somebody else decided", LEASE.formatted("$anna$", 1, "90 seconds", "$decided$")),
                probe(anna, "opens again what they decided, and does not say so", LEASE.formatted("$anna$", 1, "90 seconds", "$owntask$")),
                probe(anna, "puts a decided task back into its lane", "update review_task set state = 0, lease_epoch = lease_epoch + 1 where task_id = $owntask$"),
                probe(anna, "changes a priority", "update review_task set priority = 0 where task_id = $waiting$"),
                probe(anna, "moves a task to another lane", "update review_task set lane_id = 1 where task_id = $waiting$"),
                probe(anna, "makes a second look a first one", "update review_task set stage = 'FIRST' where task_id = $second$"),
                probe(anna, "strikes themselves off those it is kept from", "update review_task set not_by = null where task_id = $second$"),
                probe(anna, "keeps a task from somebody else", "update review_task set not_by = $ben$::text where task_id = $waiting$"),
                probe(anna, "makes it another item's task", "update review_task set item_id = $waititem$ where task_id = $inhand$"),
                probe(anna, "files a first look", "insert into review_task (task_id, item_id, round, lane_id, priority) select gen_random_uuid(), $gone$, 1, lane_id, 0 from review_task where task_id = $waiting$"),
                probe(anna, "files a further look that no verdict asks for", "insert into review_task (task_id, item_id, round, lane_id, priority, stage) select gen_random_uuid(), $waititem$, 2, lane_id, 0, 'SECOND' from review_task where task_id = $waiting$"),
                probe(anna, "files a further look for an old verdict", "insert into review_task (task_id, item_id, round, lane_id, priority, stage, filed_by) select gen_random_uuid(), $waititem$, 2, lane_id, 0, 'SECOND', $ownverdict$ from review_task where task_id = $waiting$"),
                probe(anna, "files a further look at another item with a verdict", CLOSE.formatted("$inhand$"), VERDICT.formatted(0, "DECIDED", "$anna$", "t.lease_epoch", "null", "$inhand$"),
                        "insert into review_task (task_id, item_id, round, lane_id, priority, stage, filed_by) select gen_random_uuid(), $waititem$, 2, t.lane_id, 0, 'SECOND', v.verdict_id from review_task t, verdict_event v where t.task_id = $waiting$ and v.task_id = $inhand$"),
                probe(anna, "files a task that is held already", "insert into review_task (task_id, item_id, round, lane_id, priority, stage, state, lease_owner) select gen_random_uuid(), $waititem$, 2, lane_id, 0, 'SECOND', 1, $anna$ from review_task where task_id = $waiting$"),

                probe(anna, "decides in somebody else's name", CLOSE.formatted("$inhand$"), VERDICT.formatted(0, "DECIDED", "$ben$", "t.lease_epoch", "null", "$inhand$")),
                probe(anna, "decides what somebody else holds", VERDICT.formatted(0, "DECIDED", "$anna$", "t.lease_epoch", "null", "$bens$")),
                probe(anna, "decides without holding it", VERDICT.formatted(0, "DECIDED", "$anna$", "t.lease_epoch", "null", "$waiting$")),
                probe(anna, "decides without closing", VERDICT.formatted(0, "DECIDED", "$anna$", "t.lease_epoch", "null", "$inhand$")),
                probe(anna, "decides under a former epoch", CLOSE.formatted("$inhand$"), VERDICT.formatted(0, "DECIDED", "$anna$", "t.lease_epoch - 1", "null", "$inhand$")),
                probe(anna, "decides twice", VERDICT.formatted(1, "DECIDED", "$anna$", "t.lease_epoch", "null", "$owntask$")),
                probe(anna, "decides and leaves numbers out", CLOSE.formatted("$inhand$"), VERDICT.formatted(7, "DECIDED", "$anna$", "t.lease_epoch", "null", "$inhand$")),
                probe(anna, "decides and does not log it", CLOSE.formatted("$inhand$"), VERDICT.formatted(0, "DECIDED", "$anna$", "t.lease_epoch", "null", "$inhand$")),
                probe(anna, "decides about another item", CLOSE.formatted("$inhand$"), VERDICT.replace("t.item_id", "$waititem$").formatted(0, "DECIDED", "$anna$", "t.lease_epoch", "null", "$inhand$")),
                probe(anna, "adjudicates a first look", CLOSE.formatted("$inhand$"), VERDICT.formatted(0, "ADJUDICATED", "$anna$", "t.lease_epoch", "null", "$inhand$")),
                probe(anna, "takes somebody else's verdict back", VERDICT.formatted(1, "UNDONE", "$anna$", "t.lease_epoch", "$benverdict$", "$decided$")),
                probe(anna, "revises what was not decided blind", VERDICT.formatted(1, "REVISED", "$anna$", "t.lease_epoch", "$ownverdict$", "$owntask$")),
                probe(anna, "revises somebody else's verdict", VERDICT.formatted(1, "REVISED", "$anna$", "t.lease_epoch", "$benverdict$", "$decided$")),
                probe(anna, "carries somebody else's decision over", CLOSE.formatted("$waiting$"), VERDICT.formatted(0, "PROPAGATED", "$anna$", "0", "$benverdict$", "$waiting$")),
                probe(anna, "carries a decision over to what looks like nothing", CLOSE.formatted("$waiting$"), VERDICT.formatted(0, "PROPAGATED", "$anna$", "0", "$ownverdict$", "$waiting$")),
                probe(anna, "takes back what was never carried over", VERDICT.formatted(1, "REVERSED", "$anna$", "t.lease_epoch", "$ownverdict$", "$owntask$")),
                probe(anna, "appeals", VERDICT.formatted(1, "APPEALED", "$anna$", "t.lease_epoch", "$ownverdict$", "$owntask$")),
                probe(anna, "invents a kind of event", CLOSE.formatted("$inhand$"), VERDICT.formatted(0, "BLESSED", "$anna$", "t.lease_epoch", "null", "$inhand$")),
                probe(anna, "changes a verdict of theirs", "update verdict_event set finding_json = '{}' where verdict_id = $ownverdict$"),
                probe(anna, "changes its label", "update verdict_event set label = 'spam_scam' where verdict_id = $ownverdict$"),
                probe(anna, "changes when it was recorded", "update verdict_event set recorded_at = now() - interval '1 day' where verdict_id = $ownverdict$"),
                probe(anna, "deletes a verdict", "delete from verdict_event where verdict_id = $ownverdict$"),
                probe(anna, "empties the record", "truncate verdict_event"),
                probe(anna, "writes a late verdict in somebody else's name", "insert into verdict_late (verdict_id, task_id, item_id, reviewer_id, lease_epoch, body_json) values (gen_random_uuid(), $inhand$, $inhanditem$, $ben$, 1, '{}')"),
                probe(anna, "writes a late verdict on a task that never was", "insert into verdict_late (verdict_id, task_id, item_id, reviewer_id, lease_epoch, body_json) values (gen_random_uuid(), gen_random_uuid(), $inhanditem$, $anna$, 1, '{}')"),

                probe(anna, "reads others' verdicts", "select * from verdict_event where reviewer_id <> $anna$"),
                probe(anna, "reads tasks of other lanes", "select * from review_task where task_id = $elsewhere$"),
                probe(anna, "reads items of other lanes", "select * from item where item_id = $elseitem$"),
                probe(anna, "reads scores of other lanes", "select * from score"),
                probe(anna, "reads comments in other lanes", "select * from item_comment where item_id = $elseitem$"),
                probe(anna, "reads who was quarantined by whom", "select * from hand_over"),
                probe(anna, "reads the log", "select * from audit_entry"),
                probe(anna, "reads others' chains", "select * from audit_writer where principal_id <> $anna$"),
                probe(anna, "reads logins", "select db_role from principal"),
                probe(anna, "reads passwords", "select rolpassword from pg_authid"),
                probe(anna, "reads the keys of pictures in other lanes", "select * from image_key where sha256 = '\\x" + hexOf(7) + "'"),
                probe(anna, "erases a picture everywhere", "delete from image_key"),
                probe(room.lead.member, "erases a picture that is shown", "delete from image_key"),
                probe(anna, "reads hash banks", "select * from hash_bank_part"),

                probe(anna, "writes in somebody else's chain", "insert into audit_entry (writer_id, writer_seq, at_client, kind, body_json, prev_hash, leaf_hash) values ($ben$, 0, now(), 'X', '{}', decode(repeat('00', 32), 'hex'), decode(repeat('ab', 32), 'hex'))"),
                probe(anna, "asks where somebody else's chain ends", "select * from docket_chain_end('desk', $ben$)"),
                probe(anna, "writes in somebody else's chain with names of their own", """
                        create temp table audit_writer as select $ben$::uuid as writer_id, $anna$::uuid as principal_id;
                        create temp table principal as select $anna$::uuid as principal_id, session_user as db_role, true as active;
                        create function pg_temp.docket_is_owner() returns boolean language sql as 'select true';
                        set search_path = pg_temp, public, pg_catalog;
                        insert into audit_entry (writer_id, writer_seq, at_client, kind, body_json, prev_hash, leaf_hash) values ($ben$, 0, now(), 'X', '{}', decode(repeat('00', 32), 'hex'), decode(repeat('ab', 32), 'hex'))"""),
                probe(anna, "holds up somebody else's chain", "select pg_advisory_lock(uuid_hash_extended($ben$, 0))"),
                probe(anna, "holds up a chain for a transaction", "select pg_advisory_xact_lock(uuid_hash_extended($ben$, 0))"),
                probe(anna, "holds up a chain if it is free", "select pg_try_advisory_lock(uuid_hash_extended($ben$, 0))"),
                probe(anna, "holds up a chain along with others", "select pg_try_advisory_xact_lock_shared(uuid_hash_extended($ben$, 0))"),
                probe(anna, "holds up a chain by its halves", "select pg_advisory_lock(1, 2)"),
                probe(anna, "marks a chain past what it has", "update audit_writer set next_seq = next_seq, head_hash = decode(repeat('ab', 32), 'hex') where writer_id = $anna$"),
                probe(anna, "leaves a gap in their chain", entry("$anna$", "e.seq + 1", "e.leaf")),
                probe(anna, "breaks their chain", entry("$anna$", "e.seq", "'\\x00'::bytea")),
                probe(anna, "moves the head past the last entry", "update audit_writer set next_seq = next_seq + 1 where writer_id = $anna$"),
                probe(anna, "takes the head back", "update audit_writer set next_seq = next_seq - 1 where writer_id = $anna$"),
                probe(anna, "gives their chain to somebody else", "update audit_writer set principal_id = $ben$ where writer_id = $anna$"),
                probe(anna, "begins a chain in somebody else's name", "insert into audit_writer (writer_id, name, next_seq, head_hash, principal_id) values ('" + "$lead$" + "', 'desk', 0, decode(repeat('00', 32), 'hex'), $ben$)"),
                probe(anna, "begins a chain that is not empty", "insert into audit_writer (writer_id, name, next_seq, head_hash) values (gen_random_uuid(), 'desk', 5, decode(repeat('00', 32), 'hex'))"),
                probe(anna, "rewrites the log", "update audit_entry set body_json = '{}'"),
                probe(anna, "deletes from the log", "delete from audit_entry"),
                probe(anna, "empties the log", "truncate audit_entry"),
                probe(anna, "signs the log", "insert into audit_checkpoint (tree_size, root, note) values (1, '\\x00', 'mine')"),
                probe(anna, "cuts the sealed tree", "update audit_tree set tree_size = 0"),

                probe(anna, "quarantines without a verdict", "update item set state = 9, uploader = null, facts_json = '{}', provenance_json = '{}' where item_id = $waititem$"),
                probe(anna, "takes an item out of quarantine", "update item set state = 0 where item_id = $gone$"),
                probe(anna, "changes what is known of an item", "update item set facts_json = '{\"gold\":true}' where item_id = $waititem$"),
                probe(anna, "brings an item in", "insert into item (item_id, source, external_id, sha256, flagged_at, facts_json, provenance_json) select gen_random_uuid(), 'x', 'y', sha256, now(), '{}', '{}' from item limit 1"),
                probe(anna, "deletes an item", "delete from item where item_id = $waititem$"),
                probe(anna, "wipes a live picture's hashes", "update image_blob set pdq = null, pdq_quality = null, cluster_id = null"),
                probe(anna, "joins pictures that do not look alike", "update image_blob set cluster_id = '\\x00'"),
                probe(anna, "opens a record of a quarantine", "insert into hand_over (item_id, sha256, opened_at, cause, person_id, source, reason, pack, jurisdiction) select item_id, sha256, now(), 'PERSON', $anna$, '', 'x', '', '*' from item where item_id = $waititem$"),
                probe(anna, "says a record was handed over", "update hand_over set reference = 'none', handed_at = now(), handed_by = $anna$"),
                probe(anna, "deletes the records of quarantines", "delete from hand_over"),
                probe(anna, "wipes scores", "delete from score"),
                probe(anna, "writes a score", "insert into score (item_id, model_id, model_ver, label, score, threshold) values ($waititem$, 'm', '1', 'l', 1, 0)"),
                probe(anna, "moves a deadline", "update task_clock set due_at = now() + interval '1 year'"),
                probe(anna, "sets a deadline", "insert into task_clock (task_id, due_at, calm) values ($waiting$, now(), 1)"),
                probe(anna, "makes somebody else's decision spread", "insert into propagation_due (seed_id, decided_at) values ($benverdict$, now())"),
                probe(anna, "speaks in somebody else's name", "insert into item_comment (comment_id, item_id, author_id, words, written_at) values (gen_random_uuid(), $waititem$, $ben$, 'hello', now())"),
                probe(anna, "comments where they see nothing", "insert into item_comment (comment_id, item_id, author_id, words, written_at) values (gen_random_uuid(), $elseitem$, $anna$, 'hello', now())"),
                probe(anna, "deletes what somebody else said", "delete from item_comment where author_id = $ben$"),
                probe(anna, "puts another policy in force", "insert into policy_pack (pack_id, version, sha256, body) values ('x', '1', '\\x00', '{}')"),
                probe(anna, "opens a lane", "insert into lane (lane_id, pack_id, jurisdiction, rule, title, severity, position) values (1, 'x', '*', 'x', 'x', 'S0', 0)"),
                probe(anna, "opens a ladder to everybody", "update lane set role = null"),
                probe(anna, "changes where images lie", "update team_setting set content = '/tmp'"),
                probe(anna, "puts a model in force", "update model_version set stage = 'ACTIVE'"),

                probe(anna, "becomes a lead", "update principal set app_role = 'LEAD' where principal_id = $anna$"),
                probe(anna, "may hold more", "update principal set most_held = 500 where principal_id = $anna$"),
                probe(anna, "grants themselves a lane", "insert into lane_grant (principal_id, rule, jurisdiction) values ($anna$, '*', '*')"),
                probe(anna, "lets somebody in", "select docket_member_add('friend', 'SCRAM-SHA-256$4096:x$y:z', 'R-77', 'LEAD')"),
                probe(anna, "shuts somebody out", "select docket_member_active('R-03', false)"),
                probe(anna, "sets somebody else's password", "select docket_member_password('L-01', 'SCRAM-SHA-256$4096:x$y:z')"),
                probe(anna, "lifts their limits", "select docket_member_limits(session_user::text)"),
                probe(anna, "takes the owner's role", "set role docket_owner"),
                probe(anna, "takes a lead's role", "set role docket_lead"),
                probe(anna, "grants themselves a role", "grant docket_lead to " + "current_user"),
                probe(anna, "makes a login", "create role friend login"),
                probe(anna, "becomes a superuser", "alter role current_user superuser"),
                probe(anna, "may make logins", "alter role current_user createrole"),
                probe(anna, "speaks as another login", "set session authorization postgres"),
                probe(anna, "switches row-level security off", "alter table verdict_event disable row level security"),
                probe(anna, "reads without row-level security", "set row_security = off; select * from verdict_event"),
                probe(anna, "switches triggers off", "alter table review_task disable trigger all"),
                probe(anna, "has the server look away", "set session_replication_role = replica"),
                probe(anna, "drops a trigger", "drop trigger docket_task_guard on review_task"),
                probe(anna, "drops a policy", "drop policy seen on verdict_event"),
                probe(anna, "replaces a function", "create or replace function docket_role() returns text language sql as $f$ select 'LEAD' $f$"),
                probe(anna, "makes a table", "create table mine (a int)"),
                probe(anna, "makes a schema", "create schema mine"),
                probe(anna, "loads an extension", "create extension dblink"),
                probe(anna, "runs a program", "copy (select 1) to program 'true'"),
                probe(anna, "reads a program's output", "create temp table got (a text); copy got from program 'id'"),
                probe(anna, "writes a server's file", "copy (select 1) to '/tmp/docket-probe'"),
                probe(anna, "reads a server's file", "select pg_read_file('/etc/passwd')"),
                probe(anna, "lists a server's folder", "select pg_ls_dir('.')"),
                probe(anna, "imports a server's file", "select lo_import('/etc/passwd')"),
                probe(anna, "changes the server's settings", "alter system set ssl = off"),
                probe(anna, "hides a table behind one of their own", """
                        create temp table principal as select principal_id, pseudonym, 'LEAD'::text as app_role, true as active from principal;
                        update review_task set priority = 0 where task_id = $waiting$"""),
                probe(anna, "reads what the planner knows of others' verdicts", "select most_common_vals from pg_stats where tablename = 'verdict_event'"));
    }

    @TestFactory
    Stream<DynamicTest> whatOthersTryIsRefused() {
        Member lead = room.lead.member;
        Member feed = room.feed.member;
        return Stream.of(
                probe(lead, "a lead decides in a reviewer's name", VERDICT.formatted(1, "DECIDED", "$ben$", "t.lease_epoch", "null", "$bens$")),
                probe(lead, "a lead changes a verdict", "update verdict_event set finding_json = '{}'"),
                probe(lead, "a lead deletes a verdict", "delete from verdict_event"),
                probe(lead, "a lead rewrites the log", "update audit_entry set body_json = '{}'"),
                probe(lead, "a lead signs the log", "insert into audit_checkpoint (tree_size, root, note) values (1, '\\x00', 'mine')"),
                probe(lead, "a lead makes somebody an admin", "update principal set app_role = 'ADMIN'"),
                probe(lead, "a lead grants a lane", "insert into lane_grant (principal_id, rule, jurisdiction) values ($ben$, '*', 'DE')"),
                probe(lead, "a lead closes without a verdict", CLOSE.formatted("$waiting$")),
                probe(lead, "a lead takes an item out of quarantine", "update item set state = 0 where item_id = $gone$"),
                probe(feed, "an intake claims", LEASE.formatted("$anna$", 1, "90 seconds", "$waiting$")),
                probe(feed, "an intake decides", CLOSE.formatted("$waiting$"), VERDICT.formatted(0, "DECIDED", "$anna$", "0", "null", "$waiting$")),
                probe(feed, "an intake reads the log", "select * from audit_entry"),
                probe(feed, "an intake takes an item out of quarantine", "update item set state = 0 where item_id = $gone$"),
                probe(feed, "an intake makes it another picture", "update item set sha256 = (select sha256 from item where item_id = $gone$) where item_id = $waititem$"),
                probe(auditor, "an auditor claims", LEASE.formatted("$anna$", 1, "90 seconds", "$waiting$")),
                probe(auditor, "an auditor decides", VERDICT.formatted(0, "DECIDED", "$anna$", "0", "null", "$waiting$")),
                probe(auditor, "an auditor writes in the log", "insert into audit_writer (writer_id, name, next_seq, head_hash) values (gen_random_uuid(), 'desk', 0, decode(repeat('00', 32), 'hex'))"),
                probe(auditor, "an auditor rewrites the log", "update audit_entry set body_json = '{}'"),
                probe(feed, "an intake opens a ladder to everybody", "update lane set role = null"),
                probe(feed, "an intake puts another policy in force", "insert into policy_pack (pack_id, version, sha256, body) values ('x', '1', '\\x00', '{}')"),
                probe(lead, "a lead opens a ladder to everybody", "update lane set role = null"),
                probe(lead, "a lead changes where images lie", "update team_setting set content = '/tmp'"),
                probe(admin, "an admin takes somebody's name", "update principal set db_role = null where db_role = session_user", "update principal set db_role = session_user where principal_id = $anna$"),
                probe(admin, "an admin takes a second name", "insert into principal (principal_id, pseudonym, app_role, db_role) values (gen_random_uuid(), 'R-78', 'LEAD', 'x')"),
                probe(admin, "an admin becomes a lead", "update principal set app_role = 'LEAD' where db_role = session_user"),
                probe(admin, "an admin writes in somebody else's chain", "insert into audit_entry (writer_id, writer_seq, at_client, kind, body_json, prev_hash, leaf_hash) values ($anna$, 0, now(), 'X', '{}', decode(repeat('00', 32), 'hex'), decode(repeat('ab', 32), 'hex'))"),
                probe(admin, "an admin decides", VERDICT.formatted(0, "DECIDED", "$anna$", "0", "null", "$waiting$")),
                probe(admin, "an admin rewrites the log", "delete from audit_entry"),
                probe(admin, "an admin signs the log", "update audit_tree set tree_size = 0"),
                probe(admin, "an admin takes the owner's role", "set role docket_owner"),
                probe(admin, "an admin lets the owner in", "select docket_member_add('docket_owner', 'SCRAM-SHA-256$4096:x$y:z', 'R-77', 'LEAD')"),
                probe(admin, "an admin makes a superuser of a name", "select docket_member_add('x in role postgres', 'SCRAM-SHA-256$4096:x$y:z', 'R-77', 'LEAD')"),
                probe(sealer, "a sealer cuts the tree", "update audit_tree set tree_size = -1"),
                probe(sealer, "a sealer rewrites a checkpoint", "update audit_checkpoint set note = 'other'"),
                probe(sealer, "a sealer reads verdicts", "select * from verdict_event"),
                probe(sealer, "a sealer reads items", "select * from item"),
                probe(export, "an export decides", VERDICT.formatted(0, "DECIDED", "$anna$", "0", "null", "$waiting$")),
                probe(export, "an export writes items", "update item set uploader = 'x'"),
                probe(export, "an export claims", LEASE.formatted("$anna$", 1, "90 seconds", "$waiting$")));
    }

    /** A probe that nothing could let through would prove nothing. */
    @Test
    void withoutTheRefereeTheSameProbesComeThrough() throws SQLException {
        try (SharedRoom unguarded = new SharedRoom(folder)) {
            UUID item = unguarded.file(1);
            String task = "'" + ReviewQueue.taskId(item, 1) + "'";
            String ben = "'" + unguarded.ben.id() + "'";
            unguarded.shared.owner.transact(tx -> List.of("review_task docket_task_guard", "review_task docket_task_settled", "verdict_event docket_verdict_guard",
                    "verdict_event docket_verdict_logged").forEach(each -> tx.execute("drop trigger %s on %s".formatted(each.split(" ")[1], each.split(" ")[0]))));
            unguarded.shared.owner.transact(tx -> tx.execute("alter table review_task disable row level security"));

            assertThat(tried(unguarded, unguarded.anna.member, LEASE.formatted(ben, 7, "1 year", task))).startsWith("let through");
            assertThat(tried(unguarded, unguarded.anna.member, CLOSE.formatted(task))).startsWith("let through");
            assertThat(tried(unguarded, unguarded.anna.member, VERDICT.formatted(3, "BLESSED", ben, "9", "null", task))).startsWith("let through");
        }
    }

    @Test
    void whoWasShutOutIsNotLetInAgain() {
        assertThat(stateOf(() -> room.shared.source(former).getConnection())).isEqualTo("28000");
    }

    @Test
    void aPersonOfOneTeamIsNobodyInAnother() throws SQLException {
        try (SharedRoom other = new SharedRoom(folder)) {
            var source = (org.postgresql.ds.PGSimpleDataSource) room.shared.source(room.anna.member);
            source.setDatabaseName(((org.postgresql.ds.PGSimpleDataSource) other.shared.source(other.anna.member)).getDatabaseName());
            assertThat(stateOf(source::getConnection)).isEqualTo("42501");
        }
    }

    private static String hexOf(int number) {
        return dev.docket.storage.ContentHash.of(("picture " + number).getBytes(java.nio.charset.StandardCharsets.UTF_8)).hex();
    }

    private interface Attempt {
        AutoCloseable run() throws SQLException;
    }

    private static String stateOf(Attempt attempt) {
        try (AutoCloseable got = attempt.run()) {
            return "let in: " + got;
        } catch (SQLException e) {
            return e.getSQLState();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String entry(String writer, String seq, String previous) {
        return "insert into audit_entry (writer_id, writer_seq, at_client, kind, body_json, prev_hash, leaf_hash) select " + writer + ", " + seq + ", now(), 'X', '{}', " + previous
                + ", decode(repeat('ab', 32), 'hex') from docket_chain_end('desk', " + writer + ") e";
    }

    private DynamicTest probe(Member who, String name, String... statements) {
        return dynamicTest(name, () -> {
            List<String> before = everything();
            String outcome = tried(room, who, statements);
            assertThat(everything()).as("after: " + outcome).isEqualTo(before);
            assertThat(outcome).matches("(?s)refused .*|found nothing");
        });
    }

    private String tried(SharedRoom where, Member who, String... statements) throws SQLException {
        try (Connection connection = where.shared.source(who).getConnection(); Statement statement = connection.createStatement()) {
            boolean alone = statements[0].startsWith("alter system");
            connection.setAutoCommit(alone);
            long rows = 0;
            try {
                for (String each : statements) {
                    rows += rows(statement, named(each));
                }
                if (!alone) {
                    connection.commit();
                }
                return rows == 0 ? "found nothing" : "let through, " + rows + " rows";
            } catch (SQLException e) {
                if (!alone) {
                    connection.rollback();
                }
                // 42: not permitted, or unknown to this login; 23505: somebody was faster; anything else is a slip of the probe
                return (e.getSQLState().equals("42501") || e.getSQLState().equals("23505") || e.getSQLState().equals("22023") ? "refused " : "failed ") + e.getSQLState() + " " + e.getMessage();
            }
        }
    }

    private static long rows(Statement statement, String sql) throws SQLException {
        long rows = 0;
        boolean isResult = statement.execute(sql);
        while (isResult || statement.getUpdateCount() >= 0) {
            if (isResult) {
                try (ResultSet found = statement.getResultSet()) {
                    while (found.next()) {
                        rows++;
                    }
                }
            } else {
                rows += sql.contains("create temp table") ? 0 : statement.getUpdateCount();
            }
            isResult = statement.getMoreResults();
        }
        return rows;
    }

    private String named(String sql) {
        String said = sql.replace("'$lead$'", "'" + room.lead.id() + "'");
        for (Map.Entry<String, String> name : names.entrySet()) {
            said = said.replace(name.getKey(), name.getValue());
        }
        return said;
    }

    /** Every row of every table, and who may log in. */
    private List<String> everything() {
        return room.shared.owner.inTransaction(tx -> {
            List<String> all = new ArrayList<>();
            tx.createQuery("select tablename from pg_tables where schemaname = 'public' order by 1").mapTo(String.class).list().forEach(table -> all.add(table + " "
                    + tx.createQuery("select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) from " + table + " t").mapTo(String.class).one()));
            all.add(tx.createQuery("select string_agg(rolname || rolsuper || rolcreaterole || rolcanlogin, ' ' order by rolname) from pg_roles").mapTo(String.class).one());
            return all;
        });
    }
}
