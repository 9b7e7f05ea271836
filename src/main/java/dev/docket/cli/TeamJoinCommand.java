package dev.docket.cli;

import dev.docket.desk.Desk;
import dev.docket.desk.Joined;
import dev.docket.desk.TeamImages;
import dev.docket.storage.StorageException;
import dev.docket.team.ConnectionFile;
import dev.docket.team.ImagePlace;
import dev.docket.team.Member;
import dev.docket.team.ServerAddress.Tls;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code docket team join}. */
@Command(name = "join", description = {
    "Join a team with the connection file you were given: from now on this profile works in its queue.",
    "The profile has to be a new one. The password is kept in it, sealed under the profile's key."
})
final class TeamJoinCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The connection file.")
    private Path file;

    @Option(names = "--password-file", paramLabel = "FILE", description = "A file whose first line is your password (default: the environment's " + ServerOption.VARIABLE + ", or a question).")
    private Path passwordFile;

    @Mixin
    private BucketKeyOption bucketKey;

    @Mixin
    private DeskOption desk;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        ConnectionFile connection = ConnectionFile.read(file);
        Path folder = desk.folder();
        if (Files.exists(folder.resolve("database"))) {
            throw new UsageException("The profile " + folder + " has a desk of its own. Name a new one with --profile.");
        }
        Member member = Joined.join(desk::profile, connection, new Secret(passwordFile, ServerOption.VARIABLE, "of " + connection.login()).known());
        PrintWriter out = spec.commandLine().getOut();
        out.println("You are " + member.pseudonym() + ", " + member.role().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ", in " + connection.team() + ".");
        if (connection.address().tls() != Tls.VERIFY_FULL) {
            out.println(connection.address().tls() == Tls.NONE ? "Beware: this team's connection is in clear text. Anybody on the way can read it."
                    : "Beware: this team's server does not prove its name. Somebody with a certificate of the same authority can stand in for it.");
        }
        int reached = member.role().hasDesk() && !member.role().onlyReads() ? images(out) : ExitCode.DONE;
        out.println(folder.equals(Desk.defaultFolder()) ? "Start Docket." : "Start Docket with DOCKET_PROFILE=" + folder + "; its commands take --profile.");
        out.flush();
        return reached;
    }

    /** Whoever joined has joined, whether or not the images are in reach today. */
    private int images(PrintWriter out) throws IOException {
        try (DeskData data = DeskData.open(desk.profile())) {
            ImagePlace place = TeamImages.place(data.database());
            if (place instanceof ImagePlace.Bucket) {
                TeamImagesCommand.warn(out, place);
                BucketKeyCommand.keep(data, bucketKey, out);
            }
            return ExitCode.DONE;
        } catch (StorageException e) {
            out.println("Beware: " + e.getMessage());
            return ExitCode.FOUND;
        }
    }
}
