package dev.docket.ui.review;

import dev.docket.ui.common.Clockwork;
import dev.docket.ui.common.DirectPaint;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.cover.Cover;
import dev.docket.ui.cover.CoverWatch;
import dev.docket.ui.cover.MouseHold;
import dev.docket.ui.finding.PendingPane;
import dev.docket.ui.keys.KeyCommand;
import dev.docket.ui.keys.KeyMap;
import dev.docket.ui.keys.KeyPresses;
import dev.docket.ui.ladder.SettlePanel;
import dev.docket.ui.provenance.HistorySheet;
import dev.docket.ui.provenance.ProvenanceWords;
import dev.docket.ui.shell.Command;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.event.EventHandler;
import javafx.fxml.FXML;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** Binds the review screen to its view-model: what changes there is drawn here, what is pressed here is asked there. */
public final class ReviewController {
    private static final double COMPACT_BELOW = 1400;
    private static final Duration TICK = Duration.millis(Cover.TICK.toMillis());
    private static final int TICKS_A_SECOND = 5;
    /** While the window is dragged larger nothing is decoded anew. */
    private static final Duration RESIZED = Duration.millis(150);

    private final ReviewViewModel model;
    private final Overlays overlays;
    private final Clock clock;
    private final double blindShare;
    private final ObservableValue<KeyMap> keys;
    private final ReviewLadder ladder;
    private final ReviewCommands commands;
    private final KeyPresses presses;
    private final Clockwork clockwork = new Clockwork(TICK, this::tick);
    private final PauseTransition resized = new PauseTransition(RESIZED);
    private final EventHandler<KeyEvent> onPress = this::pressed;
    private final EventHandler<KeyEvent> onRelease = this::released;
    private final CoverWatch watch = new CoverWatch(this::away, this::coversOnLeaving);
    private final Afterwards afterwards = new Afterwards();
    private StageScene middle;
    private QueueColumn queue;
    private LowerSections lower;
    private int ticks;

    @FXML private BorderPane root;
    @FXML private LaneRail laneRail;
    @FXML private Label dueSoon;
    @FXML private Label leasedToMe;
    @FXML private Label heldByOthers;
    @FXML private Label escalated;
    @FXML private Label stripHead;
    @FXML private Filmstrip filmstrip;
    @FXML private FactsBar facts;
    @FXML private CaseBar bar;
    @FXML private AnswerNote answer;
    @FXML private PictureStage stage;
    @FXML private ContextStrip context;
    @FXML private VerdictBlock verdicts;
    @FXML private ScrollPane side;
    @FXML private ScoresSection scores;
    @FXML private ProvenanceSection provenance;
    @FXML private PolicySection policy;
    @FXML private PastSection past;
    @FXML private ClockSection clockSection;
    @FXML private SettlePanel settle;

    /** @param keys the map that is in force */
    public ReviewController(ReviewViewModel model, Overlays overlays, Clock clock, double blindShare, ObservableValue<KeyMap> keys) {
        this.model = model;
        this.overlays = overlays;
        this.clock = clock;
        this.blindShare = blindShare;
        this.keys = keys;
        ladder = new ReviewLadder(model, overlays, clock);
        commands = new ReviewCommands(model, overlays, keys, () -> lower.toggleProvenance(), this::showAlikes, this::showHistory, ladder);
        presses = new KeyPresses(keys, overlays, PictureStage.class, commands::down, commands::up);
    }

    @FXML
    private void initialize() {
        clockwork.within(root);
        verdicts.fill(model.pack(), keys, label -> model.decide(label, true), commands::run, new PendingPane(model.pending(), keys, commands::open));
        stage.tools().fill(keys, commands::run);
        stage.draw(keys);
        provenance.draw(keys, commands::run);
        commands.steering(stage.keyhole());
        MouseHold.on(stage, MouseButton.SECONDARY, model::keyhole);
        MouseHold.on(stage.card().keys(), MouseButton.PRIMARY, model::peek);
        ladder.bind(settle, clockSection, keys);
        middle = new StageScene(model, stage, facts, verdicts, keys, this::openExposure);
        middle.layRegions(commands::labelRegion);
        bar.bind(model, keys);
        answer.bind(model.answers(), model.pack());
        DirectPaint.in(side);
        queue = new QueueColumn(model, clock, afterwards, laneRail, new QueueColumn.Figures(dueSoon, leasedToMe, heldByOthers, escalated),
                stripHead, filmstrip, stage::requestFocus);
        lower = new LowerSections(model, clock.getZone(), afterwards, provenance, policy, past);
        model.currentProperty().subscribe(c -> drawCase());
        overlays.beforeOpening(() -> model.cover().letGo());
        new OneColumn(root, (VBox) side.getContent(), verdicts, settle, context);
        root.widthProperty().subscribe(w -> fold(w.doubleValue() < COMPACT_BELOW));
        root.sceneProperty().subscribe((was, now) -> moveKeys(was, now));
        resized.setOnFinished(e -> model.room(stage.picture().room()));
        stage.picture().layoutBoundsProperty().subscribe(b -> measure());
    }

