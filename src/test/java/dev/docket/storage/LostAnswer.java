package dev.docket.storage;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

/** A way to a server where a commit arrives and its answer does not, when one asks for that. */
public final class LostAnswer {
    private final DataSource source;
    /** Commits until the answer to one is lost; below zero: none is. */
    private final AtomicInteger untilLost = new AtomicInteger(-1);
    private volatile boolean down;

    private LostAnswer(DataSource source) {
        this.source = source;
    }

    public static LostAnswer before(DataSource source) {
        return new LostAnswer(source);
    }

    /** The answer to the next commit is lost, and the connection with it. */
    public void loseNext() {
        loseNextBut(0);
    }

    /** The same, once so many were answered. */
    public void loseNextBut(int answered) {
        untilLost.set(answered);
    }

    public void mend() {
        down = false;
    }

    public DataSource source() {
        return proxy(DataSource.class, (_, method, args) -> {
            if (method.getName().equals("getConnection")) {
                refuseWhenDown();
                return watched(source.getConnection());
            }
            return call(source, method, args);
        });
    }

    private Connection watched(Connection real) {
        return proxy(Connection.class, (_, method, args) -> {
            if (!method.getName().equals("close") && !method.getName().equals("abort")) {
                refuseWhenDown();
            }
            Object result = call(real, method, args);
            if (method.getName().equals("commit") && untilLost.getAndUpdate(left -> Math.max(left - 1, -1)) == 0) {
                down = true;
                refuseWhenDown();
            }
            return result;
        });
    }

    private void refuseWhenDown() throws SQLException {
        if (down) {
            throw new PSQLException("the line is dead", PSQLState.CONNECTION_FAILURE);
        }
    }

    private static Object call(Object target, Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
