package dev.docket.cli;

import dev.docket.audit.AuditKind;
import dev.docket.audit.AuditLog;
import dev.docket.policy.PackApprovals;
import dev.docket.policy.Policies;
import dev.docket.policy.PolicyFile;
import dev.docket.policy.PolicyFormatException;
import dev.docket.policy.PolicyPack;
import dev.docket.queue.ReviewQueue;
import dev.docket.storage.CanonicalJson;
import dev.docket.storage.Database;
import dev.docket.storage.NaturalId;
import dev.docket.team.ConnectionFile;
import dev.docket.team.ImagePlace;
import dev.docket.team.Logins;
import dev.docket.team.Member;
import dev.docket.team.Role;
import dev.docket.team.Team;
import dev.docket.team.TeamSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code docket team}. */
@Command(name = "team", subcommands = {TeamImagesCommand.class, TeamJoinCommand.class, BucketKeyCommand.class, TeamLeaveCommand.class, TeamRestoredCommand.class}, description = "Set up a queue that a team shares on PostgreSQL, and say who works in it.")
final class TeamCommand implements Runnable {
    /** Without what looks alike: they are typed from paper. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    static final UUID OWNER = NaturalId.of("docket", "owner of a team's database");
    private static final int GROUPS = 5;
    private static final int GROUP = 4;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do with the team: init, add, grant, revoke, limits, suspend, resume, password, list, policy, images, restored, join, bucket-key or leave");
    }

    @Command(description = {
        "Set the team's database up, or bring it up to this version: schema, roles, the rules for every login, lanes.",
        "The login has to own the database and be allowed to make roles, such as a superuser. Does nothing twice."
    })
    int init(
            @Mixin ServerOption server,
            @Option(names = "--name", paramLabel = "NAME", defaultValue = "Docket", description = "What the team calls itself (default: ${DEFAULT-VALUE}).") String name,
            @Option(names = "--images", paramLabel = "PLACE", description = "Where images lie, each under a key of its own: a folder, the same on every desk, or s3://BUCKET/PREFIX.") String images,
            @Mixin BucketOption bucket,
            @Option(names = "--policy", paramLabel = "FILE", description = "The policy pack in force (default: the one that is, else the shipped one).") Path policy) throws IOException {
        Optional<ImagePlace> place = images == null ? Optional.empty() : Optional.of(bucket.place(images));
        try (Database owner = server.owned()) {
            TeamSettings settings = new TeamSettings();
            owner.transact(tx -> {
                settings.put(tx, TeamSettings.NAME, name);
                place.ifPresent(where -> TeamImagesCommand.put(tx, where));
            });
            boolean first = owner.inTransaction(tx -> new Policies().kept(tx).isEmpty());
            if (first || policy != null) {
                putInForce(owner, policy == null ? PolicyFile.shipped() : read(policy));
            }
            out().println(server.address().text() + " is set up for " + name + ".");
            if (owner.inTransaction(tx -> settings.get(tx, TeamSettings.IMAGES)).isEmpty()) {
                out().println("Say where its images lie before anybody joins: docket team images PLACE …");
            }
            out().println("Next: docket team add PSEUDONYM --role lead …");
            return done();
        }
    }

    @Command(description = "Let somebody in: make their login, write the file they join with, and print their password once.")
    int add(
            @Parameters(paramLabel = "PSEUDONYM", description = "What everybody else sees, such as R-02.") String pseudonym,
            @Mixin ServerOption server,
            @Option(names = "--role", paramLabel = "ROLE", required = true, description = "${COMPLETION-CANDIDATES}.") Role role,
            @Option(names = "--login", paramLabel = "LOGIN", description = "Their login at the server, which the whole server shares (default: the pseudonym).") String login,
            @Option(names = "--lanes", paramLabel = "LANE", split = ",", description = "Lanes they work in: RULE, RULE@PLACE or *. Leads work in all.") List<String> lanes,
            @Option(names = "--out", paramLabel = "FILE", description = "Where the connection file goes (default: PSEUDONYM.docket-team.json).") Path out) throws IOException {
        String name = login == null ? pseudonym.toLowerCase(Locale.ROOT).replace('-', '_') : login;
        Path file = out == null ? Path.of(pseudonym + ".docket-team.json") : out;
        if (Files.exists(file)) {
            throw new UsageException(file + " exists already. Name another file with --out.");
        }
        char[] password = password();
        Logins logins = new Logins();
        try (Database admin = server.joined()) {
            checked(() -> admin.transact(tx -> {
                logins.add(tx, name, password, pseudonym, role);
                log(tx, AuditKind.MEMBER_ADDED, Map.of("member", pseudonym, "role", role.name()));
                (lanes == null ? List.<String>of() : lanes).forEach(lane -> grant(tx, pseudonym, lane));
            }));
            String team = admin.inTransaction(tx -> new TeamSettings().get(tx, TeamSettings.NAME)).orElse("Docket");
            new ConnectionFile(team, server.address(), name).write(file);
            out().println(pseudonym + " is " + role.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ". Give them " + file + ", and this password by another way:");
            out().println("  " + new String(password));
            return done();
        }
    }

    @Command(description = "Let somebody work in lanes.")
    int grant(@Parameters(paramLabel = "PSEUDONYM") String pseudonym, @Parameters(paramLabel = "LANE", arity = "1..*", description = "RULE, RULE@PLACE or *.") List<String> lanes, @Mixin ServerOption server)
            throws IOException {
        try (Database admin = server.joined()) {
            checked(() -> admin.transact(tx -> lanes.forEach(lane -> grant(tx, pseudonym, lane))));
            return done();
        }
    }

    @Command(description = "Take lanes from somebody, at once, and what they hold there.")
    int revoke(@Parameters(paramLabel = "PSEUDONYM") String pseudonym, @Parameters(paramLabel = "LANE", arity = "1..*", description = "As they were granted.") List<String> lanes, @Mixin ServerOption server)
            throws IOException {
        try (Database admin = server.joined()) {
            List<String> unknown = checked(() -> admin.inTransaction(tx -> lanes.stream().filter(lane -> !revoke(tx, pseudonym, lane)).toList()));
            unknown.forEach(lane -> out().println(pseudonym + " was not granted " + lane + "."));
            done();
            return unknown.isEmpty() ? ExitCode.DONE : ExitCode.FOUND;
        }
    }

    @Command(description = "Say how much somebody may hold and for how long: more for those who work away from the network.")
    int limits(
            @Parameters(paramLabel = "PSEUDONYM") String pseudonym, @Mixin ServerOption server,
            @Option(names = "--tasks", paramLabel = "N", defaultValue = "64", description = "Tasks in their hands at most, 1 to 500 (default: ${DEFAULT-VALUE}).") int tasks,
            @Option(names = "--lease", paramLabel = "SECONDS", defaultValue = "600", description = "How long a lease lasts at most, 90 to 86400 (default: ${DEFAULT-VALUE}).") int lease) throws IOException {
        try (Database admin = server.joined()) {
            checked(() -> admin.transact(tx -> {
                new Logins().limits(tx, pseudonym, tasks, lease);
                log(tx, AuditKind.MEMBER_CHANGED, Map.of("member", pseudonym, "what", "limits", "tasks", tasks, "lease_seconds", lease));
            }));
            return done();
        }
    }

    @Command(description = "Shut somebody out at once. What they did stays theirs.")
    int suspend(@Parameters(paramLabel = "PSEUDONYM") String pseudonym, @Mixin ServerOption server) throws IOException {
        return active(pseudonym, server, false);
    }

    @Command(description = "Let somebody in again.")
    int resume(@Parameters(paramLabel = "PSEUDONYM") String pseudonym, @Mixin ServerOption server) throws IOException {
        return active(pseudonym, server, true);
    }

    private int active(String pseudonym, ServerOption server, boolean yes) throws IOException {
        try (Database admin = server.joined()) {
            checked(() -> admin.transact(tx -> {
                new Logins().active(tx, pseudonym, yes);
                log(tx, AuditKind.MEMBER_CHANGED, Map.of("member", pseudonym, "what", yes ? "resumed" : "suspended"));
            }));
            return done();
        }
    }

    @Command(description = "Give somebody a new password, and print it once.")
    int password(@Parameters(paramLabel = "PSEUDONYM") String pseudonym, @Mixin ServerOption server) throws IOException {
        char[] password = password();
        try (Database admin = server.joined()) {
            checked(() -> admin.transact(tx -> {
                new Logins().password(tx, pseudonym, password);
                log(tx, AuditKind.MEMBER_CHANGED, Map.of("member", pseudonym, "what", "password"));
            }));
            out().println("The password of " + pseudonym + " is now:");
            out().println("  " + new String(password));
            return done();
        }
    }

    @Command(description = "Show who is in the team, with roles, lanes and limits.")
    int list(@Mixin ServerOption server, @Option(names = "--json", description = "Print one JSON object for each person.") boolean json) throws IOException {
        try (Database admin = server.joined()) {
            List<Logins.Person> people = admin.inTransaction(tx -> new Logins().all(tx));
            people.forEach(person -> out().println(json ? CanonicalJson.write(fields(person)) : line(person)));
            if (people.isEmpty() && !json) {
                out().println("Nobody is in the team yet. Add somebody: docket team add PSEUDONYM --role lead …");
            }
            return done();
        }
    }

    @Command(description = "Put a policy pack in force for the whole team. Desks take it up when they are started next.")
    int policy(@Parameters(paramLabel = "FILE", description = "The pack.") Path file, @Mixin ServerOption server) throws IOException {
        PolicyPack pack = read(file);
        try (Database admin = server.joined()) {
            PackApprovals.refusal(admin, pack.ref()).ifPresent(why -> {
                throw new UsageException(why + ". Leads sign on the models screen, under Thresholds");
            });
            putInForce(admin, pack);
            out().println(pack.ref().name() + " is in force.");
            return done();
        }
    }

    private static void putInForce(Database database, PolicyPack pack) {
        database.transact(tx -> {
            new Policies().keep(tx, pack);
            new ReviewQueue().openLanes(tx, pack);
            new TeamSettings().put(tx, TeamSettings.POLICY, pack.ref().sha256().hex());
            log(tx, AuditKind.POLICY_PUT_IN_FORCE, Map.of("pack", pack.ref().name(), "pack_sha256", pack.ref().sha256().hex()));
        });
    }

    private static void grant(Handle tx, String pseudonym, String lane) {
        new Logins().grant(tx, pseudonym, lane);
        log(tx, AuditKind.LANE_GRANTED, Map.of("member", pseudonym, "lane", lane));
    }

    private static boolean revoke(Handle tx, String pseudonym, String lane) {
        boolean was = new Logins().revoke(tx, pseudonym, lane);
        if (was) {
            log(tx, AuditKind.LANE_REVOKED, Map.of("member", pseudonym, "lane", lane));
        }
        return was;
    }

    /** In the chain of the admin who does it, or of the database's owner, who is nobody in the team. */
    static void log(Handle tx, AuditKind kind, Map<String, Object> body) {
        Optional<Member> admin = new Team().loggedIn(tx);
        new AuditLog(admin.map(Member::id).orElse(OWNER), admin.isPresent() ? "admin" : "owner", Clock.systemUTC()).append(tx, kind, body);
    }

