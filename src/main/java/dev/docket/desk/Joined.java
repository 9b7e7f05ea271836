package dev.docket.desk;

import dev.docket.audit.LastSeen;
import dev.docket.policy.Policies;
import dev.docket.policy.PolicyFile;
import dev.docket.policy.PolicyFormatException;
import dev.docket.policy.PolicyPack;
import dev.docket.storage.Database;
import dev.docket.storage.Notices;
import dev.docket.storage.Profile;
import dev.docket.storage.SealedFile;
import dev.docket.storage.StorageException;
import dev.docket.storage.VeiledFile;
import dev.docket.team.ConnectionFile;
import dev.docket.team.Member;
import dev.docket.team.ServerAddress;
import dev.docket.team.Team;
import dev.docket.team.TeamSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** A profile that works in a team's queue: where that is, and how one logs in there. Any thread. */
public record Joined(ConnectionFile connection, Password password) {
    static final String SECRET = "team.secret";
    static final String CHECKPOINT = "checkpoint";
    static final String JOURNAL = "journal";

    /** Where the password is kept; empty when it is not there. */
    public interface Password {
        Optional<byte[]> read() throws IOException;
    }

    /** A login that the profile keeps nothing of: a service is handed its password at each start. */
    public static Joined as(String login, char[] password, ServerAddress address) {
        byte[] secret = new String(password).getBytes(StandardCharsets.UTF_8);
        return new Joined(new ConnectionFile(address.text(), address, login), () -> Optional.of(secret));
    }

    /**
     * Makes the profile one of the team's, if the login is let in.
     *
     * @return who one is there
     * @throws StorageException when one is not let in, or the profile cannot be written
     */
    public static Member join(Path folder, ConnectionFile connection, char[] password) throws IOException {
        return join(() -> Profile.open(folder), connection, password);
    }

    /** As {@link #join(Path, ConnectionFile, char[])}. @param opened opens the profile, once the login was let in */
    public static Member join(Supplier<Profile> opened, ConnectionFile connection, char[] password) throws IOException {
        Member member;
        try (Database database = Database.joined(connection.address().source(connection.login(), password), connection.address().text())) {
            member = self(database);
        }
        try (Profile profile = opened.get()) {
            secret(profile).write(new String(password).getBytes(StandardCharsets.UTF_8));
            connection.write(new VeiledFile(profile, ConnectionFile.NAME));
        }
        return member;
    }

    /** Empty for a desk of one's own. */
    public static Optional<Joined> in(Profile profile) throws IOException {
        return ConnectionFile.read(new VeiledFile(profile, ConnectionFile.NAME)).map(connection -> new Joined(connection, secret(profile)::read));
    }

    /** This login for this profile. @throws StorageException when it is somebody's desk, or joined as another */
    Joined fitting(Profile profile) throws IOException {
        Optional<Joined> before = in(profile);
        if (Files.exists(profile.folder().resolve("database"))) {
            throw new StorageException("The profile " + profile.folder() + " has a desk of its own. Name another with --profile.");
        }
        if (before.isPresent() && !(before.get().connection.address().text() + before.get().connection.login()).equals(connection.address().text() + connection.login())) {
            throw new StorageException("The profile " + profile.folder() + " has joined " + before.get().connection.team() + " as " + before.get().connection.login()
                    + ". Leave out --db, or name another with --profile.");
        }
        return this;
    }

    /** As whoever joined. */
    public Database open() throws IOException {
        return Database.joined(source(), connection.address().text());
    }

    private DataSource source() throws IOException {
        byte[] secret = password.read().orElseThrow(() -> new StorageException("The password for " + connection.team() + " is not in this profile. Join anew: docket team join FILE"));
        return connection.address().source(connection.login(), new String(secret, StandardCharsets.UTF_8).toCharArray());
    }

    /** What the database tells by itself. @see Notices */
    public Notices listen(Consumer<String> heard) {
        try {
            return new Notices(source(), heard);
        } catch (IOException e) {
            throw new StorageException("The password for " + connection.team() + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Who one is there. @throws StorageException when one was shut out */
    public static Member self(Database database) {
        return database.inTransaction(tx -> new Team().loggedIn(tx))
                .orElseThrow(() -> new StorageException("This login is nobody's in the team, or was shut out. Ask an admin of the team."));
    }

    /** The pack in force there. */
    static PolicyPack pack(Database database) throws PolicyFormatException {
        Optional<String> text = database.inTransaction(tx -> new TeamSettings().get(tx, TeamSettings.POLICY).flatMap(hash -> new Policies().kept(tx).stream()
                .filter(kept -> kept.ref().sha256().hex().equals(hash)).findFirst().flatMap(kept -> new Policies().text(tx, kept.ref()))));
        return PolicyFile.parse("the team's policy", text.orElseThrow(() -> new StorageException("The team has no policy in force. Ask an admin for 'docket team policy FILE'.")));
    }

    /** Refuses a log that is smaller than, or another than, the one this profile saw last. */
    void refuseAnotherLog(Profile profile, Database database) throws IOException {
        Path memory = profile.folder().resolve(CHECKPOINT);
        Optional<String> fault = new LastSeen(new SealedFile(memory, profile.key(), "last checkpoint")).check(database);
        if (fault.isPresent()) {
            throw new StorageException("The audit log of " + connection.team() + " is not the one it was: " + fault.get()
                    + ". Do not work in it, and tell whoever audits the team. Once that is settled, delete " + memory + ".");
        }
    }

    private static SealedFile secret(Profile profile) {
        return new SealedFile(profile.folder().resolve(SECRET), profile.key(), "team login");
    }
}
