package dev.docket.ui.provenance;

import dev.docket.provenance.KeptReport;
import dev.docket.provenance.Manifest;
import dev.docket.provenance.Manifest.Action;
import dev.docket.provenance.Manifest.Ingredient;
import dev.docket.provenance.Manifest.Signature;
import dev.docket.provenance.ProvenanceReport;
import dev.docket.provenance.ProvenanceReport.Certificate;
import dev.docket.provenance.ProvenanceReport.Check;
import dev.docket.provenance.ProvenanceReport.Credentials;
import dev.docket.provenance.ProvenanceReport.State;
import dev.docket.ui.common.Figures;
import dev.docket.ui.common.Paragraph;
import dev.docket.ui.common.Text;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is known of one line of the tree, in rows. Makers of a manifest that is not sound are claims. JavaFX thread. */
final class HistoryDetail {
    private static final int MOST = 200;

    private final Credentials c2pa;
    private final ZoneId zone;
    private final Function<Ingredient, Node> pictures;
    private final List<Node> rows = new ArrayList<>();

    /** @param pictures the covered small picture of an ingredient that has one */
    HistoryDetail(Credentials c2pa, ZoneId zone, Function<Ingredient, Node> pictures) {
        this.c2pa = c2pa;
        this.zone = zone;
        this.pictures = pictures;
    }

    List<Node> of(HistoryNode node) {
        switch (node) {
            case HistoryNode.Picture picture -> picture(picture.report());
            case HistoryNode.Signed signed -> manifest(signed.manifest());
            case HistoryNode.Used used -> ingredient(used.ingredient());
            case HistoryNode.Statements statements -> ProvenanceWords.everything(statements.report()).forEach(line -> rows.add(ProvenanceRows.full(line)));
            case HistoryNode.Chain chain -> chain.report().c2pa().chain().forEach(this::certificate);
            case HistoryNode.OnRecord record -> record.reports().reversed().forEach(kept -> report(kept, record.onScreen()));
            case HistoryNode.NoRecord none -> rows.add(new Paragraph(none.words(), "secondary", "muted"));
            case HistoryNode.More _, HistoryNode.Raw _ -> { }
        }
        return rows;
    }

    private void picture(ProvenanceReport report) {
        ProvenanceWords.lines(report).forEach(line -> rows.add(ProvenanceRows.full(line)));
        ProvenanceWords.warnings(report).forEach(words -> rows.add(ProvenanceRows.warning(words)));
        ProvenanceWords.disagreements(report).forEach(words -> rows.add(ProvenanceRows.warning(words)));
        if (!c2pa.failures().isEmpty()) {
            pair("provenance.sheet.codes", String.join(", ", c2pa.failures()));
        }
        c2pa.check().ifPresent(this::check);
    }

    private void manifest(Manifest manifest) {
        Label note = new Paragraph(Text.of(isSound() ? "provenance.sheet.signed" : "provenance.sheet.claims"), "secondary", "muted");
        rows.add(note);
        manifest.title().ifPresent(title -> pair("provenance.sheet.name", title));
        manifest.format().ifPresent(format -> pair("provenance.sheet.format", format));
        manifest.claimGenerator().ifPresent(program -> pair("provenance.sheet.program", program));
        manifest.signature().ifPresent(this::signature);
        head("provenance.sheet.actions", manifest.actions());
        manifest.actions().stream().limit(MOST).forEach(action -> rows.add(ProvenanceRows.pair(name(action), what(action))));
        head("provenance.sheet.assertions", manifest.assertions());
        manifest.assertions().stream().limit(MOST).forEach(label -> rows.add(new Paragraph(label, "secondary", "muted")));
        pair("provenance.sheet.label", manifest.label());
    }

    private void signature(Signature signature) {
        String who = Stream.of(signature.commonName(), signature.issuer()).flatMap(Optional::stream).distinct().reduce((a, b) -> Text.of("provenance.side", a, b)).orElse("");
        if (!who.isEmpty()) {
            boolean known = c2pa.state() == State.TRUSTED;
            pair(known ? "provenance.sheet.signer" : "provenance.sheet.claimed", known ? who : Text.of("provenance.sheet.claimed.value", who));
        }
        signature.time().ifPresent(time -> pair("provenance.sheet.time", time));
        signature.algorithm().ifPresent(algorithm -> pair("provenance.sheet.algorithm", algorithm));
        signature.serial().ifPresent(serial -> pair("provenance.sheet.serial", serial));
    }

