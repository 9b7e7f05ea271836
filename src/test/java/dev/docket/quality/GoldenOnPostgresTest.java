package dev.docket.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.item.ImageItem;
import dev.docket.queue.LeasedTask;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

/** Everybody logged in as themselves, and what a reviewer's login could find out past Docket. */
class GoldenOnPostgresTest extends GoldenContract {
    @Override
    QualityHouse house() {
        return QualityHouse.shared();
    }

    @Test
    void whoeverKnowsTheAnswerIsNotGivenTheQuestion() {
        UUID standIn = room.dealt("mine", "spam_scam");

        assertThat(room.anna.claim(standIn)).as("who decided it").isEmpty();
        assertThat(count(room.anna, "select count(*) from review_task where item_id = '%s'", standIn)).isZero();
        assertThat(count(room.anna, "select count(*) from item where item_id = '%s'", standIn)).isZero();
        room.ben.decide(standIn, "benign");
        room.file("next");
        room.lead.stream(QualityRoom.ALWAYS).round();
        UUID again = room.standIns(room.lead.golden.all().getFirst().golden().item()).getLast();
        assertThat(again).isNotEqualTo(standIn);
        assertThat(room.ben.claim(again)).as("who was told").isEmpty();
        assertThat(room.carla.claim(again)).isPresent();
    }

    @Test
    void aReviewerReadsNothingOfWhatIsGoldenUntilTheyHaveAnswered() {
        UUID standIn = room.dealt("secret", "spam_scam");
        LeasedTask task = room.ben.claim(standIn).orElseThrow();

        assertThat(count(room.ben, "select count(*) from stand_in")).isZero();
        assertThat(count(room.ben, "select count(*) from golden_item")).isZero();
        assertThatThrownBy(() -> count(room.ben, "select count(*) from quality_mark")).hasMessageContaining("permission denied");
        assertThat(count(room.ben, "select count(*) from audit_entry")).as("of the log, either").isZero();
        assertThat(count(room.ben, "select count(*) from item where facts_json like '%%\"gold\":true%%'")).isZero();

        room.ben.desk.record(room.ben.verdict(task, QualityRoom.finding("spam_scam")));

        assertThat(count(room.ben, "select count(*) from stand_in")).isEqualTo(1);
        assertThat(count(room.carla, "select count(*) from stand_in")).isZero();
    }

    @Test
    void aVerdictThatIsRolledBackTellsNothingEither() {
        UUID standIn = room.dealt("peeked", "spam_scam");
        LeasedTask task = room.ben.claim(standIn).orElseThrow();

        room.ben.database.transact(tx -> {
            tx.savepoint("peek");
            insert(tx, task, room.ben.id());
            assertThat(tx.createQuery("select count(*) from verdict_event where item_id = :item").bind("item", standIn).mapTo(Long.class).one()).as("it is made").isEqualTo(1);
            assertThat(tx.createQuery("select count(*) from stand_in").mapTo(Long.class).one()).isZero();
            assertThat(tx.createQuery("select count(*) from golden_item").mapTo(Long.class).one()).isZero();
            tx.rollbackToSavepoint("peek");
        });
    }

    @Test
    void noColumnThatAReviewerCanReadTellsOneFromAnItemOfAFeed() {
        UUID standIn = room.dealt("shape", "spam_scam");
        room.pass(java.time.Duration.ofSeconds(1));
        UUID ordinary = room.file("ordinary one");

        assertThat(shape(standIn)).isEqualTo(shape(ordinary));
        room.ben.decide(standIn, "spam_scam");
        room.lead.golden.retire(room.lead.golden.all().getFirst().golden().item());
        // and by a lead's desk, which deals as well
        UUID original = room.file("by a lead");
        room.anna.decide(original, "benign");
        room.lead.golden.mark(original, "why");
        room.file("beside it");
        assertThat(room.lead.stream(QualityRoom.ALWAYS).round()).isEqualTo(1);
        assertThat(shape(room.standIns(original).getLast())).isEqualTo(shape(room.file("one that nobody had in hand yet")));
    }

    @Test
    void nothingThatAReviewerCanReadTellsWhatItsFeedKnowsTheAnswerOf() {
        UUID check = room.fileCheck("known to its feed");
        UUID ordinary = room.file("ordinary two");

        assertThat(isCheck(room.feed, check)).as("known to intakes").isTrue();
        assertThat(isCheck(room.lead, check)).as("and to leads").isTrue();
        assertThat(isCheck(room.ben, check)).isFalse();
        assertThat(shape(check)).isEqualTo(shape(ordinary));
        List<String> readable = room.ben.database.inTransaction(tx -> tx.createQuery("""
                select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v', 'm')
                   and has_any_column_privilege(c.oid, 'select') order by c.relname""").mapTo(String.class).list());
        assertThat(readable).contains("item", "quality_check", "review_task");
        for (String table : readable) {
            if (count(room.ben, "select case when has_table_privilege('%s', 'select') then 1 else 0 end", table) == 1) {
                assertThat(count(room.ben, "select count(*) from %s r where r::text like '%%gold\"\":true%%'", table)).as("golden in " + table).isZero();
                assertThat(mentions(table, check)).as("rows about it in " + table).isEqualTo(mentions(table, ordinary));
            }
        }
        room.ben.decide(check, "benign");
        assertThat(count(room.ben, "select count(*) from quality_check")).as("nor once it is decided").isZero();
        assertThatThrownBy(() -> room.ben.database.transact(tx -> tx.execute("insert into quality_check values ('%s')".formatted(ordinary)))).hasMessageContaining("permission denied");
    }

