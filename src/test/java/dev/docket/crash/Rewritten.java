package dev.docket.crash;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/** A database that is sent other statements than those that were meant. */
final class Rewritten {
    private Rewritten() {}

    static DataSource by(DataSource own, UnaryOperator<String> change) {
        return proxy(DataSource.class, own, (method, result) -> method.equals("getConnection") ? statements((Connection) result, change) : result, sql -> sql);
    }

    private static Connection statements(Connection own, UnaryOperator<String> change) {
        return proxy(Connection.class, own, (_, result) -> result, change);
    }

    private interface After {
        Object of(String method, Object result);
    }

    private static <T> T proxy(Class<T> type, T own, After after, UnaryOperator<String> change) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
            if (method.getName().equals("prepareStatement")) {
                arguments[0] = change.apply((String) arguments[0]);
            }
            try {
                return after.of(method.getName(), method.invoke(own, arguments));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}