    private void ingredient(Ingredient ingredient) {
        if (ingredient.wasBad()) {
            rows.add(ProvenanceRows.warning(Text.of("provenance.ingredient.bad")));
            pair("provenance.sheet.recorded", String.join(", ", ingredient.recordedFailures()));
        }
        if (!ingredient.newFailures().isEmpty()) {
            rows.add(ProvenanceRows.warning(Text.of("provenance.ingredient.now", String.join(", ", ingredient.newFailures()))));
        }
        ingredient.title().ifPresent(title -> pair("provenance.sheet.name", title));
        ingredient.format().ifPresent(format -> pair("provenance.sheet.format", format));
        ingredient.relationship().ifPresent(role -> pair("provenance.sheet.relationship", known("provenance.relationship." + role, role)));
        if (ingredient.thumbnailAt().isPresent()) {
            rows.add(pictures.apply(ingredient));
        } else if (ingredient.thumbnail()) {
            rows.add(unplaced());
        }
        if (ingredient.manifest().isEmpty()) {
            rows.add(new Paragraph(Text.of("provenance.sheet.bare"), "secondary", "muted"));
        }
    }

    /** Of a report that does not say where it lies. */
    private static Node unplaced() {
        Label words = new Paragraph(Text.of("provenance.sheet.thumbnail"), "secondary", "muted");
        HBox tile = new HBox(10, new FontIcon("mdmz-visibility_off"), words);
        tile.getStyleClass().add("history-covered");
        return tile;
    }

    private void certificate(Certificate certificate) {
        pair("provenance.sheet.subject", certificate.subject());
        pair("provenance.sheet.issuer", certificate.issuer());
        pair("provenance.sheet.serial", certificate.serial());
        pair("provenance.sheet.valid", Text.of("provenance.sheet.valid.value", certificate.notBefore(), certificate.notAfter()));
        pair("provenance.sheet.sha", certificate.sha256());
        Region line = new Region();
        line.getStyleClass().add("history-line");
        rows.add(line);
    }

    private void report(KeptReport kept, String onScreen) {
        Label head = new Paragraph(Figures.second(kept.checkedAt().atZone(zone)), "secondary", "muted");
        head.getStyleClass().setAll("label", "section-head");
        rows.add(head);
        pair("review.provenance.credentials", ProvenanceWords.state(kept.report()));
        if (kept.hash().hex().equals(onScreen)) {
            rows.add(new Paragraph(Text.of("provenance.sheet.record.shown"), "secondary", "muted"));
        }
        kept.tools().check().ifPresent(this::check);
        if (!kept.tools().detectors().isEmpty()) {
            pair("provenance.sheet.detectors", String.join(", ", kept.tools().detectors()));
        }
        pair("provenance.sheet.sha", kept.hash().hex());
    }

    private void check(Check check) {
        pair("provenance.sheet.validator", check.validator());
        pair("provenance.sheet.trust", check.trustList().orElse(Text.of("provenance.sheet.trust.none")));
    }

    private boolean isSound() {
        return c2pa.state() == State.TRUSTED || c2pa.state() == State.INTACT;
    }

    private static String name(Action action) {
        return known("provenance.action." + action.name().replaceFirst("^c2pa\\.", "").replaceAll("\\.v\\d$", ""), action.name());
    }

    private static String what(Action action) {
        String type = action.digitalSourceType().map(address -> address.replaceFirst(".*/", "")).orElse("");
        return Stream.of(action.softwareAgent().orElse(""), type, action.when().orElse("")).filter(part -> !part.isEmpty()).reduce((a, b) -> a + " · " + b).orElse(action.name());
    }

    private static String known(String key, String otherwise) {
        return Text.bundle().containsKey(key) ? Text.of(key) : otherwise;
    }

    private void head(String key, List<?> of) {
        if (!of.isEmpty()) {
            Label label = new Paragraph(Text.of(key), "secondary", "muted");
            label.getStyleClass().setAll("label", "section-head");
            rows.add(label);
        }
    }

    private void pair(String key, String value) {
        rows.add(ProvenanceRows.pair(Text.of(key), value));
    }
}
