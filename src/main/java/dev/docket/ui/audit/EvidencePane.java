package dev.docket.ui.audit;

import dev.docket.audit.Evidence;
import dev.docket.audit.LoggedEntry;
import dev.docket.audit.Sealing;
import dev.docket.storage.CanonicalJson;
import dev.docket.storage.ContentHash;
import dev.docket.ui.audit.LogBook.Dossier;
import dev.docket.ui.common.Chip;
import dev.docket.ui.common.Figures;
import dev.docket.ui.common.Paragraph;
import dev.docket.ui.common.Spans;
import dev.docket.ui.common.Text;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** One row of the log in full: an entry with the way from it to whoever signed for it, or a checkpoint. */
public final class EvidencePane extends VBox {
    private static final String SOUND = "sound";
    private static final String BROKEN = "broken";
    private static final String OPEN = "open";

    private AuditViewModel model;

    public EvidencePane() {
        getStyleClass().add("evidence-pane");
    }

    void bind(AuditViewModel bound) {
        model = bound;
        model.dossierProperty().subscribe(_ -> draw());
        model.selectedProperty().subscribe(_ -> draw());
        model.standingProperty().subscribe(_ -> draw());
    }

    private void draw() {
        Optional<LogRow> row = model.selectedProperty().get();
        Optional<Dossier> dossier = model.dossierProperty().get();
        if (row.isPresent() && row.get() instanceof LogRow.Checkpoint(Sealing sealing)) {
            getChildren().setAll(checkpoint(sealing));
        } else if (dossier.isPresent()) {
            getChildren().setAll(entry(dossier.get()));
        } else {
            getChildren().setAll(new Paragraph(Text.of("audit.side.none"), "muted"));
        }
    }

    // ---- an entry

    private List<Node> entry(Dossier dossier) {
        Evidence evidence = dossier.evidence();
        LoggedEntry logged = evidence.logged();
        List<Node> all = new ArrayList<>();
        AuditWords words = new AuditWords(model.book().pack(), model.standingProperty().get().people());
        all.add(new HBox(8, new Paragraph(AuditWords.kind(logged), "screen-title"), chip(evidence)));
        all.add(new Paragraph(logged.label() + " \u00b7 " + evidence.proof().map(proof -> Text.of("audit.side.leaf", proof.leaf() + 1, proof.newest().size())).orElseGet(() -> Text.of("audit.side.unsealed")),
                "secondary", "muted"));
        all.add(new Paragraph(words.who(logged) + (words.concerns(logged).isEmpty() ? "" : " \u00b7 " + words.concerns(logged)), "secondary"));
        all.add(new Paragraph(Text.of("audit.side.times", time(logged.entry().at()), time(logged.recordedAt())), "caption", "muted"));
        logged.item().ifPresent(item -> all.add(button("itemHistory", Text.of("audit.side.history", AuditWords.shortId(item)), () -> model.history(item))));
        all.add(SideLines.section(Text.of("audit.chain"), chain(evidence), SideLines.copy("copyHash", Text.of("audit.copy.hash"), logged.entry().leaf().hex())));
        all.add(SideLines.section(Text.of("audit.body"), List.of(SideLines.plain(pretty(logged.entry().body())), new Paragraph(Text.of("audit.body.detail"), "caption", "muted")),
                SideLines.copy("copyBody", Text.of("audit.copy.body"), logged.entry().body())));
        all.add(SideLines.section(Text.of("audit.later"), dossier.later().entries().isEmpty() ? List.of(new Paragraph(Text.of("audit.later.none"), "secondary", "muted"))
                : dossier.later().entries().stream().map(this::later).toList()));
        return all;
    }

    private Node later(LoggedEntry logged) {
        return button("", Text.of("audit.later.line", AuditWords.kind(logged), logged.label(), time(logged.recordedAt())), () -> model.open(logged.entry().writer(), logged.entry().seq()));
    }

    private static Chip chip(Evidence evidence) {
        return evidence.isBroken() ? new Chip(Text.of("audit.chip.broken"), Chip.Tone.DANGER, "mdal-error_outline")
                : evidence.isProved() ? new Chip(Text.of("audit.chip.proved"), Chip.Tone.SUCCESS, "mdal-check")
                : new Chip(Text.of(evidence.proof().isEmpty() ? "audit.chip.unsealed" : "audit.chip.unsigned"), Chip.Tone.NEUTRAL);
    }

