package dev.docket.ui.audit;

import dev.docket.audit.AuditFilter;
import dev.docket.audit.AuditKind;
import dev.docket.audit.LogSummary;
import dev.docket.ui.common.Figures;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.Text;
import dev.docket.ui.common.Tip;
import java.io.File;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.stage.FileChooser;
import javafx.util.StringConverter;

/** Binds the audit screen to its view-model. */
public final class AuditController {
    private static final double COMPACT_BELOW = 1400;
    private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");
    /** Long enough not to ask at every key, short enough to seem at once. */
    private static final javafx.util.Duration TYPING = javafx.util.Duration.millis(250);

    private final AuditViewModel model;
    private final Overlays overlays;
    private final PauseTransition typing = new PauseTransition(TYPING);
    private boolean drawing;

    @FXML private BorderPane root;
    @FXML private Label figures;
    @FXML private Button known;
    @FXML private Button seal;
    @FXML private Button export;
    @FXML private Button verify;
    @FXML private VerifyBanner banner;
    @FXML private HBox noticeBar;
    @FXML private Label noticeWords;
    @FXML private TextField search;
    @FXML private ComboBox<Optional<AuditKind>> kinds;
    @FXML private ComboBox<Optional<UUID>> people;
    @FXML private DatePicker from;
    @FXML private DatePicker until;
    @FXML private CheckBox checkpoints;
    @FXML private LogTable table;
    @FXML private Label count;
    @FXML private Button more;
    @FXML private EvidencePane evidence;

    public AuditController(AuditViewModel model, Overlays overlays) {
        this.model = model;
        this.overlays = overlays;
    }

    @FXML
    private void initialize() {
        from.getEditor().setAccessibleText(from.getAccessibleText());
        until.getEditor().setAccessibleText(until.getAccessibleText());
        banner.bind(model);
        table.bind(model);
        evidence.bind(model);
        kinds.setConverter(named(chosen -> chosen.map(AuditWords::kind).orElseGet(() -> Text.of("audit.filter.kind"))));
        kinds.getItems().setAll(Stream.concat(Stream.of(Optional.<AuditKind>empty()), Stream.of(AuditKind.values()).map(Optional::of)).toList());
        people.setConverter(named(chosen -> chosen.map(id -> model.standingProperty().get().people().getOrDefault(id, "?")).orElseGet(() -> Text.of("audit.filter.person"))));
        model.standingProperty().subscribe(this::drawStanding);
        model.listing().filterProperty().subscribe(this::drawFilter);
        // what is cut in a longer language is read where the pointer rests
        Stream.of(kinds, people, from.getEditor(), until.getEditor()).forEach(each -> Tip.on(each, each.getAccessibleText()));
        typing.setOnFinished(_ -> narrow());
        search.textProperty().addListener((_, _, _) -> typing.playFromStart());
        search.setOnAction(_ -> narrow());
        Stream.of(kinds.valueProperty(), people.valueProperty(), from.valueProperty(), until.valueProperty()).forEach(each -> each.addListener((_, _, _) -> narrow()));
        checkpoints.selectedProperty().addListener((_, _, now) -> model.listing().checkpoints(now));
        model.listing().readingProperty().subscribe(_ -> drawCount());
        model.listing().nextProperty().subscribe(_ -> drawCount());
        model.noticeProperty().subscribe(this::tell);
        List.of(verify, export, seal).forEach(button -> button.disableProperty().bind(model.busyProperty()));
        show(seal, model.book().maySeal());
        root.widthProperty().subscribe(w -> root.pseudoClassStateChanged(COMPACT, w.doubleValue() < COMPACT_BELOW));
    }

    @FXML
    private void verify() {
        model.verify();
    }

    @FXML
    private void seal() {
        overlays.open(new SealSheet(overlays, model::seal));
    }

    @FXML
    private void known() {
        overlays.open(new KnownSealsSheet(overlays, model.standingProperty().get().known(), model::know));
    }

    @FXML
    private void export() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Text.of("audit.export"));
        chooser.setInitialFileName("audit.ndjson");
        File chosen = chooser.showSaveDialog(root.getScene().getWindow());
        if (chosen != null) {
            model.export(chosen.toPath());
        }
    }

    @FXML
    private void more() {
        model.listing().more();
    }

    private void narrow() {
        typing.stop();
        if (!drawing) {
            ZoneId zone = model.clock().getZone();
            model.listing().narrow(new AuditFilter(search.getText(), chosen(kinds), chosen(people),
                    Optional.ofNullable(from.getValue()).map(day -> start(day, zone)), Optional.ofNullable(until.getValue()).map(day -> start(day.plusDays(1), zone))));
        }
    }

    private static <T> Optional<T> chosen(ComboBox<Optional<T>> box) {
        return box.getValue() == null ? Optional.empty() : box.getValue();
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** The filter may have been changed from elsewhere. */
    private void drawFilter(AuditFilter filter) {
        drawing = true;
        if (!search.getText().strip().equalsIgnoreCase(filter.words())) {
            search.setText(filter.words());
            typing.stop();
        }
        kinds.setValue(filter.kind());
        people.setValue(filter.person());
        ZoneId zone = model.clock().getZone();
        from.setValue(filter.from().map(at -> at.atZone(zone).toLocalDate()).orElse(null));
        until.setValue(filter.until().map(at -> at.atZone(zone).toLocalDate().minusDays(1)).orElse(null));
        drawing = false;
    }

    private void drawStanding(LogBook.Standing standing) {
        LogSummary log = standing.log();
        ZoneId zone = model.clock().getZone();
        figures.setText(log.since().map(since -> Text.of("audit.figures", log.entries(), log.writers(), Figures.minute(since.atZone(zone)))).orElseGet(() -> Text.of("audit.figures.none")));
        drawing = true;
        Optional<UUID> chosen = chosen(people);
        people.getItems().setAll(Stream.concat(Stream.of(Optional.<UUID>empty()), standing.people().entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder())).map(each -> Optional.of(each.getKey()))).toList());
        people.setValue(chosen);
        drawing = false;
        drawCount();
    }

    private void drawCount() {
        LogListing listing = model.listing();
        int entries = listing.entries().size();
        int between = listing.rows().size() - entries;
        boolean reading = listing.readingProperty().get();
        show(more, !reading && listing.nextProperty().get().isPresent());
        ZoneId zone = model.clock().getZone();
        count.setText(reading ? listing.nextProperty().get().map(place -> Text.of("audit.reading.to", Figures.minute(place.at().atZone(zone)))).orElseGet(() -> Text.of("audit.reading"))
                : Text.of("audit.count", entries, between));
    }

    private void tell(AuditViewModel.Notice notice) {
        noticeWords.setText(notice.words());
        show(noticeBar, !notice.words().isEmpty());
        noticeBar.getStyleClass().setAll(notice.warning() ? List.of("note", "warning") : List.of("note"));
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    private static <T> StringConverter<T> named(Function<T, String> name) {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : name.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("Nothing is typed here");
            }
        };
    }
}
