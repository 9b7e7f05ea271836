package dev.docket.ui.audit;

import dev.docket.audit.Sealing;
import dev.docket.desk.Desk;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Figures;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.Spans;
import dev.docket.ui.common.Text;
import dev.docket.ui.common.Tip;
import dev.docket.ui.common.Views;
import dev.docket.ui.shell.Screen;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** The audit tab of a desk, for those who may read the log. JavaFX thread. */
public final class AuditScreen {
    private final AuditViewModel model;
    private final AuditController controller;

    /** @param work several threads: checking a long log takes a while */
    public AuditScreen(Desk desk, Background work, Overlays overlays) {
        this(new DeskLogBook(desk), work, overlays, desk.clock.withZone(ZoneId.systemDefault()));
    }

    AuditScreen(LogBook book, Background work, Overlays overlays, Clock clock) {
        model = new AuditViewModel(book, work, clock);
        controller = new AuditController(model, overlays);
    }

    public AuditViewModel model() {
        return model;
    }

    public Screen screen() {
        return new Screen("audit", Text.of("audit.title"), new SimpleStringProperty(""), () -> new Views().load("audit", controller), this::status, model::refresh, () -> {});
    }

    private Node status() {
        Label sealed = new Label();
        model.standingProperty().subscribe(standing -> sealed.setText(sealed(standing.log().newest(), standing.log().unsealed())));
        Label verified = new Label();
        model.verificationProperty().subscribe(known -> verified.setText(switch (known.state()) {
            case SOUND -> Text.of("audit.status.sound", Figures.second(known.at().atZone(model.clock().getZone())));
            case BROKEN -> Text.of("audit.verify.broken");
            default -> Text.of("audit.verify.notyet");
        }));
        HBox status = new HBox(verified, sealed, new Label(Text.of("audit.status.readonly")));
        status.getChildren().forEach(each -> ((Label) each).textProperty().subscribe(words -> Tip.on((Label) each, words)));
        status.getStyleClass().add("audit-status");
        return status;
    }

    private String sealed(Optional<Sealing> newest, long unsealed) {
        return newest.map(last -> Text.of("audit.status.sealed", Spans.words(Duration.between(last.at(), model.clock().instant())), unsealed)).orElseGet(() -> Text.of("audit.status.unsealed", unsealed));
    }

    /** Stops a check under way. */
    public void close() {
        model.cancel();
    }
}
