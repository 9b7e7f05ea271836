package dev.docket.ui.review;

import dev.docket.desk.Desk;
import dev.docket.desk.Joined;
import dev.docket.intake.IntakeSources;
import dev.docket.policy.Policies;
import dev.docket.policy.PolicyFile;
import dev.docket.progress.Progress;
import dev.docket.queue.ReviewQueue;
import dev.docket.storage.CutCable;
import dev.docket.storage.Postgres;
import dev.docket.team.Logins;
import dev.docket.team.Member;
import dev.docket.team.Role;
import dev.docket.team.TeamSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** A team on a real PostgreSQL: its lead's desk, which has brought in pictures, and profiles of those who join. */
final class TeamDesks implements AutoCloseable {
    final Postgres.Shared shared = Postgres.shared();
    final Desk lead;
    private final Path folder;

    /** @param pictures how many are painted and admitted */
    TeamDesks(Path folder, int pictures) throws Exception {
        this.folder = folder;
        Path images = Files.createDirectories(folder.resolve("images"));
        shared.owner.transact(tx -> {
            new Policies().keep(tx, PolicyFile.shipped());
            new ReviewQueue().openLanes(tx, PolicyFile.shipped());
            new TeamSettings().put(tx, TeamSettings.POLICY, PolicyFile.shipped().ref().sha256().hex());
            new TeamSettings().put(tx, TeamSettings.IMAGES, images.toString());
        });
        lead = Desk.open(joined(shared.add("L-01", Role.LEAD)), Clock.systemUTC());
        lead.intake.admitAll(IntakeSources.open(PaintedPictures.streets(folder.resolve("pictures"), pictures, 320, 240), IntakeSources.Format.AUTO, "test", lead.clock), Progress.NONE);
    }

    /** The profile of somebody new who works in all lanes. @param cable their way to the server */
    Path reviewer(String pseudonym, CutCable cable) throws Exception {
        Member reviewer = shared.add(pseudonym, Role.REVIEWER);
        shared.owner.transact(tx -> new Logins().grant(tx, pseudonym, "*"));
        Path profile = folder.resolve("profile-" + pseudonym);
        Joined.join(profile, shared.connection(reviewer, cable), shared.password(reviewer));
        return profile;
    }

    Path joined(Member member) throws Exception {
        Path profile = folder.resolve("profile-" + member.pseudonym());
        Joined.join(profile, shared.connection(member), shared.password(member));
        return profile;
    }

    @Override
    public void close() {
        lead.close();
        shared.close();
    }
}
