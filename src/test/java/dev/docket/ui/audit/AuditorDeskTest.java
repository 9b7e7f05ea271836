package dev.docket.ui.audit;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.docket.desk.Desk;
import dev.docket.desk.Joined;
import dev.docket.intake.IntakeSources;
import dev.docket.policy.Policies;
import dev.docket.policy.PolicyFile;
import dev.docket.progress.Progress;
import dev.docket.queue.ReviewQueue;
import dev.docket.storage.Postgres;
import dev.docket.team.Member;
import dev.docket.team.Role;
import dev.docket.team.TeamSettings;
import dev.docket.ui.DocketWindow;
import dev.docket.ui.Toolkit;
import dev.docket.ui.review.PaintedPictures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The window of somebody who audits a team: it opens, reads, verifies, and can decide nothing. */
class AuditorDeskTest {
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @TempDir
    private Path folder;
    private Postgres.Shared shared;
    private Path images;

    @BeforeEach
    void openTheTeam() throws Exception {
        Toolkit.start();
        log.start();
        ((Logger) LoggerFactory.getLogger("dev.docket")).addAppender(log);
        shared = Postgres.shared();
        images = Files.createDirectories(folder.resolve("images"));
        shared.owner.transact(tx -> {
            new Policies().keep(tx, PolicyFile.shipped());
            new ReviewQueue().openLanes(tx, PolicyFile.shipped());
            new TeamSettings().put(tx, TeamSettings.POLICY, PolicyFile.shipped().ref().sha256().hex());
            new TeamSettings().put(tx, TeamSettings.IMAGES, images.toString());
        });
        try (Desk lead = Desk.open(joined(shared.add("L-01", Role.LEAD)), Clock.systemUTC())) {
            lead.intake.admitAll(IntakeSources.open(PaintedPictures.streets(folder.resolve("pictures"), 4, 64, 48), IntakeSources.Format.AUTO, "test", lead.clock), Progress.NONE);
        }
    }

    @AfterEach
    void closeTheTeam() {
        shared.close();
        ((Logger) LoggerFactory.getLogger("dev.docket")).detachAppender(log);
        assertThat(log.list).filteredOn(line -> line.getLevel().isGreaterOrEqual(Level.WARN)).as("nothing was refused behind the window's back").isEmpty();
    }

    @Test
    void anAuditorReadsWhatThereIsVerifiesItAndHasNothingToDecideWith() throws Exception {
        Path profile = joined(shared.add("A-01", Role.AUDITOR));
        // an auditor's machine need not reach the images
        shared.owner.transact(tx -> new TeamSettings().put(tx, TeamSettings.IMAGES, folder.resolve("nowhere").toString()));
        try (Desk desk = Desk.open(profile, Clock.systemUTC())) {
            assertThat(desk.caretaker.round().freed()).isZero();
            try (Shown shown = new Shown(desk)) {
                assertThat(shown.tabs()).containsExactly("tab-audit", "tab-queue", "tab-policy");
                AuditViewModel model = shown.window.screens().audit().model();
                Toolkit.until("the log", () -> model.listing().rows().size() >= 4 && !model.standingProperty().get().people().isEmpty());
                Toolkit.tell(() -> model.select(model.listing().rows().getFirst()));
                Toolkit.until("an entry", () -> model.dossierProperty().get().isPresent());
                assertThat(Toolkit.ask(() -> model.dossierProperty().get().orElseThrow().evidence().intact())).isTrue();
                Toolkit.tell(model::verify);
                Toolkit.until("the verification", () -> model.verificationProperty().get().state() == Verification.State.SOUND);
                assertThat(Toolkit.ask(() -> model.book().maySeal())).isFalse();
                Toolkit.frames(5);
                Toolkit.picture(shown.window.scene(), "auditor-desk");

                Toolkit.tell(() -> model.history(model.listing().entries().getFirst().item().orElseThrow()));
                Toolkit.until("the item's story", () -> shown.window.screens().queue().model().storyProperty().get().isPresent());
                Toolkit.frames(3);
                assertThat(Toolkit.ask(() -> shown.window.scene().getRoot().lookup("#story-comments"))).as("nothing is said from here").isNull();
                assertThat(Toolkit.ask(() -> shown.window.screens().queue().model().failureProperty().get())).isEmpty();
                Toolkit.picture(shown.window.scene(), "auditor-queue");
                Toolkit.tell(() -> shown.window.shell().show("policy"));
                Toolkit.frames(5);
            }
        }
    }

    @Test
    void anAdminReadsTheLogToo() throws Exception {
        try (Desk desk = Desk.open(joined(shared.add("M-01", Role.ADMIN)), Clock.systemUTC()); Shown shown = new Shown(desk)) {
            assertThat(shown.tabs()).contains("tab-audit").doesNotContain("tab-review");
            Toolkit.until("the log", () -> shown.window.screens().audit().model().listing().rows().size() >= 4);
        }
    }

    private Path joined(Member member) throws Exception {
        Path profile = folder.resolve("profile-" + member.pseudonym());
        Joined.join(profile, shared.connection(member), shared.password(member));
        return profile;
    }

    /** The real window over a desk. */
    private static final class Shown implements AutoCloseable {
        private DocketWindow window;
        private Stage stage;

        private Shown(Desk desk) {
            Toolkit.tell(() -> {
                window = new DocketWindow(1280, 800);
                stage = new Stage();
                window.show(stage);
                window.open(desk);
                stage.requestFocus();
            });
        }

        private List<String> tabs() {
            return Toolkit.ask(() -> window.scene().getRoot().lookupAll(".app-tab").stream().map(ToggleButton.class::cast).map(ToggleButton::getId).toList());
        }

        @Override
        public void close() {
            Toolkit.tell(stage::close);
            window.close();
        }
    }
}
