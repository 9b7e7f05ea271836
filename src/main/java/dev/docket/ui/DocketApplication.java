package dev.docket.ui;

import dev.docket.desk.Desk;
import dev.docket.desk.FirstStart;
import dev.docket.desk.OwnSettings;
import dev.docket.settings.Appearance;
import dev.docket.storage.Profile;
import dev.docket.ui.common.Language;
import dev.docket.ui.common.PulseRate;
import dev.docket.ui.common.Text;
import dev.docket.ui.shell.Splash;
import dev.docket.ui.signin.SignInPane;
import dev.docket.ui.signin.SignInViewModel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Docket as a program with a window: shown at once, its desk opened behind it, everything given back when it closes. */
public final class DocketApplication extends Application {
    private static final Logger LOG = LoggerFactory.getLogger(DocketApplication.class);
    private static final String PROFILE = "profile";
    private static final String SAMPLES = "samples";
    private static final Duration ROUND = Duration.seconds(15);
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;

    private DocketWindow window;
    private Desk desk;
    private Appearance appearance = Appearance.DEFAULT;

    /**
     * Opens the window and returns when it was closed.
     *
     * @param profile where the desk keeps its data; made on first use
     * @param samples a folder of sample images to admit into a new profile
     */
    public static void open(Path profile, Optional<Path> samples) {
        List<String> arguments = new ArrayList<>();
        arguments.add("--" + PROFILE + "=" + profile);
        samples.ifPresent(folder -> arguments.add("--" + SAMPLES + "=" + folder));
        PulseRate.choose();
        launch(DocketApplication.class, arguments.toArray(String[]::new));
    }

    /** Before the first words are shown. A file that cannot be read is told of when the desk opens. */
    @Override
    public void init() {
        try {
            appearance = OwnSettings.before(profile());
        } catch (IOException e) {
            LOG.debug("How the window looks was not read", e);
        }
        Locale.setDefault(Language.of(appearance.language(), Locale.getDefault()));
    }

    @Override
    public void start(Stage stage) {
        Rectangle2D room = Screen.getPrimary().getVisualBounds();
        window = new DocketWindow(Math.min(WIDTH, room.getWidth()), Math.min(HEIGHT, room.getHeight()));
        window.dress(appearance);
        window.show(stage);
        openDesk();
    }

    private Path profile() {
        return Path.of(getParameters().getNamed().get(PROFILE));
    }

    private void openDesk() {
        window.notice(Splash.opening());
        Path profile = profile();
        window.records().run(() -> Profile.hasPassphrase(profile) ? Optional.<Desk>empty() : Optional.of(Desk.open(profile, Clock.systemUTC())),
                open -> open.ifPresentOrElse(this::opened, this::signIn), this::failed);
    }

    private void failed(Exception reason) {
        LOG.debug("The desk did not open", reason);
        window.notice(Splash.failed(reason, profile(), this::openDesk, Platform::exit));
    }

    /** A key that a passphrase opens. */
    private void signIn() {
        SignInViewModel model = new SignInViewModel(new DeskOpening(profile(), Clock.systemUTC()), window.records(), System::nanoTime, this::opened, this::failed);
        window.notice(new SignInPane(model, Text.of("signin.title"), Text.of("signin.detail"), Text.of("signin.submit"), Platform::exit));
    }

    private void opened(Desk open) {
        desk = open;
        desk.decoder.prepare();
        window.open(desk);
        Timeline rounds = new Timeline(new KeyFrame(ROUND, e -> window.records().run(open.caretaker::round, round -> {},
                reason -> LOG.warn("The desk's round was not finished: {}", reason.getMessage()))));
        rounds.setCycleCount(Animation.INDEFINITE);
        rounds.play();
        if (desk.self.role().decides()) {
            window.records().run(new FirstStart(desk)::takes, first -> {
                if (first) {
                    window.practise();
                }
            }, reason -> LOG.warn("Nobody is welcomed: {}", reason.getMessage()));
        }
        Optional.ofNullable(getParameters().getNamed().get(SAMPLES)).map(Path::of)
                .ifPresent(folder -> new SampleIntake(desk, folder, window.intake(), window.job()).startIfNew());
    }

    @Override
    public void stop() {
        if (window != null) {
            window.close();
        }
        if (desk != null) {
            desk.close();
        }
    }
}