    private static boolean isCheck(QualityRoom.Seat who, UUID item) {
        return who.database.<Optional<ImageItem>>inTransaction(tx -> who.items.find(tx, item)).orElseThrow().facts().gold();
    }

    private long mentions(String table, UUID item) {
        return count(room.ben, "select count(*) from %s r where r::text like '%%%s%%'", table, item);
    }

    @Test
    void whatIsCalledByItsContentIsNotMarked() {
        UUID item = room.fileFromAFolder("of a folder");
        room.anna.decide(item, "spam_scam");

        assertThatThrownBy(() -> room.lead.golden.mark(item, "why")).hasMessageContaining("called by its content");
    }

    @Test
    void reviewersDealAndMarkNothing() {
        UUID item = room.file("theirs");
        room.anna.decide(item, "spam_scam");

        assertThatThrownBy(() -> room.anna.golden.mark(item, "why")).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> room.feed.golden.mark(item, "why")).hasMessageContaining("permission denied");
        room.lead.golden.mark(item, "why");
        assertThatThrownBy(() -> room.ben.database.transact(tx -> tx.execute("insert into stand_in select '%s', golden_id, now() from golden_item".formatted(item))))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> room.lead.database.transact(tx -> tx.execute("delete from golden_item"))).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> room.lead.database.transact(tx -> tx.execute("update golden_item set label = 'benign'"))).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> room.lead.database.transact(tx -> tx.execute("update golden_item set retired_at = now(), retired_by = '%s'".formatted(room.lead.id()))))
                .as("without a line in the log").hasMessageContaining("no line in the log");
    }

    /** What there is of an item in every table that a reviewer reads: the values that are codes, and of the others whether they are there. */
    private Map<String, Object> shape(UUID item) {
        return room.ben.database.inTransaction(tx -> {
            Map<String, Object> shape = new TreeMap<>();
            add(shape, tx, "select round, lane_id, state, lease_epoch, lease_owner, lease_until, filed_by, stage, not_by, changed_by, changed_tx from review_task where item_id = '%s'", item);
            add(shape, tx, "select source, length(external_id) as id_length, uploader is null as no_uploader, state, sha256 is null as no_picture from item where item_id = '%s'", item);
            add(shape, tx, "select string_agg(k, ' ' order by k) as facts from item, jsonb_object_keys(facts_json::jsonb) k where item_id = '%s'", item);
            add(shape, tx, "select facts_json::jsonb ->> 'gold' as gold from item where item_id = '%s'", item);
            add(shape, tx, "select received_at > now() - interval '10 years' as received, flagged_at < received_at as flagged_before from item where item_id = '%s'", item);
            add(shape, tx, "select count(*) as reports from provenance_report where item_id = '%s'", item);
            add(shape, tx, "select string_agg(model_id || model_ver || label, ' ') as scores from score where item_id = '%s'", item);
            add(shape, tx, "select decision_json::jsonb ->> 'pack' as pack, string_agg(k, ' ' order by k) as decision from policy_decision, jsonb_object_keys(decision_json::jsonb) k where item_id = '%s' group by 1", item);
            add(shape, tx, "select priority = round(1000000 - (d.decision_json::jsonb ->> 'priority')::numeric * 1000) as priority_as_decided from review_task t join policy_decision d on d.item_id = t.item_id where t.item_id = '%s'", item);
            add(shape, tx, "select count(*) as clocks from task_clock c join review_task t on t.task_id = c.task_id where t.item_id = '%s'", item);
            add(shape, tx, "select count(*) as comments from item_comment where item_id = '%s'", item);
            add(shape, tx, "select count(*) as judges from item_judge where item_id = '%s'", item);
            add(shape, tx, "select count(*) as erasures from erasure where item_id = '%s'", item);
            return shape;
        });
    }

    private static void add(Map<String, Object> shape, Handle tx, String sql, UUID item) {
        List<Map<String, Object>> rows = tx.createQuery(sql.formatted(item)).mapToMap().list();
        assertThat(rows).as(sql).hasSize(1);
        rows.getFirst().forEach((name, value) -> shape.put(name, String.valueOf(value)));
    }

    private static void insert(Handle tx, LeasedTask task, UUID who) {
        tx.createUpdate("update review_task set state = 2, lease_owner = null, lease_until = null where task_id = :task").bind("task", task.taskId()).execute();
        tx.createUpdate("""
                        insert into verdict_event (verdict_id, task_id, item_id, round, revision, kind, reviewer_id, lease_epoch, label, action, finding_json,
                               pack_id, pack_version, pack_sha256, shown_json, shown_hash, client_at)
                        values (gen_random_uuid(), :task, :item, 1, 0, 'DECIDED', :who, :epoch, 'benign', 'allow', '{"label":"benign","action":"allow"}', 'p', '1', '\\x00', '{}', '\\x00', now())""")
                .bind("task", task.taskId()).bind("item", task.itemId()).bind("who", who).bind("epoch", task.epoch()).execute();
    }

    private static long count(QualityRoom.Seat who, String sql, Object... of) {
        return who.database.<Long>inTransaction(tx -> tx.createQuery(sql.formatted(of)).mapTo(Long.class).one());
    }
}