    private static PolicyPack read(Path file) throws IOException {
        try {
            return PolicyFile.read(file);
        } catch (PolicyFormatException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private static Map<String, Object> fields(Logins.Person person) {
        return new TreeMap<>(Map.of("pseudonym", person.member().pseudonym(), "login", person.login(), "role", person.member().role().name().toLowerCase(Locale.ROOT),
                "active", person.active(), "lanes", person.lanes(), "tasks", person.mostHeld(), "lease_seconds", person.longestLease()));
    }

    private static String line(Logins.Person person) {
        return "%-10s %-13s %-20s %s%s".formatted(person.member().pseudonym(), person.member().role().name().toLowerCase(Locale.ROOT).replace('_', ' '), person.login(),
                person.member().role() == Role.LEAD ? "all lanes" : person.lanes().isEmpty() ? "no lane" : String.join(", ", person.lanes()), person.active() ? "" : "  shut out");
    }

    /** About 99 bits. */
    private static char[] password() {
        SecureRandom random = new SecureRandom();
        StringBuilder made = new StringBuilder();
        for (int at = 0; at < GROUPS * GROUP; at++) {
            made.append(at > 0 && at % GROUP == 0 ? "-" : "").append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return made.toString().toCharArray();
    }

    interface Doing<T> {
        T run();
    }

    private static void checked(Runnable step) {
        checked(() -> {
            step.run();
            return null;
        });
    }

    /** What somebody mistyped is told as that. */
    static <T> T checked(Doing<T> step) {
        try {
            return step.run();
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private int done() {
        out().flush();
        return ExitCode.DONE;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
