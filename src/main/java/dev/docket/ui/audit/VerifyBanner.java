package dev.docket.ui.audit;

import dev.docket.audit.AuditVerifier;
import dev.docket.ui.common.Figures;
import dev.docket.ui.common.Paragraph;
import dev.docket.ui.common.Text;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is known of the log as a whole: nothing before a check, and never more than that check looked at. */
public final class VerifyBanner extends HBox {
    private final FontIcon icon = new FontIcon("mdmz-security");
    private final Label title = new Paragraph("", "section-head");
    private final Label detail = new Paragraph("", "secondary");
    private final Label open = new Paragraph("", "secondary", "muted");
    private final Label at = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Button stop = new Button(Text.of("shell.job.stop"));
    private final Button entry = new Button(Text.of("audit.verify.show"));
    private AuditViewModel model;

    public VerifyBanner() {
        getStyleClass().add("verify-banner");
        VBox text = new VBox(title, detail, open, bar);
        text.getStyleClass().add("verify-words");
        HBox.setHgrow(text, Priority.ALWAYS);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(Text.of("shell.job"));
        at.getStyleClass().addAll("secondary", "muted");
        at.setMinWidth(USE_PREF_SIZE);
        stop.setId("stop");
        entry.setId("showFault");
        List.of(stop, entry).forEach(button -> button.setMinWidth(USE_PREF_SIZE));
        getChildren().setAll(icon, text, at, entry, stop);
    }

    void bind(AuditViewModel bound) {
        model = bound;
        stop.setOnAction(_ -> model.cancel());
        entry.setOnAction(_ -> model.verificationProperty().get().firstBadEntry().ifPresent(model::show));
        bar.progressProperty().bind(model.job().shareProperty());
        model.verificationProperty().subscribe(_ -> draw());
        model.busyProperty().subscribe(_ -> draw());
        model.job().wordsProperty().subscribe(_ -> draw());
    }

    private void draw() {
        Verification known = model.verificationProperty().get();
        boolean busy = model.busyProperty().get();
        getStyleClass().setAll("verify-banner", busy ? "running" : switch (known.state()) {
            case SOUND -> "sound";
            case BROKEN -> "broken";
            default -> "neutral";
        });
        icon.setIconLiteral(switch (known.state()) {
            case SOUND -> "mdmz-verified_user";
            case BROKEN, FAILED -> "mdal-error_outline";
            default -> "mdmz-security";
        });
        String first = busy ? model.job().wordsProperty().get() : title(known);
        title.setText(first);
        detail.setText(busy ? "" : known.check().map(this::checked).orElse(known.state() == Verification.State.FAILED ? known.failure() : Text.of("audit.verify.notyet.detail")));
        open.setText(busy ? "" : known.check().map(VerifyBanner::unchecked).orElse(""));
        at.setText(busy || known.check().isEmpty() ? "" : Text.of("audit.verify.took", Figures.second(known.at().atZone(zone())), Figures.decimal(known.took().toMillis() / 1000.0, 1)));
        List.of(detail, open).forEach(label -> show(label, !label.getText().isEmpty()));
        show(bar, busy);
        show(stop, busy);
        show(entry, !busy && known.firstBadEntry().isPresent());
        setAccessibleText(first + " " + detail.getText() + " " + open.getText());
    }

    private ZoneId zone() {
        return model.clock().getZone();
    }

    private static String title(Verification known) {
        return switch (known.state()) {
            case NOT_YET, RUNNING -> Text.of("audit.verify.notyet");
            case STOPPED -> Text.of("audit.verify.stopped");
            case FAILED -> Text.of("audit.verify.failed");
            case BROKEN -> Text.of("audit.verify.broken");
            case SOUND -> known.check().map(check -> check.outcome().sealed() == 0 ? Text.of("audit.verify.sound.unsealed")
                    : Text.of("audit.verify.sound", check.outcome().sealed())).orElse("");
        };
    }

    private String checked(LogBook.Check check) {
        AuditVerifier.Outcome outcome = check.outcome();
        if (outcome.firstBad().isPresent()) {
            return outcome.firstBad().get();
        }
        List<String> done = new ArrayList<>(List.of(Text.of("audit.verify.chains", outcome.writers()), Text.of("audit.verify.bodies", outcome.entries()), Text.of("audit.verify.verdicts")));
        if (outcome.sealed() > 0) {
            done.add(Text.of("audit.verify.roots"));
        }
        if (outcome.sealed() > 0 && !check.by().sealers().isEmpty()) {
            done.add(Text.of("audit.verify.signed", check.by().sealers().getFirst().name()));
        }
        if (check.notes() > 0) {
            done.add(Text.of("audit.verify.kept", check.notes()));
        }
        return String.join(" \u00b7 ", done);
    }

    /** What the check could not say, so that a green banner promises no more than it saw. */
    private static String unchecked(LogBook.Check check) {
        List<String> left = new ArrayList<>();
        AuditVerifier.Outcome outcome = check.outcome();
        if (outcome.firstBad().isPresent()) {
            return Text.of("audit.verify.rest");
        }
        if (outcome.entries() > outcome.sealed()) {
            left.add(Text.of("audit.verify.left.unsealed", outcome.entries() - outcome.sealed()));
        }
        if (outcome.sealed() > 0 && check.by().sealers().isEmpty()) {
            left.add(Text.of("audit.verify.left.key"));
        }
        if (check.notes() == 0) {
            left.add(Text.of("audit.verify.left.notes"));
        }
        return String.join(" ", left);
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
