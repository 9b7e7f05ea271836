package dev.docket.ui.queue;

import dev.docket.queue.Lane;
import dev.docket.queue.TaskFilter;
import dev.docket.queue.TaskSearch;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.Text;
import dev.docket.ui.ladder.AppealSheet;
import dev.docket.ui.ladder.CommentsSheet;
import dev.docket.ui.ladder.GoldenSheet;
import dev.docket.ui.ladder.KeepSheet;
import dev.docket.ui.ladder.LadderDesk;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;

/** Binds the queue screen to its view-model. */
public final class QueueController {
    private static final double COMPACT_BELOW = 1400;
    /** Long enough not to ask at every key, short enough to seem at once. */
    private static final javafx.util.Duration TYPING = javafx.util.Duration.millis(150);

    private final QueueViewModel model;
    private final Overlays overlays;
    private final Clock clock;
    private final PauseTransition typing = new PauseTransition(TYPING);

    @FXML private BorderPane root;
    @FXML private ListView<Optional<Lane>> lanes;
    @FXML private Label laneRemark;
    @FXML private MyLeases mine;
    @FXML private Holders holders;
    @FXML private TextField search;
    @FXML private HBox standings;
    @FXML private Label count;
    @FXML private HBox failureBar;
    @FXML private Label failure;
    @FXML private WithheldNote withheld;
    @FXML private TaskTable tasks;
    @FXML private StoryPane story;

    public QueueController(QueueViewModel model, Overlays overlays, Clock clock) {
        this.model = model;
        this.overlays = overlays;
        this.clock = clock;
    }

    @FXML
    private void initialize() {
        lanes.setCellFactory(_ -> new LaneCell(() -> model.standingProperty().get(), clock));
        lanes.getSelectionModel().selectedItemProperty().subscribe(lane -> {
            if (lane != null) {
                model.lane(lane.map(Lane::id));
                remark(lane);
            }
        });
        typing.setOnFinished(_ -> model.words(search.getText()));
        search.textProperty().addListener((o, was, now) -> typing.playFromStart());
        search.setOnAction(_ -> model.words(search.getText()));
        ToggleGroup group = new ToggleGroup();
        model.filterProperty().subscribe(this::drawFilter);
        for (TaskFilter.Standing standing : TaskFilter.Standing.values()) {
            standings.getChildren().add(toggle(standing, group));
        }
        group.selectedToggleProperty().addListener((o, was, now) -> {
            if (now == null) {
                was.setSelected(true);
            }
        });
        tasks.bind(model, clock);
        model.standingProperty().subscribe(this::drawStanding);
        model.foundProperty().subscribe(this::drawCount);
        model.withheldProperty().subscribe(_ -> drawWithheld());
        model.erasedProperty().subscribe(_ -> drawWithheld());
        model.failureProperty().subscribe(words -> {
            failure.setText(words);
            failureBar.setVisible(!words.isEmpty());
            failureBar.setManaged(!words.isEmpty());
        });
        mine.bind(model, clock);
        holders.bind(model, overlays, clock);
        story.fill(model.mayComment(), this::comments, this::appeal, model.mayKeep() ? Optional.of(this::keep) : Optional.empty(), this::golden);
        model.storyProperty().subscribe(told -> story.show(told, clock));
        model.ladder().noticeProperty().subscribe(story::say);
        root.widthProperty().subscribe(w -> fold(w.doubleValue() < COMPACT_BELOW));
    }

    private void comments(ItemStory told) {
        overlays.open(new CommentsSheet(overlays, model.ladder(), told.item().id(), told.item().shortId(), told.open(), clock));
    }

    /** Registers an appeal, or takes back the pending one. */
    private void appeal(ItemStory told) {
        if (told.appealable() == LadderDesk.Appealable.PENDING) {
            model.ladder().withdraw(told.item().id(), model::refresh);
        } else {
            overlays.open(new AppealSheet(overlays, model.ladder(), told.item().id(), told.item().shortId(), model::refresh));
        }
    }

    /** Marks it as golden, or takes it out of the stream again. */
    private void golden(ItemStory told) {
        if (told.golden() == ItemStory.Golden.MARKED) {
            model.retireGolden(told.item().id(), story::say);
        } else {
            overlays.open(new GoldenSheet(overlays, told.item().shortId(), why -> model.markGolden(told.item().id(), why, story::say)));
        }
    }

    private void keep(ItemStory told) {
        model.keeping(told.item().id()).ifPresent(keeping -> overlays.open(new KeepSheet(overlays, keeping, told.item().shortId(), clock)));
    }

    private void drawWithheld() {
        withheld.show(model.withheldProperty().get(), model.erasedProperty().get(), clock.getZone());
    }

    private ToggleButton toggle(TaskFilter.Standing standing, ToggleGroup group) {
        ToggleButton button = new ToggleButton(Text.of("queue.standing." + standing.name().toLowerCase(Locale.ROOT)));
        button.setId(id(standing));
        button.setToggleGroup(group);
        button.setSelected(standing == model.filterProperty().get().standing());
        // the arrow keys choose without an action
        button.selectedProperty().addListener((_, _, now) -> {
            if (now) {
                model.standing(standing);
            }
        });
        return button;
    }

    /** What is to be said of the chosen lane. */
    private void remark(Optional<Lane> lane) {
        String words = LaneCell.remark(lane, clock.instant()).orElse("");
        laneRemark.setText(words);
        laneRemark.setVisible(!words.isEmpty());
        laneRemark.setManaged(!words.isEmpty());
    }

    private void fold(boolean compact) {
        root.getStyleClass().remove("compact");
        if (compact) {
            root.getStyleClass().add("compact");
        }
    }

    private void drawStanding(QueueBoard.Standing standing) {
        Optional<Integer> chosen = model.filterProperty().get().lane();
        lanes.getItems().setAll(java.util.stream.Stream.concat(java.util.stream.Stream.of(Optional.<Lane>empty()),
                standing.lanes().stream().map(Optional::of)).toList());
        lanes.getItems().stream().filter(lane -> lane.map(Lane::id).equals(chosen)).findFirst().ifPresent(lanes.getSelectionModel()::select);
    }

    /** The filter may have been changed from elsewhere. */
    private void drawFilter(TaskFilter filter) {
        if (!search.getText().strip().equals(filter.words())) {
            search.setText(filter.words());
            typing.stop();
        }
        standings.getChildren().stream().filter(b -> b.getId().equals(id(filter.standing()))).findFirst()
                .ifPresent(b -> ((ToggleButton) b).setSelected(true));
        lanes.getItems().stream().filter(lane -> lane.map(Lane::id).equals(filter.lane())).findFirst()
                .filter(lane -> !lane.equals(lanes.getSelectionModel().getSelectedItem())).ifPresent(lanes.getSelectionModel()::select);
    }

    private static String id(TaskFilter.Standing standing) {
        return "standing-" + standing.name().toLowerCase(Locale.ROOT);
    }

    private void drawCount(TaskSearch.Found found) {
        if (found != null) {
            boolean cut = found.rows().size() < found.total();
            count.setText(cut ? Text.of("queue.count.cut", found.rows().size(), found.total()) : Text.of("queue.count", found.total()));
        }
    }
}
