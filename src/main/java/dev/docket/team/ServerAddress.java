package dev.docket.team;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where a team's PostgreSQL is, and how sure one is to talk to it and nobody else.
 *
 * @param ca certificate of the authority that signed the server's, PEM; empty: those that this Java trusts
 */
public record ServerAddress(String host, int port, String database, Tls tls, Optional<String> ca) {
    /** Of PostgreSQL's {@code sslmode}. All but the first are weaker, and shown. */
    public enum Tls {
        /** The server proves its name by a certificate. */
        VERIFY_FULL("verify-full"),
        /** It proves that its certificate comes from the authority, not its name. */
        VERIFY_CA("verify-ca"),
        /** In clear text: anybody on the way reads it. */
        NONE("disable");

        private final String word;

        Tls(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** No more than a name, so that nothing can be slipped into the connection's settings. */
    private static final Pattern URL = Pattern.compile("(?:jdbc:)?postgres(?:ql)?://([A-Za-z0-9._-]{1,253}|\\[[0-9a-fA-F:]{2,39}])(?::(\\d{1,5}))?/([A-Za-z0-9_-]{1,63})");
    private static final int USUAL_PORT = 5432;
    private static final int CONNECT_SECONDS = 10;
    /** A cable that was cut says nothing: after this long without an answer it counts as that. */
    private static final int ANSWER_SECONDS = 20;

    /** @throws IllegalArgumentException when it is none; the message says what one looks like */
    public static ServerAddress parse(String url, Tls tls, Optional<String> ca) {
        Matcher parts = URL.matcher(url);
        if (!parts.matches()) {
            throw new IllegalArgumentException("An address looks like postgresql://db.example.org:5432/docket, without a login or settings, not '" + url + "'");
        }
        return new ServerAddress(parts.group(1), parts.group(2) == null ? USUAL_PORT : Integer.parseInt(parts.group(2)), parts.group(3), tls, ca);
    }

    public ServerAddress {
        if (!URL.matcher("postgresql://" + host + ":" + port + "/" + database).matches() || port < 1 || port > 65_535) {
            throw new IllegalArgumentException("An address has a host's name, a port of 1 to 65535 and a database's name");
        }
    }

    /** {@code db.example.org:5432/docket}. */
    public String text() {
        return host + ":" + port + "/" + database;
    }

    /** As {@link #source}, for whoever sets the database up: that may take long. */
    public DataSource ownersSource(String login, char[] password) {
        PGSimpleDataSource source = (PGSimpleDataSource) source(login, password);
        source.setSocketTimeout(0);
        return source;
    }

    /** Connections as this login. SCRAM with channel binding where there is TLS: a password is never sent, and no relay can use the proof of it. */
    public DataSource source(String login, char[] password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {host});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(database);
        source.setUser(login);
        source.setPassword(new String(password));
        source.setApplicationName("Docket");
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setLoginTimeout(CONNECT_SECONDS);
        source.setSocketTimeout(ANSWER_SECONDS);
        source.setTcpKeepAlive(true);
        source.setSslMode(tls.word());
        if (tls != Tls.NONE) {
            source.setSslfactory(ca.isPresent() ? "org.postgresql.ssl.SingleCertValidatingFactory" : "org.postgresql.ssl.DefaultJavaSSLFactory");
            ca.ifPresent(source::setSslFactoryArg);
            source.setChannelBinding("require");
        }
        return source;
    }
}
