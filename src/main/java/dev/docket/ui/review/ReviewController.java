package dev.docket.ui.review;

import dev.docket.policy.PolicyPack;
import dev.docket.policy.PolicyPack.Label;
import dev.docket.policy.Severity;
import dev.docket.queue.Lane;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.SeverityTag;
import dev.docket.ui.common.Text;
import dev.docket.ui.review.ChoiceSheet.Choice;
import dev.docket.ui.review.KeyMap.Binding;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.collections.ListChangeListener;
import javafx.event.EventHandler;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.util.Duration;

/** Binds the review screen to its view-model: what changes there is drawn here, what is pressed here is asked there. */
public final class ReviewController {
    private static final double COMPACT_BELOW = 1400;

    private final ReviewViewModel model;
    private final Overlays overlays;
    private final Clock clock;
    private final double blindShare;
    private final KeyMap keys;
    private final KeyPresses presses;
    private final Frames frames = new Frames();
    private final CoverRenditions covers = new CoverRenditions();
    private final Timeline second = new Timeline(new KeyFrame(Duration.seconds(1), e -> everySecond()));
    private final EventHandler<KeyEvent> onPress = this::pressed;
    private final EventHandler<KeyEvent> onRelease = this::released;
    private boolean provenanceInFull;

    @FXML private BorderPane root;
    @FXML private LaneRail laneRail;
    @FXML private javafx.scene.control.Label dueSoon;
    @FXML private javafx.scene.control.Label leasedToMe;
    @FXML private javafx.scene.control.Label heldByOthers;
    @FXML private javafx.scene.control.Label escalated;
    @FXML private javafx.scene.control.Label stripHead;
    @FXML private Filmstrip filmstrip;
    @FXML private FactsBar facts;
    @FXML private HBox bar;
    @FXML private javafx.scene.control.Label barWords;
    @FXML private Button retry;
    @FXML private PictureStage stage;
    @FXML private ContextStrip context;
    @FXML private VerdictBlock verdicts;
    @FXML private ScrollPane side;
    @FXML private ScoresSection scores;
    @FXML private ProvenanceSection provenance;
    @FXML private PolicySection policy;
    @FXML private PastSection past;

    public ReviewController(ReviewViewModel model, Overlays overlays, Clock clock, double blindShare) {
        this.model = model;
        this.overlays = overlays;
        this.clock = clock;
        this.blindShare = blindShare;
        keys = new KeyMap(model.pack());
        presses = new KeyPresses(keys, overlays, this::down, this::up);
        second.setCycleCount(Animation.INDEFINITE);
    }

    @FXML
    private void initialize() {
        verdicts.fill(model.pack(), label -> model.decide(label, false), this::run);
        stage.tools(tool("X", "review.tool.step", () -> model.cover().step()), tool("G", "review.tool.grey", () -> model.cover().toggleGrey()),
                tool("F", "review.tool.fit", stage::toggleFill), tool("Esc", "review.tool.cover", () -> model.cover().coverNow()));
        retry.setOnAction(e -> model.retry());
        model.lanes().addListener((ListChangeListener<Lane>) c -> drawLanes());
        model.laneIdProperty().subscribe(id -> drawLanes());
        model.ahead().addListener((ListChangeListener<Held>) c -> drawAhead());
        model.escalatedProperty().subscribe(n -> escalated.setText(Text.of("review.count", n)));
        model.currentProperty().subscribe(c -> drawCase());
        model.pictureProperty().subscribe(p -> drawStage());
        model.situationProperty().subscribe(s -> drawStage());
        model.intakeRunningProperty().subscribe(r -> drawStage());
        model.cover().coveredProperty().subscribe(c -> drawStage());
        model.cover().blurProperty().subscribe(b -> drawStage());
        model.cover().greyProperty().subscribe(g -> drawStage());
        model.leaseLostProperty().subscribe(l -> drawBar());
        model.tray().failureProperty().subscribe(f -> drawBar());
        overlays.beforeOpening(() -> model.cover().letGo());
        root.widthProperty().subscribe(w -> fold(w.doubleValue() < COMPACT_BELOW));
        root.sceneProperty().subscribe((was, now) -> moveKeys(was, now));
        stage.widthProperty().subscribe(w -> model.viewSide((int) Math.max(stage.getWidth(), stage.getHeight())));
    }

    /** The tab came to the front. */
    public void shown() {
        model.tick();
        second.play();
        stage.requestFocus();
    }

    /** Another tab came to the front, or the window closes: leases run on, nothing stays uncovered. */
    public void hidden() {
        second.stop();
        model.cover().letGo();
    }

    // ---- keys

