package dev.docket.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.policy.PolicyFile;
import dev.docket.storage.Postgres;
import dev.docket.team.Logins;
import dev.docket.team.Member;
import dev.docket.team.Role;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Ways in which PostgreSQL was seen to be tens or thousands of times slower, as a reviewer's login meets them with row-level
 * security in force. Plans are asked for, not times.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlannerTrapsTest {
    private static final int TASKS = 60_000;
    private static final int LEASED = 10_000;

    private Postgres.Shared shared;
    private Member anna;
    private int lane;

    @BeforeAll
    void aQueueThatIsFullWithStatisticsFromWhenNothingWasLeased() {
        shared = Postgres.shared();
        shared.owner.transact(tx -> new ReviewQueue().openLanes(tx, PolicyFile.shipped()));
        anna = shared.add("R-02", Role.REVIEWER);
        shared.owner.transact(tx -> new Logins().grant(tx, "R-02", "*"));
        lane = shared.owner.inTransaction(tx -> tx.select("select lane_id from lane where rule = 'general'").mapTo(Integer.class).one());
    }

    @AfterAll
    void closeTheDatabase() {
        shared.close();
    }

    @Test
    void aClaimIsReadInTheOrderOfItsIndexAlsoUnderAPlanMadeWhileTheQueueWasEmpty() throws SQLException {
        try (Connection connection = shared.source(anna).getConnection(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set plan_cache_mode = force_generic_plan");
            statement.execute("prepare claim (int, text, int, int) as " + Leases.LOCK.replace(":lane", "$1").replace(":likeMe", "$2").replace(":peek", "$3").replace(":n", "$4"));
            String execute = "execute claim (" + lane + ", '%" + anna.id() + "%', 32, 8)";
            statement.executeQuery(execute).close();
            fill();

            String plan = plan(statement, execute);

            assertThat(plan).contains("review_task_claim_ix").doesNotContain("Seq Scan on review_task").doesNotContain("Sort Method: external");
            assertThat(rowsRead(plan)).as(plan).isLessThan(500);
        }
    }

    @Test
    void aVerdictFindsItsTaskByItsKeyAlsoWithStatisticsFromWhenNothingWasLeased() throws SQLException {
        fill();
        shared.owner.transact(tx -> {
            tx.execute("analyze review_task");
            tx.execute("alter table review_task set (autovacuum_enabled = false)");
            tx.execute("update review_task set state = 1, lease_owner = ?, lease_epoch = 1, lease_until = now() + interval '60 seconds' where task_id in (select task_id from review_task where state = 0 limit "
                    + LEASED + ")", anna.id());
        });
        UUID task = shared.owner.inTransaction(tx -> tx.select("select task_id from review_task where state = 1 limit 1").mapTo(UUID.class).one());
        try (Connection connection = shared.source(anna).getConnection(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);

            String plan = plan(statement, Leases.CLOSE.replace(":task", "'" + task + "'").replace(":epoch", "1").replace(":me", "'" + anna.id() + "'"));
            connection.rollback();

            assertThat(plan).doesNotContain("review_task_lease_ix").doesNotContain("Seq Scan on review_task");
            assertThat(rowsRead(plan)).as(plan).isLessThan(10);
        }
    }

    @Test
    void nothingIsCompiledForWhoeverIsKeptFromReadingWholeTables() throws SQLException {
        try (Connection connection = shared.source(anna).getConnection(); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select current_setting('enable_seqscan'), current_setting('jit')")) {
            row.next();

            assertThat(row.getString(1)).isEqualTo("off");
            assertThat(row.getString(2)).isEqualTo("off");
        }
    }

    private void fill() {
        shared.owner.transact(tx -> tx.execute("insert into review_task (task_id, item_id, round, lane_id, priority) select gen_random_uuid(), gen_random_uuid(), 1, ?, (random() * 1000)::int from generate_series(1, "
                + TASKS + ")", lane));
    }

    private static String plan(Statement statement, String sql) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("explain (analyze, costs off, timing off, summary off) " + sql)) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        return String.join("\n", lines);
    }

    /** The most rows that any step of it read. */
    private static long rowsRead(String plan) {
        return java.util.regex.Pattern.compile("rows=(\\d+)|Rows Removed by Filter: (\\d+)").matcher(plan).results()
                .mapToLong(found -> Long.parseLong(found.group(1) != null ? found.group(1) : found.group(2))).max().orElse(0);
    }
}
