package dev.docket.cli;

import dev.docket.audit.AuditKind;
import dev.docket.storage.Database;
import dev.docket.team.ImagePlace;
import dev.docket.team.TeamSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jdbi.v3.core.Handle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code docket team images}. */
@Command(name = "images", description = {
    "Say where the team's images lie, or see where they do: a folder that all desks reach, or a bucket.",
    "Desks look there when they are started next. Images that were stored before are copied as they are."
})
final class TeamImagesCommand implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "PLACE", description = "A folder, or s3://BUCKET/PREFIX (default: only say where they lie).")
    private String place;

    @Mixin
    private ServerOption server;

    @Mixin
    private BucketOption bucket;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Optional<ImagePlace> wanted = place == null ? Optional.empty() : Optional.of(bucket.place(place));
        PrintWriter out = spec.commandLine().getOut();
        try (Database admin = server.joined()) {
            Optional<ImagePlace> before = admin.inTransaction(tx -> new TeamSettings().get(tx, TeamSettings.IMAGES)).map(ImagePlace::read);
            if (wanted.isPresent()) {
                admin.transact(tx -> put(tx, wanted.get()));
            }
            wanted.or(() -> before).ifPresentOrElse(now -> tell(out, now), () -> out.println("The team has not said where its images lie: docket team images PLACE …"));
            before.filter(was -> wanted.isPresent() && !was.equals(wanted.get()))
                    .ifPresent(was -> out.println("Images that were stored before lie in " + was.text() + ". Copy all that is there as it is, names and bytes, before anybody starts Docket."));
            out.flush();
            return ExitCode.DONE;
        }
    }

    /** In the open transaction, with its line in the log. */
    static void put(Handle tx, ImagePlace place) {
        new TeamSettings().put(tx, TeamSettings.IMAGES, place.setting());
        TeamCommand.log(tx, AuditKind.IMAGES_PLACED, Map.of("place", place.text()));
    }

    private static void tell(PrintWriter out, ImagePlace place) {
        out.println("The team's images lie in " + place.text() + ".");
        if (place instanceof ImagePlace.Bucket) {
            out.println("Everybody needs a key to it, asked for when they join, or later by: docket team bucket-key");
        }
        warn(out, place);
    }

    static void warn(PrintWriter out, ImagePlace place) {
        if (place instanceof ImagePlace.Bucket bucket && bucket.place().isClear()) {
            out.println("Beware: the way to this team's images is in clear text. Anybody on it can see which are fetched, though none of them.");
        }
    }
}