    /** @param opened brings the stack of an item on screen, and decides it where asked to */
    public void stacks(BiConsumer<UUID, Boolean> opened) {
        commands.stacks(opened);
    }

    /** @param open shows the settings of what the reviewer wants to see */
    public void settings(Runnable open) {
        commands.settings(open);
    }

    /** @param ask asks how much work is taken along */
    void along(Runnable ask) {
        commands.along(ask);
    }

    /** What this person saw, and what they can do about it. */
    void openExposure() {
        commands.run(KeyCommand.EXPOSURE);
    }

    /**
     * What the palette offers of this screen.
     *
     * @param front brings it to the front
     */
    List<Command> commands(Runnable front) {
        return new ReviewCatalogue(model, keys, commands::down).commands(front);
    }

    /** The tab came to the front. */
    public void shown() {
        model.tick();
        clockwork.start();
        stage.requestFocus();
    }

    /** Another tab came to the front: leases are kept, nothing stays uncovered. */
    public void hidden() {
        model.cover().letGo();
    }

    /** The window closes. */
    public void closed() {
        clockwork.stop();
        hidden();
    }

    // ---- keys

    private void moveKeys(Scene was, Scene now) {
        watch.watch(now);
        if (was != null) {
            was.removeEventFilter(KeyEvent.KEY_PRESSED, onPress);
            was.removeEventFilter(KeyEvent.KEY_RELEASED, onRelease);
        }
        if (now != null) {
            now.addEventFilter(KeyEvent.KEY_PRESSED, onPress);
            now.addEventFilter(KeyEvent.KEY_RELEASED, onRelease);
            now.windowProperty().flatMap(javafx.stage.Window::renderScaleXProperty).subscribe(s -> measure());
        }
    }

    /** Nobody may be looking: a held key would be let go unseen. */
    private void away() {
        presses.forget();
        model.cover().letGo();
    }

    private boolean coversOnLeaving() {
        return model.casework().care().settings().covering().onLeaving();
    }

    /** Another window has the keyboard now. */
    void windowFocused(Boolean focused) {
        watch.focused(focused);
    }

    private void pressed(KeyEvent event) {
        presses.pressed(event, root.getScene());
    }

    private void released(KeyEvent event) {
        presses.released(event);
    }

    // ---- drawing

    /** The framing follows at once, the decoding when the size has come to rest; before the first case there is nothing to wait for. */
    private void measure() {
        if (stage.picture().getWidth() > 0) {
            stage.tools().fold(stage.getWidth());
            model.study().room(stage.picture().room());
            if (model.held() == 0) {
                model.room(stage.picture().room());
            } else {
                resized.playFromStart();
            }
        }
    }

    /** Narrow windows get narrower rails, so that the picture keeps its share. */
    private void fold(boolean compact) {
        if (compact != isCompact()) {
            if (compact) {
                root.getStyleClass().add("compact");
            } else {
                root.getStyleClass().remove("compact");
            }
            verdicts.fold(compact);
            queue.fold(compact);
        }
    }

    private boolean isCompact() {
        return root.getStyleClass().contains("compact");
    }

    private void tick() {
        middle.tick();
        watch.tick(System.nanoTime());
        model.cover().tick();
        if (++ticks % TICKS_A_SECOND == 0) {
            model.tick();
            ladder.tick();
            facts.tick(clock.instant());
            queue.drawFigures();
        }
    }

    private void drawCase() {
        ReviewCase known = model.currentProperty().get();
        boolean there = known != null;
        facts.setVisible(there);
        context.setVisible(there);
        List.of(scores, clockSection).forEach(section -> section.setVisible(there));
        lower.blank();
        model.pending().statedProperty().set(there && !known.blind() ? ProvenanceWords.statement(known.provenance()).orElse("") : "");
        settle.setVisible(there);
        // the hidden sections keep their room
        side.setVbarPolicy(there ? ScrollPane.ScrollBarPolicy.AS_NEEDED : ScrollPane.ScrollBarPolicy.NEVER);
        if (there) {
            facts.show(known, clock.instant());
            context.show(known);
            scores.show(known, blindShare, model.unread(known), model::card);
            ladder.show(known);
            side.setVvalue(0);
            lower.draw();
        } else {
            context.clear();
            lower.clear();
            stage.card().clear();
        }
        if (verdicts.isFocusWithin()) {
            stage.requestFocus();
        }
    }

    private void showHistory() {
        ReviewCase known = model.currentProperty().get();
        if (known != null && !known.blind()) {
            HistorySheet sheet = HistorySheet.open(overlays, root.getScene(), known.item().shortId(), known.provenance(), clock.getZone(),
                    ingredient -> new IngredientTile(model.casework().ingredient(known, ingredient), model.workers().pictures()));
            model.workers().study().run(() -> model.casework().reports(known), kept -> sheet.record(kept, known.provenanceHash()), sheet::recordFailed);
        }
    }

    private void showAlikes() {
        ReviewCase known = model.currentProperty().get();
        if (known != null) {
            AlikesSheet.open(overlays, root.getScene(), model.casework(), model.workers(), known);
        }
    }
}
