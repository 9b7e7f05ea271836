package dev.docket.ui;

import dev.docket.desk.Desk;
import dev.docket.progress.Progress;
import dev.docket.settings.Appearance;
import dev.docket.settings.Care;
import dev.docket.settings.Keys;
import dev.docket.settings.Settings;
import dev.docket.storage.Notices;
import dev.docket.team.Role;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Job;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.SceneStyle;
import dev.docket.ui.common.ScreenThread;
import dev.docket.ui.common.TellSheet;
import dev.docket.ui.common.Text;
import dev.docket.ui.common.TextSize;
import dev.docket.ui.common.Theme;
import dev.docket.ui.common.Views;
import dev.docket.ui.keys.KeyMap;
import dev.docket.ui.keys.KeySheet;
import dev.docket.ui.review.ReviewViewModel;
import dev.docket.ui.settings.SettingCommands;
import dev.docket.ui.settings.SettingsSheet;
import dev.docket.ui.settings.SettingsViewModel;
import dev.docket.ui.shell.ShellController;
import dev.docket.ui.welcome.PracticeScreen;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/** The content of Docket's window and the threads behind it. Shown empty, then given a desk. JavaFX thread, but for {@link #close}. */
public final class DocketWindow implements AutoCloseable {
    /** Without a key or the mouse for so long, the window counts as unused. */
    private static final Duration UNUSED = Duration.ofSeconds(2);
    private static final Duration NAP = Duration.ofMillis(200);
    private static final Duration CLOSED_WITHIN = Duration.ofSeconds(30);

    private final Background records = Background.ofWindow("records", 1);
    private final Background work = Background.ofWindow("work", Math.clamp(Runtime.getRuntime().availableProcessors() - 1, 2, 4));
    private final Background intake = Background.ofWindow("intake", 1);
    private final Overlays overlays = new Overlays();
    private final Job job = new Job(intake);
    private final Meanwhile meanwhile = new Meanwhile(new Job(intake), intake);
    private final Theme theme = new Theme(Settings.Theme.SYSTEM);
    private final ShellController shell = new ShellController(overlays, theme, job);
    private final Scene scene;
    private volatile long usedAt = System.nanoTime();
    private Locking locking;
    private Upkeep upkeep;
    private Screens screens;
    private Practising practising;
    private Optional<Notices> notices = Optional.empty();

    /** @param width and height of the scene in pixels */
    public DocketWindow(double width, double height) {
        scene = new Scene(new Views().load("shell", shell), width, height);
        Theme.dress(scene, Screens.STYLES);
        shell.tellOf(meanwhile.job(), "meanwhile");
        scene.addEventFilter(InputEvent.ANY, e -> usedAt = System.nanoTime());
    }

