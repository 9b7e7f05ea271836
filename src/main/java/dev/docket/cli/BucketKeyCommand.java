package dev.docket.cli;

import dev.docket.desk.TeamImages;
import dev.docket.storage.bucket.BucketKey;
import dev.docket.team.ImagePlace;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code docket team bucket-key}. */
@Command(name = "bucket-key", description = {
    "Give this profile its key to the bucket where the team's images lie, in place of the one it had.",
    "It is tried first, and kept in the profile, sealed under the profile's key."
})
final class BucketKeyCommand implements Callable<Integer> {
    @Mixin
    private BucketKeyOption key;

    @Mixin
    private DeskOption desk;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try (DeskData data = desk.openData()) {
            keep(data, key, out);
        }
        return ExitCode.DONE;
    }

    /** Asks for the key, tries it, and keeps it. Does nothing where the images lie in a folder. */
    static void keep(DeskData data, BucketKeyOption asked, PrintWriter out) throws IOException {
        ImagePlace place = TeamImages.place(data.database());
        if (!(place instanceof ImagePlace.Bucket bucket)) {
            out.println("The team's images lie in the folder " + place.text() + ", which takes no key.");
            out.flush();
            return;
        }
        Optional<BucketKey> key = asked.given(bucket.place());
        TeamImages.check(bucket.place(), key);
        if (key.isPresent()) {
            TeamImages.keep(data.profile(), key.get());
        }
        out.println("The team's images are in reach: " + place.text() + (key.isPresent() ? "." : ", by the key that Amazon's SDK found."));
        out.flush();
    }
}
