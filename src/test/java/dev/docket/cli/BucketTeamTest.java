package dev.docket.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.desk.Desk;
import dev.docket.desk.Joined;
import dev.docket.policy.PolicyPack;
import dev.docket.progress.Progress;
import dev.docket.queue.LeasedTask;
import dev.docket.storage.ContentHash;
import dev.docket.storage.CutCable;
import dev.docket.storage.Database;
import dev.docket.storage.Postgres;
import dev.docket.storage.S3Server;
import dev.docket.storage.StorageException;
import dev.docket.storage.bucket.BucketPlace;
import dev.docket.team.ConnectionFile;
import dev.docket.team.Logins;
import dev.docket.team.Member;
import dev.docket.team.Role;
import dev.docket.team.ServerAddress;
import dev.docket.ui.review.PaintedPictures;
import dev.docket.verdict.Finding;
import dev.docket.verdict.Shown;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictDesk;
import dev.docket.verdict.VerdictKind;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A team whose images lie in a bucket: set up by commands, on a real PostgreSQL and a real S3 server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BucketTeamTest {
    @TempDir
    private static Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Postgres.Shared shared;
    private BucketPlace bucket;
    private Path key;
    private Path pictures;

    @BeforeAll
    void setUpTheTeam() throws Exception {
        shared = Postgres.shared();
        bucket = S3Server.bucket();
        key = Files.write(folder.resolve("bucket.key"), S3Server.KEY.bytes());
        Files.writeString(folder.resolve("password"), "the server trusts this machine\n");
        pictures = PaintedPictures.streets(folder.resolve("pictures"), 6, 160, 120);
        assertThat(docket("team", "init", "--name", "Evening desk", "--images", bucket.text(), "--s3-endpoint", bucket.endpoint().orElseThrow().toString(), "--s3-path-style", "--s3-clear-text"))
                .as(err.toString()).isZero();
        join(shared.add("I-01", Role.INGEST));
        assertThat(run("intake", pictures.toString(), "--profile", profile("I-01").toString())).as(err.toString()).isZero();
        assertThat(out.toString()).contains("6 added");
    }

    /** Desks give back at their next start what they held, and these have none. */
    @AfterEach
    void giveBack() {
        shared.owner.transact(tx -> tx.execute("update review_task set state = 0, lease_owner = null, lease_until = null where state = 1"));
    }

    @AfterAll
    void stop() {
        shared.close();
    }

    @Test
    void whatOneBringsInLiesInTheBucketUnreadableAndAnotherSeesIt() throws Exception {
        List<Path> objects = S3Server.files(bucket);
        assertThat(objects).hasSizeGreaterThanOrEqualTo(6);
        for (Path object : objects) {
            assertThat(new String(Files.readAllBytes(object), StandardCharsets.ISO_8859_1)).doesNotContain("IHDR", "JFIF");
        }
        try (Desk reviewer = Desk.open(join(reviewer("R-02")), Clock.systemUTC())) {
            ContentHash image = picture(reviewer, claim(reviewer).getFirst());

            assertThat(reviewer.images.take(image)).isPresent();
            assertThat(reviewer.images.isHere(image)).isTrue();
        }
        assertThat(profile("R-02").resolve("kept")).as("wiped with the desk").isEmptyDirectory();
    }

    @Test
    void aServiceWritesThereWithAKeyItsProfileDoesNotKeep() throws Exception {
        Path more = PaintedPictures.streets(folder.resolve("more"), 2, 120, 90);
        Member feed = shared.add("I-02", Role.INGEST);
        ServerAddress address = shared.connection(feed).address();
        Path word = Files.writeString(folder.resolve("feed.password"), new String(shared.password(feed)) + "\n");
        String[] words = {"intake", more.toString(), "--source", "more", "--profile", folder.resolve("service").toString(), "--db", "postgresql://" + address.text(), "--user", shared.connection(feed).login(),
            "--password-file", word.toString(), "--tls", "disable"};

        System.setProperty("aws.accessKeyId", S3Server.KEY.id());
        System.setProperty("aws.secretAccessKey", S3Server.KEY.secret());
        try {
            assertThat(run(words)).as(err + "" + out).isZero();
            assertThat(out.toString()).contains("2 added");
        } finally {
            System.clearProperty("aws.accessKeyId");
            System.clearProperty("aws.secretAccessKey");
        }
    }

    @Test
    void noKeyLiesInAProfileToBeRead() throws Exception {
        Path profile = join(reviewer("R-03"));
        Desk.open(profile, Clock.systemUTC()).close();

        try (Stream<Path> inside = Files.walk(profile)) {
            for (Path file : inside.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)).as(file.toString()).doesNotContain(S3Server.KEY.secret(), S3Server.KEY.id());
            }
        }
        assertThat(out.toString() + err).doesNotContain(S3Server.KEY.secret());
    }

    @Test
    void aWrongKeyIsToldAtJoiningAndPutRightLater() throws Exception {
        Member carla = reviewer("R-04");
        Path wrong = Files.writeString(folder.resolve("wrong.key"), S3Server.KEY.id() + "\nnot-the-secret\n");

        assertThat(join(carla, wrong)).isEqualTo(ExitCode.FOUND);
        assertThat(out.toString()).contains("You are R-04", "its secret is another (SignatureDoesNotMatch). Give the right one: docket team bucket-key", "Beware: the way to this team's images is in clear text");
        assertThat(run("queue", "--profile", profile("R-04").toString())).as("what needs no image works").isZero();
        assertThat(run("team", "bucket-key", "--bucket-key-file", key.toString(), "--profile", profile("R-04").toString())).as(err.toString()).isZero();
        assertThat(out.toString()).contains("The team's images are in reach: " + bucket.text());
        Desk.open(profile("R-04"), Clock.systemUTC()).close();
    }

    @Test
    void whoseLaneIsRevokedOrWhoIsShutOutKeepsNothing() throws Exception {
        Member dora = reviewer("R-05");
        try (Desk desk = Desk.open(join(dora), Clock.systemUTC())) {
            List<ContentHash> window = claim(desk).stream().map(task -> picture(desk, task)).toList();
            assertThat(desk.images.bring(window, Progress.NONE).here()).isEqualTo(window.size());
            desk.images.checkNow();
            assertThat(window).as("they are still theirs to see").isNotEmpty().allMatch(desk.images::isHere);

            Database admin = shared.as(shared.add("M-05", Role.ADMIN));
            assertThatThrownBy(() -> admin.transact(tx -> tx.execute("update review_task set state = 0, lease_owner = null, lease_until = null where state = 1")))
                    .as("by themselves an admin frees nothing").isInstanceOf(StorageException.class);
            admin.transact(tx -> new Logins().revoke(tx, "R-05", "*"));
            long held = shared.owner.inTransaction(tx -> tx.createQuery("select count(*) from review_task where lease_owner = :me").bind("me", dora.id()).mapTo(Long.class).one());
            assertThat(held).as("what was in hand there waits for others").isZero();
            desk.images.checkNow();
            assertThat(window).noneMatch(desk.images::isHere);

            shared.owner.transact(tx -> new Logins().grant(tx, "R-05", "*"));
            desk.images.bring(window, Progress.NONE);
            assertThat(window).allMatch(desk.images::isHere);
            assertThat(docket("team", "suspend", "R-05")).as(err.toString()).isZero();
            desk.images.checkNow();
            assertThat(window).noneMatch(desk.images::isHere);
        }
    }

    @Test
    void whatIsQuarantinedElsewhereLeavesThisMachineAndTheBucket() throws Exception {
        try (Desk desk = Desk.open(join(reviewer("R-06")), Clock.systemUTC()); Desk boss = Desk.open(join(shared.add("L-06", Role.LEAD)), Clock.systemUTC())) {
            LeasedTask task = claim(boss).getFirst();
            ContentHash image = picture(boss, task);
            desk.images.take(image);
            assertThat(desk.images.isHere(image)).isTrue();
            assertThat(desk.blobs.contains(image)).isTrue();

            boss.verdictDesk.record(verdict(boss, task, VerdictKind.QUARANTINED, Optional.empty(), Optional.of("a test of erasing")));
            desk.images.checkNow();

            assertThat(desk.images.isHere(image)).isFalse();
            assertThat(desk.blobs.get(image)).isEmpty();
            assertThat(desk.blobs.contains(image)).isFalse();
        }
    }

    @Test
    void leavingDeletesWhatIsTheTeamsAndItCanBeJoinedAgain() throws Exception {
        Member ben = reviewer("R-07");
        Path profile = join(ben);
        Desk.open(profile, Clock.systemUTC()).close();

        assertThat(run("team", "leave", "--profile", profile.toString())).as(err.toString()).isZero();

        assertThat(out.toString()).contains("This profile has left Evening desk");
        try (Stream<Path> left = Files.list(profile)) {
            assertThat(left.map(file -> file.getFileName().toString())).doesNotContain(ConnectionFile.NAME, "team.secret", "bucket.secret", "checkpoint", "journal", "kept", "thumbnails").contains("key");
        }
        assertThat(run("team", "leave", "--profile", profile.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(join(ben, key)).as(out.toString()).isZero();
    }

    @Test
    void whatWaitsIsSentBeforeLeavingAndNothingIsDeletedWhileItCannotBe() throws Exception {
        Member ada = reviewer("R-08");
        try (CutCable cable = shared.cable()) {
            Joined.join(profile("R-08"), shared.connection(ada, cable), shared.password(ada));
            assertThat(run("team", "bucket-key", "--bucket-key-file", key.toString(), "--profile", profile("R-08").toString())).as(err.toString()).isZero();
            UUID made;
            try (Desk desk = Desk.open(profile("R-08"), Clock.systemUTC())) {
                LeasedTask task = claim(desk).getFirst();
                PolicyPack.Label label = desk.policy.pack().labels().getFirst();
                Verdict verdict = verdict(desk, task, VerdictKind.DECIDED, Optional.of(Finding.of(label.id(), label.severity(), label.defaultAction())), Optional.empty());
                made = verdict.id();
                cable.cut();
                assertThat(desk.session.record(verdict)).isEqualTo(VerdictDesk.Outcome.PENDING);
            }
            assertThat(run("team", "leave", "--profile", profile("R-08").toString())).isEqualTo(ExitCode.CANNOT_RUN);
            assertThat(err.toString()).contains("Verdicts of yours wait on this machine and cannot be sent", "nothing was deleted");
            assertThat(profile("R-08").resolve(ConnectionFile.NAME)).exists();

            cable.mend();
            assertThat(run("team", "leave", "--profile", profile("R-08").toString())).as(err.toString()).isZero();
            int recorded = shared.owner.inTransaction(tx -> tx.createQuery("select count(*) from verdict_event where verdict_id = :id").bind("id", made).mapTo(Integer.class).one());
            assertThat(recorded).isOne();
        }
    }

    @Test
    void whatIsMistypedOrWeakIsToldAndNothingIsChanged() {
        assertThat(docket("team", "images", "s3://Docket_Images")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("A bucket's name has 3 to 63 small letters");
        assertThat(docket("team", "images", "s3://docket", "--s3-endpoint", "http://s3.example.org")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("is in clear text. Use https, or permit it with --s3-clear-text");
        assertThat(docket("team", "images", "s3://docket", "--s3-endpoint", "https://user:word@s3.example.org")).isEqualTo(ExitCode.USAGE);
        assertThat(docket("team", "images", folder.toString(), "--s3-path-style")).isEqualTo(ExitCode.USAGE);
        assertThat(docket("team", "images")).isZero();
        assertThat(out.toString()).contains("The team's images lie in " + bucket.where());
    }

    @Test
    void withImagesInAFolderNobodyIsTalkedToButTheDatabase() throws Exception {
        try (Postgres.Shared other = Postgres.shared()) {
            Member lead = other.add("L-01", Role.LEAD);
            ServerAddress address = other.connection(lead).address();
            assertThat(run("team", "init", "--images", Files.createDirectories(folder.resolve("images")).toString(), "--db", "postgresql://" + address.text(), "--user", "postgres", "--tls", "disable",
                    "--password-file", folder.resolve("password").toString())).as(err.toString()).isZero();
            Joined.join(profile("L-folder"), other.connection(lead), other.password(lead));

            assertThat(talkedTo(profile("L-folder"))).containsOnly(address.port());
            assertThat(talkedTo(join(shared.add("L-09", Role.LEAD)))).as("a bucket is seen by this").contains(bucket.endpoint().orElseThrow().getPort());
        }
    }

    /** The ports that a desk connects to while pictures are taken in and looked at. */
    private Set<Integer> talkedTo(Path profile) throws Exception {
        Set<Integer> ports = ConcurrentHashMap.newKeySet();
        ProxySelector before = ProxySelector.getDefault();
        ProxySelector.setDefault(new ProxySelector() {
            @Override
            public List<Proxy> select(URI asked) {
                ports.add(asked.getPort());
                return List.of(Proxy.NO_PROXY);
            }

            @Override
            public void connectFailed(URI asked, SocketAddress address, IOException reason) {
                // told by whoever connects
            }
        });
        try {
            assertThat(run("intake", pictures.toString(), "--source", profile.getFileName().toString(), "--profile", profile.toString())).as(err.toString()).isZero();
            try (Desk desk = Desk.open(profile, Clock.systemUTC())) {
                for (LeasedTask task : claim(desk)) {
                    assertThat(desk.images.take(picture(desk, task))).isPresent();
                }
            }
        } finally {
            ProxySelector.setDefault(before);
        }
        return ports;
    }

    private static Verdict verdict(Desk desk, LeasedTask task, VerdictKind kind, Optional<Finding> finding, Optional<String> reason) {
        Shown shown = new Shown(picture(desk, task), true, List.of(), List.of(), "ab".repeat(32), "open", true, List.of(), 4000);
        return new Verdict(UUID.randomUUID(), task.taskId(), task.itemId(), task.round(), 0, kind, desk.self.id(), task.epoch(), finding, reason, desk.policy.pack().ref(), shown, desk.clock.instant());
    }

    private static List<LeasedTask> claim(Desk desk) {
        return desk.database.inTransaction(tx -> {
            List<LeasedTask> all = new ArrayList<>();
            desk.queue.lanes(tx, desk.self.id()).forEach(lane -> all.addAll(desk.queue.claim(tx, desk.self.id(), lane.id(), 2)));
            return all;
        });
    }

    private static ContentHash picture(Desk desk, LeasedTask task) {
        return desk.database.inTransaction(tx -> desk.items.find(tx, task.itemId())).orElseThrow().sha256();
    }

    private Member reviewer(String pseudonym) {
        Member member = shared.add(pseudonym, Role.REVIEWER);
        shared.owner.transact(tx -> new Logins().grant(tx, pseudonym, "*"));
        return member;
    }

    private Path join(Member member) throws IOException {
        assertThat(join(member, key)).as(err + "" + out).isZero();
        return profile(member.pseudonym());
    }

    private int join(Member member, Path bucketKey) throws IOException {
        Path file = folder.resolve(member.pseudonym() + ".json");
        shared.connection(member).write(file);
        Path word = Files.writeString(folder.resolve(member.pseudonym() + ".password"), new String(shared.password(member)) + "\n");
        return run("team", "join", file.toString(), "--password-file", word.toString(), "--bucket-key-file", bucketKey.toString(), "--profile", profile(member.pseudonym()).toString());
    }

    private static Path profile(String pseudonym) {
        return folder.resolve("profile-" + pseudonym);
    }

    /** As whoever owns the database. */
    private int docket(String... words) {
        ServerAddress address = shared.connection(new Member(UUID.randomUUID(), "nobody", Role.ADMIN)).address();
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--db", "postgresql://" + address.text(), "--user", "postgres", "--tls", "disable", "--password-file", folder.resolve("password").toString()));
        return run(all.toArray(String[]::new));
    }

    private int run(String... words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandLine line = DocketCommand.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(words);
    }
}