    private List<Node> chain(Evidence evidence) {
        List<Node> steps = new ArrayList<>();
        LoggedEntry logged = evidence.logged();
        steps.add(SideLines.step(evidence.follows() ? SOUND : BROKEN, evidence.before().map(before -> Text.of("audit.step.before", before.label(), AuditWords.kind(before)))
                .orElseGet(() -> Text.of(logged.entry().seq() == 0 ? "audit.step.first" : "audit.step.gone")), evidence.before().map(before -> before.entry().leaf().hex()).orElse("")));
        steps.add(SideLines.step(evidence.intact() && evidence.follows() ? SOUND : BROKEN, Text.of(!evidence.intact() ? "audit.step.changed" : evidence.follows() ? "audit.step.entry" : "audit.step.strays"),
                Text.of("audit.step.leaf", logged.entry().leaf().hex())));
        if (evidence.proof().isEmpty()) {
            steps.add(SideLines.step(OPEN, Text.of("audit.step.unsealed"), ""));
            return steps;
        }
        Evidence.Proof proof = evidence.proof().get();
        steps.add(SideLines.step(proof.included() ? SOUND : BROKEN, proof.included() ? Text.of("audit.step.path", proof.path().size()) : Text.of("audit.step.nopath"), path(proof.path())));
        steps.add(SideLines.step(proof.included() ? SOUND : BROKEN, Text.of("audit.step.checkpoint", proof.newest().size(), time(proof.newest().at())), Text.of("audit.step.root", LogTable.root(proof.newest()))));
        if (proof.first().size() != proof.newest().size()) {
            steps.add(SideLines.step(SOUND, Text.of("audit.step.covering", proof.first().size(), time(proof.first().at())), ""));
        }
        steps.add(signature(proof.newest()));
        return steps;
    }

    private static String path(List<ContentHash> path) {
        return String.join(" \u00b7 ", path.stream().limit(2).map(hash -> AuditWords.shortHash(hash.hex())).toList()) + (path.size() > 2 ? " " + Text.of("audit.step.path.more", path.size() - 2) : "");
    }

    private Node signature(Sealing sealing) {
        var keys = model.standingProperty().get().known().sealers();
        String claimed = sealing.claimedBy().orElse("?");
        return keys.isEmpty() ? SideLines.step(OPEN, Text.of("audit.step.nokey"), claimed)
                : sealing.signedBy(keys).map(key -> SideLines.step(SOUND, Text.of("audit.step.signed", key.name()), claimed)).orElseGet(() -> SideLines.step(BROKEN, Text.of("audit.step.foreign"), claimed));
    }

    private static String pretty(String body) {
        try {
            return CanonicalJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(CanonicalJson.read(body, JsonNode.class));
        } catch (JacksonException _) {
            return body;
        }
    }

    // ---- a checkpoint

    private List<Node> checkpoint(Sealing sealing) {
        List<Node> all = new ArrayList<>();
        all.add(new Paragraph(Text.of("audit.checkpoint", sealing.size()), "screen-title"));
        all.add(new Paragraph(Text.of("audit.checkpoint.age", time(sealing.at()), Spans.words(Duration.between(sealing.at(), model.clock().instant()))), "secondary", "muted"));
        all.add(SideLines.section(Text.of("audit.checkpoint.seal"), List.of(
                SideLines.step(sealing.checkpoint().isPresent() ? SOUND : BROKEN, sealing.checkpoint().map(read -> Text.of("audit.checkpoint.reads", read.origin(), read.size())).orElseGet(() -> Text.of("audit.note.unreadable")),
                        sealing.checkpoint().map(read -> read.root().hex()).orElse("")),
                signature(sealing))));
        all.add(SideLines.section(Text.of("audit.checkpoint.note"), List.of(SideLines.plain(sealing.note()), new Paragraph(Text.of("audit.checkpoint.note.detail"), "caption", "muted")),
                SideLines.copy("copyNote", Text.of("audit.copy.note"), sealing.note())));
        return all;
    }

    private String time(Instant at) {
        return Figures.second(at.atZone(zone()));
    }

    private ZoneId zone() {
        return model.clock().getZone();
    }

    private static Button button(String id, String words, Runnable step) {
        Button button = new Button(words);
        button.setId(id.isEmpty() ? null : id);
        button.getStyleClass().add("small-button");
        button.setWrapText(true);
        button.setOnAction(_ -> step.run());
        return button;
    }
}