    private void moveKeys(Scene was, Scene now) {
        if (was != null) {
            was.removeEventFilter(KeyEvent.KEY_PRESSED, onPress);
            was.removeEventFilter(KeyEvent.KEY_RELEASED, onRelease);
        }
        if (now != null) {
            now.addEventFilter(KeyEvent.KEY_PRESSED, onPress);
            now.addEventFilter(KeyEvent.KEY_RELEASED, onRelease);
            now.windowProperty().flatMap(javafx.stage.Window::focusedProperty).subscribe(this::windowFocused);
        }
    }

    /** Another window has the keyboard now: a held key would be let go unseen. */
    void windowFocused(Boolean focused) {
        if (Boolean.FALSE.equals(focused)) {
            presses.forget();
            model.cover().letGo();
        }
    }

    private void pressed(KeyEvent event) {
        presses.pressed(event, root.getScene());
    }

    private void released(KeyEvent event) {
        presses.released(event);
    }

    private void down(Binding binding) {
        if (binding.label().isPresent()) {
            model.decide(binding.label().get(), binding.command() == KeyCommand.DECIDE);
        } else {
            run(binding.command());
        }
    }

    private void up(Binding binding) {
        model.peek(false);
    }

    private void run(KeyCommand command) {
        switch (command) {
            case MORE_LABELS -> chooseLabel();
            case ESCALATE -> chooseLadder();
            case SECOND_OPINION -> model.secondOpinion();
            case SKIP -> chooseReason();
            case QUARANTINE -> model.quarantine();
            case PEEK -> model.peek(true);
            case LATCH -> model.latch();
            case COVER_NOW -> model.cover().coverNow();
            case COVER_STEP -> model.cover().step();
            case GREY -> model.cover().toggleGrey();
            case FIT -> stage.toggleFill();
            case ZOOM_IN -> stage.zoomBy(1.25);
            case ZOOM_OUT -> stage.zoomBy(0.8);
            case PROVENANCE -> toggleProvenance();
            case KEYS -> overlays.open(new KeySheet(keys, overlays));
            case UNDO -> model.undo();
            case NEXT_LANE -> model.moveLane(1);
            case PREVIOUS_LANE -> model.moveLane(-1);
            case GO_ON -> goOn();
            case GIVE_BACK -> model.giveBack();
            case DECIDE, DECIDE_UNSURE -> { }
        }
    }

    private void goOn() {
        if (model.tray().failureProperty().get().isEmpty()) {
            model.goOn();
        } else {
            model.retry();
        }
    }

    private void chooseLabel() {
        if (model.canDecide()) {
            List<Choice<Label>> choices = KeyMap.palette(model.pack()).stream().map(l -> new Choice<>(l.hotkey().substring(2), l.shortTitle(),
                    Optional.of((Node) SeverityTag.plainWord(l.severity())), model.pack().actions().get(l.defaultAction()).title(), l)).toList();
            overlays.open(new ChoiceSheet<>(overlays, Text.of("review.choose.label"), choices, (label, shift) -> model.decide(label, !shift)));
        }
    }

    private void chooseLadder() {
        if (!model.canHandOver()) {
            return;
        }
        List<String> ladders = model.pack().ladders().keySet().stream().filter(l -> !l.equals("child_safety")).toList();
        if (ladders.size() == 1) {
            model.escalate(ladders.getFirst());
        } else {
            ChoiceSheet.open(overlays, Text.of("review.choose.ladder"), numbered(ladders), model::escalate);
        }
    }

    private void chooseReason() {
        if (model.canHandOver()) {
            ChoiceSheet.open(overlays, Text.of("review.choose.reason"), numbered(model.pack().noDecisionReasons()), model::skip);
        }
    }

    private static List<Choice<String>> numbered(List<String> words) {
        List<Choice<String>> choices = new ArrayList<>();
        for (String word : words.subList(0, Math.min(9, words.size()))) {
            choices.add(new Choice<>(Integer.toString(choices.size() + 1), ScoresSection.words(word), Optional.empty(), "", word));
        }
        return choices;
    }

    private Button tool(String key, String words, Runnable action) {
        Button button = new Button(Text.of(words), dev.docket.ui.common.Keycap.small(key));
        button.getStyleClass().setAll("stage-tool");
        button.setFocusTraversable(false);
        button.setOnAction(e -> action.run());
        return button;
    }

    // ---- drawing

    /** Narrow windows get narrower rails, so that the picture keeps its share. */
    private void fold(boolean compact) {
        if (compact != isCompact()) {
            if (compact) {
                root.getStyleClass().add("compact");
            } else {
                root.getStyleClass().remove("compact");
            }
            verdicts.fold(compact);
            drawLanes();
            drawAhead();
        }
    }

    private boolean isCompact() {
        return root.getStyleClass().contains("compact");
    }

    private void everySecond() {
        model.tick();
        drawCounts();
    }

    private void drawLanes() {
        laneRail.show(model.lanes(), model.laneIdProperty().get(), isCompact(), id -> {
            model.selectLane(id);
            stage.requestFocus();
        });
        drawCounts();
    }

