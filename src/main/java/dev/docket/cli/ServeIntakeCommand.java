package dev.docket.cli;

import dev.docket.desk.Desk;
import dev.docket.desk.Joined;
import dev.docket.intake.http.IntakeServer;
import dev.docket.policy.Disposition;
import dev.docket.policy.PolicyDecision;
import dev.docket.progress.Reins;
import dev.docket.progress.StoppedException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code docket serve-intake}. */
@Command(name = "serve-intake", description = {
    "Listen for images that other systems hand in over HTTP, each answered with its item's id, until stopped.",
    "Whoever hands in shows a token that docket intake-token makes. docs/intake-service.md has the protocol."
})
final class ServeIntakeCommand implements Callable<Integer> {
    static final String VARIABLE = "DOCKET_KEYSTORE_PASSWORD";
    private static final Pattern ADDRESS = Pattern.compile("\\[?([0-9A-Za-z.:_-]{1,253}?)]?:(\\d{1,5})");
    private static final int MOST_MIB = 256;

    @Spec
    private CommandSpec spec;

    @Mixin
    private DeskOption desk;

    @ArgGroup(exclusive = false, heading = "A team's queue, with a login that the profile keeps nothing of:%n")
    private ServerOption server;

    @Option(names = "--listen", paramLabel = "HOST:PORT", defaultValue = "127.0.0.1:8480", description = "Where to listen (default: ${DEFAULT-VALUE}, which this machine alone reaches).")
    private String listen;

    @Option(names = "--keystore", paramLabel = "FILE", description = "PKCS12 with a key and its certificate, for HTTPS.")
    private Path keystore;

    @Option(names = "--keystore-password-file", paramLabel = "FILE", description = "A file whose first line is the keystore's password (default: the environment's " + VARIABLE + ", or a question).")
    private Path keystorePassword;

    @Option(names = "--plain-http", description = "Listen beyond this machine without TLS: anybody on the way reads images and tokens.")
    private boolean plain;

    @Option(names = "--max-mib", paramLabel = "N", defaultValue = "64", description = "Largest request, 1 to " + MOST_MIB + " (default: ${DEFAULT-VALUE}).")
    private int maxMib;

    @Option(names = "--waiting", paramLabel = "N", defaultValue = "64", description = "Items that may wait to be admitted; who comes then is asked to try again (default: ${DEFAULT-VALUE}).")
    private int waiting;

    @Option(names = "--rate", paramLabel = "N", defaultValue = "20", description = "Requests a second for each token, in the long run (default: ${DEFAULT-VALUE}).")
    private double rate;

    @Option(names = "--request-seconds", paramLabel = "N", defaultValue = "60", description = "How long a request may take to arrive (default: ${DEFAULT-VALUE}).")
    private int requestSeconds;

    @Option(names = "--connections", paramLabel = "N", defaultValue = "256", description = "Connections open at once (default: ${DEFAULT-VALUE}).")
    private int connections;

    @Override
    public Integer call() throws IOException {
        if (maxMib < 1 || maxMib > MOST_MIB || waiting < 1 || !(rate > 0) || requestSeconds < 1 || connections < 1) {
            throw new UsageException("--max-mib takes 1 to " + MOST_MIB + "; --waiting, --rate, --request-seconds and --connections are larger than 0");
        }
        InetSocketAddress address = address();
        Optional<SSLContext> tls = keystore == null ? Optional.empty() : Optional.of(tls());
        Optional<Joined> login = server == null ? Optional.empty() : Optional.of(server.login());
        Reins reins = new Reins();
        try (Interruption interruption = Interruption.stopping(reins)) {
            try (Desk opened = desk.openPatiently(login, reins, this::say)) {
                serve(opened, address, tls, reins);
            } catch (StoppedException e) {
                say("Stopped.");
            }
            return interruption.exitCodeOfService(ExitCode.DONE);
        }
    }

    private void serve(Desk opened, InetSocketAddress address, Optional<SSLContext> tls, Reins reins) throws IOException {
        IntakeServer.Works works = new IntakeServer.Works(opened.intake, opened.database, item -> disposition(opened, item), opened.clock);
        IntakeServer.Limits limits = new IntakeServer.Limits((long) maxMib << 20, waiting, rate, requestSeconds, connections);
        IntakeServer.boundProcess(limits);
        try (IntakeServer serving = new IntakeServer(address, tls, works, limits, ProgressLine.onStandardError(reins), this::say)) {
            String scheme = tls.isPresent() ? "https" : "http";
            say("Listening at " + scheme + "://" + address.getHostString() + ":" + serving.port() + "/v1/items; Ctrl+C stops.");
            new IntakeService(opened, reins, this::say, (_, _) -> {}).untilStopped(serving::reload);
            say("No more is taken; what was is being filed.");
        }
        say("Stopped.");
    }

    /** In a word; an item that is quarantined has no decision any more. */
    private static String disposition(Desk desk, UUID item) {
        return desk.database.inTransaction(tx -> desk.policies.of(tx, item)).map(PolicyDecision::disposition).orElse(Disposition.QUARANTINE)
                .name().toLowerCase(Locale.ROOT);
    }

    private InetSocketAddress address() {
        Matcher parts = ADDRESS.matcher(listen);
        if (!parts.matches() || Integer.parseInt(parts.group(2)) > 65_535) {
            throw new UsageException("--listen takes HOST:PORT, such as 127.0.0.1:8480, not '" + listen + "'");
        }
        InetSocketAddress address = new InetSocketAddress(parts.group(1), Integer.parseInt(parts.group(2)));
        if (address.isUnresolved()) {
            throw new UsageException("--listen: there is no host " + parts.group(1));
        }
        if (!address.getAddress().isLoopbackAddress() && keystore == null) {
            if (!plain) {
                throw new UsageException(listen + " is reached from other machines. Give a certificate with --keystore, or ask for --plain-http.");
            }
            say("Beware: images and tokens are sent in clear text. Anybody on the way can read them and hand in as others.");
        }
        return address;
    }

    private SSLContext tls() throws IOException {
        char[] password = new Secret(keystorePassword, VARIABLE, "of " + keystore).known();
        try (InputStream in = Files.newInputStream(keystore)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, password);
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, password);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new UsageException(keystore + " cannot be used: it is no PKCS12, or its password is another. " + e.getMessage());
        }
    }

    private void say(String sentence) {
        spec.commandLine().getErr().println(sentence);
        spec.commandLine().getErr().flush();
    }
}
