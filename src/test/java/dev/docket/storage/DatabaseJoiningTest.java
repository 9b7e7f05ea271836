package dev.docket.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.team.Member;
import dev.docket.team.Role;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

class DatabaseJoiningTest {

    @Test
    void oneThatGoesAwayWhileItIsBeingJoinedDoesNotAnswerAtWhateverStep() {
        try (Postgres.Shared shared = Postgres.shared()) {
            Member member = shared.add("R-02", Role.REVIEWER);
            int broken = 0;
            for (boolean joined = false; !joined; broken++) {
                try (Database database = Database.joined(breaking(shared.source(member), broken), "far away")) {
                    joined = true;
                } catch (UnreachableException e) {
                    assertThat(e).hasMessage("The team's database at far away does not answer. Its server or the network to it may be down.");
                }
            }
            assertThat(broken).as("steps that were tried").isGreaterThan(5);
        }
    }

    @Test
    void oneWhoseAnswersTakeOverASecondIsJoined() throws IOException {
        try (Postgres.Shared shared = Postgres.shared(); CutCable cable = shared.cable()) {
            PGSimpleDataSource far = (PGSimpleDataSource) shared.source(shared.add("R-02", Role.REVIEWER));
            far.setPortNumbers(new int[] {cable.port()});
            cable.slow(510);

            try (Database database = Database.joined(far, "far away")) {
                cable.mend();
                int one = database.inTransaction(tx -> tx.createQuery("select 1").mapTo(int.class).one());
                assertThat(one).isOne();
            }
        }
    }

    /** Connections that break at the {@code step}-th statement made on any of them. */
    private static DataSource breaking(DataSource sound, int step) {
        AtomicInteger made = new AtomicInteger();
        return proxy(DataSource.class, sound, (method, result) -> method.equals("getConnection") ? proxy(Connection.class, (Connection) result, (asked, statement) -> {
            if ((asked.equals("prepareStatement") || asked.equals("createStatement")) && made.getAndIncrement() == step) {
                throw new PSQLException("An I/O error occurred while sending to the backend.", PSQLState.CONNECTION_FAILURE);
            }
            return statement;
        }) : result);
    }

    /** Looks at what a call gave. */
    private interface After {
        Object called(String method, Object result) throws SQLException;
    }

    private static <T> T proxy(Class<T> type, T real, After after) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
            try {
                return after.called(method.getName(), method.invoke(real, arguments));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}
