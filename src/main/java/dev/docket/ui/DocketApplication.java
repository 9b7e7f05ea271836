package dev.docket.ui;

import dev.docket.desk.Desk;
import dev.docket.settings.Settings;
import dev.docket.settings.SettingsFile;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Job;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.Text;
import dev.docket.ui.common.Theme;
import dev.docket.ui.common.Views;
import dev.docket.ui.shell.ShellController;
import dev.docket.ui.shell.Splash;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The window of Docket: shown at once, its desk opened behind it, everything given back when it closes. */
public final class DocketApplication extends Application {
    private static final Logger LOG = LoggerFactory.getLogger(DocketApplication.class);
    private static final String PROFILE = "profile";
    private static final String SAMPLES = "samples";
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;

    private final Background records = Background.ofWindow("records", 1);
    private final Background work = Background.ofWindow("work", Math.clamp(Runtime.getRuntime().availableProcessors() - 1, 2, 4));
    private final Background intake = Background.ofWindow("intake", 1);
    private final Overlays overlays = new Overlays();
    private final Job job = new Job(intake);
    private Theme theme;
    private ShellController shell;
    private Desk desk;
    private Screens screens;

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
        launch(DocketApplication.class, arguments.toArray(String[]::new));
    }

    @Override
    public void start(Stage stage) {
        theme = new Theme(Settings.Theme.SYSTEM);
        shell = new ShellController(overlays, theme, job);
        Parent root = new Views().load("shell", shell);
        Rectangle2D room = javafx.stage.Screen.getPrimary().getVisualBounds();
        Scene scene = new Scene(root, Math.min(WIDTH, room.getWidth()), Math.min(HEIGHT, room.getHeight()));
        Theme.dress(scene, "review", "export");
        stage.setTitle(Text.of("shell.name"));
        stage.setMinWidth(1000);
        stage.setMinHeight(640);
        stage.setScene(scene);
        stage.show();
        openDesk();
    }

    private void openDesk() {
        shell.showNotice(Splash.opening());
        Path profile = Path.of(getParameters().getNamed().get(PROFILE));
        records.run(() -> Desk.open(profile, Clock.systemUTC()), this::opened, reason -> {
            LOG.debug("The desk did not open", reason);
            shell.showNotice(Splash.failed(reason, profile, this::openDesk, Platform::exit));
        });
    }

    private void opened(Desk open) {
        desk = open;
        theme.choiceProperty().set(desk.settings.theme());
        theme.choiceProperty().addListener((o, was, now) -> keep(now));
        screens = Screens.of(desk, records, work, overlays, job);
        Optional.ofNullable(getParameters().getNamed().get(SAMPLES)).map(Path::of)
                .ifPresent(folder -> new SampleIntake(desk, folder, intake, job).startIfNew());
        shell.open(screens.all(), desk.self.pseudonym());
    }

    private void keep(Settings.Theme choice) {
        records.run(() -> {
            Path file = desk.profile.folder().resolve("settings.json");
            SettingsFile.write(file, SettingsFile.read(file).withTheme(choice));
            return choice;
        }, kept -> {}, reason -> LOG.warn("The choice of theme was not kept: {}", reason.getMessage()));
    }

    /** The window is gone: verdicts under way are stored, leases given back, then the desk is closed. */
    @Override
    public void stop() {
        job.cancel();
        if (screens != null) {
            screens.sets().close();
            screens.review().close();
        }
        records.close();
        intake.close();
        work.close();
        if (desk != null) {
            desk.close();
        }
    }
}
