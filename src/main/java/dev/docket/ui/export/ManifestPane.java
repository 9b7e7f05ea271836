package dev.docket.ui.export;

import dev.docket.export.Format;
import dev.docket.export.Manifest;
import dev.docket.ui.common.Chip;
import dev.docket.ui.common.Ends;
import dev.docket.ui.common.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/** The right column: every file with its hash, the policy texts, the signature, what the set may be used for. */
public final class ManifestPane extends VBox {
    private static final int SHOWN = 8;
    /** Made from all other files. */
    private static final Set<String> OF_ALL = Set.of("README.md", "croissant.json");

    public ManifestPane() {
        getStyleClass().add("manifest-pane");
    }

    void show(Preview preview, String keyId, boolean signed, String verifyCommand) {
        Manifest manifest = preview.manifest();
        getChildren().setAll(
                section(Text.of("export.manifest"), ExportCard.caption(Text.of("export.manifest.form")), files(preview, manifest)),
                section(Text.of("export.signature"), signed ? ExportCard.passed(Text.of("export.signed")) : new Chip(Text.of("export.unsigned"), Chip.Tone.NEUTRAL),
                        List.of(pair(Text.of("export.key"), Text.of("export.key.value", keyId), false), pair(Text.of("export.covers"), Text.of("export.covers.value"), false),
                                pair(Text.of("export.later"), "", false), command(verifyCommand))),
                section(Text.of("export.use"), null, use(preview)));
    }

    void clear() {
        getChildren().clear();
    }

    private static List<Node> files(Preview preview, Manifest manifest) {
        List<Node> lines = new ArrayList<>();
        lines.add(pair(Manifest.NAME, preview.exact() ? hash(manifest.hash().hex()) : Text.of("export.fixed"), true));
        long pictures = manifest.counts().images();
        manifest.files().stream().filter(f -> !f.path().contains("/")).forEach(f -> lines.add(pair(f.path(),
                preview.exact() || !OF_ALL.contains(f.path()) ? hash(f.sha256()) : Text.of("export.fixed"), true)));
        manifest.files().stream().filter(f -> f.path().startsWith("coco/")).forEach(f -> lines.add(pair(f.path(), hash(f.sha256()), true)));
        preview.formats().stream().filter(Format::packed).sorted().forEach(f -> lines.add(pair(Text.of("export.format." + FormatsCard.key(f)), Text.of("export.fixed"), true)));
        manifest.files().stream().filter(f -> f.path().endsWith("/metadata.jsonl")).forEach(f -> lines.add(pair(f.path(), hash(f.sha256()), true)));
        if (pictures > 0) {
            lines.add(pair(Text.of("export.pictures", pictures), Text.of("export.pictures.named"), true));
        }
        manifest.policies().stream().limit(SHOWN).forEach(p ->
                lines.add(pair(Text.of("export.policy"), Text.of("export.policy.value", p.version(), p.sha256().substring(0, 8)), false)));
        lines.add(pair(Text.of("export.models"), manifest.models().isEmpty() ? Text.of("export.models.none") : String.join(", ", manifest.models()), false));
        lines.add(pair(Text.of("export.size"), ByteSize.words(preview.bytes()), false));
        return lines;
    }

    private static List<Node> use(Preview preview) {
        Manifest.Counts counts = preview.manifest().counts();
        List<Node> lines = new ArrayList<>();
        lines.add(words(Text.of("export.use.blind", counts.blind(), counts.rows())));
        lines.add(words(Text.of("export.use.reviewers", counts.reviewers(), counts.otherReviewers())));
        lines.add(words(preview.notForTraining() == 0 ? Text.of("export.use.training") : Text.of("export.use.nottraining", preview.notForTraining())));
        return lines;
    }

    private static Node section(String title, Node beside, List<? extends Node> lines) {
        Label name = new Label(title);
        name.getStyleClass().add("section-head");
        name.setMinWidth(USE_PREF_SIZE);
        Ends head = new Ends();
        head.fill(List.of(name), beside == null ? List.of() : List.of(beside));
        head.getStyleClass().add("manifest-head");
        VBox section = new VBox(head);
        section.getChildren().addAll(lines);
        section.getStyleClass().add("manifest-section");
        return section;
    }

    private static Node pair(String name, String value, boolean mono) {
        Label left = new Label(name);
        Label right = new Label(value);
        left.getStyleClass().addAll(mono ? "mono" : "secondary", mono ? "manifest-file" : "muted");
        right.getStyleClass().addAll(mono ? "mono" : "secondary", mono ? "muted" : "manifest-value");
        left.setMinWidth(USE_PREF_SIZE);
        right.setWrapText(true);
        right.setTextAlignment(TextAlignment.RIGHT);
        HBox pair = new HBox(left, ExportCard.space(), right);
        pair.getStyleClass().add("manifest-pair");
        return pair;
    }

    private static Node command(String text) {
        Label label = words(text);
        label.getStyleClass().setAll("label", "mono", "manifest-command");
        return label;
    }

    private static Label words(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add("secondary");
        return label;
    }

    private static String hash(String hex) {
        return hex.substring(0, 4) + " " + hex.substring(4, 8) + " …";
    }
}