    public void show(Stage stage) {
        stage.setTitle(Text.of("shell.name"));
        stage.setMinWidth(1000);
        stage.setMinHeight(640);
        stage.setScene(scene);
        stage.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (locking != null) {
                locking.pressed(e);
            }
        });
        stage.show();
    }

    /** Words in place of the screens. */
    public void notice(Node notice) {
        shell.showNotice(notice);
    }

    /** How the window looks until a desk is open. */
    public void dress(Appearance appearance) {
        theme.choiceProperty().set(appearance.theme());
        SceneStyle.set(scene, appearance);
        TextSize.set(scene, appearance.textSize(), Screens.STYLES);
    }

    /** The screens of this desk, review in front. The desk stays the caller's to close, after this window. */
    public void open(Desk desk) {
        theme.choiceProperty().set(desk.settings.theme());
        SettingsViewModel settings = new SettingsViewModel(desk.ownSettings::write, desk.settings, records);
        theme.choiceProperty().addListener((o, was, now) -> settings.change(s -> s.withTheme(now)));
        settings.settingsProperty().subscribe(s -> theme.choiceProperty().set(s.theme()));
        settings.settingsProperty().subscribe(s -> SceneStyle.set(scene, s.appearance()));
        scene.getPreferences().reducedMotionProperty().subscribe(r -> SceneStyle.set(scene, settings.settingsProperty().get().appearance()));
        settings.settingsProperty().subscribe(s -> TextSize.set(scene, s.appearance().textSize(), Screens.STYLES));
        ObservableValue<KeyMap> keys = keys(desk, settings);
        screens = Screens.of(desk, records, work, overlays, job, keys);
        screens.link(shell::show);
        AtomicReference<SettingsSheet> made = new AtomicReference<>();
        Supplier<SettingsSheet> sheet = () -> made.updateAndGet(now -> now == null
                ? new SettingsSheet(settings, overlays, keys, desk.policy.pack(), screens.review().model().allLanes(), locking.passphrase()) : now);
        locking = new Locking(scene, desk, shell, screens.review().model(), work, keys, settings.settingsProperty());
        SettingCommands settingCommands = new SettingCommands(overlays, sheet);
        shell.settings(sheet);
        screens.review().settings(settingCommands::openCover);
        heed(settings);
        shell.open(screens.all(desk.self.role()), desk.self.pseudonym());
        desk.joined.ifPresent(team -> shell.connected(team.connection(), desk.bucket));
        notices = desk.listen(what -> records.onScreen(() -> screens.review().model().heard(what)));
        ReplayedSheet.of(overlays, desk.outbox.replayed()).ifPresent(TellSheet::open);
        DeskCommands commands = new DeskCommands(desk, screens, records, shell::show, this::practise, settingCommands, locking::command);
        practising = new Practising(shell, commands, end -> PracticeScreen.of(desk, overlays, keys, end));
        locking.start(settingCommands::openLock);
        scene.addEventHandler(KeySheet.PRACTISE, e -> practise());
        shell.offer(commands);
        upkeep = new Upkeep(progress -> {
            desk.rescoring.lookAgain(progress);
            recheck(desk, progress);
            desk.lookAlikes.catchUp(progress);
            if (desk.self.role() == Role.LEAD && desk.alerts.daily(progress)) {
                records.onScreen(() -> screens.models().model().readAlerts());
            }
        }, () -> System.nanoTime() - usedAt > UNUSED.toNanos(), NAP, Background.ofWindow("upkeep", 1));
        if (desk.isInCharge()) {
            upkeep.start(job.runningProperty());
        }
    }

    /** A team's desks may have different lists, and would do it against each other for ever: there somebody asks for it. */
    private void recheck(Desk desk, Progress gently) {
        if (desk.joined.isPresent()) {
            return;
        }
        desk.rechecking.rankLeft();
        List<UUID> due = desk.rechecking.due();
        if (!due.isEmpty()) {
            meanwhile.run(Text.of("provenance.recheck.job"), gently, told -> desk.rechecking.run(due, told));
        }
    }

    /** What a reviewer wants to see, and where their work comes from, counts at once. */
    private void heed(SettingsViewModel settings) {
        ReviewViewModel review = screens.review().model();
        ObservableValue<Care> care = settings.settingsProperty().map(Settings::care);
        care.addListener((o, was, now) -> review.heed(now));
        settings.settingsProperty().subscribe(s -> review.draw(s.lanes(), s.window()));
    }

    /** The guided tour of the keys, in front of all else. Once a desk is open. */
    public void practise() {
        practising.begin();
    }

    /** Another map whenever the settings say so. */
    private static ObservableValue<KeyMap> keys(Desk desk, SettingsViewModel settings) {
        ObjectProperty<KeyMap> keys = new SimpleObjectProperty<>();
        ObservableValue<Keys> chosen = settings.settingsProperty().map(Settings::keys);
        chosen.subscribe(now -> keys.set(new KeyMap(desk.policy.pack(), now)));
        return keys;
    }

    public Scene scene() {
        return scene;
    }

    public Theme theme() {
        return theme;
    }

    public ShellController shell() {
        return shell;
    }

    /** Once a desk is open. */
    public Screens screens() {
        return screens;
    }

    /** One thread, for the database. */
    public Background records() {
        return records;
    }

    /** Several threads, for what takes long. */
    public Background work() {
        return work;
    }

    /** Whether the desk waits for its passphrase. Once a desk is open. */
    public boolean isLocked() {
        return locking.isLocked();
    }

    /** One thread, for the intake that runs behind the window. */
    public Background intake() {
        return intake;
    }

    public Job job() {
        return job;
    }

    /** Verdicts under way are stored, leases given back, long work stopped. Waits for it; any thread. */
    @Override
    public void close() {
        job.cancel();
        if (screens != null) {
            notices.ifPresent(Notices::close);
            // their clocks and the answers that come in meanwhile change what they hold, on that thread alone
            ScreenThread.onJavaFx(CLOSED_WITHIN, () -> {
                practising.close();
                screens.close();
            });
            upkeep.close();
        }
        records.close();
        intake.close();
        work.close();
    }
}