    private void drawCounts() {
        java.time.Instant soon = clock.instant().plus(java.time.Duration.ofHours(1));
        long due = Stream.concat(Stream.ofNullable(model.currentProperty().get()), model.ahead().stream().flatMap(h -> h.known().stream()))
                .filter(k -> k.decision().deadline().map(d -> d.isBefore(soon)).orElse(false)).count();
        long leased = model.lanes().stream().mapToLong(Lane::leased).sum();
        dueSoon.setText(Text.of("review.count", due));
        leasedToMe.setText(Text.of("review.count", model.held()));
        heldByOthers.setText(Text.of("review.count", Math.max(0, leased - model.held())));
    }

    private void drawAhead() {
        filmstrip.show(model.ahead(), laneSeverity(), isCompact(), clock.instant());
        stripHead.setText(Text.of("review.strip", model.ahead().size()));
        drawCounts();
    }

    private Severity laneSeverity() {
        return model.lanes().stream().filter(l -> l.id() == model.laneIdProperty().get()).findFirst()
                .map(l -> Severity.valueOf(l.severity())).orElse(Severity.S0);
    }

    private void drawCase() {
        ReviewCase known = model.currentProperty().get();
        PolicyPack pack = model.pack();
        provenanceInFull = false;
        boolean there = known != null;
        facts.setVisible(there);
        context.setVisible(there);
        side.setVisible(there);
        if (there) {
            facts.show(known, clock.instant());
            context.show(known);
            scores.show(known, blindShare);
            provenance.show(known.provenance(), false);
            policy.show(known, pack);
            past.show(known, clock.getZone());
            side.setVvalue(0);
            stage.resetView();
        }
        drawStage();
    }

    private void toggleProvenance() {
        ReviewCase known = model.currentProperty().get();
        if (known != null) {
            provenanceInFull = !provenanceInFull;
            provenance.show(known.provenance(), provenanceInFull);
        }
    }

    private void drawStage() {
        ReviewCase known = model.currentProperty().get();
        if (model.situationProperty().get() == Situation.CASE && known != null) {
            drawPicture(known);
        } else {
            drawSituation();
        }
    }

    private void drawPicture(ReviewCase known) {
        Cover cover = model.cover();
        facts.show(cover);
        stage.card().show(known, model.pack(), cover);
        Picture picture = model.pictureProperty().get();
        verdicts.allowVerdicts(!(picture instanceof Picture.Refused));
        switch (picture) {
            case Picture.Decoded pixels when cover.isCovered() -> stage.showCovered(covers.of(pixels, cover.blurProperty().get(), cover.greyProperty().get()), stage.card().getAccessibleText());
            case Picture.Decoded pixels -> stage.showOpen(pixels.full(), cover.greyProperty().get(), Text.of("review.stage.open", known.item().shortId()));
            case Picture.Refused refused -> stage.showPanel(StagePanels.words("mdal-broken_image", refused.reason(), Text.of("review.refused")), refused.reason());
            case Picture.Withheld withheld -> stage.showCard(stage.card().getAccessibleText());
            case null -> stage.showCard(stage.card().getAccessibleText());
        }
        if (picture != null) {
            frames.afterPaint(model::painted);
        }
    }

    private void drawSituation() {
        Node words = switch (model.situationProperty().get()) {
            case OPENING, CASE -> new javafx.scene.layout.Region();
            case WITHHELD -> StagePanels.words("mdmz-remove_circle_outline", Text.of("review.withheld"), "");
            case LANE_EMPTY -> model.nextLane().map(l -> StagePanels.words("mdal-inbox", Text.of("review.empty"),
                    Text.of("review.empty.next", l.title(), l.waiting()), Text.of("review.empty.go", l.title()), "Enter", model::goOn))
                    .orElse(new javafx.scene.layout.Region());
            case ALL_DONE -> model.intakeRunningProperty().get()
                    ? StagePanels.words("mdal-hourglass_empty", Text.of("review.intake"), Text.of("review.intake.detail"))
                    : StagePanels.words("mdal-done_all", Text.of("review.done"), Text.of("review.done.detail"));
            case PAUSED -> StagePanels.words("mdmz-pause_circle_outline", Text.of("review.paused"), Text.of("review.paused.detail"),
                    Text.of("review.paused.go"), "Enter", model::goOn);
        };
        stage.showPanel(words, Text.of("review.stage.empty"));
    }

    private void drawBar() {
        String failure = model.tray().failureProperty().get();
        boolean failed = !failure.isEmpty();
        boolean lost = model.leaseLostProperty().get();
        barWords.setText(failed ? Text.of("review.notsaved", failure) : Text.of("review.lost"));
        bar.getStyleClass().setAll("note", failed ? "danger" : "warning", "case-bar");
        retry.setVisible(failed);
        retry.setManaged(failed);
        bar.setVisible(failed || lost);
        bar.setManaged(failed || lost);
    }
}
